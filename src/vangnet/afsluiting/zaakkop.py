# SPDX-License-Identifier: EUPL-1.2
"""The head of a casus: what stands on top of each of its pages, read in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast, JSONObject

from vangnet.afsluiting.querysets import sluiting_op
from vangnet.afsluiting.risico import Risico, risico_uit, risicovelden
from vangnet.beeld.querysets import vragen_voor
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import (
    geldende_inzagen,
    in_hele,
    inzet_op,
    regisseurs_op,
    zichtbaar_voor,
)
from vangnet.casus.regels import Antwoord
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.plan.models import Plan
from vangnet.plan.querysets import afspraken_voor, doelen_voor
from vangnet.toegang.kijker import Kijker


@dataclass(frozen=True)
class Zaakkop:
    """How a casus stands on a day.

    inzet: code, empty when none has begun; heel: the reader sees all of it; kijkt: the reader has a
    running look with a reason; regisseurs: who is named as such; gedeeld_met: the organisations
    that take part. risico: for whom it is unsafe, of what the reader sees. regie: the reader holds
    it. heeft_plan: there is a plan, a goal or an afspraak that the reader sees. vragen: what waits
    for an answer of a partner and the reader sees, with vraag, organisatie and uiterlijk_op, when
    it was asked.
    """

    casus: Casus
    inzet: str
    afgesloten_op: date | None
    heel: bool
    kijkt: bool
    regisseurs: Sequence[str]
    gedeeld_met: Sequence[str]
    vragen: Sequence[Mapping[str, Any]] = ()
    heeft_plan: bool = True
    risico: Risico | None = None
    regie: bool = False


def zaakkop(casus: UUID, *, wie: Kijker, dag: date, met_vragen: bool = False) -> Zaakkop | None:
    """The head of a casus that `wie` may open, as on `dag`; None for what isn't there for them.

    met_vragen: with what is asked of partners; only where it is shown.
    """
    gevonden: Any = (
        zichtbaar_voor(wie)
        .filter(pk=casus)
        .select_related("hoofdbetrokkene")
        .annotate(
            nu_inzet=Subquery(inzet_op(dag)),
            nu_afgesloten_op=Subquery(sluiting_op(dag)),
            ziet_heel=Exists(Casus.objects.filter(in_hele(wie, "pk"), pk=OuterRef("pk"))),
            kijkt=Exists(geldende_inzagen(wie).filter(casus=OuterRef("pk"))),
            regisseurs=ArraySubquery(regisseurs_op(dag)),
            gedeeld_met=ArraySubquery(_deelnemers(dag)),
            heeft_plan=_heeft_plan(wie),
            **risicovelden(wie),
            **({"open_vragen": _open_vragen(wie)} if met_vragen else {}),
        )
        .first()
    )
    if gevonden is None:
        return None
    return Zaakkop(
        casus=gevonden,
        inzet=gevonden.nu_inzet or "",
        afgesloten_op=gevonden.nu_afgesloten_op,
        heel=gevonden.ziet_heel,
        kijkt=gevonden.kijkt,
        regisseurs=gevonden.regisseurs,
        gedeeld_met=gevonden.gedeeld_met,
        vragen=[_vraag(een) for een in gevonden.open_vragen] if met_vragen else (),
        heeft_plan=gevonden.heeft_plan,
        regie=wie.is_huis and not gevonden.gesloten and werkt_voor_het_huis(gevonden, wie=wie),
        risico=risico_uit(gevonden.onveilig, gevonden.veiligheid),
    )


def _open_vragen(wie: Kijker) -> ArraySubquery:
    van_casus = vragen_voor(wie).filter(casus=OuterRef("pk"), afhandeling__isnull=True)
    als_json = JSONObject(
        vraag="vraag",
        organisatie="organisatie__naam",
        uiterlijk_op=Cast("uiterlijk_op", TextField()),
    )
    return ArraySubquery(van_casus.order_by("uiterlijk_op", "aangemaakt_op").values(een=als_json))


def _vraag(een: Mapping[str, Any]) -> dict[str, Any]:
    return {**een, "uiterlijk_op": date.fromisoformat(een["uiterlijk_op"])}


def _heeft_plan(wie: Kijker) -> Q:
    van_casus = {"casus": OuterRef("pk")}
    return (
        Q(Exists(afspraken_voor(wie).filter(**van_casus)))
        | Q(Exists(doelen_voor(wie).filter(**van_casus)))
        | Q(Exists(Plan.objects.filter(in_hele(wie), **van_casus)))
    )


def _lopend(dag: date) -> QuerySet[CasusRol]:
    return CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), casus=OuterRef("pk"), beeindigd_op__isnull=True
    )


def _deelnemers(dag: date) -> QuerySet[Any, Any]:
    """Organisations with somebody who said yes, or noted as taking part without a name."""
    doet_mee = Q(antwoord=Antwoord.AANVAARD, vanaf__lte=dag) | Q(gebruiker__isnull=True)
    namen = _lopend(dag).filter(doet_mee, organisatie__isnull=False)
    return namen.order_by("organisatie__naam").values("organisatie__naam").distinct()
