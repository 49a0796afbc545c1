# SPDX-License-Identifier: EUPL-1.2
"""Facts moved between records move the figures: nothing but the rows decides a count."""

from copy import deepcopy
from random import Random

import pytest

from tests.demo.figuren import jaarcijfers, klasse
from tests.kerncijfers.geldig import fouten
from tests.kerncijfers.telling_regels import Rijen


def jaar_van_aanmelden(rijen: Rijen) -> dict[str, str]:
    """The year of the earliest aanmelding of each casus."""
    jaren: dict[str, str] = {}
    for rij in rijen["aanmeldingen"]:
        if rij["casus_id"]:
            jaar = rij["ontvangen_op"][:4]
            jaren[rij["casus_id"]] = min(jaar, jaren.get(rij["casus_id"], jaar))
    return jaren


@pytest.fixture
def geschud(demorijen: Rijen) -> Rijen:
    """The demo with gemeenten dealt anew over the casussen and results over the closings."""
    rijen = deepcopy(demorijen)
    dobbel = Random(7)  # noqa: S311
    gemeenten = [rij["gemeente"] for rij in rijen["casussen"]]
    dobbel.shuffle(gemeenten)
    nieuw = {
        rij["casus_id"]: plaats for rij, plaats in zip(rijen["casussen"], gemeenten, strict=True)
    }
    for rij in (*rijen["casussen"], *rijen["aanmeldingen"]):
        rij["gemeente"] = nieuw.get(rij["casus_id"], rij["gemeente"])
    regie = [rij for rij in rijen["afsluitingen"] if rij["resultaat"]]
    resultaten = [rij["resultaat"] for rij in regie]
    dobbel.shuffle(resultaten)
    for rij, resultaat in zip(regie, resultaten, strict=True):
        rij["resultaat"] = resultaat
    return rijen


def test_een_geschud_register_blijft_geldig(geschud: Rijen) -> None:
    assert fouten(geschud) == []


@pytest.mark.parametrize("jaar", [2020, 2021, 2022])
def test_geschudde_gemeenten_geven_de_aantallen_van_de_rijen(geschud: Rijen, jaar: int) -> None:
    jaren = jaar_van_aanmelden(geschud)
    leeuwarden = sum(
        rij["gemeente"] == "GM0080" and jaren[rij["casus_id"]] == str(jaar)
        for rij in geschud["casussen"]
    )

    assert klasse(jaarcijfers(geschud, jaar)["zaken_aangemeld"], "gemeente", "GM0080") == leeuwarden


def test_geschudde_gemeenten_veranderen_het_cijfer(demorijen: Rijen, geschud: Rijen) -> None:
    voor = jaarcijfers(demorijen, 2022)["zaken_aangemeld"]["uitsplitsingen"]["gemeente"]
    na = jaarcijfers(geschud, 2022)["zaken_aangemeld"]["uitsplitsingen"]["gemeente"]

    assert voor != na


@pytest.mark.parametrize("jaar", [2020, 2021, 2022])
def test_geschudde_resultaten_geven_de_aantallen_van_de_rijen(geschud: Rijen, jaar: int) -> None:
    gehaald = sum(
        rij["resultaat"] == "doel_gerealiseerd" and rij["afgesloten_op"][:4] == str(jaar)
        for rij in geschud["afsluitingen"]
    )

    cijfer = jaarcijfers(geschud, jaar)["goed_resultaat"]

    assert klasse(cijfer, "resultaat", "doel_gerealiseerd") == gehaald


def test_zonder_sluitingen_blijft_alles_open(demorijen: Rijen) -> None:
    zonder = {**demorijen, "afsluitingen": []}

    assert jaarcijfers(zonder, 2022)["zaken_openstaand"]["waarde"] == 200 + 226 + 210
