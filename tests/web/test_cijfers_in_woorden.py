# SPDX-License-Identifier: EUPL-1.2
"""What a page says about figures, breakdowns and findings."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from vangnet.kerncijfers.controles import Bevinding, Oordeel
from vangnet.kerncijfers.controles.reeks import Bron
from vangnet.kerncijfers.uitkomst import Klasse
from vangnet.web.cijfers.vondsten import als_vondst
from vangnet.web.cijfers.woorden import (
    aantal_in_woorden,
    cijfernaam,
    grootste_in_woorden,
    klassenaam,
)

VERSLAG = "Kerncijfers 2022"
BEVINDING = Bevinding(
    oordeel=Oordeel.TEGENSPRAAK,
    controle="dubbel",
    sleutel="zaken_aangemeld",
    uitsplitsing=(),
    van=date(2022, 1, 1),
    tot=date(2022, 12, 31),
    eenheid="zaken",
    waarden=(Decimal(91), Decimal(93)),
    rekensom="91 ≠ 93: één cijfer, 2 waarden",
    bronnen=(Bron(VERSLAG, "regel 85"), Bron(VERSLAG, "regel 108")),
)


def _klassen(**aantallen: int) -> list[tuple[str, Klasse]]:
    return [(naam, Klasse(naam, aantal, 10 * aantal)) for naam, aantal in aantallen.items()]


@pytest.mark.parametrize(
    ("aantallen", "zin"),
    [
        ({"Kind": 3, "Ouder": 5}, "Het vaakst: Ouder, 50%"),
        ({"Kind": 5, "Ouder": 5, "Partner": 1}, "Bovenaan staan gelijk: Kind en Ouder"),
        ({"Kind": 2, "Ouder": 2, "Partner": 2}, "Bovenaan staan er 3 gelijk"),
    ],
)
def test_de_titel_van_een_verdeling_noemt_wat_bovenaan_staat(
    aantallen: dict[str, int], zin: str
) -> None:
    assert grootste_in_woorden(_klassen(**aantallen), eenheid="personen") == zin


def test_van_geld_is_het_grootste_deel_niet_het_vaakste() -> None:
    assert grootste_in_woorden(_klassen(Huur=4), eenheid="euro") == "Het meeste geld: Huur, 40%"


def test_geld_staat_er_in_hele_euros() -> None:
    assert aantal_in_woorden(Decimal("1511285.00"), eenheid="euro") == "€ 1.511.285"


def test_een_maand_heeft_een_naam() -> None:
    assert klassenaam("maand", "2022-11") == "november 2022"


def test_een_cijfer_dat_alleen_is_gepubliceerd_heet_naar_zijn_sleutel() -> None:
    assert cijfernaam("vervolg_acties") == "Vervolg acties"


def test_een_vondst_noemt_het_cijfer_en_elk_verslag_een_keer() -> None:
    vondst = als_vondst(BEVINDING)

    assert vondst.titel == "Nieuwe zaken, 2022"
    assert vondst.bronnen == [(VERSLAG, "regel 85; regel 108")]


def test_een_rekensom_begint_met_woorden_en_niet_met_een_code() -> None:
    codes = replace(BEVINDING, rekensom="eerste_inzet: 64 + 34 = 98, geen 100")

    assert als_vondst(codes).rekensom == "Inzet: 64 + 34 = 98, geen 100"


def test_een_vondst_over_jaren_gaat_over_elk_van_die_jaren() -> None:
    vondst = als_vondst(replace(BEVINDING, van=date(2019, 1, 1)))

    assert [jaar for jaar in range(2017, 2025) if vondst.gaat_over(jaar)] == [
        2019,
        2020,
        2021,
        2022,
    ]
