# SPDX-License-Identifier: EUPL-1.2
"""Checks on the rows of gemeenten.csv: the numbers are CBS's, the codes of domein.md 6.1."""

import csv
import re
from datetime import date, timedelta
from importlib import resources

import pytest

from vangnet.inrichting.gemeenten import Gemeente, geldig_op, gemeenten

AANTAL_OP_1_JANUARI = {
    2007: 443,
    2008: 443,
    2009: 441,
    2010: 431,
    2011: 418,
    2012: 415,
    2013: 408,
    2014: 403,
    2015: 393,
    2016: 390,
    2017: 388,
    2018: 380,
    2019: 355,
    2020: 355,
    2021: 352,
    2022: 345,
    2023: 342,
    2024: 342,
    2025: 342,
    2026: 342,
}
FRYSLAN_2022 = {
    "GM0059": "Achtkarspelen",
    "GM0060": "Ameland",
    "GM0072": "Harlingen",
    "GM0074": "Heerenveen",
    "GM0080": "Leeuwarden",
    "GM0085": "Ooststellingwerf",
    "GM0086": "Opsterland",
    "GM0088": "Schiermonnikoog",
    "GM0090": "Smallingerland",
    "GM0093": "Terschelling",
    "GM0096": "Vlieland",
    "GM0098": "Weststellingwerf",
    "GM0737": "Tytsjerksteradiel",
    "GM1891": "Dantumadiel",
    "GM1900": "Súdwest-Fryslân",
    "GM1940": "De Fryske Marren",
    "GM1949": "Waadhoeke",
    "GM1970": "Noardeast-Fryslân",
}
OPGEHEVEN = {
    "GM0065": ("Dantumadeel", date(2008, 12, 31), ("GM1891",)),
    "GM0064": ("Bolsward", date(2010, 12, 31), ("GM1900",)),
    "GM0104": ("Nijefurd", date(2010, 12, 31), ("GM1900",)),
    "GM0091": ("Sneek", date(2010, 12, 31), ("GM1900",)),
    "GM0710": ("Wûnseradiel", date(2010, 12, 31), ("GM1900",)),
    "GM0683": ("Wymbritseradiel", date(2010, 12, 31), ("GM1900",)),
    "GM0083": ("Menaldumadeel", date(2010, 12, 31), ("GM1908",)),
    "GM0653": ("Gaasterlân-Sleat", date(2013, 12, 31), ("GM1921",)),
    "GM0082": ("Lemsterland", date(2013, 12, 31), ("GM1921",)),
    "GM0051": ("Skarsterlân", date(2013, 12, 31), ("GM1921",)),
    "GM0055": ("Boarnsterhim", date(2013, 12, 31), ("GM0074", "GM0080", "GM1900", "GM1921")),
    "GM1921": ("De Friese Meren", date(2015, 6, 30), ("GM1940",)),
    "GM0070": ("Franekeradeel", date(2017, 12, 31), ("GM1949",)),
    "GM0063": ("het Bildt", date(2017, 12, 31), ("GM1949",)),
    "GM1908": ("Menameradiel", date(2017, 12, 31), ("GM1949",)),
    "GM0081": ("Leeuwarderadeel", date(2017, 12, 31), ("GM0080",)),
    "GM0140": ("Littenseradiel", date(2017, 12, 31), ("GM0080", "GM1900", "GM1949")),
    "GM0058": ("Dongeradeel", date(2018, 12, 31), ("GM1970",)),
    "GM1722": ("Ferwerderadiel", date(2018, 12, 31), ("GM1970",)),
    "GM0079": ("Kollumerland en Nieuwkruisland", date(2018, 12, 31), ("GM1970",)),
    "GM0962": ("Schinnen", date(2018, 12, 31), ("GM1954",)),
    "GM0788": ("Haaren", date(2020, 12, 31), ("GM0757", "GM0824", "GM0855", "GM0865")),
    "GM1685": ("Landerd", date(2021, 12, 31), ("GM1991",)),
    "GM0856": ("Uden", date(2021, 12, 31), ("GM1991",)),
    "GM0457": ("Weesp", date(2022, 3, 23), ("GM0363",)),
    "GM0501": ("Brielle", date(2022, 12, 31), ("GM1992",)),
}


@pytest.mark.parametrize(("jaar", "aantal"), AANTAL_OP_1_JANUARI.items())
def test_het_aantal_gemeenten_op_1_januari_is_dat_van_het_cbs(jaar: int, aantal: int) -> None:
    geldig = [code for code in gemeenten() if geldig_op(code, date(jaar, 1, 1))]
    assert len(geldig) == aantal


