# SPDX-License-Identifier: EUPL-1.2
"""Charts for pages: accessible SVG in the colours of the theme.

Every function takes pairs of label and value (None: not known, or not shown) and a `titel` for
the screen reader. Most charts have two drawings, for a wide and for a narrow column; the sheet
shows one of them. Bars and lines start at 0. Beside a chart stands its table, with every value.
"""

from collections.abc import Collection, Sequence
from functools import lru_cache
from html import escape
from importlib import import_module
from typing import Any

from django.utils.formats import number_format
from django.utils.safestring import SafeString, mark_safe

from vangnet.web.componenten import svg

Punt = tuple[str, float | None]
Reeks = tuple[str, Sequence[Punt]]

MAX_REEKSEN = 5
# So many columns are as easy to read in the narrow drawing: it is then the only one.
WEINIG_KOLOMMEN = 6
BREED, SMAL = 560, 320


def staven(
    punten: Sequence[Punt],
    *,
    titel: str,
    omschrijving: str = "",
    eenheid: str = "",
    nadruk: Collection[str] = (),
) -> SafeString:
    """Horizontal bars, one a label, in the order given, each with its value.

    `nadruk`: labels that stand out; the other bars become quiet.
    """
    rijen = _rijen(punten, eenheid=eenheid, nadruk=frozenset(nadruk))
    return _grafiek("staven", rijen, titel=titel, omschrijving=omschrijving)


def kolommen(
    punten: Sequence[Punt],
    *,
    titel: str,
    omschrijving: str = "",
    eenheid: str = "",
    nadruk: Collection[str] = (),
) -> SafeString:
    """Upright bars for years or months, in order of time, each with its value."""
    rijen = _rijen(punten, eenheid=eenheid, nadruk=frozenset(nadruk))
    if len(rijen) <= WEINIG_KOLOMMEN:
        inhoud, maat = _teken("kolommen", rijen, SMAL)
        enkel = svg.wortel(
            inhoud, maat=maat, titel=titel, omschrijving=omschrijving, klasse="grafiek__enkel"
        )
        return mark_safe(f'<div class="grafiek">{enkel}</div>')  # noqa: S308 - see svg.wortel
    return _grafiek("kolommen", rijen, titel=titel, omschrijving=omschrijving)


def stapels(
    reeksen: Sequence[Reeks], *, titel: str, omschrijving: str = "", eenheid: str = ""
) -> SafeString:
    """Horizontal bars built from parts: a reeks is one bar, its punten are the parts.

    All reeksen have the same part names in the same order, five at most; a list above the chart
    names their colours. ValueError otherwise.
    """
    delen = _zelfde_labels(reeksen)
    _hooguit_vijf(delen)
    rijen = tuple(
        (naam, deel, waarde, getal(waarde, eenheid), nummer)
        for naam, punten in reeksen
        for nummer, (deel, waarde) in enumerate(punten, start=1)
    )
    figuur = _grafiek("stapels", rijen, titel=titel, omschrijving=omschrijving)
    return mark_safe(_legenda(delen) + figuur)  # noqa: S308 - escaped where it is made


def lijn(
    reeksen: Sequence[Reeks], *, titel: str, omschrijving: str = "", eenheid: str = ""
) -> SafeString:
    """Lines over time, five at most; each bears its name and last value at its end.

    All reeksen have the same labels in the same order, else ValueError. A None breaks the line.
    """
    _zelfde_labels(reeksen)
    _hooguit_vijf([naam for naam, _punten in reeksen])
    rijen = tuple(
        (naam, label, waarde, getal(waarde, eenheid), nummer)
        for nummer, (naam, punten) in enumerate(reeksen, start=1)
        for label, waarde in punten
    )
    return _grafiek("lijn", rijen, titel=titel, omschrijving=omschrijving)


