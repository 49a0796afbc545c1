# SPDX-License-Identifier: EUPL-1.2
"""The figures out of facts, against an independent count of the same rows."""

import json
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.kerncijfers.laden import laad, opdrachtregel
from tests.kerncijfers.registers import perioden, registers
from tests.kerncijfers.registers_zaken import HUIS_GEMEENTEN
from tests.kerncijfers.telling import tel
from tests.kerncijfers.telling_regels import Rijen
from vangnet.aanmelding.services import afgewezen_vernietigen
from vangnet.inrichting.models import Huis
from vangnet.kerncijfers.berekening import bereken
from vangnet.kerncijfers.weergave import als_json

GEMEENTEN_NU = ["GM0080", "GM1900", "GM1949"]
"""Of HUIS_GEMEENTEN the ones that exist today: the others went into them."""


pytestmark = pytest.mark.usefixtures("huis")


def berekend(periode: tuple[date, date, date]) -> dict[str, Any]:
    """What the command line shows, by sleutel, without what the count does not give."""
    uit = json.loads(als_json(bereken(*periode)))
    for cijfer in uit["kerncijfers"]:
        del cijfer["titel"], cijfer["definitie_versie"]
    return {cijfer["sleutel"]: cijfer for cijfer in uit["kerncijfers"]}


def geteld(register: Rijen, periode: tuple[date, date, date], **keuze: Any) -> dict[str, Any]:
    """The independent count, by sleutel, with its numbers as JSON has them."""
    uit = json.loads(json.dumps(tel(register, *periode, **keuze), default=float))
    return {cijfer["sleutel"]: cijfer for cijfer in uit["kerncijfers"]}


def verschil(een: dict[str, Any], ander: dict[str, Any]) -> list[tuple[Any, Any]]:
    """The figures that differ, or stand on one side only."""
    sleutels = [*een, *(sleutel for sleutel in ander if sleutel not in een)]
    paren = [(een.get(sleutel), ander.get(sleutel)) for sleutel in sleutels]
    return [(links, rechts) for links, rechts in paren if links != rechts]


@given(registers(), perioden(), st.booleans())
def test_elk_cijfer_is_gelijk_aan_de_telling_met_de_hand(
    register: Rijen, periode: tuple[date, date, date], eigen_gemeenten: bool
) -> None:
    with opdrachtregel():
        laad(register)
        if eigen_gemeenten:
            Huis.objects.update(gemeenten=GEMEENTEN_NU)

        gevonden = berekend(periode)

    gemeenten = HUIS_GEMEENTEN if eigen_gemeenten else ()
    assert verschil(gevonden, geteld(register, periode, gemeenten=gemeenten)) == []


@given(registers(), perioden())
def test_vernietigen_van_afgewezen_aanmeldingen_verandert_geen_cijfer(
    register: Rijen, periode: tuple[date, date, date]
) -> None:
    with opdrachtregel():
        sleutels = laad(register)["aanmeldingen"]
        afgewezen = [
            sleutels[rij["aanmelding_id"]]
            for rij in register["aanmeldingen"]
            if rij["triage_besluit"] and not rij["casus_id"]
        ]

        vernietigd = afgewezen_vernietigen(list(sleutels.values()))
        gevonden = berekend(periode)

    assert vernietigd == len(afgewezen)
    assert verschil(gevonden, geteld(register, periode)) == []
