# SPDX-License-Identifier: EUPL-1.2
"""Odd patterns of the last week, for who supervises: plain rules, each shown beside its list.

Lawfulness only (toegang.md section 6): a pattern is a reason to ask, never a finding, and counts
nobody's work.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet
from django.db.models.functions import ExtractHour, TruncDate
from django.utils.translation import gettext as _

from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.models import Handeling
from vangnet.kern.klok import HUISTIJD

WEEK = timedelta(days=7)
WEIGERINGEN, ZOEKEN, CASUSSEN = 10, 10, 40
NACHT_VANAF, NACHT_TOT = 22, 6


@dataclass(frozen=True)
class Vondst:
    """Somebody, and how often."""

    wie: str
    aantal: int


@dataclass(frozen=True)
class Patroon:
    """One rule, in words, and whom it names."""

    titel: str
    regel: str
    vondsten: Sequence[Vondst]


def patronen(op: datetime) -> list[Patroon]:
    """The patterns of the week before `op`, the same ones in the same order each time."""
    acts = Handeling.objects.filter(moment__gte=op - WEEK, moment__lt=op, gebruiker__isnull=False)
    return [
        Patroon(
            _("Veel weigeringen"),
            _("%(aantal)s of meer keer in de week geweigerd.") % {"aantal": WEIGERINGEN},
            _met_namen(_tel(acts.filter(toegestaan=False), minstens=WEIGERINGEN)),
        ),
        Patroon(
            _("Zoeken zonder te openen"),
            _("%(aantal)s of meer keer gezocht en geen enkele zaak geopend.") % {"aantal": ZOEKEN},
            _met_namen(_zonder_openen(acts)),
        ),
        Patroon(
            _("Kijken in de nacht"),
            _("Een zaak geopend tussen %(van)s en %(tot)s uur.")
            % {"van": NACHT_VANAF, "tot": NACHT_TOT},
            _met_namen(_tel(_in_de_nacht(acts), minstens=1)),
        ),
        Patroon(
            _("Veel zaken op een dag"),
            _("Op een dag meer dan %(aantal)s verschillende zaken geopend.") % {"aantal": CASUSSEN},
            _met_namen(_veel_op_een_dag(acts)),
        ),
        Patroon(
            _("Zelfde achternaam"),
            _("Een zaak geopend van iemand met dezelfde achternaam als het account."),
            _met_namen(_zelfde_achternaam(op - WEEK)),
        ),
    ]


def _tel(acts: QuerySet[Handeling], *, minstens: int) -> Iterable[tuple[Any, int]]:
    per_mens = acts.values("gebruiker").annotate(aantal=Count("pk")).filter(aantal__gte=minstens)
    return per_mens.values_list("gebruiker", "aantal")


def _zonder_openen(acts: QuerySet[Handeling]) -> Iterable[tuple[Any, int]]:
    per_mens = acts.values("gebruiker").annotate(
        aantal=Count("pk", filter=Q(handeling="zaken.gezocht")),
        geopend=Count("pk", filter=Q(handeling="casus.ingezien")),
    )
    gevonden = per_mens.filter(aantal__gte=ZOEKEN, geopend=0)
    return gevonden.values_list("gebruiker", "aantal")


def _in_de_nacht(acts: QuerySet[Handeling]) -> QuerySet[Handeling]:
    met_uur = acts.filter(handeling="casus.ingezien").annotate(
        uur=ExtractHour("moment", tzinfo=HUISTIJD)
    )
    return met_uur.filter(Q(uur__gte=NACHT_VANAF) | Q(uur__lt=NACHT_TOT))


def _veel_op_een_dag(acts: QuerySet[Handeling]) -> Iterable[tuple[Any, int]]:
    per_dag = (
        acts.filter(handeling="casus.ingezien")
        .annotate(dag=TruncDate("moment", tzinfo=HUISTIJD))
        .values("gebruiker", "dag")
        .annotate(aantal=Count("casus", distinct=True))
        .filter(aantal__gt=CASUSSEN)
    )
    meeste: dict[Any, int] = {}
    for wie, aantal in per_dag.values_list("gebruiker", "aantal"):
        meeste[wie] = max(aantal, meeste.get(wie, 0))
    return meeste.items()


def _zelfde_achternaam(vanaf: datetime) -> Iterable[tuple[Any, int]]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT gebruiker, aantal FROM toezicht.zelfde_achternaam(%s)", [vanaf])
        return [(UUID(str(wie)), int(aantal)) for wie, aantal in cursor.fetchall()]


def _met_namen(paren: Iterable[tuple[Any, int]]) -> list[Vondst]:
    """By name, not by number: this is no ranking."""
    aantallen = dict(paren)
    mensen = Gebruiker.objects.filter(pk__in=aantallen).order_by("naam")
    return [Vondst(een.naam, aantallen[een.pk]) for een in mensen]
