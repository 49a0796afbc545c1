# SPDX-License-Identifier: EUPL-1.2
"""The referee of the journaal bites: each call that a page makes is left out in turn.

The calls are drawn from the source (tests/storing/daden.py), as are those in SQL and the conditions
of functions that only acts ask. Those two are not judged here yet.
"""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.databank import WORTEL
from tests.storing.daden import AANROEP
from tests.uitslagen import noteer_fouten

pytestmark = pytest.mark.alles
# What an address leaves in the journaal; tests/storing/weglaten.py runs each line again.
PROEVEN = "tests/toegang/test_handelingen.py"


@pytest.fixture(scope="module")
def gevonden(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What a run of its own found out: kinds with their numbers, and what could not be judged."""
    uit = tmp_path_factory.mktemp("weglaten") / "uit.json"
    opdracht = [sys.executable, "-m", "pytest", "-q", "-p", "no:randomly", "-p", "no:xdist"]
    opdracht += ["-p", "tests.storing.weglaten", "-m", "not browser and not alles"]
    subprocess.run(  # noqa: S603 - own program, fixed words
        [*opdracht, PROEVEN],
        cwd=WORTEL,
        env=os.environ | {"VANGNET_WEGGELATEN": str(uit), "VANGNET_SOORTEN": AANROEP},
        capture_output=True,
        check=False,
    )
    return dict(json.loads(Path(uit).read_text(encoding="utf-8")))


def test_geen_proef_hangt_van_een_eerdere_af(gevonden: dict[str, Any]) -> None:
    """A test that fails a second time, with nothing left out, can't judge."""
    assert gevonden["onbetrouwbaar"] == []


def test_elke_aanroep_die_een_bladzijde_doet_wordt_gemist_als_zij_wegvalt(
    gevonden: dict[str, Any],
) -> None:
    bereikt, gemist = gevonden[AANROEP]["bereikt"], gevonden[AANROEP]["gemist"]

    noteer_fouten(AANROEP, len(bereikt), gemist)
    assert len(bereikt) > 40
    assert gemist == []
