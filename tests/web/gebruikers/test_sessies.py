# SPDX-License-Identifier: EUPL-1.2
"""When a session ends: by itself, by hand, and at once when account, factor or role changes."""

from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in, sessie_van
from tests.web.gebruikers.inlog import acten, is_binnen, mens, met_app
from vangnet.gebruikers import sessies
from vangnet.gebruikers.models import Sessie
from vangnet.gebruikers.services import sessies_beeindigen
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
AMIRA = Vrager(id_van("amira"))


def _gezien(minuten: int) -> None:
    with als(AMIRA):
        Sessie.objects.update(gezien_op=nu() - timedelta(minutes=minuten))


@pytest.mark.asvs("7.3.1")
def test_na_een_kwartier_niets_doen_ben_je_uitgelogd(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _gezien(14)
    assert is_binnen(client)
    _gezien(16)

    antwoord = client.get("/zaken/?stand=open")

    assert antwoord.headers["Location"] == "/inloggen?next=/zaken/%3Fstand%3Dopen"
    assert acten("sessie.verlopen") == [("", True)]
    assert not is_binnen(client)


@pytest.mark.asvs("7.3.2")
def test_na_tien_uur_ben_je_uitgelogd_wat_je_ook_doet(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = ingelogd("amira")
    later = nu() + timedelta(hours=10, minutes=1)
    with als(AMIRA):
        Sessie.objects.update(gezien_op=later)
    monkeypatch.setattr(sessies, "nu", lambda: later)

    assert not is_binnen(client)


def test_wie_bezig_is_blijft_binnen(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _gezien(14)
    client.get("/account")

    assert client.get("/sessie/stand").json()["over"] > 14 * 60


def test_kijken_hoelang_het_duurt_maakt_het_niet_langer(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _gezien(14)

    assert client.get("/sessie/stand").json()["over"] <= 60
    assert client.get("/sessie/stand").json()["over"] <= 60
    assert client.post("/sessie/verder").json()["over"] > 14 * 60


@pytest.mark.asvs("7.2.1")
def test_een_sessie_zonder_rij_is_er_geen() -> None:
    client = Client()
    with als(AMIRA):
        client.force_login(mens("amira"))

    assert not is_binnen(client)


@pytest.mark.asvs("7.2.1")
def test_een_sessie_met_de_rij_van_een_ander_is_er_geen() -> None:
    van_amira, client = log_in(Client(), "amira"), log_in(Client(), "joris")
    opslag = client.session
    opslag["sessie"] = van_amira.session["sessie"]
    opslag.save()

    assert not is_binnen(client)


@pytest.mark.asvs("7.4.3")
def test_een_ander_wachtwoord_beeindigt_de_andere_sessies() -> None:
    een, twee = log_in(Client(), "amira"), log_in(Client(), "amira")
    nieuw = "vier woorden zonder enige betekenis"

    een.post("/account/wachtwoord", {"huidig": "een lange zin om mee te proeven", "nieuw": nieuw})

    assert is_binnen(een)
    assert not is_binnen(twee)
    assert acten("gebruiker.wachtwoord_gezet") == [("", True)]


@pytest.mark.asvs("7.4.3")
def test_een_tweede_stap_erbij_beeindigt_de_sessies(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    met_app("amira")

    assert not is_binnen(client)


@pytest.mark.asvs("7.4.2")
def test_een_account_dat_eindigt_is_bij_het_volgende_verzoek_weg(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.zet_account(%s, false, '')", [id_van("amira")])

    assert not is_binnen(client)


@pytest.mark.asvs("8.3.2")
def test_een_rol_die_eindigt_beeindigt_de_sessies(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute(
            "SELECT gebruikers.beeindig_rol(r.id, NULL, '') FROM toegang_accountrol r "
            "WHERE r.gebruiker = %s",
            [id_van("amira")],
        )

    assert not is_binnen(client)


@pytest.mark.asvs("7.4.5")
def test_een_beheerder_beeindigt_de_sessies_van_een_ander(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    with als(Vrager(id_van("els"))):
        sessies_beeindigen(id_van("amira"))

    assert not is_binnen(client)
    assert acten("sessie.alle_beeindigd", als_wie="els") == [("", True)]


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("wie", ["joris", "mirjam"])
def test_een_ander_dan_de_beheerder_mag_dat_niet(wie: str, ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    with als(Vrager(id_van(wie))), pytest.raises(NietToegestaan):
        sessies_beeindigen(id_van("amira"))
    with als(Vrager(id_van(wie))), pytest.raises(NietToegestaan):
        sessies_beeindigen(uuid4())

    assert is_binnen(client)


@pytest.mark.asvs("7.5.2")
def test_je_eindigt_een_andere_sessie_van_jezelf() -> None:
    een, twee, drie = (log_in(Client(), "amira") for _ in range(3))
    with als(AMIRA):
        weg = sessie_van(twee).pk

    een.post(f"/account/sessies/{weg}/einde")

    assert [is_binnen(client) for client in (een, twee, drie)] == [True, False, True]
    assert acten("sessie.beeindigd") == [("", True)]


@pytest.mark.asvs("7.5.2")
def test_je_eindigt_alle_andere_sessies_van_jezelf() -> None:
    een, twee, drie = (log_in(Client(), "amira") for _ in range(3))

    een.post("/account/sessies/einde")

    assert [is_binnen(client) for client in (een, twee, drie)] == [True, False, False]


@pytest.mark.asvs("8.2.2")
def test_de_sessie_van_een_ander_bestaat_niet_voor_jou(ingelogd: Ingelogd) -> None:
    amira, joris = ingelogd("amira"), ingelogd("joris")
    with als(AMIRA):
        van_amira = sessie_van(amira).pk

    assert joris.post(f"/account/sessies/{van_amira}/einde").status_code == 404
    assert is_binnen(amira)


def test_een_verlopen_formulier_keert_terug_naar_zijn_bladzijde(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _gezien(16)

    antwoord = client.post(
        "/zaken/zoeken", {"naam": "x"}, headers={"Referer": "http://testserver/zaken/?a=b"}
    )

    assert antwoord.headers["Location"] == "/inloggen?next=/zaken/%3Fa%3Db"
