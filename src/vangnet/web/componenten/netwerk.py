# SPDX-License-Identifier: EUPL-1.2
"""A network of people as SVG: everybody on a circle, a line for each relation.

A casus has a handful of people, for which a circle is as readable as a computed layout and is the
same every time. The page shows the same relations as a list.
"""

from collections.abc import Sequence
from html import escape
from math import cos, pi, sin
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from vangnet.web.componenten.svg import wortel

# As narrow as a telephone: there a wider drawing would shrink its letters.
_BREED, _STRAAL, _STIP, _LETTER = 340, 100, 8, 14
_RAND = 40
# What fits beside the outermost dots; the list under the drawing has the whole name.
_LANGSTE_NAAM = 20


class Knoop(NamedTuple):
    """Somebody in the network."""

    sleutel: str
    naam: str


class Lijn(NamedTuple):
    """A relation between two of them, with its word."""

    van: str
    naar: str
    woord: str


def teken(knopen: Sequence[Knoop], lijnen: Sequence[Lijn]) -> SafeString:
    """The drawing; lines between others than `knopen` are an error (KeyError)."""
    hoogte = 2 * (_STRAAL + _RAND)
    plek = {
        knoop.sleutel: _op_de_cirkel(nummer, len(knopen), hoogte)
        for nummer, knoop in enumerate(knopen)
    }
    inhoud = "".join(_lijn(plek[een.van], plek[een.naar], een.woord) for een in lijnen)
    inhoud += "".join(_stip(*plek[een.sleutel], een.naam) for een in knopen)
    titel = _("Netwerk: %(mensen)s mensen, %(relaties)s relaties") % {
        "mensen": len(knopen),
        "relaties": len(lijnen),
    }
    tekening = wortel(
        inhoud,
        maat=(_BREED, hoogte),
        titel=titel,
        omschrijving=_("Dezelfde relaties staan in de lijst onder de tekening."),
        klasse="netwerk",
    )
    return mark_safe(tekening)  # noqa: S308 - every text in it went through escape


def _op_de_cirkel(nummer: int, aantal: int, hoogte: int) -> tuple[float, float]:
    hoek = 2 * pi * nummer / aantal - pi / 2
    return round(_BREED / 2 + _STRAAL * cos(hoek), 1), round(hoogte / 2 + _STRAAL * sin(hoek), 1)


def _lijn(van: tuple[float, float], naar: tuple[float, float], woord: str) -> str:
    x, y = (van[0] + naar[0]) / 2, (van[1] + naar[1]) / 2
    return (
        f'<line x1="{van[0]:g}" y1="{van[1]:g}" x2="{naar[0]:g}" y2="{naar[1]:g}" '
        'stroke="var(--vg-lijn-sterk)" stroke-width="2"/>'
        f'<text x="{x:g}" y="{y - 4:g}" text-anchor="middle" font-size="{_LETTER - 1}" '
        f'fill="var(--vg-tekst-zacht)">{escape(woord)}</text>'
    )


def _stip(x: float, y: float, naam: str) -> str:
    onder = y >= _STRAAL + _RAND
    return (
        f'<circle cx="{x:g}" cy="{y:g}" r="{_STIP}" fill="var(--vg-accent)"/>'
        f'<text x="{x:g}" y="{y + (2.6 * _STIP if onder else -1.6 * _STIP):g}" '
        f'text-anchor="middle" font-size="{_LETTER}" fill="var(--vg-tekst)">'
        f"{escape(_kort(naam))}</text>"
    )


def _kort(naam: str) -> str:
    if len(naam) <= _LANGSTE_NAAM:
        return naam
    return naam[: _LANGSTE_NAAM - 1].rstrip(" -") + "…"
