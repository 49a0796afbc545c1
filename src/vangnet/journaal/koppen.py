# SPDX-License-Identifier: EUPL-1.2
"""The file of heads: what leaves the database, so that a cut or rewritten chain can be seen.

One JSON line for each batch of seals. It belongs on another machine or mount: who can write in both
places can forge both (docs/adr/0013).
"""

import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from vangnet.journaal.regels import Kop
from vangnet.kern.fouten import OmgevingFout

_STAART = 4096


@dataclass(frozen=True)
class Kopregel:
    """One head: number and hash of the last seal of a batch, its moment, and how many were sealed.

    ingehaald: written by a later run than the one that sealed; that one was killed, or the seals
    were not made by Vangnet.
    """

    volgnummer: int
    ketting: str
    moment: str
    aantal: int
    ingehaald: bool = False

    @property
    def kop(self) -> Kop:
        """Number and hash."""
        return Kop(self.volgnummer, bytes.fromhex(self.ketting))


def schrijf_kop(bestand: Path, regel: Kopregel) -> None:
    """Add a line and wait until it is on the disk. Raises OmgevingFout when it can't be written."""
    tekst = json.dumps(asdict(regel), separators=(",", ":")) + "\n"
    try:
        nummer = os.open(bestand, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o600)
    except OSError as fout:
        raise OmgevingFout(_NIET_TE_SCHRIJVEN.format(bestand, fout.strerror)) from fout
    try:
        fcntl.flock(nummer, fcntl.LOCK_EX)
        # A line that was cut off by a power failure would swallow this one.
        heel = os.lseek(nummer, 0, os.SEEK_END) == 0 or _eindigt_op_regel(nummer)
        os.write(nummer, ("" if heel else "\n").encode() + tekst.encode())
        os.fsync(nummer)
    except OSError as fout:
        raise OmgevingFout(_NIET_TE_SCHRIJVEN.format(bestand, fout.strerror)) from fout
    finally:
        os.close(nummer)


_NIET_TE_SCHRIJVEN = "Het bestand met koppen {} is niet te schrijven ({}). Zie VANGNET_KOPPEN."


def _eindigt_op_regel(nummer: int) -> bool:
    os.lseek(nummer, -1, os.SEEK_END)
    return os.read(nummer, 1) == b"\n"


def laatste_kop(bestand: Path) -> Kopregel | None:
    """The last whole line of the file; None when there is none yet."""
    if not bestand.exists():
        return None
    with bestand.open("rb") as stroom:
        stroom.seek(max(0, bestand.stat().st_size - _STAART))
        regels = [regel for tekst in stroom.read().splitlines() if (regel := _lees(tekst))]
    return regels[-1] if regels else None


def lees_koppen(bestand: Path) -> Iterator[tuple[int, Kopregel | None]]:
    """Every line with its number; None for one that is no head. Raises OmgevingFout."""
    try:
        with bestand.open("rb") as stroom:
            for nummer, tekst in enumerate(stroom, start=1):
                if tekst.strip():
                    yield nummer, _lees(tekst)
    except OSError as fout:
        raise OmgevingFout(
            f"Het bestand met koppen {bestand} is niet te lezen ({fout.strerror})."
        ) from fout


def _lees(tekst: bytes) -> Kopregel | None:
    try:
        regel = Kopregel(**json.loads(tekst))
        return regel if len(regel.kop.ketting) == 32 and regel.volgnummer > 0 else None
    except (ValueError, TypeError):
        return None
