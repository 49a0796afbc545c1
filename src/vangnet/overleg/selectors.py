# SPDX-License-Identifier: EUPL-1.2
"""Reading overleggen, their agenda and verslagen for a page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    BooleanField,
    Count,
    Exists,
    ExpressionWrapper,
    IntegerField,
    Max,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Coalesce

from vangnet.casus.models import Casus
from vangnet.casus.querysets import huiswerk, zichtbaar_voor
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.overleg.models import Agendapunt, Genodigde, Overleg, Verslag, VerslagAfspraak
from vangnet.overleg.querysets import (
    ZONDER_NAAM,
    doet_mee_op,
    eenzijdige_uitnodigingen,
    genodigden_voor,
    overleggen_voor,
    punten_voor,
    verslagafspraken_voor,
    verslagen_voor,
)
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import afspraken_voor, open_
from vangnet.toegang.kijker import Kijker

MEESTE = 50
# Of a verslag: something is written in it.
GEVULD = Q(tekst__regex=r"\S") | Q(besluit__regex=r"\S")
# Of a genodigde: it was written down whether they were there, and that stays.
_OPGESCHREVEN = Q(aanwezig__isnull=False)
# Agreed to be ready by then: the next overleg looks at it.
VOORUIT = timedelta(days=28)


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


@dataclass(frozen=True)
class Zaakoverleg:
    """An overleg as one casus sees it.

    punt: of that casus, None for one from an import; vastgesteld_op and besluit: of its verslag,
    where the reader sees that and it is vastgesteld. aan_kant: the reader comes for a side, and
    reads none.
    """

    overleg: Overleg
    punt: UUID | None
    vastgesteld_op: datetime | None
    besluit: str
    aan_kant: bool


def van_casus(casus: Casus, *, wie: Kijker) -> Sequence[Zaakoverleg]:
    """The overleggen of one casus that `wie` sees, newest first; one query, at most 2 × MEESTE."""
    punten = punten_voor(wie).filter(casus=casus, overleg=OuterRef("pk"))
    van_hier = {"casus": casus, "agendapunt__overleg": OuterRef("pk")}
    verslagen = verslagen_voor(wie).filter(**van_hier, vastgesteld_op__isnull=False)
    gevonden = overleggen_voor(wie).annotate(
        punt=Subquery(punten.values("pk")[:1]),
        vastgesteld_op=Subquery(verslagen.values("vastgesteld_op")[:1]),
        besluit=Subquery(verslagen.values("besluit")[:1]),
        aan_kant=Exists(eenzijdige_uitnodigingen(wie).filter(**van_hier)),
    )
    rijen: QuerySet[Any] = gevonden.filter(Q(punt__isnull=False) | Q(casus=casus))
    return [
        Zaakoverleg(een, een.punt, een.vastgesteld_op, een.besluit or "", een.aan_kant)
        for een in rijen.order_by("-datum", "pk")[: 2 * MEESTE]
    ]


def _aantal(rijen: QuerySet[Any], per: str) -> Coalesce:
    geteld = rijen.order_by().values(per).annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(geteld, output_field=IntegerField()), 0)


def overleg_van(overleg: UUID, *, wie: Kijker) -> Overleg | None:
    """An overleg that `wie` sees."""
    return overleggen_voor(wie).filter(pk=overleg).first()


def overleg_te_plannen(overleg: UUID, *, wie: Kijker) -> Overleg | None:
    """An overleg of which `wie` makes the agenda; who only looks with a reason doesn't."""
    return Overleg.objects.filter(huiswerk(wie), pk=overleg, afgelast_op__isnull=True).first()


def overleg_te_wijzigen(overleg: UUID, *, wie: Kijker) -> Overleg | None:
    """An overleg that `wie` may move or call off: planned here, and no verslag is vastgesteld.

    Also of a casus that `wie` doesn't see: the database looks again (`overleg.eis_gepland`).
    """
    gehouden = Verslag.objects.filter(
        agendapunt__overleg=OuterRef("pk"), vastgesteld_op__isnull=False
    )
    return _van_het_huis(wie).filter(pk=overleg).exclude(Exists(gehouden)).first()


