# SPDX-License-Identifier: EUPL-1.2
"""How a casus stands and what comes next, in words."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.afsluiting.regels import Fase
from vangnet.voortgang.mijnzaken import Datumsoort

FASEN: Mapping[Fase, Any] = {
    Fase.BEELDVORMING: gettext_lazy("Beeldvorming"),
    Fase.PLAN: gettext_lazy("Plan"),
    Fase.UITVOERING: gettext_lazy("Uitvoering"),
    Fase.VOLGFASE: gettext_lazy("Volgfase"),
    Fase.AFSLUITING: gettext_lazy("Afsluiting voorgesteld"),
}


def wat_er_komt(soort: Datumsoort | None) -> str:
    """What happens on the next date of a casus, in a word."""
    woorden = {
        None: "",
        Datumsoort.OVERLEG: _("overleg"),
        Datumsoort.EVALUATIE: _("evaluatie"),
        Datumsoort.AFSPRAAK: _("afspraak"),
        Datumsoort.KIJKEN: _("kijken"),
    }
    return woorden[soort]
