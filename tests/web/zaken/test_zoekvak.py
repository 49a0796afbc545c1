# SPDX-License-Identifier: EUPL-1.2
"""What comes under the search box while somebody types, and what the journaal keeps of it."""

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.web.zaken.test_zaakpagina import _van_het_domein
from vangnet.casus.models import CasusRol
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]
NeemDeel = Callable[[str], CasusRol]
VAK = "/zaken/zoeken/vak"
ZAAK = f"/zaken/{id_van('casus')}"


def _keuzes(client: Client, tekst: str) -> list[str]:
    html = client.post(VAK, {"zoek": tekst}).content.decode()
    return re.findall(r'<div role="option"[^>]*><span>([^<]+)</span>', html)


def _acts() -> list[tuple[str, int]]:
    with als(Vrager(id_van("amira"))):
        acts = Handeling.objects.filter(handeling__contains="gezocht").order_by("moment")
        return [(een.handeling, een.onderwerpen.count()) for een in acts]


def test_een_naam_met_een_tikfout_gaat_naar_de_zaak(ingelogd: Ingelogd) -> None:
    html = ingelogd("amira").post(VAK, {"zoek": "kanari-voornam"}).content.decode()

    assert f'data-naar="{ZAAK}" data-typen><span>Kanarie-voornaam Kanarie-achternaam<' in html


def test_een_geboortedatum_vindt_wie_die_dag_is_geboren(ingelogd: Ingelogd) -> None:
    assert _keuzes(ingelogd("amira"), "28-2-90")[0] == "Kanarie-voornaam Kanarie-achternaam"


@pytest.mark.parametrize("getypt", ["zvh20220001", "ZVH 2022 0001", "zvh-2022 0001"])
def test_een_kenmerk_vindt_de_zaak_hoe_je_het_ook_typt(getypt: str, ingelogd: Ingelogd) -> None:
    html = ingelogd("amira").post(VAK, {"zoek": getypt}).content.decode()

    assert f'data-naar="{ZAAK}"' in html
    assert "ZVH-2022-0001" in html


def test_een_naam_met_een_geboortedag_is_geen_kenmerk(ingelogd: Ingelogd) -> None:
    html = ingelogd("amira").post(VAK, {"zoek": "kanarie-achternaam 28-2-1990"}).content.decode()

    assert "Kanarie-achternaam" in html


@pytest.mark.parametrize("getypt", ["kanarie 1", "k0805"])
def test_bij_een_kenmerk_staat_niemand_wiens_naam_erop_lijkt(
    getypt: str, ingelogd: Ingelogd
) -> None:
    html = ingelogd("amira").post(VAK, {"zoek": getypt}).content.decode()

    assert "Kanarie-achternaam" not in html


def test_een_kenmerk_vindt_de_zaak(ingelogd: Ingelogd) -> None:
    assert _keuzes(ingelogd("amira"), "2022-0001") == ["ZVH-2022-0001", "Toon alles wat past"]


@pytest.mark.parametrize(("wie", "vindt"), [("piet", True), ("amira", True), ("bram", False)])
def test_een_kenmerk_vindt_de_aanmelding_voor_wie_haar_ziet(
    wie: str, vindt: bool, ingelogd: Ingelogd
) -> None:
    """It stands in the letter to the aanmelder, who calls the house about it."""
    client = ingelogd(wie)
    blad = client.post("/zaken/zoeken", {"zoek": "a-2"}).content.decode()

    assert ("a-2" in _keuzes(client, "a-2")) is vindt
    assert (f'href="/aanmeldingen/{id_van("aanmelding-wacht")}"' in blad) is vindt


