# SPDX-License-Identifier: EUPL-1.2
"""A package with the dossier, opened and read from front to end without trusting it."""

import io
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain
from pathlib import Path
from typing import IO, BinaryIO

from vangnet.documenten.regels import HOOGSTENS_PER_BESTAND
from vangnet.kern.fouten import VangnetFout
from vangnet.uitwisseling.formaat import ALLE
from vangnet.uitwisseling.formaat.dossier import DOCUMENTEN
from vangnet.uitwisseling.fouten import Fout, toonbaar
from vangnet.uitwisseling.pakket.bron import Bron, csv_bron
from vangnet.uitwisseling.pakket.datapackage import NAAM as DATAPACKAGE
from vangnet.uitwisseling.pakket.datapackage import toets_datapackage
from vangnet.uitwisseling.pakket.openen import Pakket
from vangnet.uitwisseling.pakket.zips import wijst_buiten
from vangnet.uitwisseling.slot import BESCHADIGD, Sleutel, ontsleuteld

GROOTSTE = 1024**3
"""Most bytes of all CSV files together: they are held in memory."""

_BROK = 64 * 1024
_LANGSTE_NAAM = 200


@dataclass(frozen=True)
class Document:
    """A file of the package: its path, and what is in it, or what is wrong with it as a whole."""

    pad: str
    inhoud: bytes = b""
    soort: str = ""


@dataclass(frozen=True)
class Dossierpakket:
    """The tables of a package, and its documents, to be taken once and in their order.

    Only after the last document it is sure that the package was whole.
    """

    pakket: Pakket
    documenten: Iterator[Document]


@contextmanager
def open_dossierpakket(pad: Path, sleutel: Sleutel) -> Iterator[Dossierpakket]:
    """Have the package at `pad` open for as long as the block lasts.

    Raises VangnetFout, here or while documents are taken, for a key that doesn't fit and for a
    package that is damaged; what is wrong within it stands in `pakket.fouten`.
    """
    with ontsleuteld(pad, sleutel) as stroom:
        leden = _leden(stroom)
        tabellen: dict[str, bytes] = {}
        fouten: list[Fout] = []
        eerste = _lees_tabellen(leden, tabellen, fouten, naam=pad.name)
        documenten = (_document(lid) for lid in chain(eerste, leden))
        yield Dossierpakket(_pakket(tabellen, fouten), documenten)


@dataclass(frozen=True)
class _Lid:
    """One entry of the tar; `lees` gives its bytes while it is the last one given."""

    naam: str
    omvang: int
    soort: str
    bestand: IO[bytes] | None

    def lees(self) -> bytes:
        with _heel():
            return self.bestand.read() if self.bestand else b""


def _leden(stroom: BinaryIO) -> Iterator[_Lid]:
    """The entries one after another, and then the end of the stream, which says if all was well."""
    with _heel():
        archief = tarfile.open(fileobj=stroom, mode="r|")  # noqa: SIM115 - closed with the stream
    while True:
        with _heel():
            info = archief.next()
        if info is None:
            break
        if not info.isdir():
            bestand = archief.extractfile(info) if info.isreg() else None
            # A name of the format has only signs that a terminal may show.
            naam = toonbaar(info.name.removeprefix("./"), lengte=_LANGSTE_NAAM)
            yield _Lid(naam, info.size, _soort(info), bestand)
    while stroom.read(_BROK):
        pass


def _soort(info: tarfile.TarInfo) -> str:
    if wijst_buiten(info.name):
        return "bestand_pad"
    # Of a file with holes the size is a word of its maker: a small package could fill the memory.
    return "" if info.isreg() and not info.issparse() else "bestand_koppeling"


@contextmanager
def _heel() -> Iterator[None]:
    try:
        yield
    except (tarfile.TarError, EOFError, ValueError, RecursionError) as fout:
        raise VangnetFout(BESCHADIGD) from fout


def _lees_tabellen(
    leden: Iterator[_Lid], tabellen: dict[str, bytes], fouten: list[Fout], *, naam: str
) -> list[_Lid]:
    """Fill `tabellen` up to the first document, which is given back."""
    totaal = 0
    for lid in leden:
        if lid.naam.startswith(DOCUMENTEN):
            return [lid]
        totaal += lid.omvang
        soort = lid.soort or ("bestand_dubbel" if lid.naam in tabellen else "")
        if totaal > GROOTSTE:
            fouten.append(Fout(naam, 0, "", "", "pakket_te_groot", "1 GB aan tabellen"))
            return []
        if soort:
            fouten.append(Fout(lid.naam, 0, "", "", soort))
        else:
            tabellen[lid.naam] = lid.lees()
    return []


def _document(lid: _Lid) -> Document:
    if not lid.naam.startswith(DOCUMENTEN):
        return Document(lid.naam, soort=lid.soort or "bestand_volgorde")
    if lid.soort:
        return Document(lid.naam, soort=lid.soort)
    if lid.omvang > HOOGSTENS_PER_BESTAND:
        return Document(lid.naam, soort="document_te_groot")
    return Document(lid.naam, lid.lees())


def _pakket(tabellen: dict[str, bytes], fouten: list[Fout]) -> Pakket:
    bronnen: dict[str, Bron] = {}
    for naam, inhoud in tabellen.items():
        kaal = naam.removesuffix(".csv")
        if naam == DATAPACKAGE:
            fouten += toets_datapackage(io.BytesIO(inhoud), frozenset(tabellen))
        elif kaal != naam and kaal in ALLE:
            bronnen[kaal] = csv_bron(kaal, partial(io.BytesIO, inhoud))
        else:
            fouten.append(Fout(naam, 0, "", "", "bestand_onbekend"))
    if not bronnen and not fouten:
        fouten.append(Fout("pakket", 0, "", "", "leeg_pakket"))
    return Pakket({naam: bronnen[naam] for naam in ALLE if naam in bronnen}, tuple(fouten))
