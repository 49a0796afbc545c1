# SPDX-License-Identifier: EUPL-1.2
"""The repository as the architecture tests see it: files, syntax trees and the list of rooms."""

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

K = TypeVar("K", bound=ast.AST)

WORTEL = Path(__file__).resolve().parents[2]
BRON = WORTEL / "src" / "vangnet"
MAPPEN = (".ci", "bench", "bin", "config", "docs", "LICENSES", "src", "tests")
_NIET_VAN_ONS = {".git", ".ruff_cache", "__pycache__", "vendor"}
_RESTEN = (".coverage", ".venv")
"""Beginnings of files that tools leave in the root."""


def bestanden(*mappen: str, einde: str = "") -> list[Path]:
    """Our own files below `mappen` (default: the whole repository) whose name ends on `einde`."""
    gevonden = [pad for map_ in mappen or MAPPEN for pad in (WORTEL / map_).rglob("*")]
    if not mappen:
        gevonden += [pad for pad in WORTEL.iterdir() if not pad.name.startswith(_RESTEN)]
    return sorted(
        pad
        for pad in gevonden
        if pad.is_file() and pad.name.endswith(einde) and not _NIET_VAN_ONS & set(pad.parts)
    )


def kort(pad: Path) -> str:
    """A path as a failing test names it."""
    return str(pad.relative_to(WORTEL))


def is_migratie(pad: Path) -> bool:
    """Whether Django wrote this file, or it stands beside what Django wrote."""
    return "migrations" in pad.parts


@cache
def ontleed(pad: Path) -> ast.Module:
    """Syntax tree of a Python file."""
    return ast.parse(pad.read_text(encoding="utf-8"), filename=str(pad))


def knopen(boom: ast.AST, soort: type[K]) -> Iterator[K]:
    """Every node of one kind."""
    return (knoop for knoop in ast.walk(boom) if isinstance(knoop, soort))


@cache
def instelling(*sleutels: str) -> Any:
    """A value of pyproject.toml."""
    waarde: Any = tomllib.loads((WORTEL / "pyproject.toml").read_text(encoding="utf-8"))
    for sleutel in sleutels:
        waarde = waarde[sleutel]
    return waarde


def kamerlagen() -> list[frozenset[str]]:
    """The rooms of the import-linter contract `kamers`, from the edge down to the ground.

    Rooms of one layer do not know each other.
    """
    contracten = instelling("tool", "importlinter", "contracts")
    (lagen,) = (contract["layers"] for contract in contracten if contract["id"] == "kamers")
    return [frozenset(deel.strip(" ()") for deel in laag.split("|")) for laag in lagen]
