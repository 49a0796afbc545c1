# SPDX-License-Identifier: EUPL-1.2
"""The zaken of the house as a list: how each stands today."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import (
    Case,
    Exists,
    JSONField,
    Min,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)

from vangnet.aanmelding.models import Aanmelding
from vangnet.afsluiting.fasen import fase_uit, fasevelden, in_fase
from vangnet.afsluiting.querysets import sluiting_op
from vangnet.afsluiting.regels import Fase
from vangnet.casus.kenmerk import lijkt_op
from vangnet.casus.models import Casus, Ondersteuning
from vangnet.casus.querysets import (
    als_deelnemer,
    als_heel,
    door_rol_zichtbaar_voor,
    in_eigen,
    in_hele,
    inzet_op,
    regisseurs_op,
    rollen_op,
    zichtbaar_voor,
)
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import dag_uit, vandaag
from vangnet.overleg.models import Agendapunt
from vangnet.overleg.querysets import punten_voor
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import van_de_partner
from vangnet.toegang.kijker import Kijker, een_van
from vangnet.voortgang.mijnzaken import (
    Datums,
    Datumsoort,
    datumvelden,
    eerste_blik,
    volgende_datum,
)
from vangnet.voortgang.querysets import evaluatiedelen
from vangnet.voortgang.regels import Termijnen
from vangnet.voortgang.selectors import stagnerende, termijnen

PAGINA = 50
MIJN = "mij"
OPEN, STAAT_STIL = "open", "staat_stil"
_NIETS = Value(None, output_field=JSONField())


@dataclass(frozen=True, kw_only=True)
class Zaakfilter:
    """What the reader asked to see; an empty field filters nothing.

    jaar: year of aangemeld_op; organisatie: takes part today; regisseur: an account, or MIJN: which
    name the reader for the house; aandachtsgebied: the one that counts, or a further one; stand: a
    Fase, OPEN or STAAT_STIL. Of what is closed, which is shielded, only who looks with a reason has
    any in the list.
    """

    inzet: str = ""
    gemeente: str = ""
    jaar: int | None = None
    kenmerk: str = ""
    organisatie: str = ""
    regisseur: str = ""
    aandachtsgebied: str = ""
    stand: str = ""


@dataclass(frozen=True)
class Zaak:
    """A casus as the list shows it, on the day that was asked for."""

    casus: Casus
    aangemeld_op: date | None
    laatste_inzet: str
    afgesloten_op: date | None


@dataclass(frozen=True)
class Zaakregel(Zaak):
    """A casus as a page of the list shows it: with its people, who leads, and what comes.

    fase: only for who sees all of the casus; volgende: the next date that the reader knows of, and
    wat happens then.
    """

    regisseurs: Sequence[str]
    fase: Fase | None
    volgende: date | None
    wat: Datumsoort | None


@dataclass(frozen=True)
class Zaakpagina:
    """One page of the list, newest kenmerk first, with the keys of the pages beside it."""

    zaken: Sequence[Zaakregel]
    vorige: str
    volgende: str


def _zaken(
    casussen: QuerySet[Casus],
    filter_: Zaakfilter,
    *,
    wie: Kijker,
    dag: date,
    gezet: Termijnen | None = None,
) -> QuerySet[Any]:
    """Those of `casussen` that pass `filter_`, newest first, with what Zaak needs as on `dag`."""
    aanmeldingen = aanmeldingen_van_hele(wie)
    rijen = casussen.annotate(
        aangemeld_op=Subquery(_eerste_ontvangst(aanmeldingen)),
        laatste_inzet=Subquery(inzet_op(dag)),
        afgesloten_op=Subquery(sluiting_op(dag)),
    )
    rijen = _in_stand(
        rijen.filter(_voorwaarden(filter_, aanmeldingen, wie)), filter_, wie, dag, gezet
    )
    return rijen.order_by("-kenmerk")


def _in_stand(
    rijen: QuerySet[Any], filter_: Zaakfilter, wie: Kijker, dag: date, gezet: Termijnen | None
) -> QuerySet[Any]:
    if filter_.stand == STAAT_STIL:
        stil = stagnerende(wie, gezet or termijnen(), dag)
        return rijen.filter(een_van("pk", stil.values("pk")))
    if filter_.stand == OPEN:
        return rijen.filter(in_hele(wie, "pk"), gesloten=False)
    if filter_.stand:
        rijen = rijen.alias(**fasevelden(dag))
        return rijen.filter(in_fase(Fase(filter_.stand), wie))
    return rijen


def _zaak(rij: Any) -> Zaak:
    return Zaak(rij, rij.aangemeld_op, rij.laatste_inzet or "", rij.afgesloten_op)


def _voorwaarden(filter_: Zaakfilter, aanmeldingen: QuerySet[Aanmelding], wie: Kijker) -> Q:
    voorwaarden = Q()
    if filter_.inzet:
        voorwaarden &= Q(laatste_inzet=filter_.inzet)
    if filter_.gemeente:
        voorwaarden &= Q(gemeente=filter_.gemeente)
    if filter_.kenmerk:
        voorwaarden &= lijkt_op(filter_.kenmerk)
    if filter_.jaar:
        voorwaarden &= _aangemeld_in(filter_.jaar, aanmeldingen)
    if filter_.organisatie:
        deel = rollen_op(vandaag()).filter(organisatie=UUID(filter_.organisatie))
        voorwaarden &= Q(Exists(deel))
    if filter_.aandachtsgebied:
        gebied = filter_.aandachtsgebied
        gaat_erover = Q(aandachtsgebied=gebied) | Q(verdere_aandachtsgebieden__contains=[gebied])
        voorwaarden &= Q(in_hele(wie, "pk")) & gaat_erover
    if filter_.regisseur:
        voorwaarden &= _van_regisseur(filter_.regisseur, wie)
    return voorwaarden


def _van_regisseur(wiens: str, wie: Kijker) -> Q:
    if wiens == MIJN:
        return in_eigen(wie, "pk")
    leidt = rollen_op(vandaag()).filter(rol=RolSoort.REGISSEUR, gebruiker=UUID(wiens))
    return Q(in_hele(wie, "pk")) & Q(Exists(leidt))


def _aangemeld_in(jaar: int, aanmeldingen: QuerySet[Aanmelding]) -> Q:
    """aangemeld_op in this year, as days that an index finds."""
    van_casus = aanmeldingen.filter(casus=OuterRef("pk"))
    eerder = van_casus.filter(ontvangen_op__lt=date(jaar, 1, 1))
    toen = van_casus.filter(ontvangen_op__range=(date(jaar, 1, 1), date(jaar, 12, 31)))
    return Q(Exists(toen)) & ~Q(Exists(eerder))


def aanmeldingen_van_hele(wie: Kijker) -> QuerySet[Aanmelding]:
    """Those of casussen that `wie` sees whole.

    Not a partner's own: the first day of a casus isn't among them, and that one of them was joined
    to it, perhaps on the other side, is told with the answer or not at all.
    """
    # Of the house the policy says the same; the words would cost it time in every row.
    return Aanmelding.objects.all() if wie.is_huis else Aanmelding.objects.filter(in_hele(wie))


def _eerste_ontvangst(aanmeldingen: QuerySet[Aanmelding]) -> QuerySet[Any, Any]:
    van_casus = aanmeldingen.filter(casus=OuterRef("pk")).order_by().values("casus")
    return van_casus.annotate(eerste=Min("ontvangen_op")).values("eerste")


def zaakpagina(
    filter_: Zaakfilter, *, wie: Kijker, dag: date, gezet: Termijnen, na: str = "", voor: str = ""
) -> Zaakpagina:
    """The page after kenmerk `na`, or before kenmerk `voor`; the first when both are empty.

    As many queries, whatever the depth: the next page begins at a key, not at a count. Before a
    kenmerk that nothing stands before, which only a typed address names, comes the first page.
    gezet: the terms of the house.
    """
    rijen = _zaken(zichtbaar_voor(wie), filter_, wie=wie, dag=dag, gezet=gezet)
    terug = list(rijen.filter(kenmerk__gt=voor).order_by("kenmerk")[: PAGINA + 1]) if voor else []
    if terug:
        stuk = terug[:PAGINA][::-1]
        meer_voor, meer_na = len(terug) > PAGINA, True
    else:
        vooruit = list((rijen.filter(kenmerk__lt=na) if na else rijen)[: PAGINA + 1])
        stuk = vooruit[:PAGINA]
        meer_voor, meer_na = bool(na and stuk), len(vooruit) > PAGINA
    return Zaakpagina(
        zaken=_regels(stuk, wie=wie, dag=dag, gezet=gezet),
        vorige=stuk[0].kenmerk if stuk and meer_voor else "",
        volgende=stuk[-1].kenmerk if stuk and meer_na else "",
    )


def _regels(stuk: Sequence[Any], *, wie: Kijker, dag: date, gezet: Termijnen) -> list[Zaakregel]:
    """With what stands beside them, in one query of their own: asked in the query that seeks them,
    the planner may read all people first. Without what `wie` sees no more by then."""
    ernaast = {een.pk: een for een in _ernaast(stuk, wie, dag)} if stuk else {}
    regels = ((rij, ernaast.get(rij.pk)) for rij in stuk)
    return [_regel(rij, een, gezet) for rij, een in regels if een and (een.heel or een.deel)]


def _ernaast(stuk: Sequence[Any], wie: Kijker, dag: date) -> QuerySet[Any]:
    """heel: what only who sees all of a casus knows of it; deel: what a partner does."""
    alle_punten, alle_afspraken = Agendapunt.objects.all(), Afspraak.objects.all()
    heel = als_heel(
        wie,
        **datumvelden(alle_punten, alle_afspraken, dag),
        **fasevelden(dag),
        **evaluatiedelen(dag),
        kijken_op=eerste_blik(Ondersteuning.objects.all(), dag),
    )
    casussen: Any = Casus.objects.filter(pk__in=[rij.pk for rij in stuk])
    gevonden: QuerySet[Any] = casussen.select_related("hoofdbetrokkene").annotate(
        regisseurs=ArraySubquery(regisseurs_op(dag)),
        heel=heel,
        deel=_deel(wie, dag) if wie.is_partner else _NIETS,
    )
    return gevonden


def _deel(wie: Kijker, dag: date) -> Case:
    eigen = Afspraak.objects.filter(van_de_partner(wie))
    return als_deelnemer(wie, **datumvelden(punten_voor(wie), eigen, dag))


def _regel(rij: Any, een: Any, gezet: Termijnen) -> Zaakregel:
    heel, inzet = een.heel or {}, rij.laatste_inzet or ""
    van = heel or een.deel
    regie_vanaf = None if een.gesloten else dag_uit(heel.get("regie_vanaf"))
    # The later of both, as evaluatievelden says in SQL.
    klok_vanaf = regie_vanaf and max(regie_vanaf, date.fromisoformat(heel["gerekend_vanaf"]))
    volgende, wat = volgende_datum(
        Datums(
            overleg_op=dag_uit(van["overleg_op"]),
            klok_vanaf=klok_vanaf,
            afspraak_op=dag_uit(van["afspraak_op"]),
            kijken_op=dag_uit(heel.get("kijken_op")),
        ),
        gezet,
    )
    return Zaakregel(
        een,
        rij.aangemeld_op,
        inzet,
        rij.afgesloten_op,
        een.regisseurs,
        fase_uit(heel, gesloten=een.gesloten, inzet=inzet) if heel else None,
        volgende,
        wat,
    )


def zaken_van(ids: Collection[UUID], *, wie: Kijker, dag: date) -> list[Zaak]:
    """The zaken with these ids that `wie` may see, newest kenmerk first."""
    rijen = _zaken(zichtbaar_voor(wie), Zaakfilter(), wie=wie, dag=dag).filter(pk__in=list(ids))
    return [_zaak(rij) for rij in rijen]


def alle_zaken(
    filter_: Zaakfilter, *, wie: Kijker, dag: date, per: int = 1000
) -> Iterator[Sequence[Zaak]]:
    """Every zaak that passes, in pieces of `per`; the caller checks the right for each piece.

    Without what `wie` sees by a look with a reason alone: a file would outlive its hour
    (toegang.md 5).
    """
    laatste = ""
    while True:
        rijen = _zaken(door_rol_zichtbaar_voor(wie), filter_, wie=wie, dag=dag)
        stuk = list((rijen.filter(kenmerk__lt=laatste) if laatste else rijen)[:per])
        if not stuk:
            return
        yield [_zaak(rij) for rij in stuk]
        laatste = stuk[-1].kenmerk
