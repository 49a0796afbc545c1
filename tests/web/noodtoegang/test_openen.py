# SPDX-License-Identifier: EUPL-1.2
"""Break-glass as a person meets it: ask, confirm, look, and end."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from django.http import HttpResponseBase
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import zonder_wat_wisselt
from vangnet.casus.deelname import (
    Plek,
    beperkt_zetten,
    uitnodigen,
    uitnodiging_beantwoorden,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers.models import Sessie
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import nu
from vangnet.toegang.models import Inzage
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
ZAAK = f"/zaken/{id_van('casus')}"
AANVRAAG = {
    "kenmerk": "ZVH-2022-0001",
    "reden": "acuut_gevaar",
    "toelichting": "Er is gebeld vanaf de voordeur.",
}


def open_(client: Client, **anders: str) -> HttpResponseBase:
    """Ask and confirm."""
    return client.post("/noodtoegang/", {**AANVRAAG, "zeker": "ja", **anders})


def tekst(antwoord: HttpResponseBase) -> str:
    return bytes(getattr(antwoord, "content", b"")).decode()


def de_inzage(van: str) -> Inzage:
    with als(Vrager(id_van(van))):
        return Inzage.objects.get(gebruiker=id_van(van))


def test_de_manager_ziet_de_zaak_na_noodtoegang(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    voor = client.get(ZAAK).status_code

    assert open_(client).headers["Location"] == ZAAK
    assert (voor, client.get(ZAAK).status_code) == (404, 200)


def test_in_de_haast_hoeft_het_kenmerk_niet_precies(ingelogd: Ingelogd) -> None:
    antwoord = open_(ingelogd("mirjam"), kenmerk="zvh 20220001")

    assert antwoord.headers["Location"] == ZAAK


def test_een_eerste_klik_opent_niets(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    antwoord = client.post("/noodtoegang/", AANVRAAG)

    assert (antwoord.status_code, "Weet je het zeker?" in tekst(antwoord)) == (200, True)
    assert client.get(ZAAK).status_code == 404


def test_boven_de_zaak_staat_tot_wanneer_zij_open_is(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    open_(client)

    assert re.search(r"Noodtoegang tot \d\d:\d\d", tekst(client.get(ZAAK)))
    assert "Je ziet deze zaak door noodtoegang." in tekst(client.get(ZAAK))


def test_beeindig_nu_sluit_de_zaak(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    open_(client)
    with als(Vrager(id_van("mirjam"))):
        pad = f"/noodtoegang/{Inzage.objects.get().pk}/beeindigen"

    assert client.post(pad).status_code == 302
    assert "Nog niet beoordeeld" in tekst(client.get("/noodtoegang/"))


def test_de_lijst_van_eigen_inzagen_noemt_de_zaak_en_haar_stand(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    open_(client)

    assert re.search(r"ZVH-2022-0001.*Open tot \d\d:\d\d", tekst(client.get("/noodtoegang/")), re.S)


@pytest.mark.asvs("8.2.2")
def test_een_zaak_die_er_niet_is_antwoordt_als_een_die_niet_open_mag(ingelogd: Ingelogd) -> None:
    client = ingelogd("amira")

    def zonder_wat_je_typte(kenmerk: str) -> tuple[int, bytes]:
        antwoord = open_(client, kenmerk=kenmerk)
        kaal = zonder_wat_wisselt(tekst(antwoord).encode())
        # Of the own draft, which is the second time one text further.
        kaal = re.sub(rb'data-versie="\d+"|concept om \d\d:\d\d', b"", kaal)
        return antwoord.status_code, kaal.replace(kenmerk.encode(), b"")

    bestaat_niet = zonder_wat_je_typte("ZVH-9999-9999")
    assert bestaat_niet[0] == 422
    assert zonder_wat_je_typte("ZVH-2022-0001") == bestaat_niet


@pytest.mark.asvs("16.3.2")
def test_een_weigering_staat_in_het_journaal_zonder_zaak(ingelogd: Ingelogd) -> None:
    open_(ingelogd("amira"))

    with als(Vrager(id_van("amira"))):
        rij = Handeling.objects.get(handeling="inzage.geweigerd")
    assert (rij.toegestaan, rij.casus, rij.object, rij.regel) == (
        False,
        None,
        None,
        "niet_gevonden",
    )


def test_een_tweede_keer_zegt_dat_de_eerste_nog_wacht(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    open_(client)

    antwoord = open_(client, kenmerk="ZVH-9999-9999")

    assert "Je vorige noodtoegang is nog niet beoordeeld." in tekst(antwoord)


@pytest.mark.parametrize(
    ("wie", "redenen"),
    [
        ("amira", ["acuut_gevaar", "vervanging", "teruggekeerd"]),
        ("frank", ["verzoek_betrokkene", "steekproef", "klacht_of_incident", "audit"]),
    ],
)
def test_je_kiest_uit_de_redenen_van_je_rol(
    wie: str, redenen: list[str], ingelogd: Ingelogd
) -> None:
    gevonden = re.findall(r'name="reden" value="(\w+)"', tekst(ingelogd(wie).get("/noodtoegang/")))

    assert gevonden == redenen


def test_een_zin_te_kort_vraagt_om_een_zin(ingelogd: Ingelogd) -> None:
    antwoord = open_(ingelogd("mirjam"), toelichting="haast")

    assert (antwoord.status_code, "Schrijf in een zin" in tekst(antwoord)) == (422, True)


@pytest.mark.parametrize("adres", [ZAAK, f"/personen/{id_van('betrokkene')}"])
def test_wat_je_bekijkt_draagt_de_noodtoegang_in_het_journaal(
    adres: str, ingelogd: Ingelogd
) -> None:
    client = ingelogd("mirjam")
    open_(client)
    client.get(adres)

    with als(Vrager(id_van("mirjam"))):
        laatste = Handeling.objects.filter(handeling__endswith=".ingezien").latest("moment")
        assert laatste.noodtoegang == Inzage.objects.get().pk


@pytest.fixture
def beperkt(db: None) -> None:
    """The casus of the cast is beperkt, and amira stands on it."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        beperkt_zetten(id_van("casus"), beperkt=True)


