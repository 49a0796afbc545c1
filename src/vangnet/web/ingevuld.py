# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed in a form that is too late, to read and copy (componenten/ingevuld.html)."""

from typing import NamedTuple

from django.http import HttpRequest

from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import getypt, zonder_formulier
from vangnet.web.samenvoegen import in_woorden


class Regel(NamedTuple):
    """A question and its answer: what the reader typed in a form, or what there is now."""

    vraag: str
    antwoord: str


def getypt_in(request: HttpRequest, soort: type[Formulier]) -> list[Regel]:
    """What the reader typed in a form that is too late: sent now, or kept of before."""
    terug = getypt(request)
    zonder_formulier(request)
    if not (request.POST or terug):
        return []
    return antwoorden(soort(request.POST or None, initial=terug))


def antwoorden(form: Formulier) -> list[Regel]:
    """What stands in a form, each with its question."""
    return [
        Regel(str(veld.label), in_woorden(veld.field, veld.value()))
        for veld in form.visible_fields()
        if veld.value()
    ]
