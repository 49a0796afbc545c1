# SPDX-License-Identifier: EUPL-1.2
"""The criteria that the house itself keeps for triage, beside those of BGS 2.20 (issue 4, point 2).

A beheerder adds and ends them as a setting of the house; row-level security says who may.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q

from vangnet.aanmelding.models import Huiscriterium
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import roep
from vangnet.kern.fouten import NietToegestaan


def huiscriteria() -> Sequence[Huiscriterium]:
    """All there ever were, those that count first; one query."""
    return list(Huiscriterium.objects.order_by(F("tot").desc(nulls_first=True), "vanaf", "pk"))


def geldende_huiscriteria(dag: date) -> Sequence[Huiscriterium]:
    """Those that count on `dag`, in a fixed order; one query."""
    telt = Q(vanaf__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))
    return list(Huiscriterium.objects.filter(telt).order_by("vanaf", "aangemaakt_op", "pk"))


def huiscriterium_toevoegen(tekst: str, *, vanaf: date) -> None:
    """A new one, from `vanaf` on."""
    nieuw = Huiscriterium(tekst=tekst, vanaf=vanaf)
    nieuw.save(force_insert=True)
    _leg_vast("huiscriterium.toegevoegd", nieuw.pk, ["tekst", "vanaf"])


def huiscriterium_beeindigen(criterium: UUID, *, tot: date) -> None:
    """`tot` is the last day on which it counts; what has yet to begin then is withdrawn.

    Raises NietToegestaan for one that is not there, or ended before.
    """
    rij = Huiscriterium.objects.filter(pk=criterium, tot__isnull=True).first()
    if rij is None or not Huiscriterium.objects.filter(pk=criterium, tot__isnull=True).update(
        tot=max(tot, rij.vanaf - timedelta(days=1))
    ):
        raise NietToegestaan("Dit kan niet.")
    _leg_vast("huiscriterium.beeindigd", criterium, ["tot"])


def huiscriterium_herstellen(criterium: UUID) -> None:
    """Undo that, by who did it and within TERUG_BINNEN. Raises NietToegestaan otherwise."""
    roep("aanmelding.herstel_huiscriterium(%s, %s)", criterium)


def _leg_vast(handeling: str, criterium: UUID, velden: list[str]) -> None:
    leg_vast(
        Act(handeling=handeling, object_soort="huiscriterium", object=criterium, velden=velden)
    )
