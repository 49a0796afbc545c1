# SPDX-License-Identifier: EUPL-1.2
"""A contact of a trajectbegeleider in words: on the phone, on the casus and on its timeline."""

from django.utils.translation import gettext as _

from vangnet.voortgang.models import Contactmoment


def met_wie(een: Contactmoment) -> str:
    """The partner that was spoken to; empty for the person concerned."""
    return een.organisatie.naam if een.organisatie else ""


def uitkomst_in_woorden(uitkomst: str | None) -> tuple[str, str]:
    """What came of a contact, and the colour of its chip."""
    woorden = {
        None: (_("Afgesproken"), "info"),
        "gesproken": (_("Gesproken"), "gelukt"),
        "niet_bereikt": (_("Niet bereikt"), "waarschuwing"),
        "afgezegd": (_("Gaat niet door"), ""),
    }
    return woorden[uitkomst]
