# SPDX-License-Identifier: EUPL-1.2
"""Entries to pages, for who may open them: the main navigation, and the tabs of a room."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from vangnet.toegang.regels import Recht
from vangnet.toegang.selectors import rechten_van, rollen_van
from vangnet.toegang.vrager import huidige_vrager


class Ingang(NamedTuple):
    """An entry as a page shows it."""

    titel: str
    url: str
    actief: bool


class Deur(NamedTuple):
    """An entry as a room declares it: its title, the name of its page, and who may open it."""

    titel: Any
    naam: str
    recht: Recht

    def als_ingang(self, *, actief: bool) -> Ingang:
        """As a page shows it."""
        return Ingang(str(self.titel), reverse(self.naam), actief)


def rechten_nu() -> frozenset[Recht]:
    """The rights that the account roles of the asker give today; none without an asker."""
    vrager = huidige_vrager()
    return rechten_van(rollen_van(vrager)) if vrager else frozenset()


def toon_met_tabs(
    deuren: Sequence[Deur],
    request: HttpRequest,
    sjabloon: str,
    context: dict[str, Any],
    *,
    hier: str,
    status: int = 200,
) -> HttpResponse:
    """A page of a room with its tabs, of which `hier` is open; no tabs when there is only one."""
    rechten = rechten_nu()
    open_ = [deur for deur in deuren if deur.recht in rechten]
    tabs = [deur.als_ingang(actief=deur.naam == hier) for deur in open_]
    context = {**context, "tabs": tabs if len(tabs) > 1 else []}
    return render(request, sjabloon, context, status=status)
