# SPDX-License-Identifier: EUPL-1.2
"""Word files for tests, made here: paragraphs, a table, a header, and what an attacker puts in."""

import io
import zipfile
from collections.abc import Sequence

from docx import Document


def word(*alineas: str, kop: str = "", cellen: Sequence[str] = ()) -> bytes:
    """A docx with these paragraphs; cellen: rows of one column."""
    brief = Document()
    for tekst in alineas:
        brief.add_paragraph(tekst)
    if kop:
        brief.sections[0].header.paragraphs[0].text = kop
    if cellen:
        tabel = brief.add_table(len(cellen), 1)
        for nummer, tekst in enumerate(cellen):
            tabel.cell(nummer, 0).text = tekst
    uit = io.BytesIO()
    brief.save(uit)
    return uit.getvalue()


def lees(docx: bytes) -> list[str]:
    """The paragraphs of a letter that say something."""
    alineas = Document(io.BytesIO(docx)).paragraphs
    return [alinea.text for alinea in alineas if alinea.text.strip()]


def met_deel(docx: bytes, naam: str, oud: str, nieuw: str) -> bytes:
    """The same package with one part changed; a part that isn't there is added."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as zip_, zipfile.ZipFile(uit, "w", 8) as ander:
        for deel in zip_.namelist():
            inhoud = zip_.read(deel)
            if deel == naam:
                assert oud.encode() in inhoud
                inhoud = inhoud.replace(oud.encode(), nieuw.encode())
            ander.writestr(deel, inhoud)
        if naam not in zip_.namelist():
            ander.writestr(naam, nieuw)
    return uit.getvalue()
