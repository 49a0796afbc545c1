# SPDX-License-Identifier: EUPL-1.2
"""The key of a dossier, sealed under the house's key for fields; and files sealed under it.

What belongs together is bound by the associated data: a sealed key opens for its own dossier only,
a part for its own version, place and number of parts (docs/adr/0020).
"""

import os
from collections.abc import Iterable, Iterator
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from vangnet.documenten.regels import DEEL
from vangnet.kern.fouten import VangnetFout

_NONCE = 12
_NUMMER = 2
_LENGTE = 256


class Onleesbaar(VangnetFout):
    """What was kept doesn't open: damaged, changed, or its key is gone."""


def nieuwe_sleutel(dossier: UUID) -> bytes:
    """A new key for `dossier`, sealed."""
    nummer, huissleutel = settings.SLEUTELS.nieuwste("velden")
    nonce = os.urandom(_NONCE)
    tekst = AESGCM(huissleutel).encrypt(nonce, AESGCM.generate_key(_LENGTE), _bij_dossier(dossier))
    return nummer.to_bytes(_NUMMER, "big") + nonce + tekst


def open_sleutel(gesloten: bytes, dossier: UUID) -> bytes:
    """The key of `dossier`. Raises Onleesbaar."""
    nummer, rest = int.from_bytes(gesloten[:_NUMMER], "big"), gesloten[_NUMMER:]
    huissleutel = settings.SLEUTELS.sleutels["velden"].get(nummer)
    if huissleutel is None:
        raise Onleesbaar("De sleutel van dit dossier is er niet.")
    return _open(huissleutel, rest, _bij_dossier(dossier))


def aantal_delen(inhoud: bytes) -> int:
    """In how many parts a file is kept."""
    return max(1, -(-len(inhoud) // DEEL))


def sluit_delen(inhoud: bytes, sleutel: bytes, *, versie: UUID) -> Iterator[bytes]:
    """The file in sealed parts."""
    delen = aantal_delen(inhoud)
    for nummer in range(delen):
        nonce = os.urandom(_NONCE)
        stuk = inhoud[nummer * DEEL : (nummer + 1) * DEEL]
        yield nonce + AESGCM(sleutel).encrypt(nonce, stuk, _bij_deel(versie, nummer, delen))


def open_delen(
    gesloten: Iterable[bytes], sleutel: bytes, *, versie: UUID, delen: int
) -> Iterator[bytes]:
    """The parts of the file. Raises Onleesbaar, also when one is missing or too many."""
    gelezen = 0
    for nummer, stuk in enumerate(gesloten):
        yield _open(sleutel, stuk, _bij_deel(versie, nummer, delen))
        gelezen += 1
    if gelezen != delen:
        raise Onleesbaar("Van dit bestand ontbreekt een deel.")


def _open(sleutel: bytes, tekst: bytes, bij: bytes) -> bytes:
    try:
        return AESGCM(sleutel).decrypt(tekst[:_NONCE], tekst[_NONCE:], bij)
    except (InvalidTag, ValueError) as fout:
        raise Onleesbaar("Dit bestand is niet te openen.") from fout


def _bij_dossier(dossier: UUID) -> bytes:
    return b"documenten_dossiersleutel:" + dossier.bytes


def _bij_deel(versie: UUID, nummer: int, delen: int) -> bytes:
    return b"documenten_documentdeel:" + versie.bytes + f":{nummer}:{delen}".encode()