def test_een_partner_vindt_alleen_wie_in_zijn_zaken_staat(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")

    assert _keuzes(ingelogd("bram"), "kanarie")[0] == "Kanarie-voornaam Kanarie-achternaam"
    assert _keuzes(ingelogd("chantal"), "kanarie") == ["Toon alles wat past"]


def test_wie_geen_zaken_ziet_vindt_alleen_wat_hij_mag_doen(ingelogd: Ingelogd) -> None:
    els = ingelogd("els")

    assert _keuzes(els, "kanarie") == ["Toon alles wat past"]
    assert _keuzes(els, "mijn inz") == ["Mijn inzages", "Toon alles wat past"]
    assert _keuzes(els, "nieuwe aanmelding") == ["Toon alles wat past"]


@pytest.mark.parametrize(
    ("getypt", "daad"),
    [
        ("nieuwe aanm", "Nieuwe aanmelding"),
        ("overleg pl", "Overleg plannen"),
        ("wie heeft gekeken", "Mijn inzages"),
        ("toetsen", "Sneltoetsen"),
        ("mijn werk", "Mijn werk"),
    ],
)
def test_een_opdracht_vinden(getypt: str, daad: str, ingelogd: Ingelogd) -> None:
    assert daad in _keuzes(ingelogd("amira"), getypt)


def test_een_heel_woord_van_een_opdracht_gaat_voor_wie_ongeveer_zo_heet(
    ingelogd: Ingelogd,
) -> None:
    assert _keuzes(ingelogd("amira"), "zaken")[0] == "Zaken"


def test_een_organisatie_gaat_naar_haar_zaken(ingelogd: Ingelogd, neem_deel: NeemDeel) -> None:
    neem_deel("bram")
    amira = ingelogd("amira")
    ggz, politie = (f"/zaken/?organisatie={id_van(een)}" for een in ("ggz", "politie"))

    assert _keuzes(amira, "noorderl") == ["GGZ Noorderlicht", "Toon alles wat past"]
    assert "ZVH-2022-0001" in amira.get(ggz).content.decode()
    assert "ZVH-2022-0001" not in amira.get(politie).content.decode()


def test_een_partner_filtert_niet_op_wie_er_meedoet(
    ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    neem_deel("bram")
    bram = ingelogd("bram")
    ander = bram.get(f"/zaken/?organisatie={id_van('politie')}").content.decode()

    assert "GGZ Noorderlicht" not in _keuzes(bram, "noorderl")
    assert "ZVH-2022-0001" in ander
    assert "Politie Noord" not in ander


def test_binnen_een_minuut_hoort_verder_typen_bij_het_zoeken(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for tekst in ("zz", "kan", "kana", "kanarie"):
        _keuzes(amira, tekst)

    assert _acts() == [("zaken.gezocht", 0), ("zaken.verder_gezocht", 2)]


def test_wie_namen_probeert_laat_bij_elke_misser_een_spoor_na(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    for naam in ("qqjansma", "qqvisser", "qqbakker"):
        _keuzes(amira, naam)

    assert _acts() == [
        ("zaken.gezocht", 0),
        ("zaken.verder_gezocht", 0),
        ("zaken.verder_gezocht", 0),
    ]


def test_het_vak_zegt_niet_dat_er_iemand_is_die_je_niet_mag_zien(ingelogd: Ingelogd) -> None:
    chantal = ingelogd("chantal")
    bestaat = chantal.post(VAK, {"zoek": "Kanarie-achternaam"})
    verzonnen = chantal.post(VAK, {"zoek": "Kanarie-verzonnen"})

    assert (bestaat.status_code, bestaat.content) == (200, verzonnen.content)


@pytest.mark.parametrize(
    ("naam", "eigen"),
    [
        (
            "amira",
            ["casus_casus", "personen_persoon", "casus_betrokkenheid", "organisaties_organisatie"],
        ),
        ("bram", ["casus_casus", "personen_persoon", "casus_betrokkenheid"]),
    ],
)
def test_zoeken_kost_hooguit_zes_opdrachten_aan_het_domein(
    naam: str, eigen: list[str], ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """Under the box; the row of the minute before is read too."""
    neem_deel("bram")
    client = ingelogd(naam)
    _keuzes(client, "kanarie")
    with CaptureQueriesContext(connection) as gevraagd:
        _keuzes(client, "kanarie")

    tabellen = _van_het_domein([een["sql"] for een in gevraagd.captured_queries])
    assert sorted(tabellen) == sorted([*eigen, "journaal_onderwerp"])


@pytest.mark.parametrize(
    ("getypt", "daad", "pad"),
    [
        ("notitie", "Notitie", "#id_tekst"),
        ("nieuwe afspraak", "Afspraak", "/afspraken/nieuw#id_omschrijving"),
        ("doel", "Doel", "/doelen/nieuw"),
        ("bijdrage", "Bijdrage", "/bijdragen/nieuw"),
        ("document", "Document toevoegen", "/documenten/nieuw"),
        ("persoon toev", "Persoon toevoegen", "/personen/nieuw"),
        ("vraag", "Vraag om informatie", "/vragen/nieuw"),
        ("evaluatie", "Evaluatie", "/voortgang/evaluatie"),
    ],
)
def test_op_een_bladzijde_van_een_zaak_vind_je_wat_je_daar_doet(
    getypt: str, daad: str, pad: str, ingelogd: Ingelogd
) -> None:
    amira = ingelogd("amira")
    kop = amira.get(f"{ZAAK}/personen").content.decode()
    html = amira.post(VAK, {"zoek": getypt, "zaak": id_van("casus")}).content.decode()
    blad = amira.post("/zaken/zoeken", {"zoek": getypt, "zaak": id_van("casus")}).content.decode()

    assert f'<input type="hidden" name="zaak" value="{id_van("casus")}">' in kop
    assert f'data-naar="{ZAAK}{pad}"><span>{daad} in ZVH-2022-0001<' in html
    assert f'<a href="{ZAAK}{pad}">{daad} in ZVH-2022-0001</a>' in blad
    assert amira.get(f"{ZAAK}{pad}").status_code == 200


def test_buiten_een_zaak_vind_je_niet_wat_je_in_een_zaak_doet(ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")

    assert 'name="zaak"' not in amira.get("/zaken/").content.decode()
    assert _keuzes(amira, "notitie") == ["Toon alles wat past"]
    assert _keuzes(amira, "heropenen") == ["Zaak heropenen", "Toon alles wat past"]


@pytest.mark.parametrize("wie", ["bram", "chantal", "els"])
def test_wie_de_regie_niet_voert_vindt_geen_daden_van_de_zaak(
    wie: str, ingelogd: Ingelogd, neem_deel: NeemDeel
) -> None:
    """One who takes part, one who doesn't, and one who sees no zaken: as of what isn't there."""
    neem_deel("bram")
    client = ingelogd(wie)
    bestaat = client.post(VAK, {"zoek": "persoon toevoegen", "zaak": id_van("casus")})
    verzonnen = client.post(VAK, {"zoek": "persoon toevoegen", "zaak": id_van("bram")})

    assert "ZVH-2022-0001" not in bestaat.content.decode()
    assert bestaat.content == verzonnen.content


def test_een_daad_met_het_kenmerk_van_een_zaak_staat_in_het_journaal(ingelogd: Ingelogd) -> None:
    ingelogd("amira").post(VAK, {"zoek": "persoon toev", "zaak": id_van("casus")})

    assert _acts() == [("zaken.gezocht", 1)]
