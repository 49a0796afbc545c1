# SPDX-License-Identifier: EUPL-1.2
"""Keys of age (age-encryption.org/v1): the lock of a package with the dossier (docs/adr/0026)."""

from pyrage import RecipientError, x25519

from vangnet.uitwisseling.regels import SLEUTELVORM


def is_openbare_sleutel(tekst: str) -> bool:
    """Whether `tekst` is a public key of age; a slip of the pen fails its check sum."""
    if not SLEUTELVORM.fullmatch(tekst):
        return False
    try:
        x25519.Recipient.from_str(tekst)
    except RecipientError:
        return False
    return True
