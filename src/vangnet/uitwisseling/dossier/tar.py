# SPDX-License-Identifier: EUPL-1.2
"""The inside of a package with the dossier: a tar, written and read in one go."""

import io
import tarfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import BinaryIO

from vangnet.kern.eigenbestand import ALLEEN_IK
from vangnet.uitwisseling.formaat import ALLE, VERSIE_DOSSIER, Bestand
from vangnet.uitwisseling.uitvoer.bladzijden import Rij
from vangnet.uitwisseling.uitvoer.datapackage import datapackage
from vangnet.uitwisseling.uitvoer.schrijvers import CsvSchrijver


class TarSchrijver:
    """Takes the pages of one file after another, and whole files beside them."""

    def __init__(self, archief: tarfile.TarFile) -> None:
        self._archief = archief
        self._csv = CsvSchrijver(self._openen)

    def bestand(self, bestand: Bestand) -> AbstractContextManager[Callable[[list[Rij]], None]]:
        """Begin a file with its header; gives what writes a page."""
        return self._csv.bestand(bestand)

    def zet(self, naam: str, inhoud: bytes) -> None:
        """Add a whole file, the same bytes each time."""
        info = tarfile.TarInfo(naam)
        info.size, info.mode = len(inhoud), ALLEEN_IK
        self._archief.addfile(info, io.BytesIO(inhoud))

    @contextmanager
    def _openen(self, naam: str) -> Iterator[BinaryIO]:
        # A tar says the size of a file before the file.
        stroom = _Blijft()
        yield stroom
        self.zet(naam, stroom.getvalue())


class _Blijft(io.BytesIO):
    """What is written stays to be read after whoever wrote it has closed it."""

    def close(self) -> None:
        """Not yet: `getvalue` comes after."""


@contextmanager
def tarschrijver(stroom: BinaryIO) -> Iterator[TarSchrijver]:
    """A tar on `stroom`, which begins with what the files can hold."""
    with tarfile.open(fileobj=stroom, mode="w|", format=tarfile.PAX_FORMAT) as archief:
        schrijver = TarSchrijver(archief)
        schrijver.zet("datapackage.json", datapackage(ALLE, VERSIE_DOSSIER))
        yield schrijver
