# SPDX-License-Identifier: EUPL-1.2
"""Shares that do not add to 100 (kerncijfers.md section 1, rules 4 and 8)."""

from collections.abc import Iterator
from decimal import Decimal

from vangnet.kerncijfers.controles.bevinding import Bevinding, Oordeel, bevinding, optelsom, toon
from vangnet.kerncijfers.controles.overzicht import Overzicht
from vangnet.kerncijfers.controles.reeks import AFGELEID, LOS, PROCENT, Reekscijfer
from vangnet.kerncijfers.controles.verdeling import Verdeling
from vangnet.kerncijfers.dimensies import DIMENSIES


def controleer_aandelen(overzicht: Overzicht) -> Iterator[Bevinding]:
    """Find breakdowns into shares that present themselves as a whole and do not add to it."""
    for verdeling in overzicht.verdelingen:
        if verdeling.eerste.eenheid == PROCENT and not zijn_percentages(verdeling):
            yield from _telt_niet_op(verdeling, overzicht)


def zijn_percentages(verdeling: Verdeling) -> bool:
    """Whether a report gives the undivided figure in percents too: then these are no shares."""
    return bool(verdeling.totaal) and not verdeling.eerste.berekend


def _telt_niet_op(verdeling: Verdeling, overzicht: Overzicht) -> Iterator[Bevinding]:
    honderd = overzicht.honderd(verdeling.eerste)
    if not overzicht.is_volledig(verdeling) or verdeling.gaat_op(honderd=honderd):
        return
    if _met_losse_rijen(verdeling, overzicht, honderd):
        return
    yield bevinding(
        Oordeel.VRAAG if _mist_misschien_rijen(verdeling) else Oordeel.TEGENSPRAAK,
        "aandelen",
        over=verdeling.eerste,
        waarden=(sum(verdeling.waarden, Decimal()), honderd),
        rekensom=f"{verdeling.dimensie}: {optelsom(verdeling.waarden)}, geen {toon(honderd)}",
        cijfers=verdeling.cijfers,
    )


def _met_losse_rijen(verdeling: Verdeling, overzicht: Overzicht, honderd: Decimal) -> bool:
    """Whether loose shares of the same report, period and population complete the breakdown.

    They are its rows whose class is not known. Where some lost their label, those are the rows;
    else any of them may be.
    """
    los = [
        cijfer
        for cijfer in overzicht.cijfers
        if cijfer.sleutel == LOS and _hoort_bij(cijfer, verdeling.eerste)
    ]
    zonder_label = [cijfer.waarde for cijfer in los if cijfer.label == AFGELEID]
    if zonder_label:
        return verdeling.telt_op_tot([honderd - sum(zonder_label)])
    sommen = set(verdeling.sommen)
    for cijfer in los:
        sommen |= {som + cijfer.waarde for som in sommen if som + cijfer.waarde <= honderd}
    return honderd in sommen


def _hoort_bij(los: Reekscijfer, eerste: Reekscijfer) -> bool:
    return (los.rapport, los.van, los.tot, los.eenheid, los.genormde_populatie) == (
        eerste.rapport,
        eerste.van,
        eerste.tot,
        eerste.eenheid,
        eerste.genormde_populatie,
    )


def _mist_misschien_rijen(verdeling: Verdeling) -> bool:
    """Whether classes were inferred, of a dimension that can have more of them."""
    dimensie = DIMENSIES.get(verdeling.dimensie)
    afgeleid = all(cijfer.label == AFGELEID for cijfer in verdeling.cijfers)
    return afgeleid and (dimensie is None or dimensie.open)
