# SPDX-License-Identifier: EUPL-1.2
"""The casussen that name somebody, with what comes first in each; for Mijn werk.

It stands here because this room knows the clock, and the rooms of the afspraken and the overleggen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from django.db.models import (
    Case,
    DateField,
    Exists,
    ExpressionWrapper,
    F,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Least

from vangnet.casus.models import Betrokkenheid, Casus, Ondersteuning
from vangnet.casus.querysets import (
    betrokkenen_voor,
    in_eigen,
    inzet_op,
    lopende_ondersteuningen,
    ondersteuningen_voor,
)
from vangnet.overleg.models import Agendapunt
from vangnet.overleg.querysets import komende_punten, punten_voor
from vangnet.personen.models import Persoon
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import afspraken_voor, mijn_casussen, open_
from vangnet.plan.selectors import HOOFD
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.querysets import evaluatievelden
from vangnet.voortgang.regels import Termijnen, evaluatie_uiterlijk
from vangnet.voortgang.selectors import termijnen

MEESTE = 50


class Datumsoort(StrEnum):
    """What happens on the next date of a casus; of two on one day the first here is told."""

    OVERLEG = "overleg"
    EVALUATIE = "evaluatie"
    AFSPRAAK = "afspraak"
    KIJKEN = "kijken"


class Datums(NamedTuple):
    """The days of which the first is the next date of a casus; klok_vanaf: since when its clock
    waits for an evaluation, if it runs."""

    overleg_op: date | None
    klok_vanaf: date | None
    afspraak_op: date | None
    kijken_op: date | None


@dataclass(frozen=True)
class MijnCasus:
    """A casus that names somebody: who it is about, what the house does, and its next date.

    volgende: the first of an overleg with a point of the casus, the last day for an evaluation, an
    open afspraak and the next look at an ondersteuning; wat: which of these it is.
    """

    casus: Casus
    hoofd: Persoon | None
    inzet: str
    volgende: date | None
    wat: Datumsoort | None


def casussen_van(wie: Kijker, *, dag: date) -> Sequence[MijnCasus]:
    """The casussen that name `wie`, by their next date, at most MEESTE of them.

    One query, beside the terms of the house, which the frame of a page reads too.
    """
    gezet = termijnen()
    # Whose clock it is: a partner sees none.
    loopt = Q(in_eigen(wie, "pk"), gesloten=False, regie_vanaf__isnull=False)
    casussen: QuerySet[Any] = (
        mijn_casussen(wie)
        .select_related("hoofdbetrokkene")
        # What only the clock needs is not read for itself.
        .alias(**evaluatievelden(dag))
        .annotate(
            ziet_hoofd=Exists(_hoofd(wie)),
            inzet_nu=Subquery(inzet_op(dag)),
            **datumvelden(punten_voor(wie), afspraken_voor(wie), dag),
            kijken_op=eerste_blik(ondersteuningen_voor(wie), dag),
            klok_vanaf=Case(When(loopt, then=F("evaluatie_vanaf")), output_field=DateField()),
        )
        # The first of them; PostgreSQL passes over what is not there. The weekends that a term
        # goes over are left to Python.
        .annotate(eerste=Least("overleg_op", _rond(gezet), "afspraak_op", "kijken_op"))
    )
    rijen = casussen.order_by(F("eerste").asc(nulls_last=True), "-kenmerk")[:MEESTE]
    mijn = [_mijn_casus(een, gezet) for een in rijen]
    return sorted(mijn, key=lambda een: een.volgende or date.max)


def datumvelden(
    punten: QuerySet[Agendapunt], afspraken: QuerySet[Afspraak], dag: date
) -> dict[str, Any]:
    """Annotations of casussen: the first day among the overleggen and afspraken to come."""
    komend = komende_punten(punten, dag).order_by("overleg__datum")
    te_doen = open_(afspraken).filter(casus=OuterRef("pk")).order_by("uiterlijk_op")
    return {
        "overleg_op": Subquery(komend.values("overleg__datum")[:1]),
        "afspraak_op": Subquery(te_doen.values("uiterlijk_op")[:1]),
    }


def eerste_blik(blikken: QuerySet[Ondersteuning], dag: date) -> Subquery:
    """Annotation of casussen: when the house looks again at the ondersteuning that runs."""
    lopend = lopende_ondersteuningen(blikken, dag).filter(casus=OuterRef("pk"))
    return Subquery(lopend.values("volgende_blik")[:1])


def _rond(gezet: Termijnen) -> Any:
    """The last day for an evaluation, but for a weekend that its term goes over."""
    duur = Value(gezet.evaluatie_weken * 7)
    return ExpressionWrapper(F("klok_vanaf") + duur, output_field=DateField())


def _mijn_casus(een: Any, gezet: Termijnen) -> MijnCasus:
    datums = Datums(een.overleg_op, een.klok_vanaf, een.afspraak_op, een.kijken_op)
    volgende, wat = volgende_datum(datums, gezet)
    hoofd = een.hoofdbetrokkene if een.ziet_hoofd else None
    return MijnCasus(een, hoofd, een.inzet_nu or "", volgende, wat)


def volgende_datum(van: Datums, gezet: Termijnen) -> tuple[date | None, Datumsoort | None]:
    """The next date of a casus, and what happens then; none: nothing is known.

    gezet: the terms of the house.
    """
    datums = {
        Datumsoort.OVERLEG: van.overleg_op,
        Datumsoort.EVALUATIE: van.klok_vanaf and evaluatie_uiterlijk(van.klok_vanaf, gezet),
        Datumsoort.AFSPRAAK: van.afspraak_op,
        Datumsoort.KIJKEN: van.kijken_op,
    }
    bekend = {soort: dag for soort, dag in datums.items() if dag}
    wat = min(bekend, key=bekend.__getitem__, default=None)
    return (bekend[wat] if wat else None), wat


def _hoofd(wie: Kijker) -> QuerySet[Betrokkenheid]:
    """For an Exists of casussen: that `wie` may see who the hoofdbetrokkene is."""
    return betrokkenen_voor(wie).filter(
        casus=OuterRef("pk"), rol=HOOFD, persoon=OuterRef("hoofdbetrokkene")
    )
