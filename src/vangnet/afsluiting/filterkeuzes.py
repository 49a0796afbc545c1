# SPDX-License-Identifier: EUPL-1.2
"""From what the reader of the list of zaken can choose: what occurs among the casussen they see."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import OuterRef, Subquery
from django.db.models.expressions import RawSQL

from vangnet.afsluiting.selectors import aanmeldingen_van_hele
from vangnet.casus.querysets import genoemde_voor, in_hele, lopende_op, zichtbaar_voor
from vangnet.casus.regels import RolSoort
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker

# From one gemeente to the one before it, along an index: DISTINCT would read every casus there is.
# It begins after the last: a code is GMdddd or detentie.
_GEMEENTEN = """
    WITH RECURSIVE gebruikt(code) AS (
        SELECT 'z'::varchar
        UNION ALL SELECT ({volgende}) FROM gebruikt WHERE gebruikt.code IS NOT NULL
    )
    SELECT code AS gemeente FROM gebruikt WHERE code <> 'z' UNION ({genoemd})
"""
_DEEL = "SELECT '{soort}', {sleutel}::text, {naam}::text FROM ({rijen}) AS {soort}"
Vraag = tuple[str, Sequence[Any]]


@dataclass(frozen=True)
class Keuzes:
    """gemeenten: codes in order; jaren: from the last to the first aanmelding, newest first, also
    one between them without any; regisseurs: account and name, by name, for the house."""

    gemeenten: Sequence[str]
    jaren: Sequence[int]
    regisseurs: Sequence[tuple[UUID, str]]


def keuzes_in_gebruik(wie: Kijker) -> Keuzes:
    """What occurs among the casussen of `wie`; one query."""
    rijen = _lees(list(_delen(wie)))
    jaren = [date.fromisoformat(dag).year for soort, dag, _ in rijen if soort == "jaar"]
    regisseurs = [(naam, UUID(pk)) for soort, pk, naam in rijen if soort == "regisseur"]
    return Keuzes(
        gemeenten=sorted({code for soort, code, _ in rijen if soort == "gemeente" and code}),
        jaren=range(max(jaren), min(jaren) - 1, -1) if jaren else (),
        regisseurs=[(pk, naam) for naam, pk in sorted(regisseurs)],
    )


def _lees(delen: Sequence[Vraag]) -> Sequence[tuple[str, str, str]]:
    if not delen:
        return []
    alle = " UNION ALL ".join(deel for deel, _ in delen)
    with connection.cursor() as cursor:
        cursor.execute(alle, [een for _, waarden in delen for een in waarden])
        return list(cursor.fetchall())


def _delen(wie: Kijker) -> Iterator[Vraag]:
    """Each kind of choice as a part of that query; what can't hold a row is left out."""
    for soort, sleutel, naam, vraag in (
        ("gemeente", "gemeente", "''", _gemeenten),
        ("jaar", "ontvangen_op", "''", _einden),
        ("regisseur", "id", "naam", _regisseurs),
    ):
        try:
            rijen, waarden = vraag(wie)
        except EmptyResultSet:
            continue
        yield _DEEL.format(soort=soort, sleutel=sleutel, naam=naam, rijen=rijen), waarden


def _gemeenten(wie: Kijker) -> Vraag:
    genoemd = genoemde_voor(wie).filter(gemeente__isnull=False).values("gemeente").order_by()
    if not wie.is_huis:
        return genoemd.distinct().query.sql_with_params()
    volgende = zichtbaar_voor(wie).filter(dicht=False, gemeente__lt=RawSQL("gebruikt.code", ()))
    stap = volgende.order_by("-gemeente", "-kenmerk").values("gemeente")[:1]
    (verder, waarden), (los, meer) = (een.query.sql_with_params() for een in (stap, genoemd))
    return _GEMEENTEN.format(volgende=verder, genoemd=los), [*waarden, *meer]


def _einden(wie: Kijker) -> Vraag:
    """Only the two ends are read."""
    gezien = aanmeldingen_van_hele(wie).filter(casus__in=zichtbaar_voor(wie))
    dagen = gezien.values("ontvangen_op")
    eerste, laatste = dagen.order_by("ontvangen_op")[:1], dagen.order_by("-ontvangen_op")[:1]
    return eerste.union(laatste, all=True).query.sql_with_params()


def _regisseurs(wie: Kijker) -> Vraag:
    """Who leads a casus today that `wie` sees; for the house."""
    if not wie.is_huis:
        raise EmptyResultSet
    leidt = lopende_op(vandaag()).filter(
        in_hele(wie), gebruiker=OuterRef("pk"), rol=RolSoort.REGISSEUR
    )
    # Of each account the first such rol, along an index: as an EXISTS all rollen may be read.
    rijen = Gebruiker.objects.annotate(leidt=Subquery(leidt.values("pk")[:1]))
    return rijen.filter(leidt__isnull=False).values("id", "naam").query.sql_with_params()
