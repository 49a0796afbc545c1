# SPDX-License-Identifier: EUPL-1.2
"""What the pages of progress read."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import (
    betrokkenen_voor,
    huisrollen,
    huiswerk,
    in_hele,
    regisseurs_op,
)
from vangnet.inrichting.models import Huis
from vangnet.inrichting.selectors import het_huis
from vangnet.plan.models import naam_van_eigenaar
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.models import Evaluatie, Opschaling, VastgelopenAfspraak
from vangnet.voortgang.querysets import evaluaties_voor, gevraagd_aan, klokken, opschalingen_voor
from vangnet.voortgang.regels import (
    Klok,
    Klokdagen,
    Stagnatie,
    Termijnen,
    grenzen_op,
    klok_op,
)

MEESTE = 50


def termijnen() -> Termijnen:
    """What this house set; one query."""
    return termijnen_van(het_huis())


def termijnen_van(huis: Huis) -> Termijnen:
    """What `huis` set."""
    return Termijnen(
        huis.stilstand_weken, huis.te_laat_dagen, huis.evaluatie_weken, huis.gemiste_evaluaties
    )


@dataclass(frozen=True)
class Stilstaande:
    """A casus whose clock has struck; mijn: it names the reader."""

    casus: Casus
    klok: Klok
    regisseurs: Sequence[str]
    mijn: bool
    opgeschaald: bool


@dataclass(frozen=True)
class Stilstand:
    """The casussen that stagnate, those of the reader first; meer: there are more than MEESTE."""

    rijen: Sequence[Stilstaande]
    meer: bool


def stilstand(wie: Kijker, *, dag: date) -> Stilstand:
    """What stagnates of what `wie` sees, the longest first; two queries."""
    gezet = termijnen()
    gevonden: Any = (
        stagnerende(wie, gezet, dag)
        .annotate(
            mijn=Exists(huisrollen(wie).filter(casus=OuterRef("pk"))),
            regisseurs=ArraySubquery(regisseurs_op(dag)),
        )
        .order_by("-mijn", "evaluatie_vanaf", "bewogen_op", "kenmerk")[: MEESTE + 1]
    )
    rijen = list(gevonden)
    return Stilstand(
        rijen=[
            Stilstaande(een, _klok(een, gezet, dag), een.regisseurs, een.mijn, een.opgeschaald)
            for een in rijen[:MEESTE]
        ],
        meer=len(rijen) > MEESTE,
    )


def stagnerende(wie: Kijker, gezet: Termijnen, dag: date) -> QuerySet[Any, Any]:
    """Of what `wie` sees whole: the casussen whose clock has struck by the terms of the house."""
    grenzen = grenzen_op(gezet, dag)
    return klokken(in_hele(wie, "pk"), dag).filter(
        Q(bewogen_op__lte=grenzen.bewogen_op)
        | Q(oudste_afspraak__lte=grenzen.oudste_afspraak)
        | Q(evaluatie_vanaf__lte=grenzen.evaluatie_vanaf)
    )


def te_bespreken(wie: Kijker, *, dag: date, tot: date) -> Mapping[UUID, tuple[Casus, Klok]]:
    """Of what `wie` works on for the house: what stands still, or is to be evaluated by `tot`.

    The longest first, at most MEESTE; two queries. Without an afspraak to be ready, it would stay
    away from each agenda. What has an afspraak that is late comes on it by that.
    """
    gezet = termijnen()
    stil = grenzen_op(gezet, dag).bewogen_op
    evalueren = grenzen_op(gezet, tot + timedelta(days=1)).evaluatie_vanaf
    gevonden: Any = (
        klokken(huiswerk(wie, "pk"), dag)
        .filter(Q(bewogen_op__lte=stil) | Q(evaluatie_vanaf__lte=evalueren))
        .order_by("evaluatie_vanaf", "bewogen_op", "kenmerk")[:MEESTE]
    )
    return {een.pk: (een, _klok(een, gezet, dag)) for een in gevonden}


def klok_van(casus: UUID, *, wie: Kijker, dag: date, gezet: Termijnen) -> Klok | None:
    """The clock of one casus by the terms of the house; None when none runs. One query."""
    gevonden: Any = klokken(in_hele(wie, "pk"), dag).filter(pk=casus).first()
    return _klok(gevonden, gezet, dag) if gevonden else None


def evaluaties_van(casus: UUID, *, wie: Kijker) -> Sequence[Evaluatie]:
    """The evaluations of a casus, newest first."""
    gezien = evaluaties_voor(wie).filter(casus=casus).select_related("door")
    return list(gezien.defer("door__password").order_by("-datum"))


def _klok(een: Any, gezet: Termijnen, dag: date) -> Klok:
    dagen = Klokdagen(een.bewogen_op, een.evaluatie_vanaf, een.oudste_afspraak)
    return klok_op(dagen, gezet, dag)


@dataclass(frozen=True)
class Gemeld:
    """A casus that the manager is told of: its kenmerk and its clock, no content."""

    casus: UUID
    kenmerk: str
    bewogen_op: date
    gemist: int


def voor_management(dag: date) -> Sequence[Gemeld]:
    """The casussen that missed too many evaluations, for a manager; the longest first."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT casus, kenmerk, bewogen_op, evaluatie_vanaf FROM voortgang.voor_management()"
        )
        rijen = cursor.fetchall()
    gezet = termijnen()
    klok = [
        (casus, kenmerk, bewogen, klok_op(Klokdagen(bewogen, vanaf), gezet, dag))
        for casus, kenmerk, bewogen, vanaf in rijen
    ]
    return [
        Gemeld(casus, kenmerk, bewogen, stand.gemist)
        for casus, kenmerk, bewogen, stand in klok
        if stand.stagnatie is Stagnatie.NAAR_MANAGEMENT
    ]