@pytest.mark.usefixtures("beperkt")
def test_een_uitvoer_houdt_niet_wat_je_maar_een_uur_ziet(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    open_(joris)
    lijst = tekst(joris.get("/zaken/"))
    bestand = joris.post("/zaken/uitvoer", {"formaat": "csv"})

    assert "ZVH-2022-0001" in lijst
    assert bestand.headers["Content-Disposition"] == 'attachment; filename="zaken.csv"'
    assert "ZVH-2022-0001" not in tekst(bestand)


@pytest.mark.usefixtures("beperkt")
def test_wie_intussen_op_de_zaak_komt_heeft_haar_in_de_uitvoer(ingelogd: Ingelogd) -> None:
    joris = ingelogd("joris")
    open_(joris)
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(id_van("joris"), None, RolSoort.PROCESONDERSTEUNER))
    with als(Vrager(id_van("joris"))):
        rol = CasusRol.objects.get(gebruiker=id_van("joris"))
        uitnodiging_beantwoorden(rol.pk, aanvaard=True)

    assert "ZVH-2022-0001" in tekst(joris.post("/zaken/uitvoer", {"formaat": "csv"}))


def test_zonder_inzage_is_er_geen_noodtoegang_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("amira").get(ZAAK)

    with als(Vrager(id_van("amira"))):
        assert Handeling.objects.get(handeling="casus.ingezien").noodtoegang is None


@pytest.mark.asvs("7.5.3")
def test_de_tweede_factor_wordt_opnieuw_gevraagd(ingelogd: Ingelogd) -> None:
    client = ingelogd("mirjam")
    with als(Vrager(id_van("mirjam"))):
        Sessie.objects.filter(pk=client.session["sessie"]).update(
            bevestigd_op=nu() - timedelta(minutes=6)
        )

    assert client.get("/noodtoegang/").headers["Location"].startswith("/bevestigen?next=")
    assert open_(client).headers["Location"].startswith("/bevestigen?next=")
    assert client.get(ZAAK).status_code == 404
