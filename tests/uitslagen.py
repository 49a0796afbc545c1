# SPDX-License-Identifier: EUPL-1.2
"""What a referee counted and which planted faults were seen, kept for tests/storing/verslag.py.

Each test writes a file of its own, so that several processes can count at the same time and a test
that runs again counts once.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from config import settings as instellingen

MAP = Path(instellingen.VANGNET_DATA) / "uitslagen"


def noteer_fouten(
    soort: str,
    geplant: int,
    gemist: Sequence[str],
    uitgezonderd: Mapping[str, str] | None = None,
) -> None:
    """Faults of one kind: how many were planted, which nobody saw, and which are let go and why.

    What is let go was planted too, and nobody has to see it.
    """
    _schrijf(
        "fouten",
        soort,
        {"geplant": geplant, "gemist": list(gemist), "uitgezonderd": dict(uitgezonderd or {})},
    )


def noteer_cellen(
    soort: str, cellen: int, *, lekken: Sequence[str], weigeringen: Sequence[str]
) -> None:
    """What one referee compared: cells, allowed though forbidden, and refused though allowed."""
    _schrijf(
        "cellen",
        soort,
        {"cellen": cellen, "lekken": list(lekken), "weigeringen": list(weigeringen)},
    )


def gelezen(blad: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every note of one sheet (`fouten` or `cellen`): its kind and its numbers."""
    for pad in sorted(MAP.glob(f"{blad}-*.json")):
        inhoud = json.loads(pad.read_text(encoding="utf-8"))
        yield inhoud["soort"], inhoud


def maak_leeg() -> None:
    """Forget what an earlier run counted."""
    for pad in MAP.glob("*.json"):
        pad.unlink()


def _schrijf(blad: str, soort: str, getallen: Mapping[str, Any]) -> None:
    # pytest adds the phase of the test, such as " (call)".
    proef = os.environ.get("PYTEST_CURRENT_TEST", "").rsplit(" ", 1)[0]
    sleutel = hashlib.sha256(f"{soort} {proef}".encode()).hexdigest()[:16]
    MAP.mkdir(parents=True, exist_ok=True)
    inhoud = json.dumps({"soort": soort, **getallen}, ensure_ascii=False)
    (MAP / f"{blad}-{sleutel}.json").write_text(inhoud, encoding="utf-8")
