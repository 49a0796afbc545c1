# SPDX-License-Identifier: EUPL-1.2
"""Talks to the municipal provider before the transaction of the request begins.

A call over the network inside it would hold a connection, and locks, for as long as somebody else's
server takes. So this stands above TransactieMiddleware, reads no session, and keeps what it has to
remember in a cookie that only we can read. The view finds the outcome on the request.
"""

import json
import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from vangnet.gebruikers.geheimen import ontsleutel, versleutel
from vangnet.gebruikers.oidc import Begin, Geweigerd, Identiteit, afronden, begin
from vangnet.kern.klok import nu
from vangnet.web.sessie import veilig_verder

Volgende = Callable[[HttpRequest], HttpResponseBase]
HEEN, TERUG = "/inloggen/gemeente", "/inloggen/gemeente/terug"
# To show again who one is; it comes back at the same address, the one that the provider knows.
OPNIEUW = "/bevestigen/gemeente"
_TIJD = timedelta(minutes=10)
_NIEMAND = UUID(int=0)
_log = logging.getLogger(__name__)


class AanbiederMiddleware:
    """For three addresses: ask the provider first. What it says holds until the view has looked."""

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.path not in {HEEN, TERUG, OPNIEUW} or request.method != "GET":
            return self._volgende(request)
        if not settings.OIDC.is_aan:
            return self._volgende(request)
        uitkomst = _probeer(request)
        request.vangnet_oidc = uitkomst  # type: ignore[attr-defined]  # read by uitkomst_van
        antwoord = self._volgende(request)
        if isinstance(uitkomst, Begin):
            _onthoud(request, antwoord, uitkomst)
        else:
            antwoord.delete_cookie(_koekje(), path="/")
        return antwoord


def uitkomst_van(request: HttpRequest) -> Begin | Identiteit | None:
    """What the provider said; None when it was refused, or when there is no provider."""
    return getattr(request, "vangnet_oidc", None)


def verder_na(request: HttpRequest) -> str:
    """Where somebody wanted to go when they left for the provider."""
    return _onthouden(request).get("verder", "")


def is_opnieuw(request: HttpRequest) -> bool:
    """Whether somebody who is in left for the provider to show again who they are."""
    return "opnieuw" in _onthouden(request)


def _probeer(request: HttpRequest) -> Begin | Identiteit | None:
    terug = request.build_absolute_uri(TERUG)
    try:
        if request.path != TERUG:
            return begin(settings.OIDC, terug, opnieuw=request.path == OPNIEUW)
        antwoord = {naam: str(waarde) for naam, waarde in request.GET.items()}
        return afronden(settings.OIDC, _onthouden(request), antwoord, terug)
    except Geweigerd as fout:
        # One word of ours, so that a beheerder can find what is wrong; the visitor gets none.
        _log.warning("aanbieder geweigerd: %s", fout.reden)
        return None


def _onthoud(request: HttpRequest, antwoord: HttpResponseBase, uitkomst: Begin) -> None:
    verder = veilig_verder(request.GET.get("next", ""), "")
    inhoud = json.dumps(uitkomst.onthoud | {"verder": verder, "sinds": nu().isoformat()})
    antwoord.set_cookie(
        _koekje(),
        versleutel(inhoud, van=_NIEMAND),
        max_age=_TIJD,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        # Strict would not come along when the provider sends the browser back.
        samesite="Lax",
    )


def _onthouden(request: HttpRequest) -> dict[str, str]:
    try:
        inhoud = json.loads(ontsleutel(request.COOKIES.get(_koekje(), ""), van=_NIEMAND))
        if nu() - datetime.fromisoformat(inhoud["sinds"]) > _TIJD:
            return {}
    except (ValueError, KeyError, InvalidTag):
        return {}
    return {str(naam): str(waarde) for naam, waarde in inhoud.items()}


def _koekje() -> str:
    return "__Host-gemeente" if settings.SESSION_COOKIE_SECURE else "gemeente"
