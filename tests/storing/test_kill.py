# SPDX-License-Identifier: EUPL-1.2
"""bin/start as somebody runs it: whatever is killed comes back, and Ctrl-C leaves nothing."""

import http.client
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.databank import WORTEL
from vangnet.kern.databank.plek import bepaal_plek

pytestmark = pytest.mark.alles
_GEDULD = 90
# A first start makes the house, table by table.
_EERSTE_KEER = 600


def vrije_poort() -> int:
    with socket.socket() as proef:
        proef.bind(("127.0.0.1", 0))
        return int(proef.getsockname()[1])


def wacht_tot(voorwaarde: Callable[[], bool], geduld: float = _GEDULD) -> bool:
    """Whether `voorwaarde` comes true within our patience, in seconds."""
    einde = time.monotonic() + geduld
    while time.monotonic() < einde:
        if voorwaarde():
            return True
        time.sleep(0.2)
    return False


def kinderen(pid: int) -> list[int]:
    """Process ids of the children of `pid`."""
    tekst = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="utf-8")
    return [int(kind) for kind in tekst.split()]


def leeft(pid: int) -> bool:
    """Whether the process runs; one that ended and waits for its parent doesn't."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").split(") ")[1][0] != "Z"
    except FileNotFoundError:
        return False


def kind_met(pid: int, woord: bytes) -> list[int]:
    """The children of `pid` that were started with `woord`."""
    return [k for k in kinderen(pid) if woord in Path(f"/proc/{k}/cmdline").read_bytes()]


class Start:
    """One bin/start on a data folder of its own, without the demo."""

    def __init__(self, data: Path) -> None:
        self.data, self.poort, self.uit = data, vrije_poort(), data.with_name("uitvoer")
        self._start()

    def _start(self) -> None:
        schoon = {naam: w for naam, w in os.environ.items() if not naam.startswith("VANGNET_")}
        eigen = {"VANGNET_DATA": str(self.data), "VANGNET_POORT": str(self.poort)}
        with self.uit.open("w") as uitvoer:
            self.proces = subprocess.Popen(
                [sys.executable, "-m", "vangnet", "start", "--leeg"],
                env=schoon | eigen,
                cwd=WORTEL,
                stdout=uitvoer,
            )

    def opnieuw(self) -> None:
        """Start again after the watcher was killed."""
        self.proces.wait()
        self._start()

    def status(self, pad: str = "/gereed") -> int:
        """HTTP status; 0 when nobody answers."""
        verbinding = http.client.HTTPConnection("127.0.0.1", self.poort, timeout=5)
        try:
            verbinding.request("GET", pad)
            return verbinding.getresponse().status
        except (OSError, http.client.HTTPException):
            return 0
        finally:
            verbinding.close()

    def is_klaar(self, geduld: float = _GEDULD) -> bool:
        """Whether pages come, with what they need of the database."""
        return wacht_tot(lambda: self.status() == 200 and self.status("/inloggen") == 200, geduld)

    def postmaster(self) -> int:
        """Process id of the database server."""
        regels = (bepaal_plek(self.data).cluster / "postmaster.pid").read_text(encoding="utf-8")
        return int(regels.splitlines()[0])


@pytest.fixture(scope="module")
def start(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    loopt = Start(tmp_path_factory.mktemp("start") / "data")
    loopt.is_klaar(_EERSTE_KEER)
    yield loopt
    loopt.proces.send_signal(signal.SIGTERM)
    loopt.proces.wait(timeout=60)
    shutil.rmtree(bepaal_plek(loopt.data).cluster.parent, ignore_errors=True)


def doelen(start: Start) -> dict[str, int]:
    """What can be killed, by name."""
    (web,) = kind_met(start.proces.pid, b"gunicorn")
    (werker,) = kind_met(start.proces.pid, b"werker")
    return {
        "web": web,
        "webwerker": kinderen(web)[0],
        "werker": werker,
        "databank": start.postmaster(),
        "databankproces": kinderen(start.postmaster())[-1],
    }


@pytest.mark.parametrize("wat", ["webwerker", "web", "werker", "databankproces", "databank"])
def test_wat_met_kill_9_stopt_komt_vanzelf_terug(wat: str, start: Start) -> None:
    assert start.is_klaar()
    os.kill(doelen(start)[wat], signal.SIGKILL)
    time.sleep(1)

    assert start.is_klaar()
    assert wacht_tot(lambda: len(kind_met(start.proces.pid, b"werker")) == 1)


def test_na_kill_9_van_het_toezicht_stopt_de_rest_en_werkt_de_volgende_start(start: Start) -> None:
    assert start.is_klaar()
    over = kinderen(start.proces.pid)
    start.proces.kill()

    assert wacht_tot(lambda: not any(leeft(pid) for pid in over))
    start.opnieuw()
    assert start.is_klaar()


def test_ctrl_c_laat_niets_achter(start: Start) -> None:
    assert start.is_klaar()
    # Pages may come a moment before that is said.
    assert wacht_tot(lambda: "Stoppen: Ctrl-C" in start.uit.read_text(encoding="utf-8"))
    alles = [*doelen(start).values()]
    start.proces.send_signal(signal.SIGINT)

    assert start.proces.wait(timeout=60) == 0
    assert start.uit.read_text(encoding="utf-8").splitlines() == [
        f"Vangnet draait op http://127.0.0.1:{start.poort}",
        "Er zijn nog geen accounts. Maak er een: bin/vangnet gebruiker toevoegen --help",
        "Stoppen: Ctrl-C",
        "Vangnet stopt …",
        "Vangnet is gestopt.",
    ]
    assert wacht_tot(lambda: not any(leeft(pid) for pid in alles))
    assert not bepaal_plek(start.data).socket.exists()
    start.opnieuw()
