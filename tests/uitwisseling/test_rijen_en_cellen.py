# SPDX-License-Identifier: EUPL-1.2
"""Each rule of uitwisseling.md has a package that breaks it, and the place that is named."""

from pathlib import Path

import pytest

from tests.uitwisseling.hulp import GAAF, schrijf, voer_in

pytestmark = pytest.mark.django_db

_CASUS = "casus_id,samenstelling,hoofdbetrokkene,gemeente\n"
_AANMELDING = "aanmelding_id,ontvangen_op,aanmelder,gemeente,triage_op,triage_besluit,casus_id\n"
_INZET = "casus_id,soort,vanaf,tot\n"
_PERSOON = "persoon_id,achternaam,geboortedatum,bsn,gemeente\n"
_DICHT = "casus_id,afgesloten_op,resultaat,overdracht,heropend_op\n"
_TELLING = "datum,soort,aantal,gemeente\n"
_GELD = "jaar,soort,post,bedrag\n"
_A1 = "A1,2022-03-01,O1,GM0080,2022-03-03,procesregie,C1\n"
_C1 = "C1,individu,P1,GM0080\n"
_P1 = "P1,Jansma,,,\n"

_CELLEN = [
    ("personen", _PERSOON + "P1,,,,\n", 1, "achternaam", "verplicht"),
    ("personen", _PERSOON + _P1 + ",Boersma,,,\n", 2, "persoon_id", "verplicht"),
    ("personen", _PERSOON + "P1,J,1990-02-30,,\n", 1, "geboortedatum", "datum_vorm"),
    ("personen", _PERSOON + "P1,J,1900-02-29,,\n", 1, "geboortedatum", "datum_vorm"),
    ("personen", _PERSOON + "P1,J,28-02-1990,,\n", 1, "geboortedatum", "datum_vorm"),
    ("personen", _PERSOON + "P1,J,1899-12-31,,\n", 1, "geboortedatum", "datum_bereik"),
    ("personen", _PERSOON + "P1,J,2199-01-01,,\n", 1, "geboortedatum", "datum_bereik"),
    ("personen", _PERSOON + "P1,J,,99999000,\n", 1, "bsn", "bsn_vorm"),
    ("personen", _PERSOON + "P1,J,,999990008,\n", 1, "bsn", "bsn_proef"),
    ("personen", _PERSOON + "P1,J,,000000000,\n", 1, "bsn", "bsn_nullen"),
    ("personen", _PERSOON + "P1,J,,,GM9999\n", 1, "gemeente", "gemeente"),
    ("personen", _PERSOON + _P1 + _P1, 2, "persoon_id", "dubbel"),
    ("personen", _PERSOON + "P1," + "a" * 100_001 + ",,,\n", 1, "achternaam", "tekst_lang"),
    ("personen", _PERSOON + "P" * 256 + ",J,,,\n" + _P1, 1, "persoon_id", "tekst_lang"),
    ("personen", _PERSOON + "P1,Jan\u202esma,,,\n", 1, "achternaam", "onzichtbaar"),
    (
        "personen",
        "persoon_id,achternaam,voornamen\nP1,J,Jan\u200b\n",
        1,
        "voornamen",
        "onzichtbaar",
    ),
    (
        "personen",
        "persoon_id,achternaam,tussenvoegsel\nP1,J,\U000e0041van\n",
        1,
        "tussenvoegsel",
        "onzichtbaar",
    ),
    ("personen", _PERSOON + 'P1,"Jan\nsma",,,\n', 1, "achternaam", "onzichtbaar"),
    (
        "organisaties",
        "organisatie_id,naam,soort,keten\nO1,P\u2066olitie,politie,zorg\n",
        1,
        "naam",
        "onzichtbaar",
    ),
    ("organisaties", "organisatie_id,naam,soort,keten\nO1,P,Politie,zorg\n", 1, "soort", "code"),
    (
        "organisaties",
        "organisatie_id,naam,soort,keten,rapportgroep\nO1,P,politie,zorg,Anders\n",
        1,
        "rapportgroep",
        "rapportgroep",
    ),
    ("tellingen", _TELLING + "2022-01-01,gescreend,-1,\n", 1, "aantal", "geheel"),
    ("tellingen", _TELLING + "2022-01-01,gescreend,3.0,\n", 1, "aantal", "geheel"),
    ("tellingen", _TELLING + "2022-01-01,gescreend,9999999999,\n", 1, "aantal", "getal_groot"),
    ("tellingen", _TELLING + "2019-01-01,gescreend,3,GM0058\n", 1, "gemeente", "gemeente_dag"),
    ("tellingen", _TELLING + "2022-01-01,gescreend,3,\n" * 2, 2, "datum", "dubbel"),
    ("financien", _GELD + "2022,kosten,huur,1.234\n", 1, "bedrag", "geld"),
    ("financien", _GELD + '2022,kosten,huur,"1.234,50"\n', 1, "bedrag", "geld"),
    ("financien", _GELD + "1022,kosten,huur,5\n", 1, "jaar", "jaar"),
    (
        "meldingen",
        "melding_id,datum,doelgroep,herhaald\nM1,2008-01-01,oggz,x\n",
        1,
        "herhaald",
        "ja_nee",
    ),
    (
        "gepubliceerd",
        "rapport,van,tot,sleutel,waarde,eenheid\nR,2022-01-01,2022-12-31,los,veel,zaken\n",
        1,
        "waarde",
        "getal",
    ),
    (
        "gepubliceerd",
        "rapport,van,tot,sleutel,uitsplitsing,waarde,eenheid\n"
        "R,2022-01-01,2022-12-31,los,inzet,1,zaken\n",
        1,
        "uitsplitsing",
        "uitsplitsing",
    ),
]

