# SPDX-License-Identifier: EUPL-1.2
"""An opschaling, and what was said of the safety, in words."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.kern.klok import vandaag
from vangnet.voortgang.models import Opschaling, Veiligheidsrisico
from vangnet.web.componenten.risico import risico_in_woorden

NIVEAUS = {code.code: code.label for code in CODELIJSTEN["niveau"].codes}
_UITKOMSTEN = {code.code: code.label for code in CODELIJSTEN["uitkomst"].codes}


def opgeschaald_in_woorden(een: Opschaling) -> dict[str, str]:
    """niveau; stand and soort: a chip that says where the opschaling is."""
    return {"niveau": NIVEAUS.get(een.niveau, een.niveau), **_stand(een)}


def _stand(een: Opschaling) -> dict[str, str]:
    if een.uitkomst:
        soort = "gelukt" if een.uitkomst == "doorbraak" else "neutraal"
        return {"stand": _UITKOMSTEN.get(een.uitkomst, een.uitkomst), "soort": soort}
    return wachtstand(een.antwoord_voor, een.beantwoord_op)


def wachtstand(antwoord_voor: date | None, beantwoord_op: date | None) -> dict[str, str]:
    """Of one without an uitkomst."""
    if beantwoord_op:
        return {"stand": _("Beantwoord"), "soort": "info"}
    if antwoord_voor and antwoord_voor < vandaag():
        return {"stand": _("Antwoord is te laat"), "soort": "fout"}
    return {"stand": _("Wacht op antwoord"), "soort": "waarschuwing"}


def veiligheid_in_woorden(
    gezegd: Sequence[Veiligheidsrisico],
) -> list[tuple[Veiligheidsrisico, str]]:
    """Each row with its words."""
    geen = _("Geen veiligheidsrisico meer")
    return [(een, risico_in_woorden(een.voor, een.soort) or geen) for een in gezegd]
