# SPDX-License-Identifier: EUPL-1.2
"""What the tests say that they prove of ASVS is a number that exists, and stands on the page."""

import ast

from tests.architectuur.boom import WORTEL, bestanden, kort
from tests.asvs import bewijzen, bladzijde, eisen, is_merk


def test_elk_merk_noemt_een_eis_die_bestaat() -> None:
    assert {nummer: tests for nummer, tests in bewijzen().items() if nummer not in eisen()} == {}


def test_de_lijst_heeft_elke_eis_van_de_norm() -> None:
    niveaus = [eis.niveau for eis in eisen().values()]

    assert [niveaus.count(niveau) for niveau in (1, 2, 3)] == [70, 183, 92]


def test_een_merk_staat_alleen_boven_een_test() -> None:
    """Elsewhere the page would not see it."""
    elders = []
    for pad in bestanden("tests", einde=".py"):
        boom = ast.parse(pad.read_text(encoding="utf-8"))
        gelezen = sum(
            is_merk(merk)
            for knoop in ast.walk(boom)
            if isinstance(knoop, ast.FunctionDef) and knoop.name.startswith("test_")
            for merk in knoop.decorator_list
        )
        if gelezen != sum(map(is_merk, ast.walk(boom))):
            elders.append(kort(pad))

    assert elders == []


def test_de_bladzijde_met_bewijzen_is_bij() -> None:
    bewaard = (WORTEL / "docs" / "kwaliteit" / "asvs.md").read_text(encoding="utf-8")

    assert bewaard == bladzijde(), "python -m tests.asvs > docs/kwaliteit/asvs.md"
