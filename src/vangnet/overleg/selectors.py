# SPDX-License-Identifier: EUPL-1.2
"""Reading overleggen, their agenda and verslagen for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Count, IntegerField, Min, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from vangnet.casus.models import Casus
from vangnet.casus.querysets import in_hele, partnerrollen, zichtbaar_voor
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag
from vangnet.overleg.querysets import (
    genodigden_voor,
    huiswerk,
    overleggen_voor,
    punten_voor,
    verslagen_voor,
)
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import afspraken_voor, open_
from vangnet.toegang.kijker import Kijker

MEESTE = 50
# Agreed to be ready by then: the next overleg looks at it.
_VOORUIT = timedelta(days=28)


@dataclass(frozen=True)
class Lijst:
    """Overleggen with the number of points that the reader sees; meer: there are older ones."""

    komend: Sequence[Overleg]
    geweest: Sequence[Overleg]
    meer: bool


def overleggen_van(wie: Kijker, *, dag: date) -> Lijst:
    """The overleggen that `wie` sees, the next first and then the last; two queries."""
    punten = punten_voor(wie).filter(overleg=OuterRef("pk"))
    gevonden = overleggen_voor(wie).annotate(aantal_punten=_aantal(punten, "overleg"))
    komend = gevonden.filter(datum__gte=dag).order_by("datum", "aanvang", "pk")[:MEESTE]
    met_agenda = gevonden.filter(datum__lt=dag, aantal_punten__gt=0)
    geweest = list(met_agenda.order_by("-datum", "pk")[: MEESTE + 1])
    return Lijst(list(komend), geweest[:MEESTE], len(geweest) > MEESTE)


def _aantal(rijen: QuerySet[Any], per: str) -> Coalesce:
    geteld = rijen.order_by().values(per).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(geteld, output_field=IntegerField()), 0)


def overleg_van(overleg: UUID, *, wie: Kijker) -> Overleg | None:
    """An overleg that `wie` sees."""
    return overleggen_voor(wie).filter(pk=overleg).first()


def overleg_te_plannen(overleg: UUID, *, wie: Kijker) -> Overleg | None:
    """An overleg of which `wie` makes the agenda; who only looks with a reason doesn't."""
    return Overleg.objects.filter(huiswerk(wie), pk=overleg).first()


def agenda_van(overleg: Overleg, *, wie: Kijker) -> Sequence[Any]:
    """The points of an overleg that `wie` sees, in order, in one query.

    Each has aantal_open (afspraken of that casus that `wie` sees), namen (who is asked to come) and
    vastgesteld_op (of its verslag, where `wie` sees it).
    """
    afspraken = open_(afspraken_voor(wie)).filter(casus=OuterRef("casus"))
    verslagen = verslagen_voor(wie).filter(agendapunt=OuterRef("pk"))
    genodigden = genodigden_voor(wie).filter(agendapunt=OuterRef("pk"), gebruiker__isnull=False)
    namen = genodigden.order_by("gebruiker__naam").values("gebruiker__naam").distinct()
    return list(
        punten_voor(wie)
        .filter(overleg=overleg)
        .select_related("casus")
        .annotate(
            aantal_open=_aantal(afspraken, "casus"),
            namen=ArraySubquery(namen),
            vastgesteld_op=Subquery(verslagen.values("vastgesteld_op")[:1]),
        )
        .order_by("volgnummer")
    )


@dataclass(frozen=True)
class Punt:
    """One point as its page shows it; verslag: None where the reader may not see it (yet)."""

    punt: Agendapunt
    genodigden: Sequence[Genodigde]
    verslag: Verslag | None


def punt_van(punt: UUID, *, wie: Kijker) -> Punt | None:
    """One point that `wie` sees; three queries."""
    gevonden = punten_voor(wie).filter(pk=punt).select_related("casus", "overleg").first()
    if gevonden is None:
        return None
    genodigden = (
        genodigden_voor(wie)
        .filter(agendapunt=gevonden)
        .select_related("gebruiker", "organisatie")
        .defer("gebruiker__password")
        .order_by("derde", "organisatie__naam", "gebruiker__naam", "pk")
    )
    verslag = verslagen_voor(wie).filter(agendapunt=gevonden).first()
    return Punt(gevonden, list(genodigden), verslag)


