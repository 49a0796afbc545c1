# SPDX-License-Identifier: EUPL-1.2
"""Goals, and afspraken of this week, in the open casussen of a demo: all made up.

Runs under the owner role, after `casus.voorbeeld` has let the demo people take part.
"""

import json
from collections.abc import Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection, transaction

from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Afspraak, Doel, Plan, PlanVersie

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


class Doelvoorbeeld(NamedTuple):
    """A made-up goal.

    over: days from today; van: numbers of its afspraken; resultaat: how it ended.
    """

    leefgebied: str
    wat: str
    meetbaar: str
    over: int
    van: Sequence[int] = ()
    resultaat: str | None = None


_DOELEN: Sequence[Doelvoorbeeld] = (
    Doelvoorbeeld(
        "huisvesting",
        "Vaste woonplek",
        "De huur is drie maanden achter elkaar op tijd betaald.",
        90,
        (3, 4),
    ),
    Doelvoorbeeld(
        "geestelijke_gezondheid",
        "Hulp die blijft",
        "Vier behandelafspraken op rij zijn doorgegaan.",
        60,
        (1, 2),
    ),
    Doelvoorbeeld(
        "justitie",
        "Geen nieuwe overlast",
        "De politie heeft zes weken geen melding gehad.",
        -5,
        (5,),
        "doel_gerealiseerd",
    ),
)
_AFSPRAKEN: Sequence[Voorbeeld] = (
    Voorbeeld("Belt de betrokkene over de volgende behandelafspraak.", "zorg", -3, eerder=-10),
    Voorbeeld("Regelt vervoer naar de behandelaar.", "zorg", 0),
    Voorbeeld("Vraagt de indicatie aan.", "zorg", 9, "beschermd wonen"),
    Voorbeeld("Bespreekt met de gemeente wie de post opent.", "civielrechtelijk", 21, "bewind"),
    Voorbeeld("Gaat mee naar het eerste gesprek.", "zorg", -12, klaar=14),
)
# What the house itself does: one in each of the first casussen.
_VAN_HET_HUIS: Sequence[Voorbeeld] = (
    Voorbeeld("Zet op een rij wie wanneer langsgaat, en stuurt dat rond.", "zorg", 4),
    Voorbeeld("Zoekt uit wie de brief over de huur voorleest.", "civielrechtelijk", -9, klaar=10),
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
        doelen = _maak_doelen(rol)
        for nummer, een in enumerate(_AFSPRAKEN, 1):
            # No two casussen have the same.
            if (nummer + eerste) % _ZONDER == 0:
                continue
            kenmerk = f"{_KENMERK}-{rol.pk}-{nummer}"
            _maak(rol, een, kenmerk, doel=doelen.get(nummer), met_naam=nummer % 2 == 0)
        if eerste < len(_VAN_HET_HUIS) and (regisseur := _regisseur(rol)):
            kenmerk = f"{_KENMERK}-{regisseur.pk}"
            _maak(regisseur, _VAN_HET_HUIS[eerste], kenmerk, doel=None, met_naam=True)
        # The last one is left for who tries it.
        if eerste < _MET_PLAN:
            _stel_vast(rol)


def _maak_doelen(rol: CasusRol) -> dict[int, Doel]:
    """The goals of a casus, by the numbers of their afspraken."""
    dag = vandaag()
    van: dict[int, Doel] = {}
    for een in _DOELEN:
        doel = Doel.objects.create(
            casus_id=rol.casus_id,
            leefgebied=een.leefgebied,
            omschrijving=een.wat,
            meetbaar=een.meetbaar,
            vastgesteld_op=dag - timedelta(days=30),
            streefdatum=dag + timedelta(days=een.over),
            resultaat=een.resultaat,
            beoordeeld_op=dag - timedelta(days=3) if een.resultaat else None,
        )
        van |= dict.fromkeys(een.van, doel)
    return van


def _maak(
    rol: CasusRol, een: Voorbeeld, kenmerk: str, *, doel: Doel | None, met_naam: bool
) -> None:
    """An afspraak of the organisation of this rol; of the house for a rol of the house."""
    dag = vandaag()
    eerst = een.over if een.eerder is None else een.eerder
    afspraak = Afspraak.objects.create(
        kenmerk=kenmerk,
        casus_id=rol.casus_id,
        organisatie_id=rol.organisatie_id,
        gebruiker_id=rol.gebruiker_id if met_naam else None,
        doel=doel,
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


def _regisseur(rol: CasusRol) -> CasusRol | None:
    return CasusRol.objects.filter(casus=rol.casus_id, rol=RolSoort.REGISSEUR).first()


def _stel_vast(rol: CasusRol) -> None:
    """A plan of a month ago, as `plan.stel_vast` would have written it for the regisseur."""
    dag = vandaag() - timedelta(days=30)
    regisseur = _regisseur(rol)
    if regisseur is None or regisseur.gebruiker_id is None:
        return
    inhoud, nadruk = _zoals_nu(rol.casus_id)
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
        inhoud=inhoud,
        door_id=regisseur.gebruiker_id,
    )


def _zoals_nu(casus: UUID) -> tuple[dict[str, Any], str]:
    """What a version says, and its nadruk, by the functions that the house's own versions use."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT plan.inhoud_van(%s)::text, plan.nadruk_van(%s)", [casus, casus])
        inhoud, nadruk = cursor.fetchone()
    return json.loads(inhoud), nadruk
