# SPDX-License-Identifier: EUPL-1.2
"""Which requirements of OWASP ASVS 5.0.0 the tests prove, and the page that says so.

    python -m tests.asvs

prints the page of proofs; docs/kwaliteit/asvs.md holds it, and a test compares the two. A test says
what it proves with `@pytest.mark.asvs("8.2.2")`, above its definition.
"""

import ast
import csv
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TESTS = Path(__file__).parent
# Kinds of proof that this product can give by itself or together with a house that runs it.
_VAN_TOEPASSING = ("toets", "document", "inrichting")
_KOP = """# Which requirements of ASVS 5.0.0 are proven by which tests

Made by `python -m tests.asvs`; a test fails when this page is behind. A requirement is named by its
number in OWASP ASVS 5.0.0. A test that proves it, wholly or for a part, carries the number as a
marker. So this is a page of proofs and not a claim: a number with a test can still have a part that
no test touches. One test counts once, however many cases it has.

What would prove a requirement for this product stands in `tests/asvs.csv`: a test, a document, a
check of the machine on which a house runs it, the absence of a thing, or the judgement of somebody.
"""


class Eis(NamedTuple):
    """One requirement: its level, and what would prove it."""

    niveau: int
    bewijs: str


def eisen() -> dict[str, Eis]:
    """asvs.csv."""
    with (TESTS / "asvs.csv").open(encoding="utf-8", newline="") as lezer:
        regels = csv.DictReader(regel for regel in lezer if not regel.startswith("#"))
        return {regel["id"]: Eis(int(regel["niveau"]), regel["bewijs"]) for regel in regels}


def bewijzen() -> dict[str, list[str]]:
    """Of each number that a marker names, the tests that carry it, as `file::test`."""
    gevonden = defaultdict(list)
    for pad in sorted(TESTS.rglob("test_*.py")):
        for test, nummer in _merken(ast.parse(pad.read_text(encoding="utf-8"))):
            gevonden[nummer].append(f"{pad.relative_to(TESTS.parent)}::{test}")
    return dict(gevonden)


def _merken(boom: ast.AST) -> Iterator[tuple[str, str]]:
    for knoop in ast.walk(boom):
        if isinstance(knoop, ast.FunctionDef):
            for merk in knoop.decorator_list:
                if is_merk(merk) and isinstance(merk, ast.Call):
                    yield from ((knoop.name, ast.literal_eval(een)) for een in merk.args)


def is_merk(knoop: ast.AST) -> bool:
    """Whether this is a call of the marker."""
    return isinstance(knoop, ast.Call) and ast.unparse(knoop.func) == "pytest.mark.asvs"


def bladzijde() -> str:
    """The page of proofs."""
    alle, bewezen = eisen(), bewijzen()
    delen = [_KOP, "## Count\n", *_telling(alle, bewezen), "\n## Proven\n"]
    delen += [
        _bewezen(nummer, alle[nummer], bewezen[nummer]) for nummer in alle if nummer in bewezen
    ]
    delen.append("\n## Levels 1 and 2 without a proof\n")
    delen += list(_open(alle, bewezen))
    return "\n".join(delen) + "\n"


def _telling(alle: dict[str, Eis], bewezen: dict[str, list[str]]) -> Iterator[str]:
    yield "| level | requirements | absent or for a person | the others | of those with a proof |"
    yield "|---|---|---|---|---|"
    for niveau in (1, 2, 3):
        van_niveau = {nummer: eis for nummer, eis in alle.items() if eis.niveau == niveau}
        gelden = [n for n, eis in van_niveau.items() if eis.bewijs in _VAN_TOEPASSING]
        met = sum(nummer in bewezen for nummer in gelden)
        anders = len(van_niveau) - len(gelden)
        yield f"| {niveau} | {len(van_niveau)} | {anders} | {len(gelden)} | {met} |"


def _bewezen(nummer: str, eis: Eis, tests: list[str]) -> str:
    per_bestand = defaultdict(list)
    for test in tests:
        bestand, naam = test.split("::")
        per_bestand[bestand].append(naam)
    aantal = f"{len(tests)} test{'s' if len(tests) > 1 else ''}"
    regels = [f"- **{nummer}** (level {eis.niveau}), {aantal}"]
    for bestand, namen in per_bestand.items():
        regels.append(f"  - `{bestand}`: {', '.join(f'`{naam}`' for naam in namen)}")
    return "\n".join(regels)


_SOORTEN = {
    "toets": "A test could prove these",
    "document": "A document is asked, with a test that the code agrees",
    "inrichting": "To check on the machine of a house",
    "afwezig": "We don't have what these are about; no test says so yet",
    "mens": "Somebody has to judge",
}


def _open(alle: dict[str, Eis], bewezen: dict[str, list[str]]) -> Iterator[str]:
    for soort, kop in _SOORTEN.items():
        nummers = [
            nummer
            for nummer, eis in alle.items()
            if eis.niveau < 3 and eis.bewijs == soort and nummer not in bewezen
        ]
        if nummers:
            yield f"{kop} ({len(nummers)}):\n\n{_per_hoofdstuk(nummers)}\n"


def _per_hoofdstuk(nummers: list[str]) -> str:
    hoofdstukken = defaultdict(list)
    for nummer in nummers:
        hoofdstukken[re.split(r"\.", nummer)[0]].append(nummer)
    return "\n".join(f"- {', '.join(van)}" for van in hoofdstukken.values())


if __name__ == "__main__":
    print(bladzijde(), end="")  # noqa: T201 - a command
