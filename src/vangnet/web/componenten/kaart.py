# SPDX-License-Identifier: EUPL-1.2
"""A map of the gemeenten as equal tiles: small ones are as visible as large ones.

Never dots for persons. A house draws its own tiles: rows of code, kolom and rij (see
`inrichting/gegevens`).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import escape

from django.utils.safestring import SafeString, mark_safe

from vangnet.web.componenten import svg
from vangnet.web.componenten.grafiek import getal

TUSSEN = 4
STAPPEN = 5


@dataclass(frozen=True, kw_only=True)
class Tegel:
    """Place of one gemeente: column and row, counted from 0 at the top left."""

    code: str
    naam: str
    kolom: int
    rij: int


def tegelkaart(
    tegels: Sequence[Tegel],
    waarden: Mapping[str, float | None],
    *,
    titel: str,
    eenheid: str = "",
) -> SafeString:
    """Draw `waarden` (by code) on the tiles, in five steps from light to dark.

    A tile bears name and value, so that the colour says nothing that the text doesn't. No value:
    a grey tile with a dash.
    """
    hoogste = max((waarde or 0 for waarde in waarden.values()), default=0)
    lees = ", ".join(f"{t.naam}: {getal(waarden.get(t.code), eenheid)}" for t in tegels)
    tekeningen = ""
    for klasse, vorm in (("grafiek__breed", _breed), ("grafiek__smal", _smal)):
        delen = [
            _tegel(t, waarden.get(t.code), hoogste=hoogste, eenheid=eenheid, vorm=vorm)
            for t in tegels
        ]
        maat = _maat(tegels, vorm=vorm)
        tekeningen += svg.wortel(
            "".join(delen), maat=maat, titel=titel, omschrijving=lees, klasse=klasse
        )
    return mark_safe(f'<div class="grafiek">{tekeningen}</div>')  # noqa: S308 - escaped below


@dataclass(frozen=True, kw_only=True)
class _Vorm:
    """Sizes of a drawing; a narrow one has room for four letters of the name."""

    breedte: int
    hoogte: int
    naam: int
    getal: int
    letters: int


_breed = _Vorm(breedte=112, hoogte=84, naam=13, getal=21, letters=17)
_smal = _Vorm(breedte=50, hoogte=48, naam=12, getal=16, letters=4)


def _maat(tegels: Sequence[Tegel], *, vorm: _Vorm) -> tuple[int, int]:
    kolommen = max((t.kolom for t in tegels), default=0) + 1
    rijen = max((t.rij for t in tegels), default=0) + 1
    return kolommen * (vorm.breedte + TUSSEN) - TUSSEN, rijen * (vorm.hoogte + TUSSEN) - TUSSEN


def _stap(waarde: float | None, *, hoogste: float) -> int:
    """The step of the colour: 0 for nothing, else 1 to 5 in equal parts of the highest value."""
    if not waarde or not hoogste:
        return 0
    return min(STAPPEN, int(STAPPEN * waarde / hoogste) + 1)


def _tegel(tegel: Tegel, waarde: float | None, *, hoogste: float, eenheid: str, vorm: _Vorm) -> str:
    x, y = tegel.kolom * (vorm.breedte + TUSSEN), tegel.rij * (vorm.hoogte + TUSSEN)
    stap = _stap(waarde, hoogste=hoogste)
    rand = vorm.naam // 2
    namen = "".join(
        f'<text x="{x + rand}" y="{y + rand + vorm.naam * (nummer + 1) - 2}" '
        f'font-size="{vorm.naam}">{escape(regel)}</text>'
        for nummer, regel in enumerate(_regels(tegel.naam, letters=vorm.letters))
    )
    return (
        f'<g fill="var(--vg-op-kaart-{stap})">'
        f'<rect x="{x}" y="{y}" width="{vorm.breedte}" height="{vorm.hoogte}" rx="4" '
        f'fill="var(--vg-kaart-{stap})"/>{namen}'
        f'<text x="{x + rand}" y="{y + vorm.hoogte - rand - 2}" font-size="{vorm.getal}" '
        f'font-weight="600">{escape(getal(waarde, eenheid))}</text></g>'
    )


def _regels(naam: str, *, letters: int) -> list[str]:
    """A name in lines that fit a tile, broken at a space or after a hyphen; else its beginning."""
    if len(naam) <= letters:
        return [naam]
    woorden = naam.replace("-", "- ").split()
    if any(len(woord) > letters for woord in woorden):
        eigen = [woord for woord in woorden if len(woord) > 2]  # without "De"
        return [eigen[0][:letters]]
    return [woorden[0], " ".join(woorden[1:])]
