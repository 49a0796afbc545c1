# SPDX-License-Identifier: EUPL-1.2
"""Open a folder, a zip or an xlsx as one and the same package."""

import contextlib
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO, cast

from python_calamine import CalamineError, CalamineWorkbook

from vangnet.uitwisseling.formaat import BESTANDEN, DOSSIER
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.pakket.bladomvang import toets_bladomvang
from vangnet.uitwisseling.pakket.bron import BESCHADIGD, Bron, csv_bron
from vangnet.uitwisseling.pakket.datapackage import NAAM as DATAPACKAGE
from vangnet.uitwisseling.pakket.datapackage import toets_datapackage
from vangnet.uitwisseling.pakket.xlsx import xlsx_bronnen
from vangnet.uitwisseling.pakket.zips import toets_zip


@dataclass(frozen=True)
class Pakket:
    """The files of a package by name, and what was wrong with the package as a whole.

    A file that the format does not know is among the faults and not among the files.
    """

    bronnen: Mapping[str, Bron]
    fouten: tuple[Fout, ...]


@contextlib.contextmanager
def open_pakket(pad: Path) -> Iterator[Pakket]:
    """Have the package at `pad` open for as long as the block lasts.

    What is wrong with it stands in `fouten`; nothing is raised for a package that is broken.
    """
    with contextlib.ExitStack() as stapel:
        yield _open(pad, stapel)


def _open(pad: Path, stapel: contextlib.ExitStack) -> Pakket:
    try:
        if pad.is_dir():
            return _map(pad)
        if not pad.is_file():
            return _gebroken(pad.name, "pad_ontbreekt")
        match pad.suffix.lower():
            case ".zip":
                return _zip(pad, stapel)
            case ".xlsx":
                return _xlsx(pad, stapel)
            case _:
                # What may not be read can't say what it is.
                pad.open("rb").close()
    except PermissionError:
        return _gebroken(pad.name, "bestand_dicht")
    except (*BESCHADIGD, CalamineError):
        return _gebroken(pad.name, "bestand_beschadigd")
    return _gebroken(pad.name, "pad_soort")


def _gebroken(naam: str, soort: str) -> Pakket:
    return Pakket({}, (Fout(naam, 0, "", "", soort),))


def _map(pad: Path) -> Pakket:
    fouten: list[Fout] = []
    openers: dict[str, Callable[[], BinaryIO]] = {}
    for ingang in sorted(os.scandir(pad), key=lambda ingang: ingang.name):
        if ingang.is_symlink() or not (ingang.is_file() or ingang.is_dir()):
            fouten.append(Fout(ingang.name, 0, "", "", "bestand_koppeling"))
        elif ingang.is_dir():
            fouten.append(_onbekend(ingang.name))
        else:
            openers[ingang.name] = partial(_open_gewoon, Path(ingang.path))
    return _pakket(openers, fouten, pad.name)


def _open_gewoon(pad: Path) -> BinaryIO:
    # Between listing and opening the file may have become a link or a pipe that never answers.
    greep = os.open(pad, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    if not stat.S_ISREG(os.fstat(greep).st_mode):
        os.close(greep)
        raise OSError(f"{pad.name} is geen gewoon bestand")
    return os.fdopen(greep, "rb")


def _zip(pad: Path, stapel: contextlib.ExitStack) -> Pakket:
    archief = stapel.enter_context(zipfile.ZipFile(pad))
    fouten = toets_zip(archief, naam=pad.name, ingepakt=pad.stat().st_size)
    if fouten:
        # Nothing of an archive that tries something is read.
        return Pakket({}, tuple(fouten))
    openers = {
        info.filename: cast(Callable[[], BinaryIO], partial(archief.open, info))
        for info in archief.infolist()
    }
    return _pakket(openers, fouten, pad.name)


def _xlsx(pad: Path, stapel: contextlib.ExitStack) -> Pakket:
    with zipfile.ZipFile(pad) as archief:
        fouten = toets_zip(archief, naam=pad.name, ingepakt=pad.stat().st_size)
        fouten = fouten or toets_bladomvang(archief, naam=pad.name)
    if fouten:
        return Pakket({}, tuple(fouten))
    werkmap = stapel.enter_context(CalamineWorkbook.from_path(pad))
    bladen = ((bron.naam, bron) for bron in xlsx_bronnen(werkmap))
    return _bekende(bladen, fouten, pad.name)


def _pakket(openers: Mapping[str, Callable[[], BinaryIO]], fouten: list[Fout], naam: str) -> Pakket:
    """Make a package of opened files by their whole name."""
    if DATAPACKAGE in openers:
        with openers[DATAPACKAGE]() as stroom:
            fouten += toets_datapackage(stroom, frozenset(openers))
    bronnen = [
        (bestand, csv_bron(bestand.removesuffix(".csv"), opener))
        for bestand, opener in openers.items()
        if bestand != DATAPACKAGE
    ]
    bekend = [(bestand, bron) for bestand, bron in bronnen if bestand == f"{bron.naam}.csv"]
    fouten += [_onbekend(bestand) for bestand, bron in bronnen if bestand == bron.naam]
    return _bekende(bekend, fouten, naam)


def _onbekend(naam: str) -> Fout:
    return Fout(naam, 0, "", "", "bestand_onbekend")


def _bekende(bronnen: Iterable[tuple[str, Bron]], fouten: list[Fout], naam: str) -> Pakket:
    """Split the files into those of the format and those that are refused by name."""
    bekend: dict[str, Bron] = {}
    for geheel, bron in bronnen:
        if bron.naam in BESTANDEN:
            bekend[bron.naam] = bron
        elif bron.naam in DOSSIER:
            fouten.append(Fout(geheel, 0, "", "", "bestand_dossier"))
        else:
            fouten.append(_onbekend(geheel))
    if not bekend and not fouten:
        fouten.append(Fout(naam, 0, "", "", "leeg_pakket"))
    return Pakket({naam: bekend[naam] for naam in BESTANDEN if naam in bekend}, tuple(fouten))
