# SPDX-License-Identifier: EUPL-1.2
"""The parts of the pages of who supervises."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _


def tabs(hier: str) -> list[dict[str, Any]]:
    """Rows for the tabs; hier: name of the page in sight."""
    delen = (
        ("toezicht:begin", _("Journaal")),
        ("toezicht:patronen", _("Patronen")),
        ("toezicht:steekproeven", _("Steekproeven")),
    )
    return [{"titel": titel, "url": reverse(naam), "actief": naam == hier} for naam, titel in delen]
