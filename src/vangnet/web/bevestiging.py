# SPDX-License-Identifier: EUPL-1.2
"""Step-up: for a few acts the second factor is asked again when that is over 5 minutes ago."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, cast
from urllib.parse import urlencode, urlsplit

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.urls import reverse

from vangnet.gebruikers.sessies import is_bevestigd
from vangnet.web.getypt import bewaar_voor_bevestiging
from vangnet.web.sessie import sessie_van

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]


def bevestigd_onlangs(request: HttpRequest) -> bool:
    """Whether who is in has shown the second factor in the last five minutes."""
    sessie = sessie_van(request)
    return sessie is not None and is_bevestigd(sessie)


def naar_bevestigen(request: HttpRequest) -> HttpResponseBase:
    """To the page that asks the second factor, and back to the page that this came from."""
    return redirect(f"{reverse('bevestigen')}?{urlencode({'next': terugweg(request)})}")


def vraagt_bevestiging(view: View[P]) -> View[P]:
    """Decorator, under `@recht`: first the second factor, when that was too long ago.

    The page with the form needs it as well, so that it is asked before somebody types. What is sent
    too late all the same is kept (web/getypt.py).
    """

    @wraps(view)
    def eerst(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if not bevestigd_onlangs(request):
            bewaar_voor_bevestiging(request, view)
            return naar_bevestigen(request)
        return view(request, *args, **kwargs)

    return cast("View[P]", eerst)


def terugweg(request: HttpRequest) -> str:
    """The path to come back to: this page, or for a sent form the page that it stood on."""
    if request.method in {"GET", "HEAD"}:
        return request.get_full_path()
    bron = urlsplit(request.headers.get("Referer", ""))
    if bron.netloc != request.get_host():
        return "/"
    return f"{bron.path}?{bron.query}" if bron.query else bron.path
