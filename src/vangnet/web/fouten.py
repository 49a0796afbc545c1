# SPDX-License-Identifier: EUPL-1.2
"""The error pages: own pages that need no database, no session and no context processor."""

import sys
from collections.abc import Sequence
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import InterfaceError, OperationalError
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    UnreadablePostError,
)
from django.template import Context, engines
from django.template.backends.django import DjangoTemplates

from vangnet.kern.spoor import huidig_spoor

# A text of a person: shorter is a choice, a date or a name, which is soon typed again.
_TEKST = 12
_GEHEIM = ("wachtwoord", "code", "token")
# What a page of two texts sends along itself (web/samenvoegen.py).
_VAN_DE_BLADZIJDE = ("begin", "begon-", "kies-")


def foutpagina(
    status: int, *, getypt: Sequence[str] = (), bewaard: bool = False, eerder: bool = False
) -> HttpResponse:
    """The page of `status`, with the trace id that a reader can name to the beheerder.

    getypt: the texts of the reader's own form, which are not saved; bewaard: but kept as a draft;
    eerder: no, but what was typed there before them is.

    A refusal (403, 404, 405, 409) carries no trace id: not allowed and not there are the same
    bytes, and so is whatever a constraint holds against.
    """
    motor = engines["django"]
    assert isinstance(motor, DjangoTemplates)  # noqa: S101 - the settings name this engine
    sjabloon = motor.engine.get_template(f"{status}.html")
    spoor = "" if status in {403, 404, 405, 409} else huidig_spoor()
    context = Context({"spoor": spoor, "getypt": getypt, "bewaard": bewaard, "eerder": eerder})
    antwoord = HttpResponse(sjabloon.render(context), status=status)
    if status == HTTPStatus.SERVICE_UNAVAILABLE:
        antwoord.headers["Retry-After"] = "10"
    return antwoord


def met_bladzijde(antwoord: HttpResponseBase) -> HttpResponseBase:
    """The answer itself; one that says 405 without a word gets its page, and keeps its headers."""
    if isinstance(antwoord, HttpResponseNotAllowed):
        bladzijde = foutpagina(405)
        antwoord.content = bladzijde.content
        antwoord.headers["Content-Type"] = bladzijde.headers["Content-Type"]
        antwoord.headers["Content-Length"] = str(len(bladzijde.content))
    return antwoord


def ongeldig_verzoek(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400, or 413 when the reason is size."""
    if isinstance(exception, RequestDataTooBig):
        return foutpagina(413)
    return foutpagina(400)


def geweigerd(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403."""
    return foutpagina(403)


def niet_gevonden(
    request: HttpRequest,
    exception: Exception | None = None,
    *,
    bewaard: bool = False,
    eerder: bool = False,
) -> HttpResponse:
    """404: not there, or not for you; what the reader typed is given back to copy.

    bewaard: it is kept as a draft too; eerder: not this, but what was typed there before.
    """
    return foutpagina(404, getypt=_getypt(request), bewaard=bewaard, eerder=eerder)


def _getypt(request: HttpRequest) -> list[str]:
    """The texts of the form that was sent: nothing that the reader did not type themselves."""
    if request.method != "POST":
        return []
    try:
        velden = list(request.POST.lists())
    except (SuspiciousOperation, UnreadablePostError):
        return []
    return [
        waarde.strip()
        for naam, waarden in velden
        if not any(woord in naam for woord in _GEHEIM) and not naam.startswith(_VAN_DE_BLADZIJDE)
        for waarde in waarden
        if len(waarde.strip()) >= _TEKST and " " in waarde.strip()
    ]


def serverfout(request: HttpRequest) -> HttpResponse:
    """500, or 503 when the reason is that the database went away or took too long."""
    weg = isinstance(sys.exc_info()[1], OperationalError | InterfaceError)
    return foutpagina(503) if weg else foutpagina(500)
