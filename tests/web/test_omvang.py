# SPDX-License-Identifier: EUPL-1.2
"""What a page may weigh, in bytes before compression (gebruik: bar 14)."""

import gzip
import re
from pathlib import Path

import pytest

STATISCH = Path(__file__).resolve().parents[2] / "src" / "vangnet" / "web" / "static"
BLADEN = sorted((STATISCH / "vangnet").glob("*.css"))


def test_de_stijl_weegt_hooguit_40_kilobyte() -> None:
    """What every page loads; the sheet of the paper is of that one page, and small."""
    papier = sum(blad.stat().st_size for blad in BLADEN if blad.name == "papier.css")

    assert 0 < sum(blad.stat().st_size for blad in BLADEN) - papier <= 40_000
    assert 0 < papier <= 1_300


def test_het_eigen_script_weegt_hooguit_22_kilobyte() -> None:
    assert 0 < sum(pad.stat().st_size for pad in (STATISCH / "vangnet").glob("*.js")) <= 22_000


def test_alle_scripts_samen_wegen_hooguit_60_kilobyte_en_ingepakt_25() -> None:
    scripts = [pad.read_bytes() for pad in STATISCH.rglob("*.js")]

    assert sum(map(len, scripts)) <= 60_000
    assert sum(len(gzip.compress(een)) for een in scripts) <= 25_000


def test_geen_eigen_script_bewaart_iets_op_het_apparaat() -> None:
    """What is typed about people stays on the page (ADR 0024)."""
    opslag = re.compile(
        r"localStorage|sessionStorage|indexedDB|caches|serviceWorker|document\.cookie"
    )
    eigen = list((STATISCH / "vangnet").glob("*.js"))

    assert len(eigen) >= 5
    assert [pad.name for pad in eigen if opslag.search(pad.read_text(encoding="utf-8"))] == []


def test_een_letter_weegt_hooguit_65_kilobyte() -> None:
    assert all(pad.stat().st_size <= 65_000 for pad in STATISCH.rglob("*.woff2"))


@pytest.mark.asvs("14.2.3")
@pytest.mark.asvs("3.6.1")
@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.name)
def test_een_blad_vraagt_niets_aan_een_ander(blad: Path) -> None:
    adressen = re.findall(r"url\(\"?([^)\"]+)", blad.read_text(encoding="utf-8"))

    assert [adres for adres in adressen if not (blad.parent / adres).is_file()] == []


@pytest.mark.parametrize("blad", BLADEN, ids=lambda blad: blad.name)
def test_een_blad_noemt_alleen_bekende_tekens(blad: Path) -> None:
    bekend = set(re.findall(r"(--vg-[a-z0-9-]+):", (BLADEN[0].parent / "tokens.css").read_text()))

    assert set(re.findall(r"var\((--vg-[a-z0-9-]+)", blad.read_text())) <= bekend
