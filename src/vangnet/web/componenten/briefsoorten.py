# SPDX-License-Identifier: EUPL-1.2
"""The kinds of letter in words: title, and what one uses it for."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from vangnet.documenten.regels import Briefsoort

BRIEFSOORTEN: Mapping[Briefsoort, tuple[Any, Any]] = {
    Briefsoort.DEELNEMER: (
        _("Brief aan een deelnemer"),
        _("Aan een organisatie die meedoet in de zaak, met haar open afspraken."),
    ),
    Briefsoort.BETROKKENE: (
        _("Brief aan een betrokkene"),
        _("Aan iemand om wie het gaat, of die erbij hoort."),
    ),
    Briefsoort.AFSLUITEN: (
        _("Brief bij het afsluiten"),
        _("Aan een betrokkene, als er een voorstel ligt om de zaak te sluiten."),
    ),
}
