# SPDX-License-Identifier: EUPL-1.2
"""Files for a demo, drawn here: all made up, and marked as not scanned."""

import io
from collections.abc import Sequence
from uuid import UUID

from docx import Document
from PIL import Image, ImageDraw, ImageFont

from vangnet.documenten.models import Documentversie, Sjabloonversie
from vangnet.documenten.regels import Briefsoort, Scan
from vangnet.documenten.services import Bestand, bewaar

_BREED, _HOOG, _RAND, _REGEL = 620, 877, 60, 26


def demo_versies(
    bestanden: Sequence[Bestand], *, document: UUID, dossier: UUID, door: UUID
) -> None:
    """Keep these as the versions of a document of a demo house, the oldest first."""
    for bestand in bestanden:
        bewaar(bestand, document=document, dossier=dossier, door=door)
    Documentversie.objects.filter(document=document).update(scan=Scan.NIET_GESCAND)


def demo_sjabloon(door: UUID) -> None:
    """A template that a house changed itself; its letters are those of this house from then on."""
    regels = (
        "Zorg- en Veiligheidshuis (proefhuis)",
        "{{ datum }}",
        "{{ bericht }}",
        "{{ afzender }}",
    )
    Sjabloonversie.objects.create(
        soort=Briefsoort.BETROKKENE,
        nummer=1,
        naam="huisbrief.docx",
        inhoud=_word((*regels[:2], "Beste {{ naam }},", *regels[2:])),
        velden=["afzender", "bericht", "datum", "naam"],
        door_id=door,
    )


def demo_brief(naam: str, regels: Sequence[str]) -> Bestand:
    """A letter in Word with these lines."""
    return Bestand(naam, _word(regels))


def _word(regels: Sequence[str]) -> bytes:
    document = Document()
    for regel in regels:
        document.add_paragraph(regel)
    uit = io.BytesIO()
    document.save(uit)
    return uit.getvalue()


def brief(naam: str, bladen: Sequence[Sequence[str]]) -> Bestand:
    """A PDF with these pages of lines."""
    getekend = [_blad(regels) for regels in bladen]
    uit = io.BytesIO()
    getekend[0].save(uit, "PDF", save_all=True, append_images=getekend[1:], resolution=75)
    return Bestand(naam, uit.getvalue())


def schets(naam: str, regels: Sequence[str]) -> Bestand:
    """A PNG with these lines."""
    uit = io.BytesIO()
    _blad(regels).crop((0, 0, _BREED, 320)).save(uit, "PNG")
    return Bestand(naam, uit.getvalue())


def _blad(regels: Sequence[str]) -> Image.Image:
    blad = Image.new("RGB", (_BREED, _HOOG), "white")
    pen = ImageDraw.Draw(blad)
    letter = ImageFont.load_default(16)
    for nummer, regel in enumerate(regels):
        pen.text((_RAND, _RAND + nummer * _REGEL), regel, fill="black", font=letter)
    return blad
