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

ZIJDE, TUSSEN = 92, 4
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
    inhoud = "".join(_tegel(t, waarden.get(t.code), hoogste=hoogste, eenheid=eenheid) for t in tegels)
    breedte = (max((t.kolom for t in tegels), default=0) + 1) * (ZIJDE + TUSSEN) - TUSSEN
    hoogte = (max((t.rij for t in tegels), default=0) + 1) * (ZIJDE + TUSSEN) - TUSSEN
    lees = ", ".join(f"{t.naam}: {getal(waarden.get(t.code), eenheid)}" for t in tegels)
    wortel = svg.wortel(inhoud, maat=(breedte, hoogte), titel=titel, omschrijving=lees)
    return mark_safe(f'<div class="tegelkaart">{wortel}</div>')  # noqa: S308 - escaped below


def _stap(waarde: float | None, *, hoogste: float) -> int:
    """The step of the colour: 0 for nothing, else 1 to 5 in equal parts of the highest value."""
    if not waarde or not hoogste:
        return 0
    return min(STAPPEN, int(STAPPEN * waarde / hoogste) + 1)


def _tegel(tegel: Tegel, waarde: float | None, *, hoogste: float, eenheid: str) -> str:
    x, y = tegel.kolom * (ZIJDE + TUSSEN), tegel.rij * (ZIJDE + TUSSEN)
    stap = _stap(waarde, hoogste=hoogste)
    regels = _regels(tegel.naam)
    namen = "".join(
        f'<text x="{x + 8}" y="{y + 20 + 14 * nummer}" font-size="13">{escape(regel)}</text>'
        for nummer, regel in enumerate(regels)
    )
    return (
        f'<g fill="var(--vg-op-kaart-{stap})">'
        f'<rect x="{x}" y="{y}" width="{ZIJDE}" height="{ZIJDE}" rx="5" '
        f'fill="var(--vg-kaart-{stap})"/>{namen}'
        f'<text x="{x + 8}" y="{y + ZIJDE - 11}" font-size="22" font-weight="600">'
        f"{escape(getal(waarde, eenheid))}</text></g>"
    )


def _regels(naam: str) -> list[str]:
    """A name in lines that fit a tile: broken at a space or after a hyphen."""
    regels = [""]
    for woord in naam.replace("-", "- ").split():
        if regels[-1] and len(regels[-1]) + len(woord) > 12:  # noqa: PLR2004 - letters on a tile
            regels.append(woord)
        else:
            lijm = "" if not regels[-1] or regels[-1].endswith("-") else " "
            regels[-1] += lijm + woord
    return regels
