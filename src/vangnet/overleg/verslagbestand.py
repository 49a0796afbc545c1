# SPDX-License-Identifier: EUPL-1.2
"""A verslag as a file to keep or to hand out: Word, and PDF that a screen reader can read (PDF/UA).

What stands in it comes from the page of its reader (`Papier`): this decides nothing about who sees
what. The text of people is data in both, never markup.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path

import docx
import typst

_SJABLOON = (Path(__file__).parent / "verslag.typ").read_bytes()
# What XML can't hold, and a mark at the beginning of files that a PDF may not have.
_STUURTEKEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]")
# How the compiler names what no letter type has: as it is, or parts of it by their number.
_NIET_IN_DE_LETTER = re.compile(r'the text `"(.+?)"` could not be displayed')
_NUMMER = re.compile(r"\\u\{([0-9a-f]+)\}")
# From here on stand Chinese, pictures and the like: where one has no letter, most have none.
_VER_WEG = "\u2e80"
VERVANGEN = "□"


@dataclass(frozen=True)
class Deel:
    """A heading with paragraphs, and then a list of points: who, and what."""

    kop: str
    alineas: Sequence[str] = ()
    punten: Sequence[tuple[str, str]] = ()


@dataclass(frozen=True)
class Papier:
    """A verslag as its reader may have it. kop: lines under the title; voet: under each page."""

    titel: str
    kop: Sequence[str] = ()
    delen: Sequence[Deel] = field(default_factory=tuple)
    voet: str = ""


def als_docx(papier: Papier) -> bytes:
    """A Word file with real headings and lists."""
    papier = _zonder_stuurtekens(papier)
    blad = docx.Document()
    eigenschappen = blad.core_properties
    eigenschappen.title, eigenschappen.author, eigenschappen.language = papier.titel, "", "nl"
    blad.add_heading(papier.titel, level=1)
    for regel in papier.kop:
        blad.add_paragraph(regel)
    for deel in papier.delen:
        blad.add_heading(deel.kop, level=2)
        for alinea in deel.alineas:
            blad.add_paragraph(alinea)
        for wie, wat in deel.punten:
            punt = blad.add_paragraph(style="List Bullet")
            punt.add_run(wie).bold = True
            punt.add_run(f" {wat}")
    blad.sections[0].footer.paragraphs[0].text = papier.voet
    uit = BytesIO()
    blad.save(uit)
    return uit.getvalue()


def als_pdf(papier: Papier) -> bytes:
    """A PDF/UA-1 file; a sign that no letter type of the compiler has stands in it as VERVANGEN."""
    gegevens = json.dumps(asdict(_zonder_stuurtekens(papier)), ensure_ascii=False)
    while True:
        try:
            return _zet(gegevens)
        except typst.TypstError as fout:
            over = _zonder(gegevens, str(fout))
            if over == gegevens:
                raise
            gegevens = over


def _zet(gegevens: str) -> bytes:
    uit: bytes = typst.compile(
        _SJABLOON,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"gegevens": gegevens},
        ignore_system_fonts=True,
    )
    return uit


def _zonder(gegevens: str, fout: str) -> str:
    """`gegevens` without the sign that the compiler says no letter type has; else the same."""
    genoemd = _NIET_IN_DE_LETTER.search(fout)
    if genoemd is None:
        return gegevens
    teken = _NUMMER.sub(lambda een: chr(int(een[1], 16)), genoemd[1])
    if teken[0] < _VER_WEG:
        return gegevens.replace(teken, VERVANGEN)
    return re.sub(f"[{_VER_WEG}-\U0010ffff]+", VERVANGEN, gegevens)


def _zonder_stuurtekens(papier: Papier) -> Papier:
    """The same without signs that nobody sees and no file can hold; pasting brings them along."""

    def schoon(tekst: str) -> str:
        return _STUURTEKEN.sub("", tekst.replace("\v", "\n"))

    delen = [
        Deel(
            schoon(deel.kop),
            [schoon(alinea) for alinea in deel.alineas],
            [(schoon(wie), schoon(wat)) for wie, wat in deel.punten],
        )
        for deel in papier.delen
    ]
    kop = [schoon(regel) for regel in papier.kop]
    return Papier(schoon(papier.titel), kop, delen, schoon(papier.voet))
