# SPDX-License-Identifier: EUPL-1.2
"""The demo package, counted by the oracle, gives the golden years of kerncijfers.md section 4a."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.demo.figuren import klasse, uit_map
from vangnet.demo.pakket import Verslag

Demo = tuple[Path, Verslag]


def figuur(demo: Demo, jaar: int, sleutel: str) -> Any:
    return uit_map(demo[0], date(jaar, 1, 1), date(jaar, 12, 31))[sleutel]


@pytest.mark.parametrize(
    ("jaar", "sleutel", "waarde"),
    [
        (2020, "zaken_aangemeld", 226),
        (2021, "zaken_aangemeld", 210),
        (2022, "zaken_aangemeld", 170),
        (2022, "aanmeldingen", 180),
        (2021, "zaken_openstaand", 103),
        (2022, "zaken_openstaand", 99),
        (2021, "zaken_afgesloten", 214),
        (2020, "goed_resultaat", 88),
        (2021, "goed_resultaat", 87),
        (2022, "goed_resultaat", 89),
        (2021, "personen_betrokken", 336),
        (2022, "personen_betrokken", 151),
        (2021, "leeftijd_0_23", 44),
        (2022, "leeftijd_0_23", 30),
        (2021, "trajectbegeleiding", 78),
        (2021, "trajectbegeleiding_nieuw", 41),
        (2022, "trajectbegeleiding", 83),
        (2022, "trajectbegeleiding_nieuw", 34),
        (2020, "kort_advies", 189),
        (2021, "kort_advies", 344),
        (2022, "kort_advies", 350),
        (2022, "advies_trajectbegeleiding", 104),
        (2022, "briefing_fahg", 100),
        (2022, "briefing_fahg_zaken", 1248),
        (2021, "screening_gedetineerden", 231),
        (2021, "screening_gedetineerden_plan", 11),
        (2021, "screening_gedetineerden_regietafel", 11),
        (2022, "screening_gedetineerden", 191),
        (2022, "screening_gedetineerden_plan", 15),
        (2021, "zelfmelders_benaderd", 47),
        (2022, "casustafel_radicalisering", 52),
        (2022, "drieluik_signalen", 45),
        (2022, "jeugdgroepen", 2),
        (2022, "levensloop_geincludeerd", 5),
        (2022, "doorzorg_gemeente", 28),
        (2022, "doorzorg_actief", 19),
        (2021, "begroting", 1136553),
        (2021, "dekking", 1136553),
        (2021, "kosten", 1223447),
        (2021, "resultaat_financieel", -86894),
        (2021, "restant", 70060),
        (2021, "reserve", 352035),
        (2022, "begroting", 1511285),
        (2022, "dekking", 1511285),
        (2022, "kosten", 1325723),
        (2022, "resultaat_financieel", 185562),
        (2022, "restant", 255622),
    ],
)
def test_een_gouden_jaar_geeft_de_gepubliceerde_waarde(
    demo: Demo, jaar: int, sleutel: str, waarde: int
) -> None:
    assert figuur(demo, jaar, sleutel)["waarde"] == waarde


@pytest.mark.parametrize(
    ("jaar", "sleutel", "dimensie", "naam", "aantal"),
    [
        (2020, "zaken_aangemeld", "eerste_inzet", "procesregie", 145),
        (2020, "zaken_aangemeld", "eerste_inzet", "ondersteuning", 81),
        (2021, "zaken_aangemeld", "eerste_inzet", "procesregie", 106),
        (2021, "zaken_aangemeld", "eerste_inzet", "ondersteuning", 104),
        (2022, "zaken_aangemeld", "eerste_inzet", "procesregie", 91),
        (2022, "zaken_aangemeld", "eerste_inzet", "ondersteuning", 79),
        (2022, "zaken_aangemeld", "gemeente", "GM0080", 73),
        (2022, "zaken_aangemeld", "gemeente", "detentie", 1),
        (2021, "zaken_afgesloten", "laatste_inzet", "procesregie", 124),
        (2022, "zaken_afgesloten", "laatste_inzet", "procesregie", 90),
        (2021, "goed_resultaat", "resultaat", "doel_gerealiseerd", 108),
        (2022, "goed_resultaat", "resultaat", "doel_gerealiseerd", 80),
        (2022, "overdracht", "ontvanger_soort", "wijk_of_gebiedsteam", 19),
        (2022, "overdracht", "ontvanger_soort", "ggz", 8),
        (2022, "overdracht", "ontvanger_soort", "curator_of_bewindvoerder", 8),
        (2022, "overdracht", "ontvanger_soort", "gemeente", 7),
    ],
)
def test_een_gouden_jaar_geeft_het_gepubliceerde_aantal(
    demo: Demo, jaar: int, sleutel: str, dimensie: str, naam: str, aantal: int
) -> None:
    assert klasse(figuur(demo, jaar, sleutel), dimensie, naam) == aantal


@pytest.mark.parametrize(
    ("jaar", "sleutel", "dimensie", "procenten"),
    [
        (2020, "zaken_aangemeld", "eerste_inzet", {"procesregie": 64, "ondersteuning": 36}),
        (2021, "zaken_aangemeld", "eerste_inzet", {"procesregie": 50, "ondersteuning": 50}),
        (2022, "zaken_aangemeld", "eerste_inzet", {"procesregie": 54, "ondersteuning": 46}),
        (2019, "zaken_aangemeld", "gemeente", {"GM0080": 52}),
        (2020, "zaken_aangemeld", "gemeente", {"GM0080": 47}),
        (2021, "zaken_aangemeld", "gemeente", {"GM0080": 38}),
        (2022, "zaken_aangemeld", "gemeente", {"GM0080": 43}),
        (
            2022,
            "overdracht",
            "ontvanger_soort",
            {"wijk_of_gebiedsteam": 21, "ggz": 9, "curator_of_bewindvoerder": 9, "gemeente": 8},
        ),
        (
            2021,
            "overdracht",
            "ontvanger_soort",
            {
                "wijk_of_gebiedsteam": 15,
                "ggz": 10,
                "verslavingszorg": 5,
                "gemeente": 10,
                "reclassering": 6,
            },
        ),
        (
            2020,
            "leeftijd",
            "leeftijd",
            {"0-17": 26, "18-23": 16, "24-40": 33, "41-55": 20, "56+": 5},
        ),
        (
            2021,
            "leeftijd",
            "leeftijd",
            {"0-17": 27, "18-23": 17, "24-40": 30, "41-55": 22, "56+": 4},
        ),
        (
            2022,
            "leeftijd",
            "leeftijd",
            {"0-17": 18, "18-23": 12, "24-40": 28, "41-55": 26, "56+": 16},
        ),
        (2020, "samenstelling", "samenstelling", {"systeem": 27, "individu": 73}),
        (2021, "samenstelling", "samenstelling", {"systeem": 30, "individu": 70}),
        (2022, "samenstelling", "samenstelling", {"systeem": 31, "individu": 69}),
        (
            2021,
            "zaken_aangemeld",
            "aanmelder_groep",
            {
                "Gemeenten": 24,
                "Wijk- en gebiedsteams": 13,
                "Politie": 9,
                "GGZ/VNN": 6,
                "Regiecentrum B&V en VT": 5,
                "Wender": 4,
                "3 Reclasseringsorganisaties": 4,
            },
        ),
        (
            2022,
            "zaken_aangemeld",
            "aanmelder_groep",
            {
                "Wijk- en gebiedsteams": 20,
                "Gemeenten": 17,
                "Regiecentrum B&V en VT": 10,
                "GGZ/VNN": 9,
                "Wender": 6,
                "3 Reclasseringsorganisaties": 5,
                "Politie": 5,
                "Anders": 28,
            },
        ),
    ],
)
def test_een_gouden_jaar_geeft_de_gepubliceerde_procenten(
    demo: Demo, jaar: int, sleutel: str, dimensie: str, procenten: dict[str, int]
) -> None:
    cijfer = figuur(demo, jaar, sleutel)

    gevonden = {naam: klasse(cijfer, dimensie, naam, veld="aandeel") for naam in procenten}

    assert gevonden == procenten


@pytest.mark.parametrize(
    ("van", "tot", "per_maand"),
    [(date(2022, 1, 1), date(2022, 8, 31), 12), (date(2022, 9, 1), date(2022, 12, 31), 21)],
)
def test_de_aanmeldingen_nemen_in_de_laatste_vier_maanden_toe(
    demo: Demo, van: date, tot: date, per_maand: int
) -> None:
    assert uit_map(demo[0], van, tot)["aanmeldingen_per_maand"]["waarde"] == per_maand


def test_de_screening_stopt_per_oktober(demo: Demo) -> None:
    cijfers = uit_map(demo[0], date(2022, 1, 1), date(2022, 9, 30))

    assert cijfers["screening_gedetineerden"]["waarde"] == 191
    assert cijfers["screening_gedetineerden_plan"]["waarde"] == 15


def test_in_2022_zijn_51_van_de_170_hooguit_23_jaar(demo: Demo) -> None:
    cijfer = figuur(demo, 2022, "leeftijd")

    assert klasse(cijfer, "leeftijd", "0-17") + klasse(cijfer, "leeftijd", "18-23") == 51


def test_na_leeuwarden_komen_de_gemeenten_in_de_gepubliceerde_volgorde(demo: Demo) -> None:
    gemeenten = figuur(demo, 2022, "zaken_aangemeld")["uitsplitsingen"]["gemeente"]

    assert [deel["klasse"] for deel in gemeenten[:5]] == [
        "GM0080",
        "GM1900",
        "GM1970",
        "GM0074",
        "GM0090",
    ]
