# SPDX-License-Identifier: EUPL-1.2
"""The phase of casussen, of one and of a list: read in the statement that reads them."""

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from vangnet.afsluiting.querysets import besluiten_voor, in_volgfase
from vangnet.afsluiting.regels import Besluitsoort, Fase, fase_van
from vangnet.casus.querysets import in_hele
from vangnet.plan.models import Plan, PlanVersie
from vangnet.plan.querysets import afspraken_voor, doelen_voor
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.querysets import REGIE

_LAATSTE_EERST = (
    (Fase.AFSLUITING, "is_voorgesteld"),
    (Fase.VOLGFASE, "is_gevolgd"),
    (Fase.UITVOERING, "is_vastgesteld"),
    (Fase.PLAN, "heeft_plan"),
)


def fasevelden(wie: Kijker, dag: date) -> dict[str, Any]:
    """Annotations of casussen for fase_uit, as far as `wie` sees; heeft_plan: a plan, goal or
    afspraak."""
    van_casus = {"casus": OuterRef("pk")}
    wacht = besluiten_voor(wie).filter(soort=str(Besluitsoort.SLUITEN), akkoord__isnull=True)
    return {
        "is_voorgesteld": Exists(wacht.filter(**van_casus)),
        "is_gevolgd": Exists(in_volgfase(wie, dag=dag).filter(**van_casus)),
        "is_vastgesteld": Exists(PlanVersie.objects.filter(in_hele(wie), **van_casus)),
        "heeft_plan": Q(Exists(afspraken_voor(wie).filter(**van_casus)))
        | Q(Exists(doelen_voor(wie).filter(**van_casus)))
        | Q(Exists(Plan.objects.filter(in_hele(wie), **van_casus))),
    }


def fase_uit(casus: Any, *, inzet: str | None) -> Fase | None:
    """The phase of a casus with `fasevelden`, of which its reader sees all.

    None unless it is an open procesregie; inzet: the soort of today.
    """
    if casus.gesloten or inzet != REGIE:
        return None
    return fase_van(
        voorgesteld=casus.is_voorgesteld,
        gevolgd=casus.is_gevolgd,
        vastgesteld=casus.is_vastgesteld,
        heeft_plan=casus.heeft_plan,
    )


def in_fase(fase: Fase, wie: Kijker) -> Q:
    """Of casussen with `fasevelden` and `laatste_inzet`: an open procesregie in this phase.

    Of what `wie` sees whole; in the order of fase_van, the phase that comes last counting.
    """
    voorwaarde = Q(in_hele(wie, "pk"), gesloten=False, laatste_inzet=REGIE)
    for later, veld in _LAATSTE_EERST:
        if later is fase:
            return voorwaarde & Q((veld, True))
        voorwaarde &= Q((veld, False))
    return voorwaarde
