# SPDX-License-Identifier: EUPL-1.2
"""What a zip may hold: plain files, each once, at their own place, and not too much of them."""

import stat
import zipfile
from collections.abc import Iterator
from pathlib import PurePosixPath

from vangnet.uitwisseling.fouten import Fout

GROOTSTE = 2 * 1024**3
"""Most bytes that a package may be when unpacked."""

VERHOUDING = 100
"""Most times its own size that a package may be when unpacked."""

_VERSLEUTELD = 0x1


def toets_zip(archief: zipfile.ZipFile, *, naam: str, ingepakt: int) -> list[Fout]:
    """The faults of an archive of `ingepakt` bytes, from its table of contents alone.

    zipfile never gives more of an entry than the table says, so a table that lies can't get past
    the bound.
    """
    fouten = [*_toets_grootte(archief, naam=naam, ingepakt=ingepakt)]
    gezien: set[str] = set()
    for info in archief.infolist():
        soort = _soort(info)
        if info.filename.casefold() in gezien:
            soort = "bestand_dubbel"
        if soort:
            fouten.append(Fout(info.filename, 0, "", "", soort))
        gezien.add(info.filename.casefold())
    return fouten


def _toets_grootte(archief: zipfile.ZipFile, *, naam: str, ingepakt: int) -> Iterator[Fout]:
    uitgepakt = sum(info.file_size for info in archief.infolist())
    if uitgepakt > GROOTSTE:
        yield Fout(naam, 0, "", "", "pakket_te_groot", "2 GB")
    elif uitgepakt > VERHOUDING * ingepakt:
        yield Fout(naam, 0, "", "", "pakket_te_groot", "100 keer de zip")


def _soort(info: zipfile.ZipInfo) -> str:
    if wijst_buiten(info.filename):
        return "bestand_pad"
    if stat.S_ISLNK(info.external_attr >> 16):
        return "bestand_koppeling"
    if info.flag_bits & _VERSLEUTELD:
        return "bestand_versleuteld"
    return ""


def wijst_buiten(pad: str) -> bool:
    """Whether a path is absolute, on a drive or an address, or climbs with `..`."""
    delen = PurePosixPath(pad.replace("\\", "/"))
    return delen.is_absolute() or ".." in delen.parts or ":" in pad