class Vastgelopen(NamedTuple):
    """A stuck afspraak; organisatie: the name of who has to do it, none for the house."""

    kenmerk: str
    omschrijving: str | None
    interventie: str | None
    domein: str | None
    uiterlijk_op: date
    organisatie: str | None

    @property
    def van_wie(self) -> str:
        """The organisation that does it, or the house, as a screen calls it."""
        return self.organisatie or naam_van_eigenaar(None)


@dataclass(frozen=True)
class Opgeschaald:
    """An opschaling with its stuck afspraken."""

    opschaling: Opschaling
    afspraken: Sequence[Vastgelopen]


def opschalingen_van(casus: UUID, *, wie: Kijker) -> Sequence[Opgeschaald]:
    """The opschalingen of a casus, newest first, for who sees it whole; one query."""
    gezien = opschalingen_voor(wie).filter(casus=casus)
    gezien = gezien.select_related("aangesprokene", "toegelaten_namens")
    return _met_afspraken(gezien.defer("aangesprokene__password").order_by("-datum", "niveau"))


def gevraagd(wie: Kijker, *, dag: date) -> Sequence[Opgeschaald]:
    """What waits for the answer of `wie`, the first term first; one query."""
    wachtend = gevraagd_aan(wie, dag).select_related("casus__hoofdbetrokkene")
    return _met_afspraken(wachtend.order_by("antwoord_voor", "pk"))


def _met_afspraken(opschalingen: QuerySet[Opschaling]) -> Sequence[Opgeschaald]:
    vast = VastgelopenAfspraak.objects.filter(opschaling=OuterRef("pk"))
    velden = {een: f"afspraak__{een}" for een in Vastgelopen._fields}
    als_json = JSONObject(**velden | {"organisatie": "afspraak__organisatie__naam"})
    op_volgorde = vast.order_by("afspraak__uiterlijk_op").values(een=als_json)
    rijen: Any = opschalingen.annotate(vast=ArraySubquery(op_volgorde))
    return [Opgeschaald(een, [_vastgelopen(rij) for rij in een.vast]) for een in rijen]


def _vastgelopen(rij: Mapping[str, Any]) -> Vastgelopen:
    return Vastgelopen(**{**rij, "uiterlijk_op": date.fromisoformat(rij["uiterlijk_op"])})


def namen_in(casus: UUID, *, wie: Kijker) -> Sequence[str]:
    """The names of everybody in a casus, whom a note for the gremium leaves out; two queries.

    Of the persons, and of who takes or took part in it, or was asked to.
    """
    mensen = betrokkenen_voor(wie).filter(casus=casus)
    rijen = mensen.values_list("persoon__voornamen", "persoon__achternaam")
    rollen = CasusRol.objects.filter(casus=casus, gebruiker__isnull=False)
    meedoen = rollen.values_list("gebruiker__naam", flat=True).distinct()
    return [*(naam for rij in rijen for naam in rij if naam), *meedoen]
