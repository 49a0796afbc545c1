# SPDX-License-Identifier: EUPL-1.2
"""Figures over more than one period, loose figures and agreements."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.kerncijfers.reeksen import berekend, cijfer, getallen, gevonden, stand
from vangnet.kerncijfers.controles import controleer

KWARTAAL: dict[str, Any] = {"van": date(2022, 1, 1), "tot": date(2022, 3, 31)}


def test_een_deel_van_het_jaar_kan_niet_meer_tellen_dan_het_jaar() -> None:
    deel = cijfer("aanmeldingen", 50, eenheid="aanmeldingen", **KWARTAAL)
    geheel = cijfer("aanmeldingen", 40, eenheid="aanmeldingen")
    assert gevonden([deel, geheel]) == [("tegenspraak", "deelperiode")]


def test_evenveel_in_een_deel_als_in_het_geheel_is_een_vraag() -> None:
    vier_jaar: dict[str, Any] = {"van": date(2006, 1, 1), "tot": date(2009, 12, 31)}
    deel = cijfer("geprioriteerd", 175, eenheid="personen", jaar=2009)
    geheel = cijfer("geprioriteerd", 175, eenheid="personen", **vier_jaar)
    assert gevonden([deel, geheel]) == [("vraag", "deelperiode")]


def test_een_klasse_mag_in_een_deel_van_het_jaar_groter_zijn() -> None:
    deel = berekend("zaken_lopend", 5, "laatste_inzet=procesregie", **KWARTAAL)
    assert gevonden([deel, berekend("zaken_lopend", 3, "laatste_inzet=procesregie")]) == []


def test_een_gemiddelde_mag_in_een_deel_van_het_jaar_groter_zijn() -> None:
    deel = cijfer("aanmeldingen_per_maand", 21, eenheid="aantal_per_maand", **KWARTAAL)
    assert gevonden([deel, cijfer("aanmeldingen_per_maand", 15, eenheid="aantal_per_maand")]) == []


@pytest.mark.parametrize(
    ("oud", "nieuw", "factor", "uitkomst"),
    [
        (4, 16, 2, 1),
        (16, 4, 2, 1),
        (5, 10, 2, 0),
        (10, 5, 2, 0),
        (5, 10, Decimal("1.9"), 1),
        (0, 10, 2, 0),
        (-5, 20, 2, 0),
    ],
)
def test_een_sprong_is_meer_dan_een_factor_sinds_de_vorige_periode(
    oud: int, nieuw: int, factor: int | Decimal, uitkomst: int
) -> None:
    cijfers = [cijfer("kort_advies", oud, jaar=2021), cijfer("kort_advies", nieuw)]
    assert [b.oordeel for b in controleer(cijfers, sprongfactor=factor)] == ["sprong"] * uitkomst


def test_jaren_die_niet_op_elkaar_volgen_maken_geen_sprong() -> None:
    assert gevonden([cijfer("kort_advies", 5, jaar=2017), cijfer("kort_advies", 50)]) == []


def test_een_jaar_en_een_kwartaal_maken_geen_sprong() -> None:
    cijfers = [cijfer("kort_advies", 50, jaar=2021), cijfer("kort_advies", 5, **KWARTAAL)]
    assert gevonden(cijfers) == []


def test_standen_op_twee_peildata_maken_een_sprong() -> None:
    assert gevonden([stand(40, date(2022, 1, 1)), stand(99, date(2023, 1, 1))]) == [
        ("sprong", "sprong")
    ]


def test_andere_populaties_maken_geen_sprong() -> None:
    cijfers = [cijfer("kort_advies", 5, jaar=2021, populatie="a"), cijfer("kort_advies", 50)]
    assert gevonden(cijfers) == []


def test_een_reeks_met_twee_definities_is_een_vraag() -> None:
    cijfers = [
        cijfer("goed_resultaat", 83, eenheid="procent", jaar=2017, definitie_versie="1"),
        cijfer("goed_resultaat", 89, eenheid="procent", definitie_versie="2"),
    ]
    assert [b.rekensom for b in controleer(cijfers)] == [
        "definitie 1: 83 vanaf 2017-01-01; definitie 2: 89 vanaf 2022-01-01: niet te vergelijken"
    ]


def test_losse_en_berekende_cijfers_hebben_geen_reeks_met_definities() -> None:
    for soort, sleutel in ((cijfer, "los"), (berekend, "kort_advies")):
        reeks = [soort(sleutel, 5, jaar=2000 + n, definitie_versie=str(n)) for n in (1, 20)]
        assert gevonden(reeks) == []


def test_een_klasse_die_los_twee_keer_is_genoemd_is_een_vraag() -> None:
    cijfers = [
        cijfer("los", rang, "aanmelder_soort=om", eenheid="anders", plaats=f"plek {rang}")
        for rang in (2, 4)
    ]
    assert gevonden(cijfers) == [("vraag", "los")]


def test_losse_cijfers_zonder_klasse_worden_niet_vergeleken() -> None:
    cijfers = [cijfer("los", n, eenheid="procent", plaats=f"regel {n}") for n in (5, 7)]
    assert gevonden(cijfers) == []


def test_twee_frequenties_in_een_verslag_zijn_een_vraag() -> None:
    cijfers = [
        cijfer("los", keer, eenheid="aantal_per_week", plaats=f"regel {keer}") for keer in (1, 2)
    ]
    assert gevonden(cijfers) == [("vraag", "los")]


@pytest.mark.parametrize(("totaal", "uitkomst"), [(624, []), (1248, [(624, 1248)])])
def test_een_getal_na_een_frequentie_per_week_is_dat_maal_de_weken(
    totaal: int, uitkomst: list[tuple[int, int]]
) -> None:
    cijfers = [
        cijfer("los", 12, eenheid="aantal_per_week", plaats="regel 9"),
        cijfer("briefing_fahg_zaken", totaal, plaats="regel 10"),
    ]
    assert [getallen(b) for b in controleer(cijfers)] == uitkomst


def test_een_resultaat_onder_de_afspraak_is_een_vraag() -> None:
    cijfers = [
        cijfer("prestatieafspraken", 52, "doelgroep=oggz", eenheid="personen"),
        cijfer("geprioriteerd", 29, "doelgroep=oggz", eenheid="personen"),
        cijfer("geprioriteerd", 60, "doelgroep=jeugd_groep", eenheid="personen"),
    ]
    assert [b.rekensom for b in controleer(cijfers)] == ["afgesproken 52, geprioriteerd 29"]
