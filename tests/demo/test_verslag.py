# SPDX-License-Identifier: EUPL-1.2
"""What the package can't give of the published figures is said, and only that."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.demo.figuren import klasse, uit_map
from vangnet.demo.gepubliceerd import lees_gepubliceerd
from vangnet.demo.huis import DEMOHUIS, lees_huis
from vangnet.demo.pakket import Verslag
from vangnet.kerncijfers.controles.reeks import Reekscijfer

Demo = tuple[Path, Verslag]
GEPUBLICEERD = lees_gepubliceerd(lees_huis(DEMOHUIS).gepubliceerd)
VAN_DE_DEMOJAREN = [
    cijfer
    for cijfer in GEPUBLICEERD
    if date(2019, 1, 1) <= cijfer.van
    and cijfer.tot <= date(2022, 12, 31)
    and (cijfer.van < cijfer.tot or cijfer.sleutel == "zaken_openstaand")
]


def geteld(demo: Demo, cijfer: Reekscijfer) -> Decimal:
    """What the oracle counts for a published figure, in its unit."""
    figuur: Any = uit_map(demo[0], cijfer.van, cijfer.tot)[cijfer.sleutel]
    if not cijfer.uitsplitsing:
        return Decimal(figuur["waarde"])
    ((dimensie, klassen),) = cijfer.uitsplitsing
    veld = "aandeel" if cijfer.eenheid == "procent" else "aantal"
    return Decimal(sum(klasse(figuur, dimensie, naam, veld=veld) for naam in klassen))


def test_er_is_iets_te_vergelijken() -> None:
    assert len(VAN_DE_DEMOJAREN) > 120


@pytest.mark.parametrize("cijfer", VAN_DE_DEMOJAREN, ids=lambda c: c.plaats[:5])
def test_een_gepubliceerd_cijfer_klopt_of_staat_in_het_verslag(
    demo: Demo, cijfer: Reekscijfer
) -> None:
    verschillen = [rij for rij in demo[1].rijen if rij.cijfer == cijfer]

    assert [rij.berekend for rij in verschillen] == (
        [] if geteld(demo, cijfer) == cijfer.waarde else [geteld(demo, cijfer)]
    )


def test_93_zaken_tegen_91_noemt_beide_plaatsen(demo: Demo) -> None:
    rij = next(rij for rij in demo[1].rijen if rij.cijfer.waarde == 93)

    assert rij.berekend == 91
    assert rij.reden == "voor hetzelfde cijfer is ook 91 gepubliceerd"
    assert [bron.split("regel ")[1] for bron in rij.bronnen] == [
        "108: procesregie",
        "85: procesregie",
    ]


def test_64_tegen_34_procent_noemt_de_som_en_de_aantallen(demo: Demo) -> None:
    rij = next(rij for rij in demo[1].rijen if rij.cijfer.waarde == 34)

    assert rij.berekend == 36
    assert rij.reden == (
        "de gepubliceerde delen met een naam tellen op tot 98 procent; "
        "de aantallen 145 en 81 geven 36 procent"
    )


def test_180_aanmeldingen_staan_naast_170_zaken(demo: Demo) -> None:
    rij = next(rij for rij in demo[1].rijen if rij.cijfer.sleutel == "aanmeldingen")

    assert rij.cijfer.waarde == 170
    assert rij.berekend == 180


def test_elke_afwijking_noemt_een_plaats(demo: Demo) -> None:
    assert all(" regel " in bron for rij in demo[1].rijen for bron in rij.bronnen)


def test_een_afwijking_is_als_zin_te_lezen(klein: Demo) -> None:
    assert str(klein[1].rijen[0]) == (
        "zaken_aangemeld (eerste_inzet: procesregie) 2024-01-01/2024-12-31: gepubliceerd 15, "
        "berekend 14 zaken; voor hetzelfde cijfer is ook 14 gepubliceerd "
        "[Verslag 2024, regel 9; Verslag 2024, regel 2]"
    )


def test_het_boek_zegt_wat_de_rijen_geven(demo: Demo) -> None:
    """Every total that was dealt is what the oracle counts."""
    for (tijdvak, sleutel, dimensie), post in demo[1].boek.posten.items():
        if len(tijdvak) != 4 or dimensie in {"", "wissel"} or sleutel == "mutatie_restant":
            continue
        jaar = int(tijdvak)
        figuur = uit_map(demo[0], date(jaar, 1, 1), date(jaar, 12, 31))[sleutel]
        geteld = {d["klasse"]: d["aantal"] for d in figuur["uitsplitsingen"][dimensie]}
        gedeeld = {naam: aantal for naam, aantal in post.items() if aantal}
        if sleutel == "zaken_aangemeld" and dimensie == "gemeente":
            assert sum(gedeeld.values()) == sum(geteld.values())
        else:
            assert {naam: aantal for naam, aantal in geteld.items() if aantal} == gedeeld
