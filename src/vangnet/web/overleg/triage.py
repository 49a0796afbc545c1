# SPDX-License-Identifier: EUPL-1.2
"""The weekly triage table: an overleg whose agenda is what waits for triage. For the house only.

toegang.md section 2: nobody else sees the aanmeldingen of all organisations, who decides neither.
"""

from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest

from vangnet.aanmelding.selectors import besloten_op, wachtrij
from vangnet.aanmelding.vastebeslissers import wie_nu_beslissen
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Overleg
from vangnet.toegang.kijker import Kijker
from vangnet.web.triagetafel import TAFEL, TRIAGETAFEL


def tafel_van(request: HttpRequest, overleg: Overleg, wie: Kijker) -> dict[str, Any] | None:
    """What waits, what was decided that day, and who is there.

    None for another kind of overleg, and for who isn't the house.
    Who is there stands in the address (`?er=`), and goes along to the form of a decision. Nothing
    of it is kept: the decision itself says who decided.
    """
    if overleg.soort != TRIAGETAFEL or not wie.is_huis or overleg.afgelast_op is not None:
        return None
    gekozen = set(request.GET.getlist("er"))
    beslissers = [(een, str(een.pk) in gekozen) for een in wie_nu_beslissen(vandaag())]
    er = [("er", str(een.pk)) for een, is_er in beslissers if is_er]
    return {
        "wachtend": wachtrij(wie, vandaag()),
        "besloten": besloten_op(wie, overleg.datum),
        "besluiten": {een.code: een.label for een in CODELIJSTEN["triage_besluit"].codes},
        "beslissers": beslissers,
        "is_er_iemand": bool(er),
        "er": f"?{urlencode([*er, (TAFEL, str(overleg.pk))])}",
        "mag_besluiten": overleg.datum <= vandaag(),
    }
