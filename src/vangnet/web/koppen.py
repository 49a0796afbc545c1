# SPDX-License-Identifier: EUPL-1.2
"""Headers of every response, error pages included, and the trace id of the request."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from vangnet.kern.spoor import nieuw_spoor
from vangnet.web.fouten import met_bladzijde

Volgende = Callable[[HttpRequest], HttpResponseBase]

KOPPEN = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
        "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    # Not no-referrer: a browser then sends "Origin: null" and every form of ours is refused.
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-store",
}


class KoppenMiddleware:
    """Sets the security headers; a page is never kept by the browser unless it says so itself."""

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        nieuw_spoor()
        antwoord = met_bladzijde(self._volgende(request))
        for naam, waarde in KOPPEN.items():
            antwoord.headers.setdefault(naam, waarde)
        return antwoord
