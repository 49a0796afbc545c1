# SPDX-License-Identifier: EUPL-1.2
"""Secrets of an account, as they lie in the database: encrypted with a key of the key file."""

import base64
import hashlib
import hmac
import secrets
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12
_DOEL = "gebruikers.factor:"


def versleutel(tekst: str, *, van: UUID, plek: str = "") -> str:
    """Encrypt a secret of account `van`; it opens for no other account and no other `plek`.

    The number of the key stands in front, so that a new key leaves the old secrets readable.
    """
    nummer, sleutel = settings.SLEUTELS.nieuwste("velden")
    nonce = secrets.token_bytes(_NONCE)
    dicht = AESGCM(sleutel).encrypt(nonce, tekst.encode(), f"{_DOEL}{van}{plek}".encode())
    return f"{nummer}.{base64.b64encode(nonce + dicht).decode()}"


def ontsleutel(dicht: str, *, van: UUID, plek: str = "") -> str:
    """The counterpart of versleutel. Raises InvalidTag for what was made for another account."""
    nummer, _, rest = dicht.partition(".")
    inhoud = base64.b64decode(rest)
    sleutel = settings.SLEUTELS.sleutels["velden"][int(nummer)]
    return (
        AESGCM(sleutel)
        .decrypt(inhoud[:_NONCE], inhoud[_NONCE:], f"{_DOEL}{van}{plek}".encode())
        .decode()
    )


def hash_met_sleutel(tekst: str) -> str:
    """A hash that nobody can make or guess back without the key file."""
    _, sleutel = settings.SLEUTELS.nieuwste("index")
    return hmac.new(sleutel, f"{_DOEL}{tekst}".encode(), hashlib.sha256).hexdigest()
