# SPDX-License-Identifier: EUPL-1.2
"""Bounds of classes, read from words, and the gaps and overlaps between them."""

import pytest

from tests.kerncijfers.reeksen import cijfer, getallen, gevonden, tabel, tegenspraken
from vangnet.kerncijfers.controles import Reekscijfer
from vangnet.kerncijfers.controles.grenzen import Grenzen, lees_grenzen, loopt_door, zoek_grenzen


@pytest.mark.parametrize(
    ("klasse", "grenzen"),
    [
        ("< 18", Grenzen(0, 17)),
        ("18 t/m 23", Grenzen(18, 23)),
        ("18 tot en met 23 jaar", Grenzen(18, 23)),
        ("18 tot 23", Grenzen(18, 22)),
        ("41-55", Grenzen(41, 55)),
        ("41 – 55 jaar", Grenzen(41, 55)),
        ("> 56", Grenzen(57, None)),
        ("≥ 56", Grenzen(56, None)),
        ("56+", Grenzen(56, None)),
        ("56 jaar en ouder", Grenzen(56, None)),
        ("vanaf 56", Grenzen(56, None)),
        ("ouder dan 55 jaar", Grenzen(56, None)),
        ("jonger dan 18", Grenzen(0, 17)),
        ("t/m 17", Grenzen(0, 17)),
        ("2022-01", None),
        ("3 Reclasseringsorganisaties", None),
        ("GM0080", None),
        ("procesregie", None),
    ],
)
def test_de_grenzen_van_een_klasse_worden_gelezen(klasse: str, grenzen: Grenzen | None) -> None:
    assert lees_grenzen(klasse) == grenzen


@pytest.mark.parametrize(
    ("tekst", "grenzen"),
    [
        ("41 t/m 55 20% 22%", Grenzen(41, 55)),
        ("> 56 4% 16%", Grenzen(57, None)),
        ("< 18 27% 18%", Grenzen(0, 17)),
        ("SF105, regel 111: > 56", Grenzen(57, None)),
        ("tot 01-01-2022 waren er 99", None),
        ("meer dan 10% van de zaken", None),
        ("145 106", None),
        ("regel 110", None),
    ],
)
def test_de_grenzen_van_een_klasse_worden_in_een_tekst_gevonden(
    tekst: str, grenzen: Grenzen | None
) -> None:
    assert zoek_grenzen(tekst) == grenzen


@pytest.mark.parametrize(
    ("klassen", "heel"),
    [
        (["0-17", "18-23", "24+"], True),
        (["24+", "< 18", "18 t/m 23"], True),
        (["0-17", "19-23", "24+"], False),
        (["18-23", "24+"], False),
        (["0-17", "18-23"], False),
        (["0-17", "18-23", "24+", "0-23"], False),
        (["0-17", "iets"], False),
        ([], False),
    ],
)
def test_klassen_lopen_door_als_elk_getal_in_een_klasse_valt(
    klassen: list[str], heel: bool
) -> None:
    assert loopt_door(lees_grenzen(klasse) for klasse in klassen) is heel


def _procenten(klassen: dict[str, int]) -> list[Reekscijfer]:
    return tabel("leeftijd", "leeftijd", klassen, eenheid="procent")


def test_een_gat_tussen_leeftijdsklassen_is_een_tegenspraak() -> None:
    bevinding = tegenspraken(_procenten({"< 18": 30, "18 t/m 55": 50, "> 56": 20}))[0]
    assert getallen(bevinding) == (55, 57)
    assert bevinding.rekensom == (
        "de ene klasse loopt tot en met 55, de volgende vanaf 57: 56 valt in geen klasse"
    )


def test_een_overlap_tussen_leeftijdsklassen_is_een_tegenspraak() -> None:
    bevinding = tegenspraken(_procenten({"0-18": 30, "18-55": 50}))[0]
    assert getallen(bevinding) == (18, 18)
    assert "18 valt in twee klassen" in bevinding.rekensom


def test_klassen_die_aansluiten_zijn_goed() -> None:
    assert gevonden(_procenten({"0-17": 30, "18-55": 50, "56+": 20})) == []


def test_een_klasse_die_andere_omvat_is_geen_overlap() -> None:
    klassen = {"0-17": 10, "18-23": 20, "0-23": 30}
    assert gevonden(tabel("meldingen", "leeftijd", klassen)) == []


def test_een_greep_uit_de_klassen_heeft_geen_gat() -> None:
    assert gevonden(_procenten({"0-17": 30, "56+": 20})) == []


def test_het_gat_wordt_ook_gevonden_als_het_verslag_andere_woorden_heeft_dan_de_klasse() -> None:
    cijfers = [
        cijfer("leeftijd", waarde, f"leeftijd={klasse}", eenheid="procent", citaat=citaat)
        for klasse, waarde, citaat in [
            ("0-17", 30, "< 18 31% 30%"),
            ("18-55", 50, "18 t/m 55 49% 50%"),
            ("56+", 20, "> 56 20% 20%"),
        ]
    ]
    assert gevonden(cijfers) == [("tegenspraak", "klassen")]


def test_regelnummers_zijn_geen_klassen() -> None:
    cijfers = [
        cijfer("meldingen", 1, "soort=a", plaats="regel 10 t/m 12"),
        cijfer("meldingen", 2, "soort=b", plaats="regel 12 t/m 14"),
    ]
    assert gevonden(cijfers) == []


def test_hetzelfde_gat_in_twee_jaren_van_een_verslag_is_een_bevinding() -> None:
    klassen = {"< 18": 30, "18 t/m 55": 50, "> 56": 20}
    vorig = tabel("leeftijd", "leeftijd", klassen, eenheid="procent", jaar=2021)
    assert len(tegenspraken([*vorig, *_procenten(klassen)])) == 1
