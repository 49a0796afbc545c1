# SPDX-License-Identifier: EUPL-1.2
"""The conversation with the virus scanner, over a real socket."""

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests.documenten.clamd import EICAR, clamd
from vangnet.documenten.clamd import ScannerWeg, scan
from vangnet.documenten.regels import Scan


@pytest.fixture
def socketpad() -> Iterator[Path]:
    # Not tmp_path: the name of a unix socket has to be short.
    with TemporaryDirectory() as map_:
        yield Path(map_) / "clamd"


@pytest.mark.asvs("5.4.3")
def test_een_gewoon_bestand_is_schoon_en_komt_heel_aan(socketpad: Path) -> None:
    with clamd(socketpad) as gezien:
        assert scan(f"unix:{socketpad}", [b"een ", b"gewone ", b"tekst"]) is Scan.SCHOON

    assert gezien == [b"een gewone tekst"]


@pytest.mark.asvs("5.4.3")
def test_een_virus_wordt_gevonden_ook_over_twee_stukken(socketpad: Path) -> None:
    with clamd(socketpad):
        assert scan(f"unix:{socketpad}", [EICAR[:20], EICAR[20:]]) is Scan.BESMET


def test_wat_de_scanner_niet_kan_beoordelen_is_niet_schoon(socketpad: Path) -> None:
    with clamd(socketpad, hoogstens=3):
        assert scan(f"unix:{socketpad}", [b"tekst"]) is Scan.KON_NIET


@pytest.mark.parametrize("antwoord", ["OK", "stream: OK maar anders", "", "HTTP/1.1 200 OK"])
def test_een_ander_antwoord_telt_als_geen_scanner(socketpad: Path, antwoord: str) -> None:
    with clamd(socketpad, antwoord=antwoord or " "), pytest.raises(ScannerWeg):
        scan(f"unix:{socketpad}", [b"tekst"])


@pytest.mark.parametrize("adres", ["unix:/bestaat/niet", "127.0.0.1:1", "127.0.0.1:geen-poort"])
def test_zonder_scanner_is_er_geen_oordeel(adres: str) -> None:
    with pytest.raises(ScannerWeg):
        scan(adres, [b"tekst"])
