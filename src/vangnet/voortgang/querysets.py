# SPDX-License-Identifier: EUPL-1.2
"""Casussen with the days from which their clock runs.

`voortgang.voor_management` (sql/management_volgfase.sql) says the same for who sees no casus; a
test holds the two together.
"""

from datetime import date, timedelta
from typing import Any

from django.db import models
from django.db.models import (
    DateField,
    Exists,
    F,
    Func,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.functions import Coalesce, Greatest, TruncDate

from vangnet.casus.models import Casus, Inzet
from vangnet.casus.querysets import huisrollen, in_eigen, in_hele
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import HUISTIJD, begin_van
from vangnet.overleg.models import Overleg, Verslag
from vangnet.plan.models import Afspraak, Plan, PlanVersie
from vangnet.plan.querysets import is_gevolgd_na, open_
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
            _Weer(F("pk"), Value(dag)),
            *(_laatste(model.objects.all(), veld, dag) for model, veld in _BEWEGING),  # type: ignore[attr-defined]
            _laatste(besproken, "agendapunt__overleg__datum", dag),
            _laatste(doorbraak, "afgerond_op", dag),
        ),
        "oudste_afspraak": Subquery(afspraken.values("uiterlijk_op")[:1]),
    }


def evaluatievelden(dag: date) -> dict[str, Any]:
    """Annotations of casussen: regie_vanaf, empty when no clock runs, and evaluatie_vanaf."""
    delen = evaluatiedelen(dag)
    return {
        "regie_vanaf": delen["regie_vanaf"],
        "evaluatie_vanaf": Greatest(delen["regie_vanaf"], delen["gerekend_vanaf"]),
    }


def evaluatiedelen(dag: date) -> dict[str, Any]:
    """Annotations of casussen: regie_vanaf, as above, and gerekend_vanaf, what else is counted by.

    evaluatie_vanaf is the later of both. While a signed plan is followed the clock stands still,
    unless an afspraak is open (toegang.md section 5).
    """
    geevalueerd = _laatste(Evaluatie.objects.all(), "datum", dag)
    # Before a house had Vangnet it could record no evaluation.
    hier_sinds = TruncDate("aangemaakt_op", tzinfo=HUISTIJD)
    return {
        "regie_vanaf": Subquery(_regie_met_klok(dag).values("vanaf")[:1]),
        "gerekend_vanaf": Greatest(
            _Heropend(F("pk"), Value(dag)),
            _Weer(F("pk"), Value(dag)),
            Coalesce(geevalueerd, hier_sinds),
        ),
    }


def _regie_met_klok(dag: date) -> QuerySet[Inzet]:
    """For a subquery of casussen: its procesregie on `dag`, unless its clock stands still."""
    hier = {"casus": OuterRef("casus")}
    gevolgd = Plan.objects.filter(is_gevolgd_na(dag), **hier)
    open_staat = open_(Afspraak.objects.filter(**hier))
    loopt = Q(tot__isnull=True) | Q(tot__gte=dag)
    regie = Inzet.objects.filter(loopt, casus=OuterRef("pk"), soort=REGIE, vanaf__lte=dag)
    return regie.filter(~Exists(gevolgd) | Exists(open_staat))


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


class _Weer(Func):
    """Of a casus and a day: from when its clock runs again after it stood still in the volgfase.

    With the first afspraak that was made while a signed plan was followed, or when following ended,
    as nobody was to evaluate until then; empty while it stands still, and when something was open
    all along. As in sql/management_volgfase.sql. In SQL, as one annotation that names another
    repeats all of it: in Django's words this was most of the list.
    """

    template = """(
        SELECT s.weer_op
          FROM (VALUES (%(expressions)s)) AS van(casus, dag)
         CROSS JOIN LATERAL (
               SELECT max(p.ondertekend_op) AS getekend_op,
                      CASE WHEN max(p.volgen_tot) > van.dag
                           THEN (SELECT min(a.vastgesteld_op) FROM plan_afspraak a
                                  WHERE a.casus_id = van.casus
                                    AND a.gereed_op IS NULL AND a.vervallen_op IS NULL)
                           ELSE max(p.volgen_tot) END AS weer_op
                 FROM plan_plan p
                WHERE p.casus_id = van.casus AND p.ondertekend_op IS NOT NULL
               OFFSET 0) s
         WHERE s.weer_op > s.getekend_op
           AND NOT EXISTS (
               SELECT FROM plan_afspraak a
                WHERE a.casus_id = van.casus AND a.vastgesteld_op < s.weer_op
                  AND coalesce(a.gereed_op, a.vervallen_op, 'infinity') >= s.weer_op))"""
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
