# SPDX-License-Identifier: EUPL-1.2
"""Files for a demo, drawn here: all made up, and marked as not scanned."""

import io
from collections.abc import Sequence
from uuid import UUID

from PIL import Image, ImageDraw, ImageFont

from vangnet.documenten.models import Documentversie
from vangnet.documenten.regels import Scan
from vangnet.documenten.services import Bestand, bewaar

_BREED, _HOOG, _RAND, _REGEL = 620, 877, 60, 26


def demo_versies(
    bestanden: Sequence[Bestand], *, document: UUID, dossier: UUID, door: UUID
) -> None:
    """Keep these as the versions of a document of a demo house, the oldest first."""
    for bestand in bestanden:
        bewaar(bestand, document=document, dossier=dossier, door=door)
    Documentversie.objects.filter(document=document).update(scan=Scan.NIET_GESCAND)


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
