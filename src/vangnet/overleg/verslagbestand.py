# SPDX-License-Identifier: EUPL-1.2
"""A verslag as a file to keep or to hand out: Word, and PDF that a screen reader can read (PDF/UA).

What stands in it comes from the page of its reader (`Papier`): this decides nothing about who sees
what. The text of people is data in both, never markup.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from io import BytesIO
from pathlib import Path

import docx
import typst

_SJABLOON = (Path(__file__).parent / "verslag.typ").read_bytes()


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
    """A PDF/UA-1 file; the compiler refuses what would not be one."""
    gegevens = json.dumps(asdict(papier))
    uit: bytes = typst.compile(
        _SJABLOON,
        format="pdf",
        pdf_standards="ua-1",
        sys_inputs={"gegevens": gegevens},
        ignore_system_fonts=True,
    )
    return uit
