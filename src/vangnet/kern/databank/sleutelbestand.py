# SPDX-License-Identifier: EUPL-1.2
"""The key file: outside the database and outside every back-up of it.

JSON with, for each purpose, numbered keys of 32 random bytes; the highest number signs and
encrypts, the lower ones still open what they closed.
"""

import base64
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from vangnet.kern.databank.plek import maak_datamap
from vangnet.kern.eigenbestand import eis_alleen_van_mij
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


def lees_of_maak(pad: Path, *, mag_nieuw: bool) -> Sleutelbos:
    """Read the key file, and make it when it doesn't exist.

    mag_nieuw: no for a house that already holds data, which new keys could never open.
    Raises OmgevingFout when it is missing, when others may read it, or when it is damaged.
    """
    if not pad.exists():
        if not mag_nieuw:
            raise OmgevingFout(
                f"Het sleutelbestand {pad} ontbreekt, terwijl er al een databank is. Zet de kopie "
                "terug die bij de installatie is weggelegd."
            )
        _schrijf_nieuw(pad)
    try:
        eis_alleen_van_mij(pad, pad.stat())
        tekst = pad.read_text(encoding="utf-8")
    except OSError as fout:
        raise OmgevingFout(
            f"Het sleutelbestand {pad} is niet te lezen ({fout.strerror}). Start Vangnet als de "
            "gebruiker die het maakte, of kies een andere map met VANGNET_DATA."
        ) from fout
    return _ontleed(tekst, pad)


def _ontleed(tekst: str, pad: Path) -> Sleutelbos:
    try:
        inhoud = json.loads(tekst)
        return Sleutelbos(
            {
                doel: {int(nr): base64.b64decode(sleutel) for nr, sleutel in inhoud[doel].items()}
                for doel in DOELEN
            }
        )
    except (ValueError, KeyError, AttributeError, TypeError) as fout:
        raise OmgevingFout(
            f"Het sleutelbestand {pad} is beschadigd. Zet de kopie terug die bij de installatie "
            "is weggelegd."
        ) from fout


def gedraaid(bos: Sleutelbos) -> Sleutelbos:
    """`bos` with a new key for every purpose but one; the old keys stay to open what they closed.

    The key of the BSN index stays: a BSN is found by its hash, and the stored ones would no longer
    be equal to new ones.
    """
    nummer = 1 + max(nr for sleutels in bos.sleutels.values() for nr in sleutels)
    return Sleutelbos(
        {
            doel: sleutels | {nummer: secrets.token_bytes(_LENGTE)} if doel != "index" else sleutels
            for doel, sleutels in bos.sleutels.items()
        }
    )


def bewaar(pad: Path, bos: Sleutelbos) -> None:
    """Write beside and rename: a crash leaves the old file or the new one, never half of one."""
    nieuw = _naast(pad, bos)
    nieuw.rename(pad)


def _schrijf_nieuw(pad: Path) -> None:
    """Make the first key file. Of two first starts at once the slower one takes the other's."""
    bos = Sleutelbos({doel: {1: secrets.token_bytes(_LENGTE)} for doel in DOELEN})
    nieuw = _naast(pad, bos)
    try:
        os.link(nieuw, pad)
    except FileExistsError:
        pass
    finally:
        nieuw.unlink()


def _naast(pad: Path, bos: Sleutelbos) -> Path:
    tekst = json.dumps(
        {
            doel: {str(nr): base64.b64encode(sleutel).decode() for nr, sleutel in sleutels.items()}
            for doel, sleutels in bos.sleutels.items()
        },
        indent=1,
    )
    maak_datamap(pad.parent)
    nieuw = pad.with_name(f"{pad.name}.{os.getpid()}")
    vlaggen = os.O_WRONLY | os.O_CREAT | os.O_TRUNC
    with os.fdopen(os.open(nieuw, vlaggen, 0o600), "w", encoding="utf-8") as bestand:
        bestand.write(tekst)
        bestand.flush()
        os.fsync(bestand.fileno())
    return nieuw
