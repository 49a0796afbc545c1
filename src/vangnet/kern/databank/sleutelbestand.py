# SPDX-License-Identifier: EUPL-1.2
"""The key file: outside the database and outside every back-up of it.

JSON with, for each purpose, numbered keys of 32 random bytes; the highest number signs and encrypts,
the lower ones still open what they closed.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from vangnet.kern.fouten import OmgevingFout

DOELEN = ("vrager", "taak", "velden", "index", "sessie")
_LENGTE = 32


@dataclass(frozen=True)
class Sleutelbos:
    """Keys by purpose and number."""

    sleutels: dict[str, dict[int, bytes]]

    def nieuwste(self, doel: str) -> tuple[int, bytes]:
        """Number and bytes of the key that is in use for `doel`."""
        nummer = max(self.sleutels[doel])
        return nummer, self.sleutels[doel][nummer]


def lees_of_maak(pad: Path) -> Sleutelbos:
    """Read the key file, and make it when it doesn't exist.

    Raises OmgevingFout when others may read it or when its contents are damaged.
    """
    if not pad.exists():
        _schrijf_nieuw(pad)
    if pad.stat().st_mode & 0o077:
        raise OmgevingFout(
            f"Het sleutelbestand {pad} is leesbaar voor anderen. Voer uit: chmod 600 {pad}"
        )
    try:
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
        bos = {
            doel: {int(nr): base64.b64decode(tekst) for nr, tekst in inhoud[doel].items()}
            for doel in DOELEN
        }
    except (ValueError, KeyError, AttributeError) as fout:
        raise OmgevingFout(
            f"Het sleutelbestand {pad} is beschadigd. Zet de kopie terug die bij de installatie "
            "is weggelegd."
        ) from fout
    return Sleutelbos(bos)


def draai(pad: Path) -> int:
    """Add a new key for every purpose; old keys stay to open what they closed. Returns its number."""
    bos = lees_of_maak(pad)
    nummer = 1 + max(nr for sleutels in bos.sleutels.values() for nr in sleutels)
    for sleutels in bos.sleutels.values():
        sleutels[nummer] = secrets.token_bytes(_LENGTE)
    _schrijf(pad, bos)
    return nummer


def _schrijf_nieuw(pad: Path) -> None:
    _schrijf(pad, Sleutelbos({doel: {1: secrets.token_bytes(_LENGTE)} for doel in DOELEN}))


def _schrijf(pad: Path, bos: Sleutelbos) -> None:
    """Write beside and rename: a crash leaves the old file or the new one, never half of one."""
    tekst = json.dumps(
        {
            doel: {str(nr): base64.b64encode(sleutel).decode() for nr, sleutel in sleutels.items()}
            for doel, sleutels in bos.sleutels.items()
        },
        indent=1,
    )
    pad.parent.mkdir(parents=True, exist_ok=True)
    nieuw = pad.with_name(f"{pad.name}.{os.getpid()}")
    vlaggen = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with os.fdopen(os.open(nieuw, vlaggen, 0o600), "w", encoding="utf-8") as bestand:
        bestand.write(tekst)
        bestand.flush()
        os.fsync(bestand.fileno())
    nieuw.rename(pad)
