# SPDX-License-Identifier: EUPL-1.2
"""Parts against their total (kerncijfers.md section 1, rules 4 and 8)."""

import re
from collections.abc import Iterator
from decimal import Decimal

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, optelsom, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import EURO, PROCENT, Reekscijfer, verschillende
from vangnet.kerncijfers.controles.verbanden import SAMENGESTELD
from vangnet.kerncijfers.controles.verdeling import Verdeling
from vangnet.kerncijfers.dimensies import DIMENSIES

_STREEP = r"[-–—•*]\s*\(?[^\W\d]"
_INGESPRONGEN_RIJ = re.compile(rf"^\s*{_STREEP}.*\s[\d.,]+\s*%?\s*$", re.DOTALL)
"""A quoted row that begins with a dash and ends with its number: no bulleted sentence."""
_INGESPRONGEN_PLAATS = re.compile(rf"(?:^|[:;,|])\s*{_STREEP}|\bonder\W{{0,3}}[:=]")
"""A place that gives the printed words of the row, or says under which row it stands."""


def controleer_delen(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find parts that do not add to their total, and parts greater than it."""
    for verdeling in overzicht.verdelingen:
        if not verdeling.is_deling:
            continue
        yield from _samengevoegd(verdeling)
        if verdeling.eerste.eenheid == PROCENT:
            continue
        yield from _ingesprongen(verdeling)
        totalen = [cijfer.waarde for cijfer in verdeling.totaal]
        if not totalen or _is_deel(verdeling) or verdeling.telt_op_tot(totalen):
            continue
        if overzicht.is_volledig(verdeling) or _is_meer(verdeling, totalen):
            yield _telt_niet_op(verdeling)


def _is_meer(verdeling: Verdeling, totalen: list[Decimal]) -> bool:
    """Whether the classes that are given exceed the total already; amounts may be below zero."""
    return verdeling.eerste.eenheid != EURO and min(verdeling.sommen) > max(totalen)


def _is_deel(verdeling: Verdeling) -> bool:
    """Whether the undivided figure is by its definition that of some of the classes."""
    sleutel = verdeling.eerste.sleutel
    return any(
        (figuur.sleutel, van, dimensie) == (sleutel, sleutel, verdeling.dimensie)
        for figuur, van, dimensie, _ in SAMENGESTELD
    )


def _telt_niet_op(verdeling: Verdeling) -> Bevinding:
    totaal = verschillende(verdeling.totaal)
    som = sum(verdeling.waarden, Decimal())
    of = " of ".join(toon(cijfer.waarde) for cijfer in totaal)
    return bevinding(
        Oordeel.TEGENSPRAAK,
        "delen",
        over=totaal[0],
        waarden=(som, *(cijfer.waarde for cijfer in totaal)),
        rekensom=f"{verdeling.dimensie}: {optelsom(verdeling.waarden)}, en het totaal is {of}",
        cijfers=[*verdeling.cijfers, *totaal],
    )


def _samengevoegd(verdeling: Verdeling) -> Iterator[Bevinding]:
    """Compare a combined class with its members, where all of them stand there too."""
    for klasse, cijfers in verdeling.klassen.items():
        leden = [verdeling.klassen.get((lid,)) for lid in klasse]
        if len(klasse) < 2 or not all(leden):
            continue
        losse = Verdeling(
            verdeling.dimensie,
            verdeling.rest,
            {(lid,): verdeling.klassen[(lid,)] for lid in klasse},
            cijfers,
        )
        if not losse.telt_op_tot(cijfer.waarde for cijfer in cijfers):
            yield _telt_niet_op(losse)


def _ingesprongen(verdeling: Verdeling) -> Iterator[Bevinding]:
    """Find rows that are printed as parts of a row above them, and are together more than it."""
    for boven, onder in _hoofdrijen(verdeling):
        som = sum((cijfer.waarde for cijfer in onder), Decimal())
        if som > boven.waarde:
            yield bevinding(
                Oordeel.TEGENSPRAAK,
                "delen",
                over=boven,
                waarden=(som, boven.waarde),
                rekensom=f"gedrukt als delen van {toon(boven.waarde)}, en samen "
                f"{optelsom(cijfer.waarde for cijfer in onder)}",
                cijfers=[boven, *onder],
            )


def _hoofdrijen(verdeling: Verdeling) -> Iterator[tuple[Reekscijfer, list[Reekscijfer]]]:
    """Give each row with the rows that are printed under it."""
    hoofd: Reekscijfer | None = None
    onder: list[Reekscijfer] = []
    for rij in _in_volgorde(verdeling):
        if _is_ingesprongen(rij):
            onder.append(rij)
            continue
        if hoofd and onder:
            yield hoofd, onder
        hoofd, onder = rij, []
    if hoofd and onder:
        yield hoofd, onder


def _in_volgorde(verdeling: Verdeling) -> list[Reekscijfer]:
    """Give the rows in the order of the report, else in that of the list of classes.

    A table never begins with a row under another: then the places do not tell the order.
    """
    rijen = {klasse: cijfers[0] for klasse, cijfers in verdeling.klassen.items()}
    dimensie = DIMENSIES.get(verdeling.dimensie)
    if dimensie is None or not _is_ingesprongen(next(iter(rijen.values()))):
        return list(rijen.values())
    bekend = [(klasse,) for klasse in dimensie.klassen if (klasse,) in rijen]
    return [rijen[klasse] for klasse in bekend]


def _is_ingesprongen(cijfer: Reekscijfer) -> bool:
    return bool(
        _INGESPRONGEN_RIJ.search(cijfer.citaat) or _INGESPRONGEN_PLAATS.search(cijfer.plaats)
    )