@dataclass(frozen=True)
class Vastgelegd:
    """An afspraak as a verslag keeps it; stand: nieuw, klaar or open."""

    wie: str
    wat: str
    uiterlijk_op: date
    stand: str


def vastgelegd_in(verslag: Verslag, *, wie: Kijker) -> Sequence[Vastgelegd]:
    """What a verslag keeps of the afspraken: all for who sees the whole casus, else the own."""
    rijen = verslag.afspraken or []
    if not Verslag.objects.filter(in_hele(wie), pk=verslag.pk).exists():
        rollen = partnerrollen(wie).filter(casus=verslag.casus_id)
        eigen = {str(een) for een in rollen.values_list("organisatie", flat=True)}
        rijen = [een for een in rijen if een["organisatie"] in eigen]
    return [
        Vastgelegd(een["wie"], een["wat"], date.fromisoformat(een["uiterlijk_op"]), een["stand"])
        for een in rijen
    ]


def volgende_punt(punt: Agendapunt, *, wie: Kijker) -> Agendapunt | None:
    """The next point of the agenda that `wie` sees."""
    later = punten_voor(wie).filter(overleg=punt.overleg_id, volgnummer__gt=punt.volgnummer)
    return later.order_by("volgnummer").first()


@dataclass(frozen=True)
class Kandidaat:
    """A casus for the agenda: how many afspraken are open, and the first day of those."""

    casus: Casus
    aantal: int
    eerste: date | None


def aan_de_beurt(wie: Kijker, *, dag: date) -> Sequence[Kandidaat]:
    """The casussen with afspraken to be ready within four weeks, the first first; two queries."""
    openstaand = open_(Afspraak.objects.filter(huiswerk(wie), uiterlijk_op__lte=dag + _VOORUIT))
    return _per_casus(openstaand, wie)


def na_overleg(overleg: Overleg, *, wie: Kijker) -> Sequence[Kandidaat]:
    """The casussen of an overleg that the next one has to look at; three queries.

    An afspraak is still open, or no verslag was vastgesteld: it was not discussed.
    """
    punten = [punt for punt in agenda_van(overleg, wie=wie) if _is_open(punt)]
    casussen = {punt.casus_id: punt.casus for punt in punten}
    openstaand = open_(Afspraak.objects.filter(huiswerk(wie), casus__in=list(casussen)))
    geteld = {een.casus.pk: een for een in _per_casus(openstaand, wie)}
    mag = Agendapunt.objects.filter(huiswerk(wie), pk__in=[punt.pk for punt in punten])
    van_het_huis = set(mag.values_list("casus", flat=True))
    return [
        geteld.get(casus, Kandidaat(casussen[casus], 0, None))
        for casus in casussen
        if casus in van_het_huis
    ]


def _is_open(punt: Any) -> bool:
    return bool(punt.aantal_open) or punt.vastgesteld_op is None


def _per_casus(afspraken: QuerySet[Afspraak], wie: Kijker) -> Sequence[Kandidaat]:
    per_casus = afspraken.order_by().values("casus").annotate(n=Count("pk"), d=Min("uiterlijk_op"))
    rijen = list(per_casus.order_by("d", "casus").values_list("casus", "n", "d")[:MEESTE])
    casussen = zichtbaar_voor(wie).in_bulk([casus for casus, _n, _d in rijen])
    return [Kandidaat(casussen[casus], n, d) for casus, n, d in rijen if casus in casussen]


def casus_met(kenmerk: str, *, wie: Kijker) -> Casus | None:
    """The casus of that kenmerk, where `wie` sees it."""
    return zichtbaar_voor(wie).filter(kenmerk__iexact=kenmerk.strip()).first()
