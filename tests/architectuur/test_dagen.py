# SPDX-License-Identifier: EUPL-1.2
"""A test asks which day it is while it runs.

One that was read when pytest began is yesterday's for what runs after midnight.
"""

import ast
from collections.abc import Iterable, Iterator

from tests.architectuur.boom import bestanden, kort, ontleed

_KLOK = {"vandaag", "nu", "today", "now"}


def gelezen_bij_het_begin(boom: ast.Module) -> list[int]:
    """The lines that ask the clock while the module is read, by themselves or by its functions."""
    vragers = {een.name for een in boom.body if isinstance(een, ast.FunctionDef) and _vraagt(een)}
    return sorted({een.lineno for een in _meteen(boom.body) if _naam(een) in _KLOK | vragers})


def _vraagt(functie: ast.FunctionDef) -> bool:
    return any(_naam(een) in _KLOK for een in _aanroepen(functie))


def _meteen(regels: Iterable[ast.stmt]) -> Iterator[ast.Call]:
    for regel in regels:
        if isinstance(regel, ast.FunctionDef):
            delen: list[ast.AST] = [*regel.decorator_list, regel.args]
        elif isinstance(regel, ast.ClassDef):
            yield from _meteen(regel.body)
            delen = [*regel.decorator_list]
        else:
            delen = [regel]
        for deel in delen:
            yield from _aanroepen(deel)


def _aanroepen(deel: ast.AST) -> Iterator[ast.Call]:
    return (een for een in ast.walk(deel) if isinstance(een, ast.Call))


def _naam(aanroep: ast.Call) -> str:
    return getattr(aanroep.func, "id", "") or getattr(aanroep.func, "attr", "")


def test_geen_test_leest_de_dag_voor_hij_begint() -> None:
    vroeg = [
        f"{kort(pad)}:{regel}"
        for pad in bestanden("tests", einde=".py")
        for regel in gelezen_bij_het_begin(ontleed(pad))
    ]

    assert vroeg == []


def test_een_dag_in_een_parameter_of_boven_een_test_wordt_gezien() -> None:
    bron = """
DAG = vandaag()
@pytest.mark.parametrize("dag", [date.today()])
def test_een(dag, tot=nu()): ...
def _morgen():
    return vandaag() + EEN
MORGEN = _morgen()
"""

    assert gelezen_bij_het_begin(ast.parse(bron)) == [2, 3, 4, 7]
