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
from vangnet.opdrachtregel.werker import _ruim_op, volgende_wacht

pytestmark = pytest.mark.traag
_SESSIES = "SELECT session_key FROM django_session"
_OPRUIMEN = "builtin:procrastinate.builtin_tasks.remove_old_jobs"


@pytest.fixture
def sessies(eigen_databank: str) -> str:
    """A database with a session that is over and one that runs, before there is a worker."""
    vraag(
        eigen_databank,
        "INSERT INTO django_session (session_key, session_data, expire_date) VALUES "
        "('voorbij', '', now() - interval '1 hour'), ('loopt', '', now() + interval '1 hour') "
        "RETURNING session_key",
    )
    return eigen_databank


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


def test_de_werker_ruimt_op_wat_van_een_verlopen_sessie_bleef(
    sessies: str, werker: "subprocess.Popen[bytes]"
) -> None:
    einde = time.monotonic() + 20
    over = vraag(sessies, _SESSIES)
    while len(over) > 1 and time.monotonic() < einde:
        time.sleep(0.1)
        over = vraag(sessies, _SESSIES)
    werker.send_signal(signal.SIGTERM)

    assert (over, werker.wait(timeout=15)) == ([("loopt",)], 0)


def test_een_stap_van_het_opruimen_die_mislukt_houdt_de_andere_niet_tegen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    gedaan: list[str] = []

    def mislukt() -> None:
        raise OSError

    monkeypatch.setattr("vangnet.taken.onderbroken.ruim_onderbroken_op", mislukt)
    monkeypatch.setattr(
        "vangnet.taken.onderbroken.ruim_bestanden_op", lambda: gedaan.append("bestanden")
    )
    monkeypatch.setattr(
        "vangnet.gebruikers.sessieopslag.ruim_verlopen_sessies_op", lambda: gedaan.append("sessies")
    )
    monkeypatch.setattr(
        "vangnet.opdrachtregel.werker.ruim_concepten_op", lambda: gedaan.append("concepten")
    )
    monkeypatch.setattr(
        "vangnet.opdrachtregel.werker.vernietig_aanmeldingen",
        lambda: gedaan.append("aanmeldingen"),
    )

    monkeypatch.setattr(
        "vangnet.opdrachtregel.werker.ruim_overlegmails_op", lambda: gedaan.append("overlegmails")
    )

    _ruim_op()

    assert gedaan == ["bestanden", "concepten", "aanmeldingen", "sessies", "overlegmails"]


def test_na_elke_ronde_die_mislukt_wacht_de_werker_langer_tot_een_kwartier() -> None:
    gewacht = [30.0]
    for _ in range(6):
        gewacht.append(volgende_wacht(gewacht[-1], 30.0, gelukt=False))

    assert gewacht == [30, 60, 120, 240, 480, 900, 900]
    assert volgende_wacht(900.0, 30.0, gelukt=True) == 30
