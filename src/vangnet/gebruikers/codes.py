# SPDX-License-Identifier: EUPL-1.2
"""Codes of an app: time-based one-time passwords of six digits (RFC 6238)."""

import base64
import hmac
import secrets
from string import digits
from urllib.parse import quote, urlencode

from vangnet.kern.klok import nu

SECONDEN = 30
CIJFERS = 6
# One step before and one after: a clock of a phone may be half a minute off.
_SPELING = (-1, 0, 1)


def nieuw_geheim() -> str:
    """A secret of 160 random bits, as apps read it."""
    return base64.b32encode(secrets.token_bytes(20)).decode()


def code_van(geheim: str, stap: int) -> str:
    """The code of time step `stap` (RFC 4226, section 5.3)."""
    som = hmac.digest(base64.b32decode(geheim), stap.to_bytes(8, "big"), "sha1")
    plek = som[-1] & 0x0F
    getal = int.from_bytes(som[plek : plek + 4], "big") & 0x7FFFFFFF
    return str(getal % 10**CIJFERS).zfill(CIJFERS)


def stap_nu() -> int:
    """The time step of this moment."""
    return int(nu().timestamp()) // SECONDEN


def stap_van(geheim: str, code: str) -> int | None:
    """The time step near now that `code` belongs to; None when it is wrong."""
    # Not isdigit(): that takes signs of other scripts too, which the comparison can't do with.
    kaal = "".join(teken for teken in code if teken in digits)
    gevonden = None
    for speling in _SPELING:
        stap = stap_nu() + speling
        if hmac.compare_digest(code_van(geheim, stap), kaal):
            gevonden = stap
    return gevonden


def app_adres(geheim: str, *, wie: str, huis: str) -> str:
    """What the QR code holds: the address that an app understands."""
    vraag = urlencode({"secret": geheim, "issuer": huis}, quote_via=quote)
    return f"otpauth://totp/{quote(huis)}:{quote(wie)}?{vraag}"