def overleg_van_het_huis(overleg: UUID, *, wie: Kijker) -> Overleg | None:
    """As overleg_te_wijzigen, but perhaps it is off, or was held."""
    return _van_het_huis(wie).filter(pk=overleg).first()


def _van_het_huis(wie: Kijker) -> QuerySet[Overleg]:
    return Overleg.objects.filter(huiswerk(wie), casus__isnull=True)


def laatste_geheimhouding(overleg: Overleg, *, wie: Kijker) -> date | None:
    """The last day on which a third party signed for secrecy: the overleg isn't before it."""
    derden = genodigden_voor(wie).filter(agendapunt__overleg=overleg)
    laatste: date | None = derden.aggregate(d=Max("geheimhouding_op"))["d"]
    return laatste


def te_schrijven_punten(overleg: Overleg, *, wie: Kijker) -> Sequence[Agendapunt]:
    """The points of which `wie` writes the verslag for the house, in order; one query."""
    open_punten = Verslag.objects.filter(agendapunt=OuterRef("pk"), vastgesteld_op__isnull=True)
    van_het_huis = Agendapunt.objects.filter(huiswerk(wie), overleg=overleg)
    return list(van_het_huis.filter(Exists(open_punten)).order_by("volgnummer"))


def zonder_naam_nog_niet_er(punt: Agendapunt, *, dag: date, wie: Kijker) -> Sequence[Genodigde]:
    """The organisations asked for a point with nobody by name, of which nobody is there; one query.

    dag: of the overleg. Nobody can be ticked for them all at once: `services.iedereen_aanwezig`.
    """
    gevraagd = genodigden_voor(wie).filter(
        ZONDER_NAAM, doet_mee_op(dag), agendapunt=punt, weggelaten_op=None
    )
    er_niet = gevraagd.exclude(aanwezig=True).select_related("organisatie")
    return list(er_niet.order_by("organisatie__naam", "pk"))


def te_vast_te_stellen(overleg: Overleg, *, wie: Kijker) -> Sequence[UUID]:
    """Of those, the ones in whose verslag something is written."""
    gevuld = Verslag.objects.filter(
        GEVULD,
        huiswerk(wie),
        agendapunt__overleg=overleg,
        vastgesteld_op__isnull=True,
    )
    return list(gevuld.order_by("agendapunt__volgnummer").values_list("agendapunt", flat=True))


def agenda_van(overleg: Overleg, *, wie: Kijker) -> Sequence[Any]:
    """The points of an overleg that `wie` sees, in order, in one query.

    Each has aantal_open (afspraken of that casus that `wie` sees), namen (who is asked to come and
    takes part that day, or of whom it was written; also the organisations with nobody by name),
    vastgesteld_op (of its verslag, where `wie` sees it), is_concept (`wie` writes it for the house)
    and is_gevuld (something is in it), and aan_kant (`wie` comes for a side, and reads none).
    """
    afspraken = open_(afspraken_voor(wie)).filter(casus=OuterRef("casus"))
    verslagen = verslagen_voor(wie).filter(agendapunt=OuterRef("pk"))
    genodigden = genodigden_voor(wie).filter(
        doet_mee_op(overleg.datum) | _OPGESCHREVEN,
        agendapunt=OuterRef("pk"),
        derde__isnull=True,
        weggelaten_op__isnull=True,
    )
    naam = Coalesce("gebruiker__naam", "organisatie__naam", output_field=TextField())
    wie_komt = genodigden.annotate(een=naam)
    namen = wie_komt.order_by("een").values("een").distinct()
    return list(
        punten_voor(wie)
        .filter(overleg=overleg)
        .select_related("casus")
        .annotate(
            aantal_open=_aantal(afspraken, "casus"),
            namen=ArraySubquery(namen),
            vastgesteld_op=Subquery(verslagen.values("vastgesteld_op")[:1]),
            is_concept=Exists(verslagen.filter(huiswerk(wie), vastgesteld_op__isnull=True)),
            is_gevuld=Exists(verslagen.filter(GEVULD)),
            aan_kant=Exists(eenzijdige_uitnodigingen(wie).filter(agendapunt=OuterRef("pk"))),
        )
        .order_by("volgnummer")
    )


