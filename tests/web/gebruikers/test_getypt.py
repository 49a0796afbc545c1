# SPDX-License-Identifier: EUPL-1.2
"""A form that comes too late: what was typed waits for the same person, and for nobody else."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from cryptography.exceptions import InvalidTag
from django.db import connection
from django.http import HttpResponse
from django.test import Client

from tests.bezetting import id_van
from tests.web.gebruikers.inlog import acten, code_nu, eerste, met_app
from vangnet.gebruikers import sessies
from vangnet.gebruikers.geheimen import ontsleutel
from vangnet.gebruikers.getypt import plek_van
from vangnet.gebruikers.models import Sessie
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]
BIJDRAGE = f"/zaken/{id_van('casus')}/bijdragen/nieuw"
ROL = f"/beheer/gebruikers/{id_van('dirk')}/rol"
NAAM = "/beheer/gebruikers/nieuw"
TEKST = "Zij was vandaag thuis"
TERUG = "Wat je had getypt, staat er weer"
BEWAARD = "Wat je had getypt, is niet weg"


def _stil(naam: str = "amira") -> None:
    """Nothing was done for sixteen minutes."""
    with als(Vrager(id_van(naam))):
        Sessie.objects.update(gezien_op=nu() - timedelta(minutes=16))


def _stuur(client: Client, adres: str = BIJDRAGE, **velden: str) -> HttpResponse:
    inhoud = velden or {"tekst": TEKST, "soort": "notitie", "onder_geheim": "on"}
    antwoord = client.post(adres, inhoud, headers={"Referer": f"http://testserver{adres}"})
    assert isinstance(antwoord, HttpResponse)
    return antwoord


def _pagina(client: Client, adres: str = BIJDRAGE) -> str:
    return client.get(adres).content.decode()


def _log_in(client: Client, naam: str = "amira") -> None:
    """In through the front door, where a text that waits is found."""
    geheim = met_app(naam)
    eerste(client, naam)
    client.post("/inloggen/code", {"code": code_nu(geheim)})


def _neem(naam: str, plek: str) -> str | None:
    """What the database gives this account, still encrypted."""
    with als(Vrager(id_van(naam))), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.neem_tekst(%s, '')", [plek])
        gevonden: str | None = cursor.fetchone()[0]
        return gevonden


@pytest.mark.asvs("7.3.1")
def test_wat_te_laat_komt_staat_er_na_het_inloggen_weer(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()

    naar = _stuur(client).headers["Location"]
    inlogpagina = _pagina(client, naar)
    _log_in(client)
    pagina = _pagina(client)

    assert naar == f"/inloggen?next={BIJDRAGE}"
    assert BEWAARD in inlogpagina
    assert TERUG in pagina
    assert f"{TEKST}</textarea>" in pagina
    assert acten("tekst.bewaard") == [("", True)]
    assert acten("tekst.teruggegeven") == [("", True)]


def test_een_keuze_en_een_vinkje_staan_er_ook_weer(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()
    _stuur(client)
    _log_in(client)

    pagina = _pagina(client)

    assert "checked" in pagina.split('value="notitie"')[1].split(">")[0]
    assert "checked" in pagina.split('name="onder_geheim"')[1].split(">")[0]


def test_er_is_niets_opgeslagen_en_het_komt_een_keer_terug(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()
    _stuur(client)
    _log_in(client)

    assert TEKST in _pagina(client)
    assert TEKST not in _pagina(client)
    assert acten("bijdrage.toegevoegd") == []


def test_de_tekst_staat_in_geen_adres_koekje_of_inlogpagina(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()

    naar = _stuur(client)
    koekjes = "".join(koekje.value for koekje in client.cookies.values())

    assert TEKST not in naar.headers["Location"] + naar.content.decode() + koekjes
    assert TEKST not in _pagina(client, naar.headers["Location"])
    assert TEKST not in str(dict(client.session))


def test_een_ander_die_daarna_inlogt_krijgt_niets(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()
    _stuur(client)

    _log_in(client, "joris")
    van_joris = _pagina(client)
    _log_in(Client(), "joris")

    assert (TEKST in van_joris, TERUG in van_joris) == (False, False)
    assert acten("tekst.teruggegeven", als_wie="joris") == []


def test_de_databank_kent_de_tekst_niet_en_geeft_hem_een_ander_niet(ingelogd: Ingelogd) -> None:
    client, plek = ingelogd("amira"), plek_van(id_van("amira"), BIJDRAGE)
    _stil()
    _stuur(client)

    assert _neem("joris", plek) is None
    dicht = _neem("amira", plek) or ""
    assert TEKST in ontsleutel(dicht, van=id_van("amira"), plek=plek)
    assert TEKST not in dicht
    with pytest.raises(InvalidTag):
        ontsleutel(dicht, van=id_van("joris"), plek=plek)
    with pytest.raises(InvalidTag):
        ontsleutel(dicht, van=id_van("amira"), plek="elders")


def test_na_een_andere_rol_is_wat_je_typte_ook_niet_weg(ingelogd: Ingelogd) -> None:
    client = ingelogd("els")
    with als(Vrager(id_van("mirjam"))), connection.cursor() as cursor:
        cursor.execute(
            "SELECT gebruikers.beeindig_rol(%s, current_date + 9, '')", [id_van("rol-els")]
        )

    naar = _stuur(client, NAAM, naam="Nieuw Persoon", email="nieuw@proef.invalid")
    assert BEWAARD in _pagina(client, naar.headers["Location"])
    _log_in(client, "els")
    pagina = _pagina(client, NAAM)

    assert 'value="Nieuw Persoon"' in pagina
    assert 'value="nieuw@proef.invalid"' in pagina


def test_na_tien_uur_is_wat_je_typte_ook_niet_weg(
    ingelogd: Ingelogd, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The browser still says whose session it was: its cookie lives an hour longer."""
    client = ingelogd("amira")
    later = nu() + timedelta(hours=10, minutes=1)
    with als(Vrager(id_van("amira"))):
        Sessie.objects.update(gezien_op=later)
    with monkeypatch.context() as klok:
        klok.setattr(sessies, "nu", lambda: later)
        naar = _stuur(client)

    assert BEWAARD in _pagina(client, naar.headers["Location"])
    assert client.session.get_expiry_age() == 11 * 60 * 60


