# SPDX-License-Identifier: EUPL-1.2
"""How far the cells of an xlsx reach, found before its reader makes room for all in between.

A reader of sheets gives every place from the first to the last cell its memory. Two cells in
opposite corners make a file of a kilobyte ask for hundreds of gigabytes, and no bound on what is
unpacked sees that.
"""

import zipfile
from collections.abc import Iterator, Mapping
from functools import partial
from xml.parsers import expat

from vangnet.uitwisseling.fouten import Fout

MEESTE_PLEKKEN = 16 * 1024**2
"""Most places of a sheet: more than a million rows of the widest file."""

_BROK = 256 * 1024
_XML = (".xml", ".rels", ".vml")
_MERK = b"sheetData"


def toets_bladomvang(archief: zipfile.ZipFile, *, naam: str) -> list[Fout]:
    """The faults of a workbook of which a sheet reaches too far or is no XML by name and content.

    Raises what zipfile raises for a damaged entry.
    """
    soorten = {_soort(archief, info) for info in archief.infolist()} - {""}
    return [Fout(naam, 0, "", "", soort) for soort in sorted(soorten)]


def _soort(archief: zipfile.ZipFile, info: zipfile.ZipInfo) -> str:
    with archief.open(info) as stroom:
        brokken = iter(partial(stroom.read, _BROK), b"")
        if not info.filename.lower().endswith(_XML):
            return "bestand_beschadigd" if _bevat_blad(brokken) else ""
        omvang = _Omvang()
        try:
            return "blad_te_ver" if omvang.te_ver(brokken) else ""
        except (expat.ExpatError, ValueError):
            return "bestand_beschadigd"


def _bevat_blad(brokken: Iterator[bytes]) -> bool:
    """Whether a part that is not named as XML, and so is not measured, holds a sheet after all."""
    staart = b""
    for brok in brokken:
        if _MERK in staart + brok:
            return True
        staart = brok[-len(_MERK) :]
    return False


class _Omvang:
    """The last row and column of a part, by the names of the cells or else by their order."""

    def __init__(self) -> None:
        self._rij = self._kolom = self._hoogte = self._breedte = 0

    def te_ver(self, brokken: Iterator[bytes]) -> bool:
        lezer = expat.ParserCreate()
        lezer.StartElementHandler = self._element
        for brok in brokken:
            lezer.Parse(brok, False)
            if self._hoogte * self._breedte > MEESTE_PLEKKEN:
                return True
        lezer.Parse(b"", True)
        return False

    def _element(self, naam: str, kenmerken: Mapping[str, str]) -> None:
        soort = naam.rpartition(":")[2]
        if soort == "c":
            plek = kenmerken.get("r", "")
            letters = plek.rstrip("0123456789")
            self._kolom = _kolomnummer(letters) if letters else self._kolom + 1
            self._rij = int(plek[len(letters) :] or self._rij)
            self._breedte = max(self._breedte, self._kolom)
            self._hoogte = max(self._hoogte, self._rij)
        elif soort == "row":
            self._rij = int(kenmerken.get("r") or self._rij + 1)
            self._kolom = 0


def _kolomnummer(letters: str) -> int:
    nummer = 0
    for letter in letters.upper():
        nummer = nummer * 26 + ord(letter) - ord("A") + 1
    return nummer
