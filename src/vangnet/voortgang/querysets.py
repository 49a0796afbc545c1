# SPDX-License-Identifier: EUPL-1.2
"""Casussen with the days from which their clock runs.

`voortgang.voor_management` (sql/management_volgfase.sql) says the same for who sees no casus; a
test holds the two together.
"""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import (
    Case,
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
    When,
)
from django.db.models.functions import Coalesce, Greatest, TruncDate

from vangnet.casus.models import Casus, Inzet
from vangnet.casus.querysets import huisrollen, in_eigen, in_hele
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import HUISTIJD, begin_van
from vangnet.overleg.models import Overleg, Verslag
from vangnet.plan.models import Afspraak, Plan, PlanVersie
from vangnet.plan.querysets import STAAT_OPEN, open_
from vangnet.toegang.kijker import Kijker, een_van
from vangnet.toegang.regels import Recht
from vangnet.voortgang.models import Contactmoment, Evaluatie, Opschaling, Veiligheidsrisico

REGIE = "procesregie"
# Of a contact: that it wasn't taken away.
STAAT = Q(weggehaald_op__isnull=True)
# So long ahead who took an appointment over reads of it.
OP_TIJD = timedelta(days=7)
# What counts as progress: something agreed, done, discussed, evaluated or broken through. A note
# doesn't: one can write for weeks that nothing happens.
_BEWEGING: tuple[tuple[type[models.Model], str], ...] = (
    (Afspraak, "vastgesteld_op"),
    (Afspraak, "gereed_op"),
    (Plan, "vastgesteld_op"),
    (PlanVersie, "vastgesteld_op"),
    (Overleg, "datum"),
    (Evaluatie, "datum"),
)


def klokken(gezien: Q, dag: date) -> QuerySet[Any, Any]:
    """Open casussen under procesregie with the days of their clock; gezien: which, as in_hele says.

    An ondersteuning has none: there the regie is not with the house.
    """
    lopend = lopende_opschalingen().filter(casus=OuterRef("pk"))
    return (
        Casus.objects.filter(gezien, gesloten=False)
        .annotate(**klokvelden(dag), opgeschaald=Exists(lopend))
        .filter(regie_vanaf__isnull=False)
    )


def klokvelden(dag: date) -> dict[str, Any]:
    """Annotations of casussen: those of evaluatievelden, and the other days of Klokdagen."""
    # A casus comes on the agenda of a planned overleg as a point; what was said stands once its
    # verslag is vastgesteld.
    besproken = Verslag.objects.filter(vastgesteld_op__isnull=False)
    doorbraak = Opschaling.objects.filter(uitkomst="doorbraak")
    afspraken = open_(Afspraak.objects.filter(casus=OuterRef("pk"))).order_by("uiterlijk_op")
    return {
        **evaluatievelden(dag),
        "bewogen_op": Greatest(
            F("regie_vanaf"),
            _Heropend(F("pk"), Value(dag)),
            F("weer"),
            *(_laatste(model.objects.all(), veld, dag) for model, veld in _BEWEGING),  # type: ignore[attr-defined]
            _laatste(besproken, "agendapunt__overleg__datum", dag),
            _laatste(doorbraak, "afgerond_op", dag),
        ),
        "oudste_afspraak": Subquery(afspraken.values("uiterlijk_op")[:1]),
    }


def evaluatievelden(dag: date) -> dict[str, Any]:
    """Annotations of casussen: regie_vanaf, empty when no clock runs, and evaluatie_vanaf.

    volgen_tot, open_sinds: until when a signed plan is followed, and since when an afspraak is
    open. Without one the clock stands still in the volgfase (toegang.md section 5). weer: from
    when it runs again, as nobody was to evaluate until then; empty when it never stood still.
    """
    regie = Inzet.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), casus=OuterRef("pk"), soort=REGIE, vanaf__lte=dag
    )
    afspraken = open_(Afspraak.objects.filter(casus=OuterRef("pk"))).order_by("vastgesteld_op")
    getekend = Plan.objects.filter(casus=OuterRef("pk"), ondertekend_op__isnull=False)
    # Before a house had Vangnet it could record no evaluation.
    hier_sinds = TruncDate("aangemaakt_op", tzinfo=HUISTIJD)
    geevalueerd = _laatste(Evaluatie.objects.all(), "datum", dag)
    heropend = _Heropend(F("pk"), Value(dag))
    return {
        "volgen_tot": Subquery(_laatst(getekend, "volgen_tot")),
        "getekend_op": Subquery(_laatst(getekend, "ondertekend_op")),
        "open_sinds": Subquery(afspraken.values("vastgesteld_op")[:1]),
        "weer_op": Case(
            When(volgen_tot__gt=dag, then=F("open_sinds")),
            default=F("volgen_tot"),
            output_field=DateField(),
        ),
        "weer": Case(
            When(Q(~Exists(_open_op_dan()), weer_op__gt=F("getekend_op")), then="weer_op")
        ),
        "regie_vanaf": Case(
            When(volgen_tot__gt=dag, open_sinds__isnull=True, then=Value(None)),
            default=Subquery(regie.values("vanaf")[:1]),
            output_field=DateField(),
        ),
        "evaluatie_vanaf": Greatest(
            F("regie_vanaf"), heropend, F("weer"), Coalesce(geevalueerd, hier_sinds)
        ),
    }