def test_ook_als_een_ander_tabblad_eerst_zag_dat_het_voorbij_was(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()
    client.get("/account")

    _stuur(client)
    _log_in(client)

    assert TEKST in _pagina(client)


def test_van_een_sessie_die_je_zelf_hebt_beeindigd_blijft_niets(ingelogd: Ingelogd) -> None:
    """Somebody ends a session that may be a stranger's: that one leaves no text behind."""
    client = ingelogd("amira")
    with als(Vrager(id_van("amira"))):
        Sessie.objects.update(beeindigd_op=nu())

    naar = _stuur(client)

    assert BEWAARD not in _pagina(client, naar.headers["Location"])
    assert acten("tekst.bewaard") == []


def test_van_een_account_dat_eindigt_blijft_niets(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    with als(Vrager(id_van("els"))), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.zet_account(%s, false, '')", [id_van("amira")])

    _stuur(client)

    assert acten("tekst.bewaard") == []


def test_een_bezoeker_laat_niets_achter() -> None:
    client = Client()

    naar = _stuur(client)

    assert BEWAARD not in _pagina(client, naar.headers["Location"])


def test_een_formulier_van_een_vreemde_bladzijde_laat_niets_achter(ingelogd: Ingelogd) -> None:
    """Without the key of our own form nothing is kept: else a stranger could leave a text."""
    client = ingelogd("amira")
    client.handler.enforce_csrf_checks = True
    _stil()

    assert _stuur(client).status_code == 403
    assert acten("tekst.bewaard") == []


def test_een_wachtwoord_blijft_nergens(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()

    _stuur(client, "/account/wachtwoord", huidig="een geheim", nieuw="nog een geheim")

    assert acten("tekst.bewaard") == []


def test_een_leeg_formulier_laat_niets_achter(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")
    _stil()

    _stuur(client, onbekend="veld")

    assert acten("tekst.bewaard") == []


def test_van_een_account_wachten_hoogstens_vijf_formulieren(ingelogd: Ingelogd) -> None:
    client = ingelogd("els")
    wie = id_van("els")
    _stil("els")
    adressen = [f"/beheer/gebruikers/{id_van(naam)}/rol" for naam in "bcdefg"]
    for adres in adressen:
        _stuur(client, adres, taak="a")

    waar = [_neem("els", plek_van(wie, adres)) is not None for adres in adressen]

    assert sorted(waar) == [False, True, True, True, True, True]


def test_na_de_tweede_stap_staat_er_weer_wat_je_typte(ingelogd: Ingelogd) -> None:
    geheim, client = met_app("els"), ingelogd("els")
    with als(Vrager(id_van("els"))):
        Sessie.objects.update(bevestigd_op=nu() - timedelta(minutes=6))

    naar = _stuur(client, ROL, rol="analist", taak="a", vanaf="1-1-2099")
    tussen = _pagina(client, naar.headers["Location"])
    client.post("/bevestigen", {"code": code_nu(geheim), "verder": ROL})
    pagina = _pagina(client, ROL)

    assert BEWAARD in tussen
    assert TERUG in pagina
    assert "selected" in pagina.split('value="analist"')[1].split(">")[0]
    assert 'value="1-1-2099"' in pagina


def test_wie_het_formulier_alsnog_verstuurt_ziet_de_oude_tekst_niet_meer(
    ingelogd: Ingelogd,
) -> None:
    client = ingelogd("amira")
    _stil()
    _stuur(client)
    _log_in(client)
    _stuur(client, tekst="een andere tekst")

    assert TEKST not in _pagina(client)
