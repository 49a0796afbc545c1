# SPDX-License-Identifier: EUPL-1.2
"""An xlsx with one sheet a file: typed cells become the text that the CSV would hold."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook

from vangnet.uitwisseling.pakket.bron import Bron, Rijen

Cel = object


def xlsx_bronnen(werkmap: CalamineWorkbook) -> Iterator[Bron]:
    """The sheets of a workbook as files, in the order of the workbook."""
    for naam in werkmap.sheet_names:
        yield _bron(werkmap, naam)


def _bron(werkmap: CalamineWorkbook, naam: str) -> Bron:
    @contextmanager
    def rijen() -> Iterator[Rijen]:
        yield _rijen(_cellen(werkmap, naam))

    return Bron(naam, rijen)


def _cellen(werkmap: CalamineWorkbook, naam: str) -> Iterable[Iterable[Cel]]:
    try:
        # Without the empty rows the row numbers would not be Excel's.
        return werkmap.get_sheet_by_name(naam).to_python(skip_empty_area=False)
    except CalamineError as fout:
        raise OSError(f"blad {naam} is niet te lezen") from fout


def _rijen(rijen: Iterable[Iterable[Cel]]) -> Iterator[list[str]]:
    for rij in rijen:
        yield [als_tekst(cel) for cel in rij]


def als_tekst(cel: Cel) -> str:
    """The text that a CSV holds for a typed cell: ISO days, ja/nee, numbers without a tail."""
    match cel:
        case str():
            return cel
        case bool():
            return "ja" if cel else "nee"
        case float():
            return _getal(cel)
        case datetime():
            return _moment(cel)
        case date() | time():
            return cel.isoformat()
        case _:
            return str(cel)


def _getal(getal: float) -> str:
    if getal.is_integer():
        return str(int(getal))
    return format(Decimal(repr(getal)), "f")


def _moment(moment: datetime) -> str:
    if moment.time() == time():
        return moment.date().isoformat()
    return moment.isoformat(sep=" ")
