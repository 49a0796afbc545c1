# SPDX-License-Identifier: EUPL-1.2
"""Who decides at the weekly table, as the house keeps it (WGS 2.27(1), toegang.md section 2).

Row-level security says who keeps it, and that a decider is of a public deelnemer.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Q
from psycopg.errors import UniqueViolation

from vangnet.aanmelding.models import VasteBeslisser
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import roep
from vangnet.kern.fouten import NietToegestaan, VangnetFout

_EEN = "vastebeslisser_een"


class BeslisserStaatErAl(VangnetFout):
    """Somebody of that name decides for that organisation already, without a last day."""


def vaste_beslissers() -> Sequence[VasteBeslisser]:
    """All there ever were, those that count first; one query."""
    rijen = VasteBeslisser.objects.select_related("organisatie")
    return list(rijen.order_by(F("tot").desc(nulls_first=True), "naam", "pk"))


def wie_nu_beslissen(dag: date) -> Sequence[VasteBeslisser]:
    """Who decides on `dag`, by name; one query."""
    telt = Q(vanaf__lte=dag) & (Q(tot__isnull=True) | Q(tot__gte=dag))
    return list(VasteBeslisser.objects.filter(telt).select_related("organisatie").order_by("naam"))


def telt_nog(naam: str, organisatie: UUID, *, vanaf: date) -> VasteBeslisser | None:
    """The same one of that organisation who decides on `vanaf` or later, or has no last day."""
    begonnen = Q(tot__gte=F("vanaf")) & Q(tot__gte=vanaf)
    zelfde = VasteBeslisser.objects.filter(naam__iexact=naam, organisatie=organisatie)
    lopend = zelfde.filter(Q(tot__isnull=True) | begonnen)
    return lopend.order_by(F("tot").desc(nulls_first=True)).first()


def vaste_beslisser_toevoegen(naam: str, organisatie: UUID, *, vanaf: date) -> None:
    """One more, from `vanaf` on.

    The database refuses who is of no public deelnemer. Raises BeslisserStaatErAl: a colleague may
    have added them at the same moment.
    """
    nieuw = VasteBeslisser(naam=naam, organisatie_id=organisatie, vanaf=vanaf)
    try:
        with transaction.atomic():
            nieuw.save(force_insert=True)
    except IntegrityError as fout:
        oorzaak = fout.__cause__
        if not isinstance(oorzaak, UniqueViolation) or oorzaak.diag.constraint_name != _EEN:
            raise
        raise BeslisserStaatErAl("Deze beslisser staat al in de lijst.") from None
    _leg_vast("vastebeslisser.toegevoegd", nieuw.pk, ["naam", "organisatie", "vanaf"])


def vaste_beslisser_beeindigen(beslisser: UUID, *, tot: date) -> None:
    """`tot` is the last day; who has yet to begin then is withdrawn.

    Raises NietToegestaan for one that is not there, or ended before.
    """
    open_ = VasteBeslisser.objects.filter(pk=beslisser, tot__isnull=True)
    rij = open_.first()
    if rij is None or not open_.update(tot=max(tot, rij.vanaf - timedelta(days=1))):
        raise NietToegestaan("Dit kan niet.")
    _leg_vast("vastebeslisser.beeindigd", beslisser, ["tot"])


def vaste_beslisser_herstellen(beslisser: UUID) -> None:
    """Undo that, by who did it and within TERUG_BINNEN. Raises NietToegestaan otherwise."""
    roep("aanmelding.herstel_vastebeslisser(%s, %s)", beslisser)


def _leg_vast(handeling: str, beslisser: UUID, velden: list[str]) -> None:
    leg_vast(
        Act(handeling=handeling, object_soort="vastebeslisser", object=beslisser, velden=velden)
    )
