# SPDX-License-Identifier: EUPL-1.2
"""The second step: nobody gets past it, and no code works twice."""

from uuid import uuid4

import pytest
from django.test import Client
from django.urls import reverse

from tests.bezetting import id_van
from tests.toegang.adressen import paginaregels, uitkomst, vraag
from tests.web.gebruikers.inlog import (
    acten,
    code_nu,
    eerste,
    fout,
    is_binnen,
    met_app,
    met_herstelcodes,
)
from vangnet.gebruikers.models import FactorSoort, TweedeFactor
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

pytestmark = pytest.mark.django_db
HALVERWEGE = Vrager(id_van("amira"), VragerSoort.INLOG)


@pytest.mark.asvs("6.3.3")
def test_met_een_code_kom_je_binnen_waar_je_wilde_zijn() -> None:
    client, geheim = Client(), met_app("amira")
    gegevens = {"email": "amira@proef.invalid", "wachtwoord": "een lange zin om mee te proeven"}
    client.post("/inloggen", gegevens | {"verder": "/zaken/?stand=open"})

    antwoord = client.post("/inloggen/code", {"code": code_nu(geheim)})

    assert antwoord.headers["Location"] == "/zaken/?stand=open"
    assert is_binnen(client)
    assert acten("gebruiker.ingelogd") == [("totp", True)]


@pytest.mark.asvs("2.3.1")
@pytest.mark.asvs("6.3.3")
@pytest.mark.parametrize("app", [True, False])
def test_wie_halverwege_is_komt_nergens(app: bool) -> None:
    client = Client()
    if app:
        met_app("amira")
    eerste(client)

    eigen = (
        "inloggen",
        "bezoeker",
        "leeft",
        "gereed",
        "weergave",
        "sessie_stand",
        "beheer:activeren",
    )
    verschillen = [
        f"{regel.naam} {regel.methode}: {gekregen}"
        for regel in paginaregels()
        if not regel.naam.startswith(eigen)
        and (gekregen := uitkomst(vraag(client, regel))) != regel.bezoeker
    ]
    assert verschillen == []


@pytest.mark.asvs("6.3.3")
def test_zonder_tweede_stap_moet_je_er_eerst_een_instellen() -> None:
    client = Client()
    eerste(client)

    assert client.get("/inloggen").headers["Location"] == "/inloggen/instellen"
    assert client.get("/inloggen/code").status_code == 200
    assert not is_binnen(client)


@pytest.mark.asvs("6.5.1")
def test_een_code_werkt_een_keer() -> None:
    geheim = met_app("amira")
    code = code_nu(geheim)
    een, twee = Client(), Client()
    for client in (een, twee):
        eerste(client)
        client.post("/inloggen/code", {"code": code})

    assert is_binnen(een)
    assert not is_binnen(twee)
    assert acten("inloggen.geweigerd") == [("totp", False)]


@pytest.mark.asvs("6.5.1")
def test_een_oudere_code_werkt_niet_na_een_nieuwere() -> None:
    geheim = met_app("amira")
    een, twee = Client(), Client()
    eerste(een)
    een.post("/inloggen/code", {"code": code_nu(geheim)})
    eerste(twee)
    twee.post("/inloggen/code", {"code": code_nu(geheim, verder=-1)})

    assert is_binnen(een)
    assert not is_binnen(twee)


@pytest.mark.asvs("6.5.5")
def test_een_code_van_een_minuut_geleden_werkt_niet() -> None:
    client, geheim = Client(), met_app("amira")
    eerste(client)

    client.post("/inloggen/code", {"code": code_nu(geheim, verder=-3)})

    assert not is_binnen(client)


def test_een_code_van_een_ander_werkt_niet() -> None:
    client = Client()
    met_app("amira")
    van_joris = met_app("joris")
    eerste(client)

    client.post("/inloggen/code", {"code": code_nu(van_joris)})

    assert not is_binnen(client)


@pytest.mark.asvs("6.5.1")
def test_een_herstelcode_werkt_een_keer() -> None:
    met_app("amira")
    code = met_herstelcodes("amira")[3]
    een, twee = Client(), Client()
    for client in (een, twee):
        eerste(client)
        client.post("/inloggen/herstelcode", {"code": code.lower()})

    assert is_binnen(een)
    assert not is_binnen(twee)


