# SPDX-License-Identifier: EUPL-1.2
"""Refuse what is too large before a byte of it is read and before a transaction begins."""

import re
from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase

from vangnet.web.fouten import foutpagina

Volgende = Callable[[HttpRequest], HttpResponseBase]
GEWOON = 3_000_000
# A package of 500 MB with the rest of its form.
INVOER = 510_000_000
_INVOERPAGINA = "/invoer/"
# The files of one form (documenten/regels.py), with the rest of it.
DOCUMENTEN = 61_000_000
_DOCUMENTPAGINA = re.compile(
    r"/zaken/[0-9a-f-]{36}/documenten/([0-9a-f-]{36}/)?nieuw|/aanmeldingen/[0-9a-f-]{36}/bijlagen/"
)


class OmvangMiddleware:
    """Looks at the announced length; without one Django reads nothing."""

    def __init__(self, get_response: Volgende) -> None:
        self._volgende = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        lengte = request.META.get("CONTENT_LENGTH") or "0"
        if not lengte.isdecimal():
            return foutpagina(400)
        if int(lengte) > _hoogstens(request.path):
            return foutpagina(413)
        return self._volgende(request)


def _hoogstens(pad: str) -> int:
    if pad == _INVOERPAGINA:
        return INVOER
    return DOCUMENTEN if _DOCUMENTPAGINA.fullmatch(pad) else GEWOON
