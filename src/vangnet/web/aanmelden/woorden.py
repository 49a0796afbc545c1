# SPDX-License-Identifier: EUPL-1.2
"""Words of the pages of aanmeldingen."""

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _

from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.regels import Criterium
from vangnet.inrichting.codelijsten import CODELIJSTEN

CRITERIA = (
    (Criterium.PROBLEMEN, _("Er zijn problemen bij de persoon of in het gezin")),
    (Criterium.LEEFGEBIEDEN, _("Het gaat om meer leefgebieden, met een kans op strafbaar gedrag")),
    (Criterium.ONVEILIG, _("Dat leidt tot ernstige overlast, criminaliteit of onveiligheid")),
    (Criterium.SAMENWERKING, _("Zonder samenwerking van zorg en veiligheid lukt het niet")),
)


class Stand(NamedTuple):
    """How an aanmelding stands, as a chip shows it."""

    tekst: Any
    soort: str


def stand_van(aanmelding: Aanmelding) -> Stand:
    """In words: waits, or what was decided."""
    if aanmelding.triage_besluit is None:
        return Stand(_("Wacht op triage"), "waarschuwing")
    besluiten = {een.code: een.label for een in CODELIJSTEN["triage_besluit"].codes}
    wordt_casus = aanmelding.triage_besluit in {"procesregie", "ondersteuning"}
    return Stand(besluiten[aanmelding.triage_besluit], "gelukt" if wordt_casus else "neutraal")