def test_een_verkeerde_herstelcode_zegt_niet_op_de_volgende_te_wachten() -> None:
    met_app("amira")
    met_herstelcodes("amira")
    client = Client()
    eerste(client)

    tekst = client.post("/inloggen/herstelcode", {"code": "AAAA-AAAA"}).content.decode()

    assert "neem een andere van je lijst" in tekst
    assert "Wacht op de volgende" not in tekst


def test_nieuwe_herstelcodes_maken_de_oude_waardeloos() -> None:
    client = Client()
    met_app("amira")
    oud = met_herstelcodes("amira")[0]
    met_herstelcodes("amira")
    eerste(client)

    client.post("/inloggen/herstelcode", {"code": oud})

    assert not is_binnen(client)


@pytest.mark.asvs("7.2.4")
def test_bij_elke_stap_krijgt_de_sessie_een_ander_nummer() -> None:
    client, geheim = Client(), met_app("amira")
    eerste(client)
    halverwege = client.session.session_key or ""
    client.post("/inloggen/code", {"code": code_nu(geheim)})

    assert client.session.session_key != halverwege
    assert not client.session.exists(halverwege)


def test_de_eerste_keer_stel_je_een_app_in_en_krijg_je_herstelcodes() -> None:
    client = Client()
    eerste(client)
    bladzijde = client.get("/inloggen/instellen").content.decode()
    geheim = bladzijde.split('class="sleutel">')[1].split("<")[0].replace(" ", "")

    antwoord = client.post("/inloggen/instellen", {"code": code_nu(geheim), "naam": "telefoon"})

    assert antwoord.headers["Location"] == "/account/herstelcodes"
    codes = client.post("/account/herstelcodes").content.decode()
    assert codes.count("<li>") >= 10
    assert acten("factor.toegevoegd") == [("", True)]


def test_een_verkeerde_code_stelt_niets_in() -> None:
    client = Client()
    eerste(client)
    client.get("/inloggen/instellen")

    antwoord = client.post("/inloggen/instellen", {"code": "12345", "naam": "telefoon"})

    assert antwoord.status_code == 422
    assert not is_binnen(client)


def test_met_alleen_een_wachtwoord_komt_er_geen_tweede_app_bij() -> None:
    client = Client()
    met_app("amira")
    eerste(client)

    assert client.get("/inloggen/instellen").headers["Location"] == "/inloggen/code"
    antwoord = client.post("/inloggen/passkey/maken")
    assert antwoord.status_code == 404


def test_ook_de_databank_weigert_een_tweede_van_wie_halverwege_is() -> None:
    from django.db import ProgrammingError

    met_app("amira")
    nieuw = TweedeFactor(
        id=uuid4(), gebruiker_id=id_van("amira"), soort=FactorSoort.TOTP, geheim="x"
    )
    with pytest.raises(ProgrammingError), als(HALVERWEGE):
        nieuw.save(force_insert=True)


@pytest.mark.asvs("6.3.3")
def test_wie_halverwege_is_leest_in_de_databank_geen_enkele_zaak() -> None:
    from vangnet.casus.models import Casus

    met_app("amira")
    with als(HALVERWEGE):
        assert list(Casus.objects.all()) == []
        assert TweedeFactor.objects.count() == 1
    with als(Vrager(id_van("joris"))):
        assert TweedeFactor.objects.count() == 0


@pytest.mark.asvs("16.3.1")
def test_een_verkeerde_code_staat_in_het_journaal() -> None:
    client, geheim = Client(), met_app("amira")
    eerste(client)

    assert client.post("/inloggen/code", {"code": fout(geheim)}).status_code == 422
    assert acten("inloggen.geweigerd") == [("totp", False)]


def test_na_tien_minuten_begin_je_opnieuw() -> None:
    client, geheim = Client(), met_app("amira")
    eerste(client)
    opslag = client.session
    opslag["halverwege"] = opslag["halverwege"] | {"sinds": "2026-01-01T00:00:00+00:00"}
    opslag.save()

    antwoord = client.post("/inloggen/code", {"code": code_nu(geheim)})

    assert antwoord.headers["Location"].startswith(reverse("inloggen"))


def test_het_geheim_staat_nergens_leesbaar() -> None:
    geheim = met_app("amira")
    with als(Vrager(id_van("amira"))):
        bewaard = TweedeFactor.objects.get().geheim

    assert geheim not in bewaard
    assert bewaard.startswith("1.")