@dataclass(frozen=True)
class Punt:
    """One point as its page shows it; verslag: None where the reader may not see it (yet).

    weggelaten: who was asked and then not after all. aan_kant: the reader comes for a side, and
    reads no verslag. niet_meer: who was asked and takes no part on the day of the overleg, as long
    as nobody wrote that they were there.
    """

    punt: Agendapunt
    genodigden: Sequence[Genodigde]
    weggelaten: Sequence[Genodigde]
    verslag: Verslag | None
    aan_kant: bool = False
    niet_meer: Sequence[Genodigde] = ()


def punt_van(punt: UUID, *, wie: Kijker) -> Punt | None:
    """One point that `wie` sees; three queries, and a partner who reads no verslag one more."""
    gevonden = punten_voor(wie).filter(pk=punt).select_related("casus", "overleg").first()
    if gevonden is None:
        return None
    komt = Q(doet_mee_op(gevonden.overleg.datum) | _OPGESCHREVEN)
    genodigden = (
        genodigden_voor(wie)
        .filter(agendapunt=gevonden)
        .annotate(komt=ExpressionWrapper(komt, BooleanField()))
        .select_related("gebruiker", "organisatie")
        .defer("gebruiker__password")
        .order_by("derde", "organisatie__naam", "gebruiker__naam", "pk")
    )
    verslag = verslagen_voor(wie).filter(agendapunt=gevonden).first()
    alle = list(genodigden)
    gevraagd = [een for een in alle if een.weggelaten_op is None]
    eenzijdig = eenzijdige_uitnodigingen(wie).filter(agendapunt=gevonden)
    return Punt(
        gevonden,
        genodigden=[een for een in gevraagd if een.komt],
        weggelaten=[een for een in alle if een.weggelaten_op],
        verslag=verslag,
        aan_kant=verslag is None and eenzijdig.exists(),
        niet_meer=[een for een in gevraagd if not een.komt],
    )


def vastgelegd_in(verslag: Verslag, *, wie: Kijker) -> Sequence[VerslagAfspraak]:
    """What a verslag keeps of the afspraken, where `wie` may read it; one query."""
    rijen = verslagafspraken_voor(wie).filter(agendapunt=verslag.agendapunt_id)
    return list(rijen.order_by("volgnummer"))


def schrijft_verslag(punt: Punt, *, wie: Kijker) -> bool:
    """Whether `wie` writes there: who holds the regie, until the verslag is vastgesteld."""
    open_ = punt.verslag is not None and punt.verslag.vastgesteld_op is None
    return open_ and _van_de_regie(punt, wie)


def schrijft_te_laat(punt: Punt, *, wie: Kijker) -> bool:
    """Whether `wie` would have written there, but the verslag is vastgesteld."""
    dicht = punt.verslag is not None and punt.verslag.vastgesteld_op is not None
    return dicht and _van_de_regie(punt, wie)


def is_afgelast(punt: Punt, *, wie: Kijker) -> bool:
    """Whether `wie` would have written there, but the overleg is off."""
    af = punt.punt.overleg.afgelast_op is not None
    return af and wie.is_huis and werkt_voor_het_huis(punt.punt.casus, wie=wie)


def _van_de_regie(punt: Punt, wie: Kijker) -> bool:
    return (
        wie.is_huis
        and punt.punt.overleg.afgelast_op is None
        and werkt_voor_het_huis(punt.punt.casus, wie=wie)
    )


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
    openstaand = open_(Afspraak.objects.filter(huiswerk(wie), uiterlijk_op__lte=dag + VOORUIT))
    return _per_casus(openstaand, wie)


def te_agenderen(casus: UUID | None, *, wie: Kijker) -> Kandidaat | None:
    """One casus for the agenda, where `wie` works on it for the house; two queries."""
    gevonden = zichtbaar_voor(wie).filter(pk=casus).first() if casus else None
    if gevonden is None or not werkt_voor_het_huis(gevonden, wie=wie):
        return None
    openstaand = open_(Afspraak.objects.filter(huiswerk(wie), casus=gevonden))
    geteld = next(iter(_per_casus(openstaand, wie)), None)
    return geteld or Kandidaat(gevonden, 0, None)


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
