# SPDX-License-Identifier: EUPL-1.2
"""One draft in two windows: who saves second gets one draft with what both typed."""

from collections.abc import Callable
from typing import NamedTuple

from django.http import QueryDict
from django.utils.translation import gettext as _

from vangnet.aanmelding.models import Concept
from vangnet.web.aanmelden.concepten import beginwaarden
from vangnet.web.aanmelden.forms import AanmeldForm
from vangnet.web.samenvoegen import JIJ, NU, Verschil, in_woorden, samengevoegd


class Samen(NamedTuple):
    """A field of a draft that was made of two, and which text it has now."""

    veld: str
    wat: str


def voeg_samen(
    gestuurd: QueryDict, concept: Concept, bouw: Callable[[QueryDict], AanmeldForm]
) -> tuple[QueryDict, list[Samen]]:
    """What the form and the draft become together, and how; nothing when they say the same."""
    nu = beginwaarden(concept)
    samen, anders = samengevoegd(bouw, gestuurd, nu, versie="versie")
    return samen, [Samen(str(een.veld.label), _wat(een)) for een in anders]


def _wat(een: Verschil) -> str:
    if een.van == NU:
        return _("zoals in het andere venster")
    if een.van == JIJ:
        return _("zoals je het hier typte")
    if een.is_tekst:
        return _("beide teksten, wat in het andere venster stond eerst")
    jij = in_woorden(een.veld.field, een.veld.data)
    return _("zoals in het andere venster. Hier koos je: %(jij)s") % {"jij": jij}
