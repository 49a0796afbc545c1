# SPDX-License-Identifier: EUPL-1.2
"""Sizes that keep code readable (CONTRIBUTING.md, section Sizes); no list of exceptions."""

import ast
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import pytest

from tests.architectuur.boom import bestanden, is_migratie, knopen, kort, ontleed

Knoop = TypeVar("Knoop", ast.FunctionDef, ast.ClassDef)


def regels(pad: Path) -> int:
    return len(pad.read_text(encoding="utf-8").splitlines())


def lengte(knoop: Knoop) -> int:
    """Lines from `def` or `class` to the end, without the docstring."""
    eerste = knoop.body[0]
    uitleg = ast.get_docstring(knoop) is not None
    docstring = (eerste.end_lineno or 0) - eerste.lineno + 1 if uitleg else 0
    return (knoop.end_lineno or 0) - knoop.lineno + 1 - docstring


def te_groot(paden: list[Path], soort: type[Knoop], *, grens: int) -> list[str]:
    return [
        f"{kort(pad)}:{knoop.lineno} {knoop.name}: {lengte(knoop)} lines, at most {grens}"
        for pad in paden
        for knoop in knopen(ontleed(pad), soort)
        if lengte(knoop) > grens
    ]


def python(*mappen: str) -> list[Path]:
    return [pad for pad in bestanden(*mappen, einde=".py") if not is_migratie(pad)]


@pytest.mark.parametrize(
    ("paden", "grens"),
    [
        (lambda: python("src", "config", "bench"), 400),
        (lambda: bestanden("bin", ".ci"), 400),
        (lambda: bestanden("src", einde=".sql"), 400),
        (lambda: bestanden("src", einde=".html"), 150),
        (lambda: python("tests"), 500),
    ],
    ids=["bron", "opdrachten", "sql", "sjablonen", "tests"],
)
def test_een_bestand_blijft_klein(paden: Callable[[], list[Path]], grens: int) -> None:
    te_lang = [f"{kort(pad)}: {regels(pad)}" for pad in paden() if regels(pad) > grens]

    assert te_lang == []


def test_een_functie_blijft_klein() -> None:
    paden = python("src", "config", "bench", "tests")

    assert te_groot(paden, ast.FunctionDef, grens=40) == []


def test_een_service_of_view_blijft_nog_kleiner() -> None:
    paden = [pad for pad in python("src") if {"services", "views"} & {pad.stem, pad.parent.name}]

    assert te_groot(paden, ast.FunctionDef, grens=25) == []


def test_een_klasse_blijft_klein() -> None:
    assert te_groot(python("src", "config", "bench", "tests"), ast.ClassDef, grens=200) == []
