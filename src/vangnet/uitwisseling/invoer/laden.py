# SPDX-License-Identifier: EUPL-1.2
"""Bring a package into the workbench: the only step in which Python sees a row."""

import csv
import gc
import io
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial

from psycopg import sql

from vangnet.uitwisseling.formaat import ALLE, BESTANDEN, Bestand, Kolom
from vangnet.uitwisseling.fouten import Fout, toonbaar
from vangnet.uitwisseling.invoer.bank import Bank
from vangnet.uitwisseling.invoer.ids import nieuwe_ids
from vangnet.uitwisseling.pakket import Pakket
from vangnet.uitwisseling.pakket.bron import Bron
from vangnet.uitwisseling.pakket.lezen import OnleesbaarFout, Rij, lees_tabel, open_bron

Voortgang = Callable[[str, int], None]
"""Is told which step runs and how many rows it has had."""

# With the other line end the writer would not quote a text that holds a carriage return.
REGELEINDE = "\r\n"
_VRIJ = str.maketrans({"\\": r"\\", "\t": r"\t", "\n": r"\n", "\r": r"\r"})
_COPY_FOUTEN = sql.SQL(
    "COPY invoer.fout (rij, bestand, kolom, waarde, soort, over) FROM STDIN "
    "(FORMAT csv, FORCE_NOT_NULL (bestand, kolom, waarde, soort, over))"
)


@dataclass
class Lading:
    """What was loaded: of each file its columns and rows, and the files that broke off."""

    kolommen: dict[str, tuple[Kolom, ...]] = field(default_factory=dict)
    aantallen: dict[str, int] = field(default_factory=dict)
    gebroken: set[str] = field(default_factory=set)

    @property
    def bestanden(self) -> Mapping[str, Bestand]:
        """The files of version 1 that were loaded, in the order of the format."""
        return {naam: bestand for naam, bestand in BESTANDEN.items() if naam in self.kolommen}

    @property
    def alle(self) -> Mapping[str, Bestand]:
        """Those of the dossier too."""
        return {naam: bestand for naam, bestand in ALLE.items() if naam in self.kolommen}

    def heeft(self, bestand: str, kolom: str) -> bool:
        """Whether the package says anything in this column."""
        return any(kolom == een.naam for een in self.kolommen.get(bestand, ()))


def laad_pakket(bank: Bank, pakket: Pakket, voortgang: Voortgang) -> Lading:
    """Load every file that can be read; what can't is in the table of faults."""
    lading = Lading()
    with _zonder_opruimer(), _Fouten() as fouten:
        for fout in pakket.fouten:
            fouten.meld(fout)
            # Of a file that was refused as a whole every row would be missed.
            lading.gebroken.add(fout.bestand.removesuffix(".csv").casefold())
        for bron in pakket.bronnen.values():
            _laad_bron(bank, bron, lading, fouten, voortgang)
        bank.laad(_COPY_FOUTEN, fouten.delen())
    bank.analyseer([*lading.kolommen, "fout"])
    return lading


@contextmanager
def _zonder_opruimer() -> Iterator[None]:
    """Millions of short-lived cells and not one cycle: looking for cycles costs a fifth."""
    aan = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if aan:
            gc.enable()


def _laad_bron(
    bank: Bank, bron: Bron, lading: Lading, fouten: "_Fouten", voortgang: Voortgang
) -> None:
    bestand = ALLE[bron.naam]
    try:
        with open_bron(bron, meld=fouten.meld) as rijen:
            tabel = lees_tabel(rijen, bestand, meld=fouten.meld)
            lading.kolommen[bron.naam] = tabel.kolommen
            opdracht = sql.SQL("COPY {} ({}) FROM STDIN (NULL '')").format(
                sql.Identifier("invoer", bron.naam),
                sql.SQL(", ").join(
                    sql.Identifier(naam)
                    for naam in ("id", "rij", *(k.naam for k in tabel.kolommen))
                ),
            )
            bank.laad(opdracht, _delen(tabel.blokken, bron.naam, lading, voortgang))
    except OnleesbaarFout:
        lading.gebroken.add(bron.naam)


def _delen(
    blokken: Iterator[list[Rij]], naam: str, lading: Lading, voortgang: Voortgang
) -> Iterator[bytes]:
    aantal = 0
    try:
        for blok in blokken:
            yield _als_regels(blok)
            aantal += len(blok)
            lading.aantallen[naam] = aantal
            voortgang(f"{naam} laden", aantal)
    except OnleesbaarFout:
        # The COPY has to end well: what was read is checked too.
        lading.gebroken.add(naam)


def _als_regels(blok: list[Rij]) -> bytes:
    """Rows in the text form of COPY, each with a new id: a few C calls a row."""
    regels = ["\t".join(cellen) for _, cellen in blok]
    if not _is_gewoon("\n".join(regels), blok):
        regels = ["\t".join([cel.translate(_VRIJ) for cel in cellen]) for _, cellen in blok]
    genummerd = zip(nieuwe_ids(len(blok)), blok, regels, strict=True)
    return "".join([f"{id_}\t{rij[0]}\t{regel}\n" for id_, rij, regel in genummerd]).encode()


def _is_gewoon(tekst: str, blok: list[Rij]) -> bool:
    """Whether no cell holds a sign that means something to COPY."""
    tabs = sum(len(cellen) - 1 for _, cellen in blok)
    einden = len(blok) - 1
    return (
        tekst.count("\t") == tabs
        and tekst.count("\n") == einden
        and "\\" not in tekst
        and "\r" not in tekst
    )


def _als_csv(blok: Iterable[tuple[int | str, ...]]) -> bytes:
    tekst = io.StringIO()
    csv.writer(tekst, lineterminator=REGELEINDE).writerows(blok)
    return tekst.getvalue().encode()


class _Fouten:
    """Faults found while reading wait in a file: a COPY is running, and there may be many."""

    def __enter__(self) -> "_Fouten":
        self._bestand = tempfile.SpooledTemporaryFile(max_size=1_000_000)
        return self

    def __exit__(self, *_: object) -> None:
        self._bestand.close()

    def meld(self, fout: Fout) -> None:
        """Keep a fault."""
        # Names of files and columns come from outside, and PostgreSQL takes no text with a zero.
        namen = (toonbaar(naam, lengte=200) for naam in (fout.bestand, fout.kolom, fout.waarde))
        rij: tuple[int | str, ...] = (fout.rij, *namen, fout.soort, fout.over)
        self._bestand.write(_als_csv([rij]))

    def delen(self) -> Iterator[bytes]:
        """All faults as CSV."""
        self._bestand.seek(0)
        yield from iter(partial(self._bestand.read, 65_536), b"")
