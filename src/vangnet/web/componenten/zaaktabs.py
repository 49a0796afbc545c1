# SPDX-License-Identifier: EUPL-1.2
"""The tabs of a casus; each is a page of its own, in the room that it belongs to."""

from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

_TOETSEN = {"delen": "s", "afsluiten": "g e"}


def zaaktabs(casus: UUID, hier: str, *, heel: bool, plan: bool) -> list[dict[str, Any]]:
    """The tabs, of which `hier` is open; heel: the reader sees the whole casus.

    plan: an ondersteuning asks for none, and has this tab only when something stands in it.
    """
    alle = [
        ("overzicht", _("Overzicht"), "zaken:casus"),
        ("tijdlijn", _("Tijdlijn"), "zaken:tijdlijn"),
        ("personen", _("Personen & netwerk"), "zaken:personen"),
        ("beeld", _("Beeld"), "zaken:beeld"),
        ("plan", _("Plan & afspraken"), "plan:overzicht"),
        ("overleggen", _("Overleggen"), "zaakoverleg:lijst"),
        ("documenten", _("Documenten"), "documenten:overzicht"),
        ("delen", _("Delen & inzage"), "delen:overzicht"),
        ("afsluiten", _("Afsluiten"), "afsluiten:overzicht"),
    ]
    if not plan and hier != "plan":
        alle = [tab for tab in alle if tab[0] != "plan"]
    if heel:
        alle.insert(-2, ("voortgang", _("Voortgang & opschaling"), "voortgang:casus"))
    return [
        {
            "titel": titel,
            "url": reverse(adres, args=[casus]),
            "actief": naam == hier,
            "toetsen": _TOETSEN.get(naam, ""),
        }
        for naam, titel, adres in alle
    ]