def _laatst(plannen: QuerySet[Any, Any], veld: str) -> QuerySet[Any, Any]:
    return plannen.order_by(F(veld).desc(nulls_last=True)).values(veld)[:1]


def _open_op_dan() -> QuerySet[Afspraak]:
    """For an Exists of casussen with weer_op: what was open on that day, and made before it."""
    eerder = Afspraak.objects.filter(casus=OuterRef("pk"), vastgesteld_op__lt=OuterRef("weer_op"))
    gedaan = Q(tot__gte=OuterRef("weer_op"))
    return eerder.alias(tot=Coalesce("gereed_op", "vervallen_op")).filter(STAAT_OPEN | gedaan)


def _laatste(rijen: QuerySet[Any, Any], veld: str, dag: date) -> Subquery:
    """The last day in `veld`, up to `dag`, among the rows of the casus."""
    eigen = rijen.filter(casus=OuterRef("pk"), **{f"{veld}__lte": dag})
    return Subquery(eigen.order_by(f"-{veld}").values(veld)[:1])


class _Heropend(Func):
    """Of a casus and a day: when it was last reopened by then; closings stand in a room above."""

    template = (
        "(SELECT max(heropend_op) FROM afsluiting_afsluiting WHERE casus_id = %(expressions)s)"
    )
    arg_joiner = " AND heropend_op <= "
    output_field = DateField()


def lopende_opschalingen() -> QuerySet[Opschaling]:
    """Those of which no uitkomst is known; what an import brought without a question is none."""
    return Opschaling.objects.filter(uitkomst__isnull=True, vraag__isnull=False)


def contacten_voor(wie: Kijker) -> QuerySet[Contactmoment]:
    """The contacts of casussen that `wie` sees whole, without what was taken away."""
    return Contactmoment.objects.filter(STAAT, in_hele(wie))


def overgenomen_contacten(wie: Kijker, dag: date) -> QuerySet[Contactmoment]:
    """The appointments up to a week after `dag` that `wie` of the house took over.

    To go to, or to have somebody go to, and then to tell of. Who goes along with somebody has the
    own ones in Onderweg.
    """
    if not wie.is_huis:
        return Contactmoment.objects.none()
    begeleidt = huisrollen(wie).filter(rol=RolSoort.TRAJECTBEGELEIDER).values("casus")
    tot = begin_van(dag + OP_TIJD + timedelta(days=1))
    eigen = contacten_voor(wie).filter(door=wie.gebruiker, moment__lt=tot)
    return eigen.filter(~een_van("casus", begeleidt), uitkomst__isnull=True)


def evaluaties_voor(wie: Kijker) -> QuerySet[Evaluatie]:
    """The evaluations of casussen that `wie` sees whole."""
    return Evaluatie.objects.filter(in_hele(wie))


def veiligheid_voor(wie: Kijker) -> QuerySet[Veiligheidsrisico]:
    """What the house said of the safety of casussen that `wie` sees whole, newest first."""
    gezien = Veiligheidsrisico.objects.filter(in_hele(wie))
    return gezien.order_by("-datum", "-aangemaakt_op")


def opschalingen_voor(wie: Kijker) -> QuerySet[Opschaling]:
    """The opschalingen of casussen that `wie` sees whole."""
    return Opschaling.objects.filter(in_hele(wie))


def gevraagd_aan(wie: Kijker, dag: date) -> QuerySet[Opschaling]:
    """Those that wait for the answer of `wie`, who was admitted (toegang.md section 2)."""
    if not wie.mag(Recht.ANTWOORDEN):
        return Opschaling.objects.none()
    return Opschaling.objects.filter(
        aangesprokene=wie.gebruiker,
        beantwoord_op__isnull=True,
        uitkomst__isnull=True,
        toegelaten_op__lte=dag,
        casus__gesloten=False,
    )


def antwoord_te_laat(wie: Kijker, dag: date) -> QuerySet[Opschaling]:
    """Those without an answer on `dag`, of which the term is over, where the house names `wie`."""
    return lopende_opschalingen().filter(
        in_eigen(wie),
        beantwoord_op__isnull=True,
        antwoord_voor__lt=dag,
        casus__gesloten=False,
    )
