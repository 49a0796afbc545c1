# SPDX-License-Identifier: EUPL-1.2
"""Where a visitor comes from, as far as our own web server can vouch for it."""

from ipaddress import IPv6Address, ip_address, ip_network

from django.conf import settings
from django.http import HttpRequest

_KOPPEN_VAN_EEN_PROXY = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP", "HTTP_VIA")
_LOKALE_NAMEN = frozenset({"localhost", "127.0.0.1", "[::1]"})


def adres_van(request: HttpRequest) -> str:
    """The visitor's address; behind our own web server the last one that it saw.

    What stands before that in X-Forwarded-For the visitor wrote. Of IPv6 the network: a home has
    more addresses than there are passwords.
    """
    gezien = request.META.get("HTTP_X_FORWARDED_FOR", "")
    if settings.ACHTER_TLS and gezien:
        return _net(str(gezien).rsplit(",", 1)[-1].strip())
    return _net(str(request.META.get("REMOTE_ADDR", "")))


def is_lokaal(request: HttpRequest) -> bool:
    """Whether the visitor sits at this machine; behind a proxy nobody does."""
    if settings.ACHTER_TLS or any(kop in request.META for kop in _KOPPEN_VAN_EEN_PROXY):
        return False
    if request.get_host().rsplit(":", 1)[0] not in _LOKALE_NAMEN:
        return False
    try:
        return ip_address(request.META.get("REMOTE_ADDR", "")).is_loopback
    except ValueError:
        return False


def _net(adres: str) -> str:
    try:
        gelezen = ip_address(adres)
    except ValueError:
        return adres
    if isinstance(gelezen, IPv6Address) and gelezen.ipv4_mapped is None:
        return str(ip_network((gelezen, 64), strict=False))
    return str(gelezen)