_REGELS = [
    (
        "gepubliceerd",
        "rapport,van,tot,sleutel,waarde,eenheid\nR,2022-01-01,2022-12-31,zakken,1,zaken\n",
        1,
        "sleutel",
        "sleutel_onbekend",
    ),
    (
        "vervolgacties",
        "melding_id,soort,datum\nM1,casusoverleg,2008-01-01\n",
        1,
        "melding_id",
        "verwijzing",
    ),
    (
        "relaties",
        "persoon_id,andere_persoon_id,soort\nP1,P1,ouder\n",
        1,
        "andere_persoon_id",
        "relatie_zelf",
    ),
    (
        "relaties",
        "persoon_id,andere_persoon_id,soort,vanaf,tot\nP1,P2,ouder,2022-02-02,2022-02-01\n",
        1,
        "tot",
        "tot_voor_vanaf",
    ),
    (
        "aanmeldingen",
        _AANMELDING + "A1,2022-03-01,O1,GM0080,2022-02-28,procesregie,C1\n",
        1,
        "triage_op",
        "triage_voor_ontvangst",
    ),
    (
        "aanmeldingen",
        _AANMELDING + _A1 + "A2,2022-03-01,O1,,2022-03-02,advies,C1\n",
        2,
        "casus_id",
        "casus_zonder_besluit",
    ),
    (
        "aanmeldingen",
        _AANMELDING + _A1 + "A2,2022-03-01,O1,,2022-03-02,ondersteuning,\n",
        2,
        "casus_id",
        "besluit_zonder_casus",
    ),
    (
        "aanmeldingen",
        _AANMELDING + _A1 + "A2,2022-03-02,O9,,,,\n",
        2,
        "aanmelder",
        "verwijzing",
    ),
    ("casussen", _CASUS + _C1 + "C2,individu,,\n", 2, "casus_id", "zonder_aanmelding"),
    ("casussen", _CASUS + "C1,individu,P2,GM0080\n", 1, "hoofdbetrokkene", "hoofdbetrokkene"),
    ("casussen", _CASUS + "C1,individu,P1,GM0074\n", 1, "gemeente", "gemeente_aanmelding"),
    (
        "inzetten",
        _INZET + "C1,procesregie,2022-02-28,\n",
        1,
        "vanaf",
        "inzet_voor_aanmelding",
    ),
    (
        "inzetten",
        _INZET + "C1,procesregie,2022-03-03,2022-03-31\nC1,ondersteuning,2022-03-31,\n",
        2,
        "vanaf",
        "inzet_overlap",
    ),
    (
        "inzetten",
        _INZET + "C1,procesregie,2022-03-03,\nC1,ondersteuning,2022-03-31,\n",
        2,
        "vanaf",
        "inzet_overlap_open",
    ),
    (
        "inzetten",
        _INZET + "C1,procesregie,2022-03-03,2022-03-31\nC1,ondersteuning,2022-04-02,\n",
        2,
        "vanaf",
        "inzet_gat",
    ),
    ("afsluitingen", _DICHT + "C1,2022-02-28,,,\n", 1, "afgesloten_op", "sluiting_voor_aanmelding"),
    ("afsluitingen", _DICHT + "C1,2022-03-02,,,\n", 1, "afgesloten_op", "afsluiting_zonder_inzet"),
    ("afsluitingen", _DICHT + "C1,2022-06-30,,,\n", 1, "resultaat", "resultaat_ontbreekt"),
    (
        "afsluitingen",
        _DICHT + "C1,2022-06-30,deels,,2022-06-30\n",
        1,
        "heropend_op",
        "heropend_voor_sluiting",
    ),
    (
        "afsluitingen",
        _DICHT + "C1,2022-06-30,deels,,\nC1,2022-07-31,deels,,\n",
        2,
        "afgesloten_op",
        "sluiting_zonder_heropening",
    ),
    ("trajecten", "casus_id,vanaf\nC1,2022-03-02\n", 1, "vanaf", "traject_zonder_procesregie"),
    (
        "afspraken",
        "afspraak_id,casus_id,organisatie_id,domein,vastgesteld_op,uiterlijk_op,gereed_op,"
        "vervallen_op\nF1,C1,O1,zorg,2022-04-01,2199-01-01,2022-04-02,2022-04-03\n",
        1,
        "vervallen_op",
        "gereed_en_vervallen",
    ),
]


@pytest.mark.asvs("2.2.1")
@pytest.mark.parametrize(("bestand", "tekst", "rij", "kolom", "soort"), _CELLEN)
def test_een_verkeerde_cel_wordt_genoemd(
    tmp_path: Path, bestand: str, tekst: str, rij: int, kolom: str, soort: str
) -> None:
    verloop = voer_in(schrijf(tmp_path, {bestand: tekst}))

    assert verloop.plekken == [(bestand, rij, kolom, soort)]


@pytest.mark.parametrize(("bestand", "tekst", "rij", "kolom", "soort"), _REGELS)
def test_een_gebroken_regel_wordt_genoemd(
    tmp_path: Path, bestand: str, tekst: str, rij: int, kolom: str, soort: str
) -> None:
    verloop = voer_in(schrijf(tmp_path, {**GAAF, bestand: tekst}))

    assert (bestand, rij, kolom, soort) in verloop.plekken
    assert not verloop.uitkomst.geschreven


def test_een_gaaf_pakket_heeft_geen_fouten(tmp_path: Path) -> None:
    verloop = voer_in(schrijf(tmp_path, GAAF))

    assert verloop.plekken == []
    assert verloop.uitkomst.geschreven
