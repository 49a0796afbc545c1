# SPDX-License-Identifier: EUPL-1.2
"""The casussen that name somebody, with what comes first in each; for Mijn werk.

It stands here because this room knows the clock, and the rooms of the afspraken and the overleggen.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

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

from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import (
    betrokkenen_voor,
    in_eigen,
    inzet_op,
    lopende_ondersteuningen,
    ondersteuningen_voor,
)
from vangnet.overleg.querysets import komende_punten
from vangnet.personen.models import Persoon
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
    casussen: QuerySet[Any] = (
        mijn_casussen(wie)
        .select_related("hoofdbetrokkene")
        .annotate(ziet_hoofd=Exists(_hoofd(wie)), inzet_nu=Subquery(inzet_op(dag)))
        .annotate(**datumvelden(wie, dag, klok=in_eigen(wie, "pk")))
        # The first of them; PostgreSQL passes over what is not there. The weekends that a term
        # goes over are left to Python.
        .annotate(eerste=Least("overleg_op", _rond(gezet), "afspraak_op", "kijken_op"))
    )
    rijen = casussen.order_by(F("eerste").asc(nulls_last=True), "-kenmerk")[:MEESTE]
    mijn = [_mijn_casus(een, gezet) for een in rijen]
    return sorted(mijn, key=lambda een: een.volgende or date.max)


def datumvelden(wie: Kijker, dag: date, *, klok: Q) -> dict[str, Any]:
    """Annotations of casussen for volgende_datum: the days of which the first is their next date.

    klok: of which casussen their evaluation is told; a partner sees none.
    """
    hier = OuterRef("pk")
    punten = komende_punten(wie, dag)
    afspraken = open_(afspraken_voor(wie)).filter(casus=hier).order_by("uiterlijk_op")
    blikken = lopende_ondersteuningen(ondersteuningen_voor(wie), dag).filter(casus=hier)
    loopt = Q(klok, gesloten=False, regie_vanaf__isnull=False)
    return {
        "overleg_op": Subquery(punten.order_by("overleg__datum").values("overleg__datum")[:1]),
        "afspraak_op": Subquery(afspraken.values("uiterlijk_op")[:1]),
        "kijken_op": Subquery(blikken.values("volgende_blik")[:1]),
        **evaluatievelden(dag),
        "klok_vanaf": Case(When(loopt, then=F("evaluatie_vanaf")), output_field=DateField()),
    }


def _rond(gezet: Termijnen) -> Any:
    """The last day for an evaluation, but for a weekend that its term goes over."""
    duur = Value(gezet.evaluatie_weken * 7)
    return ExpressionWrapper(F("klok_vanaf") + duur, output_field=DateField())


def _mijn_casus(een: Any, gezet: Termijnen) -> MijnCasus:
    volgende, wat = volgende_datum(een, gezet)
    hoofd = een.hoofdbetrokkene if een.ziet_hoofd else None
    return MijnCasus(een, hoofd, een.inzet_nu or "", volgende, wat)


def volgende_datum(een: Any, gezet: Termijnen) -> tuple[date | None, Datumsoort | None]:
    """The next date of a casus with `datumvelden`, and what happens then; none: nothing is known.

    gezet: the terms of the house.
    """
    datums = {
        Datumsoort.OVERLEG: een.overleg_op,
        Datumsoort.EVALUATIE: een.klok_vanaf and evaluatie_uiterlijk(een.klok_vanaf, gezet),
        Datumsoort.AFSPRAAK: een.afspraak_op,
        Datumsoort.KIJKEN: een.kijken_op,
    }
    wat = min((soort for soort in datums if datums[soort]), key=datums.__getitem__, default=None)
    return (datums[wat] if wat else None), wat


def _hoofd(wie: Kijker) -> QuerySet[Betrokkenheid]:
    """For an Exists of casussen: that `wie` may see who the hoofdbetrokkene is."""
    return betrokkenen_voor(wie).filter(
        casus=OuterRef("pk"), rol=HOOFD, persoon=OuterRef("hoofdbetrokkene")
    )
