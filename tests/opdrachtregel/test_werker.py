# SPDX-License-Identifier: EUPL-1.2
"""The worker as a process: it takes a job under the application role and stops when asked."""

import os
import signal
import subprocess
import sys
import time

import pytest
from procrastinate.contrib.django import app

from tests.databank import WORTEL, cluster
from tests.opdrachtregel.aanroep import vraag

pytestmark = pytest.mark.traag
_OPRUIMEN = "builtin:procrastinate.builtin_tasks.remove_old_jobs"


@pytest.fixture
def werker(eigen_databank: str) -> "subprocess.Popen[bytes]":
    """A worker on a database of its own."""
    eigen = {"VANGNET_DATABANK": eigen_databank, "VANGNET_SOCKET": str(cluster().plek.socket)}
    return subprocess.Popen(
        [sys.executable, "-m", "vangnet", "werker"], env=os.environ | eigen, cwd=WORTEL
    )


def wacht_op(databank: str, gezocht: str) -> str:
    """The status of the only job, when it is `gezocht` or after twenty seconds."""
    einde = time.monotonic() + 20
    while time.monotonic() < einde:
        ((stand,),) = vraag(databank, "SELECT status::text FROM procrastinate_jobs")
        if stand == gezocht:
            break
        time.sleep(0.1)
    return str(stand)


def test_een_taak_wordt_uitgevoerd_en_de_werker_stopt_netjes(
    eigen_databank: str, werker: "subprocess.Popen[bytes]"
) -> None:
    app.configure_task(name=_OPRUIMEN).defer(max_hours=1)

    stand = wacht_op(eigen_databank, "succeeded")
    werker.send_signal(signal.SIGTERM)

    assert (stand, werker.wait(timeout=15)) == ("succeeded", 0)
