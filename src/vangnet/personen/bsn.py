# SPDX-License-Identifier: EUPL-1.2
"""A BSN is kept encrypted, and found again by a keyed hash; both keys are outside the database."""

import hashlib
import hmac
import os
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

_NONCE = 12
_NUMMER = 2
# Binds the text to its purpose: it can't be moved into another column.
_DOEL = b"personen_persoon.bsn"


@dataclass(frozen=True)
class GeslotenBsn:
    """zoek: HMAC-SHA256, to find equals; versleuteld: key number, nonce and AES-256-GCM text."""

    zoek: bytes
    versleuteld: bytes


def sluit_bsn(bsn: str) -> GeslotenBsn:
    """Close a BSN of nine digits under the keys that are in use."""
    nummer, sleutel = settings.SLEUTELS.nieuwste("velden")
    nonce = os.urandom(_NONCE)
    tekst = AESGCM(sleutel).encrypt(nonce, bsn.encode(), _DOEL)
    return GeslotenBsn(zoekwaarde(bsn), nummer.to_bytes(_NUMMER, "big") + nonce + tekst)


def zoekwaarde(bsn: str) -> bytes:
    """What `bsn_index` holds for this BSN."""
    _, sleutel = settings.SLEUTELS.nieuwste("index")
    return hmac.new(sleutel, bsn.encode(), hashlib.sha256).digest()


def open_bsn(versleuteld: bytes) -> str:
    """The BSN of a closed one; also when its key has been followed by a newer one."""
    nummer = int.from_bytes(versleuteld[:_NUMMER], "big")
    rest = versleuteld[_NUMMER:]
    sleutel = settings.SLEUTELS.sleutels["velden"][nummer]
    return AESGCM(sleutel).decrypt(rest[:_NONCE], rest[_NONCE:], _DOEL).decode()
