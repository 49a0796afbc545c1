# SPDX-License-Identifier: EUPL-1.2
"""The zaken of the house as a list: how each stands today."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, Min, OuterRef, Q, QuerySet, Subquery
from django.db.models.expressions import RawSQL

from vangnet.aanmelding.models import Aanmelding
from vangnet.afsluiting.querysets import sluiting_op
from vangnet.casus.kenmerk import lijkt_op
from vangnet.casus.models import Casus
from vangnet.casus.querysets import genoemde_voor, in_hele, inzet_op, rollen_op, zichtbaar_voor
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker

PAGINA = 50
# From one gemeente to the one before it, along an index: DISTINCT would read every casus there is.
# It begins after the last: a code is GMdddd or detentie.
_GEMEENTEN = """
    WITH RECURSIVE gebruikt(code) AS (
        SELECT 'z'::varchar
        UNION ALL SELECT ({volgende}) FROM gebruikt WHERE gebruikt.code IS NOT NULL
    )
    SELECT code FROM gebruikt WHERE code <> 'z' UNION ({genoemd}) ORDER BY 1
"""


@dataclass(frozen=True, kw_only=True)
class Zaakfilter:
    """What the reader asked to see; an empty field filters nothing.

    jaar: year of aangemeld_op; organisatie: takes part today. Not whether it is open: a closed
    casus is shielded.
    """

    inzet: str = ""
    gemeente: str = ""
    jaar: int | None = None
    kenmerk: str = ""
    organisatie: str = ""


@dataclass(frozen=True)
class Zaak:
    """A casus as the list shows it, on the day that was asked for."""

    casus: Casus
    aangemeld_op: date | None
    laatste_inzet: str
    afgesloten_op: date | None


@dataclass(frozen=True)
class Zaakpagina:
    """One page of the list, newest kenmerk first, with the keys of the pages beside it."""

    zaken: Sequence[Zaak]
    vorige: str
    volgende: str


def _zaken(filter_: Zaakfilter, *, wie: Kijker, dag: date) -> QuerySet[Any]:
    """Casussen of `wie` that pass `filter_`, newest first, with what Zaak needs as on `dag`.

    The people come in a query of their own: joined, the planner may read all of them first.
    """
    casussen = zichtbaar_voor(wie).prefetch_related("hoofdbetrokkene")
    aanmeldingen = _aanmeldingen(wie)
    rijen = casussen.annotate(
        aangemeld_op=Subquery(_eerste_ontvangst(aanmeldingen)),
        laatste_inzet=Subquery(inzet_op(dag)),
        afgesloten_op=Subquery(sluiting_op(dag)),
    )
    return rijen.filter(_voorwaarden(filter_, aanmeldingen)).order_by("-kenmerk")


def _zaak(rij: Any) -> Zaak:
    return Zaak(rij, rij.aangemeld_op, rij.laatste_inzet or "", rij.afgesloten_op)


def _voorwaarden(filter_: Zaakfilter, aanmeldingen: QuerySet[Aanmelding]) -> Q:
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
    return voorwaarden


def _aangemeld_in(jaar: int, aanmeldingen: QuerySet[Aanmelding]) -> Q:
    """aangemeld_op in this year, as days that an index finds."""
    van_casus = aanmeldingen.filter(casus=OuterRef("pk"))
    eerder = van_casus.filter(ontvangen_op__lt=date(jaar, 1, 1))
    toen = van_casus.filter(ontvangen_op__range=(date(jaar, 1, 1), date(jaar, 12, 31)))
    return Q(Exists(toen)) & ~Q(Exists(eerder))


def _aanmeldingen(wie: Kijker) -> QuerySet[Aanmelding]:
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
    filter_: Zaakfilter, *, wie: Kijker, dag: date, na: str = "", voor: str = ""
) -> Zaakpagina:
    """The page after kenmerk `na`, or before kenmerk `voor`; the first when both are empty.

    As many queries, whatever the depth: the next page begins at a key, not at a count. Before a
    kenmerk that nothing stands before, which only a typed address names, comes the first page.
    """
    rijen = _zaken(filter_, wie=wie, dag=dag)
    terug = list(rijen.filter(kenmerk__gt=voor).order_by("kenmerk")[: PAGINA + 1]) if voor else []
    if terug:
        stuk = terug[:PAGINA][::-1]
        meer_voor, meer_na = len(terug) > PAGINA, True
    else:
        vooruit = list((rijen.filter(kenmerk__lt=na) if na else rijen)[: PAGINA + 1])
        stuk = vooruit[:PAGINA]
        meer_voor, meer_na = bool(na and stuk), len(vooruit) > PAGINA
    return Zaakpagina(
        zaken=[_zaak(rij) for rij in stuk],
        vorige=stuk[0].kenmerk if stuk and meer_voor else "",
        volgende=stuk[-1].kenmerk if stuk and meer_na else "",
    )


def zaken_van(ids: Collection[UUID], *, wie: Kijker, dag: date) -> list[Zaak]:
    """The zaken with these ids that `wie` may see, newest kenmerk first."""
    rijen = _zaken(Zaakfilter(), wie=wie, dag=dag).filter(pk__in=list(ids))
    return [_zaak(rij) for rij in rijen]


def alle_zaken(
    filter_: Zaakfilter, *, wie: Kijker, dag: date, per: int = 1000
) -> Iterator[Sequence[Zaak]]:
    """Every zaak that passes, in pieces of `per`; the caller checks the right for each piece."""
    laatste = ""
    while True:
        rijen = _zaken(filter_, wie=wie, dag=dag)
        stuk = list((rijen.filter(kenmerk__lt=laatste) if laatste else rijen)[:per])
        if not stuk:
            return
        yield [_zaak(rij) for rij in stuk]
        laatste = stuk[-1].kenmerk


def gemeenten_in_gebruik(wie: Kijker) -> Sequence[str]:
    """Codes of the gemeenten that occur among the casussen of `wie`, in order of code."""
    genoemd = genoemde_voor(wie).filter(gemeente__isnull=False).values("gemeente").order_by()
    if not wie.is_huis:
        return sorted({str(code) for (code,) in genoemd.values_list("gemeente")})
    volgende = zichtbaar_voor(wie).filter(dicht=False, gemeente__lt=RawSQL("gebruikt.code", ()))
    stap = volgende.order_by("-gemeente", "-kenmerk").values("gemeente")[:1]
    (verder, waarden), (los, meer) = (een.query.sql_with_params() for een in (stap, genoemd))
    with connection.cursor() as cursor:
        cursor.execute(_GEMEENTEN.format(volgende=verder, genoemd=los), [*waarden, *meer])
        return [code for (code,) in cursor.fetchall()]


def jaren_in_gebruik(wie: Kijker) -> Sequence[int]:
    """The years from the first to the last aanmelding of the casussen of `wie`, newest first.

    A year between them without one is among them: only the two ends are read.
    """
    dagen = (
        _aanmeldingen(wie)
        .filter(casus__in=zichtbaar_voor(wie))
        .values_list("ontvangen_op", flat=True)
    )
    eerste, laatste = dagen.order_by("ontvangen_op")[:1], dagen.order_by("-ontvangen_op")[:1]
    einden = [dag.year for dag in eerste.union(laatste, all=True)]
    return range(max(einden), min(einden) - 1, -1) if einden else ()
