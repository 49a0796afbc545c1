# SPDX-License-Identifier: EUPL-1.2
"""From a chart specification to SVG that a strict content policy lets through."""

import re
from functools import cache
from hashlib import sha256
from html import escape
from pathlib import Path
from types import ModuleType
from typing import Any

_LETTERS = Path(__file__).resolve().parent.parent / "letters"

# Contents without the svg element, and (width, height) in the units of the drawing.
Tekening = tuple[str, tuple[float, float]]

_WORTEL = re.compile(r'^<svg[^>]*viewBox="0 0 ([\d.]+) ([\d.]+)"[^>]*>(.*)</svg>$', re.DOTALL)
_LEEG = re.compile(r'<path(?: class="(?:background|foreground)"| aria-hidden="true")[^>]*/>')
_OVERBODIG = re.compile(
    r' (?:class|role|aria-[a-z]+|pointer-events|font-family|stroke-miterlimit)="[^"]*"'
)
_ELEMENT = re.compile(r"<[a-z][^<>]*>")
_LANG_GETAL = re.compile(r"\d+\.\d{3,}")


def teken(spec: dict[str, Any]) -> Tekening:
    """Draw a Vega-Lite specification.

    Only drawing elements with presentation attributes remain. The letter is the page's own; the
    engine's inner roles and English descriptions go, because the whole has one title.
    """
    ruw = _motor().vegalite_to_svg(spec, format_locale="nl-NL")
    gevonden = _WORTEL.match(ruw)
    if gevonden is None:
        raise ValueError("The chart engine answered with something else than one svg element.")
    breedte, hoogte, inhoud = gevonden.groups()
    inhoud = _ELEMENT.sub(lambda element: _kort(element[0]), _LEEG.sub("", inhoud))
    return inhoud, (float(breedte), float(hoogte))


def _kort(element: str) -> str:
    """An element without what the page doesn't need, its coordinates in hundredths."""
    return _LANG_GETAL.sub(lambda getal: f"{float(getal[0]):.2f}", _OVERBODIG.sub("", element))


def wortel(
    inhoud: str,
    *,
    maat: tuple[float, float],
    titel: str,
    omschrijving: str = "",
    klasse: str = "",
) -> str:
    """The svg element around `inhoud`: one image to a screen reader, named by title and desc.

    The ids come from the contents, so that a page built twice is the same text.
    """
    sleutel = sha256(f"{klasse}|{titel}|{omschrijving}|{inhoud}".encode()).hexdigest()[:10]
    namen = f"t{sleutel} d{sleutel}" if omschrijving else f"t{sleutel}"
    desc = f'<desc id="d{sleutel}">{escape(omschrijving)}</desc>' if omschrijving else ""
    attribuut = f' class="{klasse}"' if klasse else ""
    return (
        f'<svg{attribuut} viewBox="0 0 {maat[0]:g} {maat[1]:g}" role="img" focusable="false" '
        f'aria-labelledby="{namen}"><title id="t{sleutel}">{escape(titel)}</title>{desc}'
        f"{inhoud}</svg>"
    )


@cache
def _motor() -> ModuleType:
    """The engine, with our letters: a family that it doesn't know prints no text at all.

    Loaded at the first chart of a worker: its threads don't survive a fork.
    """
    import vl_convert

    vl_convert.register_font_directory(str(_LETTERS))
    return vl_convert