def balkjes(punten: Sequence[Punt], *, titel: str) -> SafeString:
    """Small bars for a tile, without text; the last one, the figure of the tile, stands out.

    Drawn by hand: the page with six tiles is the first that a reader opens, and must not wait for
    the chart engine to start.
    """
    hoogste = max((waarde or 0 for _label, waarde in punten), default=0) or 1
    breedte = 12 if len(punten) > 6 else 26  # months are thin, years are broad
    delen = [
        f'<rect x="{nummer * (breedte + 4)}" y="{44 - hoogte:.1f}" width="{breedte}" '
        f'height="{hoogte:.1f}" rx="1.5" fill="var(--vg-grafiek-'
        f'{"1" if nummer == len(punten) - 1 else "stil"})"/>'
        for nummer, hoogte in enumerate(
            max(42 * (waarde or 0) / hoogste, 1) for _label, waarde in punten
        )
    ]
    lees = ", ".join(f"{label}: {getal(waarde)}" for label, waarde in punten)
    maat = (max(len(punten) * (breedte + 4), 1), 44)
    wortel = svg.wortel("".join(delen), maat=maat, titel=titel, omschrijving=lees)
    return mark_safe(f'<div class="grafiek grafiek--klein">{wortel}</div>')  # noqa: S308


def opwarmen() -> None:
    """Start the chart engine, which takes seconds the first time that a process draws."""
    _teken("kolommen", (("", 1.0, "1", True),), SMAL)


def getal(waarde: float | None, eenheid: str = "") -> str:
    """A number as people read it: 1.234 of 1,6, with its unit; "–" when there is none."""
    if waarde is None:
        return "–"
    decimalen = 0 if float(waarde).is_integer() else 1
    tekst = str(number_format(waarde, decimalen, use_l10n=True, force_grouping=True))
    if not eenheid:
        return tekst
    return f"{tekst}%" if eenheid == "%" else f"{tekst} {eenheid}"


def _rijen(
    punten: Sequence[Punt], *, eenheid: str, nadruk: frozenset[str]
) -> tuple[tuple[str, float | None, str, bool], ...]:
    return tuple(
        (label, waarde, getal(waarde, eenheid), not nadruk or label in nadruk)
        for label, waarde in punten
    )


def _grafiek(vorm: str, rijen: tuple[Any, ...], *, titel: str, omschrijving: str) -> SafeString:
    tekeningen = "".join(
        svg.wortel(inhoud, maat=maat, titel=titel, omschrijving=omschrijving, klasse=klasse)
        for klasse, (inhoud, maat) in (
            ("grafiek__breed", _teken(vorm, rijen, BREED)),
            ("grafiek__smal", _teken(vorm, rijen, SMAL)),
        )
    )
    return mark_safe(f'<div class="grafiek">{tekeningen}</div>')  # noqa: S308 - see svg.wortel


@lru_cache(maxsize=512)
def _teken(vorm: str, rijen: tuple[Any, ...], breedte: int) -> svg.Tekening:
    """The drawing of `vorm`, kept as long as the process lives: equal figures are drawn once."""
    # Altair and its engine take a second to load; a command or page without charts must not pay.
    vormen = import_module("vangnet.web.componenten.vormen")
    return svg.teken(vormen.spec(vorm, rijen, breedte=breedte))


def _zelfde_labels(reeksen: Sequence[Reeks]) -> list[str]:
    labels = [[label for label, _waarde in punten] for _naam, punten in reeksen]
    if not labels or any(rij != labels[0] for rij in labels):
        raise ValueError("Every reeks of a chart has the same labels in the same order.")
    return labels[0]


def _hooguit_vijf(namen: Sequence[str]) -> None:
    if len(namen) > MAX_REEKSEN:
        raise ValueError("A chart tells five colours apart at most: join the smallest parts.")


def _legenda(delen: Sequence[str]) -> str:
    regels = "".join(
        '<li><svg viewBox="0 0 14 14" aria-hidden="true"><rect width="14" height="14" rx="2" '
        f'fill="var(--vg-grafiek-{nummer})"/></svg>{escape(deel)}</li>'
        for nummer, deel in enumerate(delen, start=1)
    )
    return f'<ul class="legenda">{regels}</ul>'
