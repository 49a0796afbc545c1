# SPDX-License-Identifier: EUPL-1.2
"""How long the session lasts, for the warning in the page; and going on."""

from django.http import HttpRequest, HttpResponseBase, JsonResponse
from django.middleware.csrf import get_token
from django.views.decorators.http import require_GET, require_POST

from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.sessies import seconden_over
from vangnet.toegang.regels import Recht
from vangnet.web.recht import recht
from vangnet.web.sessie import sessie_van, wie


@recht(Recht.OPENBAAR)
@require_GET
def stand(request: HttpRequest) -> HttpResponseBase:
    """Seconds that are left, without making them more; a fresh form key for who logged in anew.

    wie: tells the page whether it is still the same person, and nothing else.
    """
    sessie = sessie_van(request)
    if sessie is None or not isinstance(request.user, Gebruiker):
        return JsonResponse({"over": 0})
    return JsonResponse(
        {"over": seconden_over(sessie), "wie": wie(request.user), "sleutel": get_token(request)}
    )


@recht(Recht.INGELOGD)
@require_POST
def verder(request: HttpRequest) -> HttpResponseBase:
    """Somebody is still there: being asked has counted already (web/sessie.py)."""
    sessie = sessie_van(request)
    assert sessie is not None  # noqa: S101 - Recht.INGELOGD has seen to that
    sessie.refresh_from_db(fields=["gezien_op"])
    return JsonResponse({"over": seconden_over(sessie)})
