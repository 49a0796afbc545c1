# SPDX-License-Identifier: EUPL-1.2
"""Afspraken of this week in the open casussen of a demo: all made up.

Runs under the owner role, after `casus.voorbeeld` has let the demo people take part.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction

from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Plan, PlanVersie

_KENMERK = "DEMO-AF"
_ZONDER, _MET_PLAN = 3, 2


class Voorbeeld(NamedTuple):
    """A made-up afspraak; over: days from today to the last day; klaar: days since it was ready."""

    wat: str
    domein: str
    over: int
    interventie: str | None = None
    klaar: int | None = None
    eerder: int | None = None


_AFSPRAKEN: Sequence[Voorbeeld] = (
    Voorbeeld("Belt de betrokkene over de volgende behandelafspraak.", "zorg", -3, eerder=-10),
    Voorbeeld("Regelt vervoer naar de behandelaar.", "zorg", 0),
    Voorbeeld("Vraagt de indicatie aan.", "zorg", 9, "beschermd wonen"),
    Voorbeeld("Bespreekt met de gemeente wie de post opent.", "civielrechtelijk", 21, "bewind"),
    Voorbeeld("Gaat mee naar het eerste gesprek.", "zorg", -12, klaar=14),
)


@transaction.atomic
def demo_plan() -> None:
    """Give the casussen of the demo partner afspraken around today. Once, and only in a demo."""
    if not het_huis().demo or Afspraak.objects.filter(kenmerk__startswith=_KENMERK).exists():
        return
    rollen = CasusRol.objects.filter(
        gebruiker__is_demo=True, organisatie__isnull=False, vanaf__isnull=False
    )
    for eerste, rol in enumerate(rollen.order_by("casus__kenmerk")):
        for nummer, een in enumerate(_AFSPRAKEN, 1):
            # No two casussen have the same.
            if (nummer + eerste) % _ZONDER == 0:
                continue
            _maak(rol, een, f"{_KENMERK}-{rol.pk}-{nummer}", met_naam=nummer % 2 == 0)
        # The last one is left for who tries it.
        if eerste < _MET_PLAN:
            _stel_vast(rol)


def _maak(rol: CasusRol, een: Voorbeeld, kenmerk: str, *, met_naam: bool) -> None:
    if rol.organisatie_id is None:
        return
    dag = vandaag()
    eerst = een.over if een.eerder is None else een.eerder
    afspraak = Afspraak.objects.create(
        kenmerk=kenmerk,
        casus_id=rol.casus_id,
        organisatie_id=rol.organisatie_id,
        gebruiker_id=rol.gebruiker_id if met_naam else None,
        domein=een.domein,
        interventie=een.interventie,
        omschrijving=een.wat,
        vastgesteld_op=dag - timedelta(days=30),
        uiterlijk_op=dag + timedelta(days=eerst),
        gereed_op=None if een.klaar is None else dag - timedelta(days=een.klaar),
    )
    if een.eerder is not None:
        afspraak.uiterlijk_op = dag + timedelta(days=een.over)
        afspraak.save(update_fields=["uiterlijk_op"])


def _stel_vast(rol: CasusRol) -> None:
    """A plan of a month ago, as `plan.stel_vast` would have written it for the regisseur."""
    dag = vandaag() - timedelta(days=30)
    regisseur = CasusRol.objects.filter(casus=rol.casus_id, rol=RolSoort.REGISSEUR).first()
    afspraken = Afspraak.objects.filter(casus=rol.casus_id, kenmerk__startswith=_KENMERK)
    if regisseur is None or regisseur.gebruiker_id is None:
        return
    nadruk = "nazorg" if {een.domein for een in afspraken} == {"zorg"} else "integraal"
    plan = Plan.objects.filter(casus=rol.casus_id).order_by("-vastgesteld_op").first()
    if plan is None:
        plan = Plan(kenmerk=f"PL-{rol.pk}", casus_id=rol.casus_id, vastgesteld_op=dag)
    plan.nadruk = nadruk
    plan.save()
    PlanVersie.objects.create(
        casus_id=rol.casus_id,
        plan=plan,
        nummer=1,
        vastgesteld_op=dag,
        nadruk=nadruk,
        inhoud={
            "afspraken": [
                {
                    "wat": een.omschrijving,
                    "wie": een.organisatie.naam,
                    "uiterlijk_op": str(een.uiterlijk_op),
                }
                for een in afspraken.select_related("organisatie").order_by("uiterlijk_op")
            ]
        },
        door_id=regisseur.gebruiker_id,
    )
