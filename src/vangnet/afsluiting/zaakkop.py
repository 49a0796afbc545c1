# SPDX-License-Identifier: EUPL-1.2
"""The head of a casus: what stands on top of each of its pages, read in one statement."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.contrib.postgres.fields import ArrayField
from django.db.models import (
    Exists,
    F,
    Func,
    JSONField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    TextField,
)
from django.db.models.functions import Cast, JSONObject

from vangnet.afsluiting.fasen import fase_uit, fasevelden
from vangnet.afsluiting.querysets import sluiting_op
from vangnet.afsluiting.regels import Fase
from vangnet.afsluiting.risico import Risico, risico_uit, risicovelden
from vangnet.afsluiting.vooruit import Vooruit, vooruit_uit, vooruitvelden
from vangnet.beeld.querysets import vragen_voor
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import (
    als_deelnemer,
    als_heel,
    geldende_inzagen,
    inzet_op,
    regisseurs_op,
    rollen_voor,
    zichtbaar_voor,
)
from vangnet.casus.regels import Antwoord
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import van_de_partner
from vangnet.toegang.kijker import Kijker


@dataclass(frozen=True)
class Blik:
    """A running look with a reason of the reader at the casus, and until when."""

    pk: UUID
    soort: str
    tot: datetime


@dataclass(frozen=True)
class Noodtoegang:
    """That break-glass was used, for the regisseur named on the casus; not by whom.

    beoordeeld: somebody said whether it was right; what they said is not for the regisseur.
    """

    moment: datetime
    beoordeeld: bool


class _Noodtoegangen(Func):
    """What the database tells the asker of break-glass on a casus; within the same statement."""

    template = "ARRAY(SELECT to_jsonb(n) FROM toegang.noodtoegang_op(%(expressions)s) n)"
    output_field = ArrayField(JSONField())


@dataclass(frozen=True)
class Zaakkop:
    """How a casus stands on a day.

    inzet: code, empty when none has begun; heel: the reader sees all of it; inzage: the running
    look of the reader; regisseurs: who is named as such; gedeeld_met: the organisations that take
    part, of a partner on a side not those on the other. noodtoegang: in the last 30 days. risico:
    for whom it is unsafe, of what the reader sees. regie: the reader holds it. heeft_plan: there is
    a plan, a goal or an afspraak that the reader sees. vragen: what waits for an answer of a
    partner and the reader sees, with vraag, organisatie and uiterlijk_op, and vooruit where the
    casus goes, when they were asked.
    fase: of an open procesregie, for who sees the plan; a partner doesn't.
    """

    casus: Casus
    inzet: str
    afgesloten_op: date | None
    heel: bool
    inzage: Blik | None
    regisseurs: Sequence[str]
    gedeeld_met: Sequence[str]
    vragen: Sequence[Mapping[str, Any]] = ()
    vooruit: Vooruit | None = None
    heeft_plan: bool = True
    risico: Risico | None = None
    regie: bool = False
    noodtoegang: Sequence[Noodtoegang] = ()
    fase: Fase | None = None

    @property
    def kijkt(self) -> bool:
        """Whether the reader has a running look with a reason."""
        return self.inzage is not None


def zaakkop(casus: UUID, *, wie: Kijker, dag: date, volledig: bool = False) -> Zaakkop | None:
    """The head of a casus that `wie` may open, as on `dag`; None for what isn't there for them.

    volledig: with what is asked of partners and where the casus goes; only where that is shown.
    """
    gevonden: Any = (
        zichtbaar_voor(wie)
        .filter(pk=casus)
        .select_related("hoofdbetrokkene")
        .annotate(
            nu_inzet=Subquery(inzet_op(dag)),
            nu_afgesloten_op=Subquery(sluiting_op(dag)),
            hele=als_heel(wie, **fasevelden(dag)),
            inzagen=_inzagen(wie),
            regisseurs=ArraySubquery(regisseurs_op(dag)),
            gedeeld_met=ArraySubquery(_deelnemers(dag, gekend=rollen_voor(wie))),
            **risicovelden(wie),
            **_deelvelden(wie),
            **({"noodtoegangen": _Noodtoegangen(F("pk"))} if wie.is_huis else {}),
            **({"open_vragen": _open_vragen(wie), **vooruitvelden(wie, dag)} if volledig else {}),
        )
        .first()
    )
    if gevonden is None:
        return None
    hele = gevonden.hele
    gezien = hele or (gevonden.deel if wie.is_partner else None) or {}
    return Zaakkop(
        casus=gevonden,
        inzet=gevonden.nu_inzet or "",
        afgesloten_op=gevonden.nu_afgesloten_op,
        heel=hele is not None,
        inzage=_blik(gevonden.inzagen),
        regisseurs=gevonden.regisseurs,
        gedeeld_met=gevonden.gedeeld_met,
        vragen=[_vraag(een) for een in gevonden.open_vragen] if volledig else (),
        vooruit=vooruit_uit(gevonden) if volledig else None,
        heeft_plan=gezien.get("heeft_plan", False),
        regie=wie.is_huis and not gevonden.gesloten and werkt_voor_het_huis(gevonden, wie=wie),
        risico=risico_uit(gevonden.onveilig, gevonden.veiligheid),
        noodtoegang=[_noodtoegang(een) for een in gevonden.noodtoegangen] if wie.is_huis else (),
        fase=fase_uit(hele, gesloten=gevonden.gesloten, inzet=gevonden.nu_inzet) if hele else None,
    )


def _deelvelden(wie: Kijker) -> dict[str, Any]:
    """What a partner sees of a plan: that there is an afspraak for them in it."""
    if not wie.is_partner:
        return {}
    eigen = Afspraak.objects.filter(van_de_partner(wie), casus=OuterRef("pk"))
    return {"deel": als_deelnemer(wie, heeft_plan=Exists(eigen))}


def _inzagen(wie: Kijker) -> ArraySubquery:
    lopend = geldende_inzagen(wie).filter(casus=OuterRef("pk")).order_by("-tot")
    als_json = JSONObject(pk="pk", soort="soort", tot="tot")
    return ArraySubquery(lopend.values(een=als_json)[:1])


def _blik(inzagen: Sequence[Mapping[str, Any]] | None) -> Blik | None:
    """None of inzagen: no role of the reader goes with a look, and nothing was asked."""
    for een in inzagen or ():
        return Blik(UUID(een["pk"]), een["soort"], datetime.fromisoformat(een["tot"]))
    return None


def _noodtoegang(een: Mapping[str, Any]) -> Noodtoegang:
    return Noodtoegang(datetime.fromisoformat(een["moment"]), een["beoordeeld"])


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


def _lopend(dag: date) -> QuerySet[CasusRol]:
    return CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=dag), casus=OuterRef("pk"), beeindigd_op__isnull=True
    )


def _deelnemers(dag: date, *, gekend: Q) -> QuerySet[Any, Any]:
    """Organisations with somebody who said yes, or noted as taking part without a name."""
    doet_mee = Q(antwoord=Antwoord.AANVAARD, vanaf__lte=dag) | Q(gebruiker__isnull=True)
    namen = _lopend(dag).filter(gekend, doet_mee, organisatie__isnull=False)
    return namen.order_by("organisatie__naam").values("organisatie__naam").distinct()
