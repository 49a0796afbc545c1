# SPDX-License-Identifier: EUPL-1.2
"""The checks over figures that were counted from random registers, by the plain-Python count."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.kerncijfers.reeksen import berekend, gevonden
from tests.kerncijfers.registers import perioden, registers
from tests.kerncijfers.telling import tel
from tests.kerncijfers.telling_regels import Rijen
from vangnet.kerncijfers.controles import Reekscijfer, controleer

STANDEN = {"zaken_openstaand"}
EEN_DECIMAAL = {"aanmeldingen_per_maand", "personen_betrokken_per_casus"}
AANTAL_VAN = {"goed_resultaat": "zaken"}
"""The unit of the counts beneath a figure that is a percent itself."""


def reeksen(telling: dict[str, Any]) -> Iterator[Reekscijfer]:
    """Every figure of a count, with every class as a count and as a share."""
    periode = {grens: date.fromisoformat(dag) for grens, dag in telling["periode"].items()}
    peildatum = date.fromisoformat(telling["peildatum"])
    for figuur in telling["kerncijfers"]:
        sleutel = figuur["sleutel"]
        dagen = {"van": peildatum, "tot": peildatum} if sleutel in STANDEN else periode
        velden = {"eenheid": figuur["eenheid"], **dagen}
        if figuur["waarde"] is not None:
            decimalen = 1 if sleutel in EEN_DECIMAAL else None
            yield berekend(sleutel, figuur["waarde"], decimalen=decimalen, **velden)
        for dimensie, klassen in figuur["uitsplitsingen"].items():
            for klasse in klassen:
                plek = f"{dimensie}={klasse['klasse']}"
                aantal = velden | {"eenheid": AANTAL_VAN.get(sleutel, figuur["eenheid"])}
                yield berekend(sleutel, klasse["aantal"], plek, **aantal)
                if klasse["aandeel"] is not None:
                    yield berekend(
                        sleutel, klasse["aandeel"], plek, **(velden | {"eenheid": "procent"})
                    )


def geteld(register: Rijen, van: date, tot: date) -> list[Reekscijfer]:
    """The figures of a period, with the stock at its begin and on the day after its end."""
    eind = tel(register, van, tot, tot + timedelta(days=1))
    standen = [cijfer for cijfer in reeksen(eind) if cijfer.sleutel in STANDEN]
    return [*reeksen(tel(register, van, tot, van)), *standen]


def zonder_geld(register: Rijen) -> Rijen:
    """The register without amounts: random ones need not balance."""
    return register | {"financien": []}


@given(registers(), perioden())
@settings(max_examples=25, deadline=None)
def test_over_de_cijfers_van_een_register_zwijgen_de_controles(
    register: Rijen, periode: tuple[date, date, date]
) -> None:
    van, tot, _ = periode
    cijfers = geteld(zonder_geld(register), van, tot)
    assert [b for b in controleer(cijfers) if b.oordeel != "sprong"] == []


@given(registers())
@settings(max_examples=8, deadline=None)
def test_over_een_jaar_en_zijn_kwartalen_zwijgen_de_controles(register: Rijen) -> None:
    dagen = [date(2022, maand, 1) for maand in (1, 4, 7, 10)] + [date(2023, 1, 1)]
    kwartalen = pairwise(dagen)
    perioden_van_2022 = [
        (dagen[0], date(2022, 12, 31)),
        *((begin, eind - timedelta(days=1)) for begin, eind in kwartalen),
    ]
    cijfers = [c for p in perioden_van_2022 for c in geteld(zonder_geld(register), *p)]
    assert [b for b in controleer(cijfers) if b.oordeel != "sprong"] == []


@given(registers(), st.integers(1, 9))
@settings(max_examples=8, deadline=None)
def test_een_stand_die_niet_bij_het_register_past_wordt_gevonden(
    register: Rijen, verschil: int
) -> None:
    cijfers = [
        cijfer
        if cijfer.sleutel not in STANDEN or cijfer.uitsplitsing or cijfer.van.year == 2022
        else berekend(
            cijfer.sleutel, cijfer.waarde + Decimal(verschil), van=cijfer.van, tot=cijfer.tot
        )
        for cijfer in geteld(zonder_geld(register), date(2022, 1, 1), date(2022, 12, 31))
    ]
    assert ("tegenspraak", "stroom") in gevonden(cijfers)
