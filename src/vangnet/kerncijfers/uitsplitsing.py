# SPDX-License-Identifier: EUPL-1.2
r"""The text form of a breakdown (uitwisseling.md, column `uitsplitsing` of gepubliceerd).

`dimensie=klasse`, several joined by `;`, a combined class as `a + b` with spaces. A backslash
takes the special meaning of the next sign away: `\;`, `\+`, `\\`, and `\=` in a dimension.
"""

import re

Uitsplitsing = tuple[tuple[str, tuple[str, ...]], ...]
"""Pairs of dimension and classes, by dimension; more than one class is a combined class."""

_TEKEN = re.compile(r"\\(.)|(.)", re.DOTALL)
_PLUS = re.compile(r"(?<!\S)\+(?!\S)")
_SCHEIDING = "\0"
"""Stands for a separator while a text is taken apart: PostgreSQL allows it in no text."""


class OngeldigeUitsplitsing(ValueError):
    """A text that is no breakdown. The message says in Dutch what is wrong."""


def lees_uitsplitsing(tekst: str) -> Uitsplitsing:
    """Take the text of a breakdown apart; an empty text is no breakdown at all.

    Raises OngeldigeUitsplitsing for a part without `=`, an empty dimension or class, a dimension
    that stands there twice, and a backslash at the end.
    """
    if not tekst.strip():
        return ()
    paren = [_lees_paar(deel) for deel in _splits(tekst, ";")]
    dimensies = [dimensie for dimensie, _ in paren]
    if len(set(dimensies)) < len(dimensies):
        raise OngeldigeUitsplitsing(f"een dimensie staat er twee keer in: {tekst}")
    return tuple(sorted(paren))


def schrijf_uitsplitsing(uitsplitsing: Uitsplitsing) -> str:
    """Give the text that `lees_uitsplitsing` reads back as the same breakdown."""
    return ";".join(
        f"{_vrij(dimensie, ';=')}={' + '.join(_vrije_klasse(klasse) for klasse in klassen)}"
        for dimensie, klassen in uitsplitsing
    )


def _lees_paar(tekst: str) -> tuple[str, tuple[str, ...]]:
    dimensie, *rest = _splits(tekst, "=", hooguit=1)
    if not rest:
        raise OngeldigeUitsplitsing(f"er staat geen = in: {tekst.strip()}")
    klassen = tuple(_kaal(klasse) for klasse in _splits_klassen(rest[0]))
    if not _kaal(dimensie) or not all(klassen):
        raise OngeldigeUitsplitsing(f"een dimensie of klasse is leeg in: {tekst.strip()}")
    return _kaal(dimensie), klassen


def _splits(tekst: str, teken: str, *, hooguit: int = 0) -> list[str]:
    """Split at each bare `teken` and leave the escapes in the parts."""

    def los(treffer: re.Match[str]) -> str:
        return _SCHEIDING if treffer[0] == teken else treffer[0]

    gemerkt = _TEKEN.sub(los, tekst)
    delen = gemerkt.split(_SCHEIDING, hooguit or -1)
    return [deel.replace(_SCHEIDING, teken) for deel in delen]


def _splits_klassen(tekst: str) -> list[str]:
    # An escaped plus stands behind its backslash, so it is never alone between spaces.
    return _PLUS.split(tekst)


def _kaal(tekst: str) -> str:
    """Take the escapes away, and spaces at both ends, also one with a backslash before it."""
    if re.search(r"(?<!\\)(\\\\)*\\$", tekst):
        raise OngeldigeUitsplitsing(f"er staat niets na de laatste \\ in: {tekst.strip()}")
    return _TEKEN.sub(lambda treffer: treffer[1] or treffer[2], tekst.strip()).strip()


def _vrij(tekst: str, tekens: str) -> str:
    return re.sub(rf"([\\{re.escape(tekens)}])", r"\\\1", tekst)


def _vrije_klasse(klasse: str) -> str:
    return _PLUS.sub(r"\\+", _vrij(klasse, ";"))
