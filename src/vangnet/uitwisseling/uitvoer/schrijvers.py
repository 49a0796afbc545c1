# SPDX-License-Identifier: EUPL-1.2
"""A package as a folder, a zip or an xlsx: by the end of its name, and always the same bytes."""

import csv
import io
import zipfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Protocol, cast

import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from vangnet.kern.eigenbestand import ALLEEN_IK, nieuw_bestand
from vangnet.kern.fouten import VangnetFout
from vangnet.uitwisseling.formaat import Bestand
from vangnet.uitwisseling.uitvoer.bladzijden import Rij
from vangnet.uitwisseling.uitvoer.datapackage import datapackage

# A moment of writing would make every file different from the last.
_BEGIN_VAN_ZIP = (1980, 1, 1, 0, 0, 0)
_BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
_XLSX_RIJEN = 1_048_575
_XLSX_TEKENS = 32_767


class Schrijver(Protocol):
    """Takes the pages of one file after another."""

    def bestand(self, bestand: Bestand) -> AbstractContextManager[Callable[[list[Rij]], None]]:
        """Begin a file with its header; gives what writes a page."""


def schrijver_voor(naam: str) -> Callable[[Path], AbstractContextManager[Schrijver]]:
    """What writes a package of this name: `.zip`, `.xlsx`, or else a folder."""
    match Path(naam).suffix.lower():
        case ".zip":
            return _zip
        case ".xlsx":
            return _xlsx
        case _:
            return _map


class CsvSchrijver:
    """Files of CSV, wherever they are kept: `openen` gives where a file of that name goes."""

    def __init__(self, openen: Callable[[str], AbstractContextManager[BinaryIO]]) -> None:
        self._open = openen

    @contextmanager
    def bestand(self, bestand: Bestand) -> Iterator[Callable[[list[Rij]], None]]:
        with (
            self._open(f"{bestand.naam}.csv") as stroom,
            io.TextIOWrapper(stroom, encoding="utf-8", newline="", write_through=True) as tekst,
        ):
            # With "\n" the writer would not quote a text that holds a carriage return.
            schrijf = csv.writer(tekst, lineterminator="\r\n")
            schrijf.writerow(bestand.per_naam)
            yield schrijf.writerows


@contextmanager
def _map(pad: Path) -> Iterator[Schrijver]:
    pad.mkdir(mode=0o700)

    def openen(naam: str) -> BinaryIO:
        return nieuw_bestand(pad / naam)

    with openen("datapackage.json") as stroom:
        stroom.write(datapackage())
    yield CsvSchrijver(openen)


@contextmanager
def _zip(pad: Path) -> Iterator[Schrijver]:
    with nieuw_bestand(pad) as stroom, zipfile.ZipFile(stroom, "w") as archief:

        def openen(naam: str) -> BinaryIO:
            info = zipfile.ZipInfo(naam, _BEGIN_VAN_ZIP)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = ALLEEN_IK << 16
            return cast(BinaryIO, archief.open(info, "w", force_zip64=True))

        with openen("datapackage.json") as deel:
            deel.write(datapackage())
        yield CsvSchrijver(openen)


@contextmanager
def _xlsx(pad: Path) -> Iterator[Schrijver]:
    nieuw_bestand(pad).close()
    opties = {"constant_memory": True, "tmpdir": str(pad.parent)}
    with xlsxwriter.Workbook(str(pad), opties) as werkmap:
        werkmap.set_properties({"title": "registerpakket", "created": _BEGIN})
        yield _XlsxSchrijver(werkmap)


class _XlsxSchrijver:
    """One sheet a file. Every cell is a text, so that none can act as a formula."""

    def __init__(self, werkmap: xlsxwriter.Workbook) -> None:
        self._werkmap = werkmap

    @contextmanager
    def bestand(self, bestand: Bestand) -> Iterator[Callable[[list[Rij]], None]]:
        blad = self._werkmap.add_worksheet(bestand.naam)
        blad.freeze_panes(1, 0)
        _schrijf_rij(blad, 0, list(bestand.per_naam))
        geschreven = 0

        def schrijf(rijen: list[Rij]) -> None:
            nonlocal geschreven
            if geschreven + len(rijen) > _XLSX_RIJEN:
                raise VangnetFout(
                    f"{bestand.naam} heeft meer rijen dan een xlsx kan houden. Kies een zip."
                )
            for nummer, rij in enumerate(rijen, geschreven + 1):
                _schrijf_rij(blad, nummer, rij)
            geschreven += len(rijen)

        yield schrijf


def _schrijf_rij(blad: Worksheet, nummer: int, rij: list[str]) -> None:
    for kolom, cel in enumerate(rij):
        if len(cel) > _XLSX_TEKENS:
            raise VangnetFout(
                f"{blad.name}, rij {nummer}: een tekst is te lang voor een xlsx. Kies een zip."
            )
        if cel:
            blad.write_string(nummer, kolom, cel)
