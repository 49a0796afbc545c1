# SPDX-License-Identifier: EUPL-1.2
"""A browser that somebody logged in with before: its tries are counted apart from its address.

Whoever guesses behind the same address (an office has one) then doesn't lock them out. The cookie
lets nobody in, and holds no more tries than a place does.
"""

import secrets
from datetime import timedelta

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import constant_time_compare

from vangnet.gebruikers.geheimen import hash_met_sleutel

KOEKJE = "__Host-apparaat" if settings.ACHTER_TLS else "apparaat"
_BLIJFT = timedelta(days=90)
_TEKEN = signing.TimestampSigner(salt="vangnet.web.gebruikers.apparaat")


def bekend_apparaat(request: HttpRequest, email: str) -> str:
    """The random name of this browser, when that address logged in with it before; else empty."""
    try:
        waarde = _TEKEN.unsign(request.COOKIES.get(KOEKJE, ""), max_age=_BLIJFT)
    except signing.BadSignature:
        return ""
    naam, _, wie = waarde.partition(" ")
    return naam if constant_time_compare(wie, _wie(email)) else ""


def onthoud_apparaat(antwoord: HttpResponse, email: str) -> None:
    """Let the browser that gets `antwoord` be known as one of who has this address."""
    antwoord.set_cookie(
        KOEKJE,
        _TEKEN.sign(f"{secrets.token_hex(16)} {_wie(email)}"),
        max_age=_BLIJFT,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def _wie(email: str) -> str:
    return hash_met_sleutel(f"apparaat van {email.strip().lower()}")
