# SPDX-License-Identifier: EUPL-1.2
"""One file of a package as rows of text."""

import csv
import io
import lzma
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from functools import partial
from typing import BinaryIO

# A row of the widest file with every text at its longest stays well below this; without a bound a
# file of one endless line would be read into memory whole.
REGEL_LENGTE = 4_000_000

Rijen = Iterator[list[str]]

BESCHADIGD = (
    zipfile.BadZipFile,
    zlib.error,
    lzma.LZMAError,
    NotImplementedError,
    EOFError,
    OSError,
)
"""What opening or reading a file raises when it is damaged or packed in an unknown way."""


@dataclass(frozen=True)
class Bron:
    """A file of the package by the name of the format, without suffix.

    `open` gives the rows, header first, for as long as the block lasts. Opening and
    reading may raise csv.Error and what `BESCHADIGD` names.
    """

    naam: str
    open: Callable[[], AbstractContextManager[Rijen]]


def csv_bron(naam: str, openen: Callable[[], BinaryIO]) -> Bron:
    """A CSV file; what is not UTF-8 comes through as lone surrogates, to be found by cell."""

    @contextmanager
    def rijen() -> Iterator[Rijen]:
        with (
            openen() as stroom,
            io.TextIOWrapper(
                stroom, encoding="utf-8-sig", errors="surrogateescape", newline=""
            ) as tekst,
        ):
            yield csv.reader(iter(partial(tekst.readline, REGEL_LENGTE), ""), strict=True)

    return Bron(naam, rijen)
