# SPDX-License-Identifier: EUPL-1.2
"""Habits that hide what happens (docs/adr/0005): no signals, no saving with side effects."""

import ast
import re

from tests.architectuur.boom import bestanden, is_migratie, knopen, kort, ontleed

_SIGNALEN = re.compile(r"django\.(dispatch|\w+(\.\w+)*\.signals)\b")
_UITGESTELD = re.compile(r"\b(TOD[O]|FIXM[E]|XX[X])\b")


def ingevoerd(boom: ast.AST) -> list[tuple[int, str]]:
    """Line and full name of everything that a module imports."""
    los = [(knoop.lineno, naam.name) for knoop in knopen(boom, ast.Import) for naam in knoop.names]
    uit = [
        (knoop.lineno, f"{knoop.module}.{naam.name}")
        for knoop in knopen(boom, ast.ImportFrom)
        for naam in knoop.names
    ]
    return los + uit


def test_niemand_luistert_naar_signalen() -> None:
    luisteraars = [
        f"{kort(pad)}:{regel} {naam}"
        for pad in bestanden("src", "config", einde=".py")
        for regel, naam in ingevoerd(ontleed(pad))
        if _SIGNALEN.match(naam)
    ]

    assert luisteraars == []


def test_opslaan_en_verwijderen_doen_niets_extra() -> None:
    eigen_versies = [
        f"{kort(pad)}:{methode.lineno} {klasse.name}.{methode.name}"
        for pad in bestanden("src", einde=".py")
        for klasse in knopen(ontleed(pad), ast.ClassDef)
        for methode in klasse.body
        if isinstance(methode, ast.FunctionDef) and methode.name in {"save", "delete"}
        # No model: the framework's store of sessions calls its own removal `delete`.
        if klasse.name != "SessionStore"
    ]

    assert eigen_versies == []


def test_er_is_geen_la_met_losse_hulpjes() -> None:
    lades = [kort(pad) for pad in bestanden("src", "tests") if pad.stem in {"utils", "helpers"}]

    assert lades == []


def test_niets_is_in_de_code_uitgesteld() -> None:
    uitgesteld = [
        f"{kort(pad)}: {woord.group()}"
        for pad in bestanden("bench", "bin", "config", "src", "tests")
        if pad.suffix in {"", ".css", ".html", ".js", ".py", ".sql"} and not is_migratie(pad)
        for woord in _UITGESTELD.finditer(pad.read_text(encoding="utf-8"))
    ]

    assert uitgesteld == []
