# SPDX-License-Identifier: EUPL-1.2
"""A brake on guessing passwords: by address, never by account, so that nobody can be locked out."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest

MISLUKT_PER_MINUUT = 20
_MINUUT = 60


def is_te_snel(request: HttpRequest) -> bool:
    """Whether this address has failed too often in the past minute."""
    return int(cache.get(_sleutel(request), 0)) >= MISLUKT_PER_MINUUT


def tel_mislukking(request: HttpRequest) -> None:
    """Remember one failed log-in of this address for a minute."""
    sleutel = _sleutel(request)
    cache.set(sleutel, int(cache.get(sleutel, 0)) + 1, _MINUUT)


def _sleutel(request: HttpRequest) -> str:
    return f"inloggen-{_adres(request)}"


def _adres(request: HttpRequest) -> str:
    """The visitor's address; behind our own web server the last one that it saw."""
    gezien = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.ACHTER_TLS and gezien:
        return str(gezien).rsplit(",", 1)[-1].strip()
    return str(request.META.get("REMOTE_ADDR", ""))
