# SPDX-License-Identifier: EUPL-1.2
"""Classes of numbers that leave a number out, or hold one twice (kerncijfers.md 1, rule 8)."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding
from vangnet.kerncijfers.controles.grenzen import (
    Grenzen,
    dekt_beide_einden,
    lees_grenzen,
    op_volgorde,
    zoek_grenzen,
)
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import Reekscijfer
from vangnet.kerncijfers.controles.verdeling import Verdeling

Lezing = dict[Grenzen, list[Reekscijfer]]
"""The bounds of the classes of a breakdown, each with the figures of that class."""


def controleer_klassen(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find gaps and overlaps between the classes that a report prints.

    The words of a class stand in the breakdown itself, in the quote, or in the place: where the
    breakdown holds a code of the house, the report may have printed other bounds.
    """
    gezien: dict[tuple[object, ...], None] = {}
    for verdeling in overzicht.verdelingen:
        for lezing in _lezingen(verdeling):
            for kop, gevonden in _vergelijk(verdeling, lezing, overzicht):
                if kop not in gezien:
                    gezien[kop] = None
                    yield gevonden


def _lezingen(verdeling: Verdeling) -> Iterator[Lezing]:
    klassen: Lezing = {}
    for klasse, cijfers in verdeling.delen.items():
        grenzen = lees_grenzen(klasse[0]) if len(klasse) == 1 else None
        if grenzen:
            klassen.setdefault(grenzen, []).extend(cijfers)
    yield klassen
    bronnen: tuple[Callable[[Reekscijfer], str], ...] = (lambda c: c.citaat, lambda c: c.plaats)
    for tekst in bronnen:
        lezing: Lezing = {}
        for cijfer in verdeling.cijfers:
            gevonden = zoek_grenzen(tekst(cijfer))
            if gevonden:
                lezing.setdefault(gevonden, []).append(cijfer)
        # Without a class that has no end, the numbers may as well be lines or pages.
        if any(grenzen.boven is None for grenzen in lezing):
            yield lezing


def _vergelijk(
    verdeling: Verdeling, lezing: Lezing, overzicht: Overzicht
) -> Iterator[tuple[tuple[object, ...], Bevinding]]:
    rij = op_volgorde(lezing)
    heel = dekt_beide_einden(rij) and (
        overzicht.is_volledig(verdeling)
        or verdeling.gaat_op(honderd=overzicht.honderd(verdeling.eerste))
    )
    for laag, hoog in pairwise(rij):
        if laag.boven is None or laag.boven + 1 == hoog.onder:
            continue
        if heel or hoog.onder <= laag.boven:
            eerste = verdeling.eerste
            kop = (eerste.rapport, eerste.sleutel, verdeling.dimensie, laag, hoog)
            yield kop, _bevinding(laag, hoog, lezing)


def _bevinding(laag: Grenzen, hoog: Grenzen, lezing: Lezing) -> Bevinding:
    einde = laag.boven or 0
    if hoog.onder > einde:
        wat = f"{_reeks(einde + 1, hoog.onder - 1)} valt in geen klasse"
    else:
        wat = f"{_reeks(hoog.onder, einde)} valt in twee klassen"
    rekensom = f"de ene klasse loopt tot en met {einde}, de volgende vanaf {hoog.onder}: {wat}"
    return bevinding(
        Oordeel.TEGENSPRAAK,
        "klassen",
        over=lezing[laag][0],
        waarden=(Decimal(einde), Decimal(hoog.onder)),
        rekensom=rekensom,
        cijfers=[*lezing[laag], *lezing[hoog]],
    )


def _reeks(van: int, tot: int) -> str:
    return str(van) if van == tot else f"{van} t/m {tot}"
