# SPDX-License-Identifier: EUPL-1.2
"""The real clamd, as apt brings it, with one signature of our own: what our double imitates."""

import hashlib
import shutil
import subprocess
import time
from collections.abc import Iterator

import pytest

from tests.documenten.clamd import EICAR
from vangnet.documenten.clamd import ScannerWeg, scan
from vangnet.documenten.regels import DEEL, HOOGSTENS_PER_BESTAND, Scan

pytestmark = pytest.mark.alles
# As docs/beheer says to set it: the largest file that is taken in fits.
_INSTELLING = """
LocalSocket {map}/clamd.sock
DatabaseDirectory {map}/lijst
Foreground yes
StreamMaxLength 25M
"""


@pytest.fixture(scope="module")
def echte_clamd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a clamd of our own, that knows EICAR alone; it asks nothing of a network."""
    programma = shutil.which("clamd", path="/usr/sbin:/usr/local/sbin:/usr/bin")
    assert programma, "Installeer clamav-daemon (apt-get install clamav-daemon)."
    map_ = tmp_path_factory.mktemp("clamd")
    (map_ / "lijst").mkdir()
    vingerafdruk = hashlib.md5(EICAR, usedforsecurity=False).hexdigest()
    (map_ / "lijst" / "proef.hdb").write_text(f"{vingerafdruk}:{len(EICAR)}:Eicar-Proef\n")
    (map_ / "clamd.conf").write_text(_INSTELLING.format(map=map_))
    proces = subprocess.Popen(  # noqa: S603 - the program that apt installed
        [programma, "--config-file", str(map_ / "clamd.conf")], stdout=subprocess.DEVNULL
    )
    try:
        _wacht_op(adres := f"unix:{map_}/clamd.sock")
        yield adres
    finally:
        proces.terminate()
        proces.wait(30)


def _wacht_op(adres: str) -> None:
    for _ in range(120):
        try:
            scan(adres, [b"niets"])
        except ScannerWeg:
            time.sleep(0.5)
        else:
            return
    pytest.fail("clamd antwoordt niet binnen een minuut")


def test_de_echte_scanner_vindt_eicar_en_laat_een_brief_door(echte_clamd: str) -> None:
    assert scan(echte_clamd, [EICAR]) is Scan.BESMET
    assert scan(echte_clamd, [EICAR[:30], EICAR[30:]]) is Scan.BESMET
    assert scan(echte_clamd, [b"De huur is betaald."]) is Scan.SCHOON


def test_de_echte_scanner_leest_het_grootste_bestand_dat_we_aannemen(echte_clamd: str) -> None:
    delen = HOOGSTENS_PER_BESTAND // DEEL

    assert scan(echte_clamd, (bytes(DEEL) for _ in range(delen))) is Scan.SCHOON


def test_van_wat_te_groot_is_zegt_de_echte_scanner_dat_het_niet_kon(echte_clamd: str) -> None:
    """It hangs up halfway: that is no scanner that is away, for which a file waits for ever."""
    assert scan(echte_clamd, (bytes(DEEL) for _ in range(40))) is Scan.KON_NIET
