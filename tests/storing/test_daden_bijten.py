# SPDX-License-Identifier: EUPL-1.2
"""The tests of the acts bite: each call of the journaal and each condition is left out in turn.

All are drawn from the source and the database (tests/storing/daden.py). proeven.txt names the tests
that have to see it: a call or condition that none of them comes by fails here like one that they
come by and miss.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.databank import WORTEL
from tests.storing.daden import AANROEP, AANROEP_IN_SQL, VOORWAARDE
from tests.uitslagen import noteer_fouten

PROEVEN = [
    regel
    for regel in (Path(__file__).parent / "proeven.txt").read_text(encoding="utf-8").splitlines()
    if not regel.startswith("#")
]
_NA_AANVAARDEN = (
    "casusrol_vanaf_na_aanvaarden: only a rol that was accepted has a first day, which is asked too"
)
WAAROM = {
    "houdt_regisseur: r.antwoord = 'aanvaard'": _NA_AANVAARDEN,
    "noodtoegang_op: r.antwoord = 'aanvaard'": _NA_AANVAARDEN,
}


# Fewer than so many of a kind means that the drawing of faults broke.
MINSTENS = {AANROEP: 100, AANROEP_IN_SQL: 20, VOORWAARDE: 40}


def _weglaten(uit: Path) -> dict[str, Any]:
    """What a run of its own found out: kinds with their places, and what could not be judged."""
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:xdist"]
    opdracht += ["-p", "tests.storing.weglaten", "-m", "not browser and not alles"]
    subprocess.run(  # noqa: S603 - own program, fixed words
        [*opdracht, *PROEVEN],
        cwd=WORTEL,
        env=os.environ | {"VANGNET_WEGGELATEN": str(uit)},
        capture_output=True,
        check=False,
    )
    return dict(json.loads(uit.read_text(encoding="utf-8")))


@pytest.mark.parametrize("proef", PROEVEN)
def test_wie_het_moet_zien_bestaat(proef: str) -> None:
    """In CI too: a test that was renamed takes its place in the list along."""
    pad, _, naam = proef.partition("::")
    inhoud = (WORTEL / pad).read_text(encoding="utf-8")

    assert f"def {naam.split('[')[0]}" in inhoud


@pytest.mark.alles
def test_elke_aanroep_en_elke_voorwaarde_wordt_gemist_als_zij_wegvalt(tmp_path: Path) -> None:
    """One test, as the run takes minutes; a proef that fails with nothing left out can't judge."""
    gevonden = _weglaten(tmp_path / "uit.json")
    ongezien = {soort: _ongezien(gevonden[soort]) for soort in MINSTENS}

    for soort, gemist in ongezien.items():
        over = {naam: WAAROM[naam] for naam in gemist if naam in WAAROM}
        ongezien[soort] = [naam for naam in gemist if naam not in over]
        noteer_fouten(soort, gevonden[soort]["geplant"], ongezien[soort], over)
    te_weinig = [soort for soort, n in MINSTENS.items() if gevonden[soort]["geplant"] <= n]

    assert gevonden["onbetrouwbaar"] == []
    assert te_weinig == []
    assert ongezien == {soort: [] for soort in MINSTENS}


def _ongezien(een: dict[str, Any]) -> list[str]:
    """What no test saw, and what no test came by."""
    return sorted(een["gemist"] + een["niet bereikt"])
