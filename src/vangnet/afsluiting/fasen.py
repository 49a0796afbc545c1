# SPDX-License-Identifier: EUPL-1.2
"""The phase of casussen, of one and of a list: read in the statement that reads them."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, Q

from vangnet.afsluiting.models import Besluit
from vangnet.afsluiting.regels import LAATSTE_EERST, Besluitsoort, Fase, fase_van
from vangnet.casus.querysets import in_hele
from vangnet.plan.models import Afspraak, Doel, Plan, PlanVersie
from vangnet.plan.querysets import is_gevolgd_na
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.querysets import REGIE


def fasevelden(dag: date) -> dict[str, Any]:
    """Annotations of casussen for fase_uit; heeft_plan: a plan, goal or afspraak.

    For who sees all of the casus, as als_heel and in_fase see to; that it is open, in_fase and
    fase_uit ask.
    """
    van_casus = {"casus": OuterRef("pk")}
    wacht = Besluit.objects.filter(soort=str(Besluitsoort.SLUITEN), akkoord__isnull=True)
    return {
        "is_voorgesteld": Exists(wacht.filter(**van_casus)),
        "is_gevolgd": Exists(Plan.objects.filter(is_gevolgd_na(dag), **van_casus)),
        "is_vastgesteld": Exists(PlanVersie.objects.filter(**van_casus)),
        "heeft_plan": Q(Exists(Afspraak.objects.filter(**van_casus)))
        | Q(Exists(Doel.objects.filter(**van_casus)))
        | Q(Exists(Plan.objects.filter(**van_casus))),
    }


def fase_uit(velden: Mapping[str, Any], *, gesloten: bool, inzet: str | None) -> Fase | None:
    """The phase of a casus by its `fasevelden`; None unless it is an open procesregie.

    inzet: the soort of today.
    """
    if gesloten or inzet != REGIE:
        return None
    return fase_van(velden)


def in_fase(fase: Fase, wie: Kijker) -> Q:
    """Of casussen with `fasevelden` and `laatste_inzet`: an open procesregie in this phase.

    Of what `wie` sees whole; of phases that hold the last one counts, as in fase_van.
    """
    voorwaarde = Q(in_hele(wie, "pk"), gesloten=False, laatste_inzet=REGIE)
    for later, veld in LAATSTE_EERST:
        if later is fase:
            return voorwaarde & Q((veld, True))
        voorwaarde &= Q((veld, False))
    return voorwaarde
