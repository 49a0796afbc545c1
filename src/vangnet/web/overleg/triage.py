# SPDX-License-Identifier: EUPL-1.2
"""The weekly triage table: an overleg whose agenda is what waits for triage. For the house only.

toegang.md section 2: nobody else sees the aanmeldingen of all organisations, who decides neither.
"""

from contextlib import suppress
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse

from vangnet.aanmelding.selectors import besloten_op, wachtrij
from vangnet.aanmelding.vastebeslissers import wie_nu_beslissen
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Overleg
from vangnet.overleg.querysets import overleggen_voor
from vangnet.toegang.kijker import Kijker

TRIAGETAFEL = "triagetafel"
# In the address of a decision: the table at which it is taken.
_TAFEL = "tafel"


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
        "er": f"?{urlencode([*er, (_TAFEL, str(overleg.pk))])}",
        "mag_besluiten": overleg.datum <= vandaag(),
    }


def terug_naar_tafel(request: HttpRequest, wie: Kijker) -> str:
    """The address of the table from which somebody came, with who is there; empty without one."""
    tafel = _id(request.GET.get(_TAFEL, ""))
    if not wie.is_huis or tafel is None:
        return ""
    gevonden = overleggen_voor(wie).filter(pk=tafel, soort=TRIAGETAFEL, afgelast_op__isnull=True)
    if not gevonden.exists():
        return ""
    er = urlencode([("er", str(een)) for een in map(_id, request.GET.getlist("er")) if een])
    return reverse("overleg:agenda", args=[tafel]) + (f"?{er}" if er else "")


def _id(tekst: str) -> UUID | None:
    with suppress(ValueError):
        return UUID(tekst)
    return None