def test_een_code_heeft_een_rij_en_dus_nooit_twee_tijdvakken_tegelijk() -> None:
    tekst = (resources.files("vangnet.inrichting") / "gegevens" / "gemeenten.csv").read_text(
        "utf-8"
    )
    codes = [rij["code"] for rij in csv.DictReader(tekst.splitlines())]
    assert codes == sorted(set(codes))


def test_een_code_is_gm_met_vier_cijfers() -> None:
    assert [code for code in gemeenten() if not re.fullmatch(r"GM\d{4}", code)] == []


def test_twee_gemeenten_van_een_dag_dragen_nooit_dezelfde_naam() -> None:
    for jaar in AANTAL_OP_1_JANUARI:
        namen = [g.naam for g in gemeenten().values() if g.is_geldig_op(date(jaar, 1, 1))]
        assert len(set(namen)) == len(namen), jaar


def test_een_gemeente_bestaat_op_minstens_een_dag_sinds_2007() -> None:
    assert [g.code for g in gemeenten().values() if (g.vanaf or date(2007, 1, 1)) > _einde(g)] == []


def test_een_gemeente_heeft_opvolgers_precies_als_zij_is_opgeheven() -> None:
    assert [g.code for g in gemeenten().values() if bool(g.opvolgers) != (g.tot is not None)] == []


def test_een_opvolger_bestaat_op_de_dag_na_de_laatste() -> None:
    zonder = [
        (g.code, opvolger)
        for g in gemeenten().values()
        for opvolger in g.opvolgers
        if not geldig_op(opvolger, _einde(g) + timedelta(days=1))
    ]
    assert zonder == []


def test_een_gemeente_die_na_1_januari_2007_begint_heeft_een_voorganger_van_de_dag_ervoor() -> None:
    opgevolgd = {
        (o, _einde(g) + timedelta(days=1)) for g in gemeenten().values() for o in g.opvolgers
    }
    later = {
        (g.code, g.vanaf) for g in gemeenten().values() if g.vanaf and g.vanaf > date(2007, 1, 1)
    }
    assert later - opgevolgd == set()


def test_de_gemeenten_van_fryslan_in_2022_staan_er_met_hun_naam() -> None:
    gevonden = {code: gemeenten()[code].naam for code in FRYSLAN_2022}
    assert gevonden == FRYSLAN_2022
    assert all(geldig_op(code, date(2022, 1, 1)) for code in FRYSLAN_2022)


@pytest.mark.parametrize("code", OPGEHEVEN)
def test_een_opgeheven_gemeente_heeft_haar_laatste_dag_en_opvolgers(code: str) -> None:
    gemeente = gemeenten()[code]
    assert (gemeente.naam, gemeente.tot, gemeente.opvolgers) == OPGEHEVEN[code]


@pytest.mark.parametrize(
    ("code", "naam"), [("GM0888", "Beek"), ("GM0971", "Stein"), ("GM1883", "Sittard-Geleen")]
)
def test_de_gemeenten_van_de_westelijke_mijnstreek_bestaan_nog(code: str, naam: str) -> None:
    assert (gemeenten()[code].naam, gemeenten()[code].tot) == (naam, None)


def test_elke_gemeente_van_fryslan_heeft_een_tegel() -> None:
    assert {rij["code"] for rij in _rijen("tegels_fryslan.csv")} == set(FRYSLAN_2022)


def test_twee_tegels_liggen_nooit_op_dezelfde_plek() -> None:
    plekken = [(int(rij["kolom"]), int(rij["rij"])) for rij in _rijen("tegels_fryslan.csv")]
    assert len(plekken) == len(set(plekken)) == 18


def test_de_tegels_beginnen_linksboven_bij_nul() -> None:
    rijen = _rijen("tegels_fryslan.csv")
    assert min(int(rij["kolom"]) for rij in rijen) == min(int(rij["rij"]) for rij in rijen) == 0


@pytest.mark.parametrize(
    ("westelijk", "oostelijk"),
    [("GM0096", "GM0093"), ("GM0060", "GM0088"), ("GM1949", "GM1970"), ("GM1940", "GM0074")],
)
def test_een_westelijke_gemeente_ligt_links_van_een_oostelijke(
    westelijk: str, oostelijk: str
) -> None:
    kolom = {rij["code"]: int(rij["kolom"]) for rij in _rijen("tegels_fryslan.csv")}
    assert kolom[westelijk] < kolom[oostelijk]


def _rijen(bestand: str) -> list[dict[str, str]]:
    pad = resources.files("vangnet.inrichting") / "gegevens" / bestand
    return list(csv.DictReader(pad.read_text(encoding="utf-8").splitlines()))


def _einde(gemeente: Gemeente) -> date:
    return gemeente.tot or date.max - timedelta(days=1)
