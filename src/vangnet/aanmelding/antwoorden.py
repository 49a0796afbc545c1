# SPDX-License-Identifier: EUPL-1.2
"""The answer to the aanmelder, and the end of what opened no casus (BGS 1.16(1)(b))."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.db.models import Case, DateField, F, Func, QuerySet, Subquery, When
from django.db.models.functions import Coalesce, Now

from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import zichtbaar_voor
from vangnet.aanmelding.regels import Antwoordwijze
from vangnet.inrichting.models import Huis
from vangnet.kern.daden import roep
from vangnet.toegang.kijker import Kijker

MEESTE = 50


def antwoord_geven(aanmelding: UUID, *, wijze: str, toelichting: str) -> None:
    """Record that the aanmelder was told what was decided, and how. Raises NietToegestaan."""
    roep("aanmelding.geef_antwoord(%s, %s, %s, %s)", aanmelding, wijze, toelichting)


def antwoord_terugnemen(aanmelding: UUID) -> None:
    """It was not given after all; until the aanmelder read it. Raises NietToegestaan."""
    roep("aanmelding.neem_antwoord_terug(%s, %s)", aanmelding)


def antwoord_lezen(aanmelding: UUID) -> None:
    """Say, for the aanmelder, that the answer was read. Raises NietToegestaan."""
    roep("aanmelding.lees_antwoord(%s, %s)", aanmelding)


def verlopen_vernietigen() -> int:
    """Destroy what opened no casus and is due, some hundreds at a time; how many there were.

    For the worker, under the account of the command line. The act writes its own journaal row.
    """
    return int(roep("aanmelding.vernietig_verlopen(%s)"))


def met_verdwijndag(rijen: "QuerySet[Aanmelding]") -> "QuerySet[Any]":
    """With `verdwijnt_op`, and `verdwijnt_na_gesprek`: when the aanmelder would hear it now.

    Both count only without a casus; the database knows the rule.
    """
    bereikt = Case(
        When(antwoord__wijze=Antwoordwijze.IN_VANGNET, then=F("antwoord__gelezen_op")),
        default=F("antwoord__gegeven_op"),
    )
    return rijen.select_related("antwoord").annotate(
        verdwijnt_op=_verdwijnt(bereikt), verdwijnt_na_gesprek=_verdwijnt(Now())
    )


def _verdwijnt(bereikt: Any) -> Func:
    return Func(
        Coalesce("termijn_vanaf", "triage_op"),
        F("aangemaakt_op"),
        bereikt,
        Subquery(Huis.objects.values("vernietig_dagen")[:1]),
        F("uitgesteld_tot"),
        function="aanmelding.verdwijnt_op",
        output_field=DateField(null=True),
    )


def zonder_zaak(wie: Kijker) -> Sequence[Aanmelding]:
    """What opened no casus, the one that goes first on top; at most MEESTE, one query."""
    rijen = zichtbaar_voor(wie).filter(triage_besluit__isnull=False, casus__isnull=True)
    gevonden = met_verdwijndag(rijen).select_related("aanmelder")
    return list(gevonden.order_by("verdwijnt_op", "-triage_op", "pk")[:MEESTE])
