# SPDX-License-Identifier: EUPL-1.2
"""A BSN is kept encrypted, and found again by a keyed hash; both keys are outside the database."""

import hashlib
import hmac
import os
import re
from dataclasses import dataclass

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db.models import F, Func, Q, TextField, Value
from django.db.models.lookups import Exact
from stdnum.nl.bsn import is_valid

_NONCE = 12
_NUMMER = 2
# Nine digits, or in groups as people write them.
_VORM = re.compile(r"[0-9]{9}|[0-9]{3}([ .-])[0-9]{3}\1[0-9]{3}|[0-9]{4}([ .-])[0-9]{2}\2[0-9]{3}")
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


def negen_cijfers(tekst: str) -> str:
    """The digits of a text that is written as a BSN; empty for another."""
    kaal = tekst.strip()
    return re.sub("[^0-9]", "", kaal) if _VORM.fullmatch(kaal) else ""


def klopt(cijfers: str) -> bool:
    """Whether nine digits can be a BSN: they pass the eleven-test."""
    return bool(is_valid(cijfers))


def heeft_bsn(bsn: str) -> Q:
    """Of persons that have this BSN, for a search among those whom the asker sees.

    Written so that no index answers it: that would look up somebody whom the asker doesn't see, and
    take longer for one who exists than for one who doesn't.
    """
    zoek = Func(F("bsn_index"), Value("hex"), function="encode", output_field=TextField())
    return Q(Exact(zoek, Value(zoekwaarde(bsn).hex(), output_field=TextField())))
