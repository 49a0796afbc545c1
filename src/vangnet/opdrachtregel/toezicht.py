# SPDX-License-Identifier: EUPL-1.2
"""Watch over web and worker: start them, start them again when they die, stop them cleanly."""

import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field
from types import FrameType

from config import settings
from vangnet.kern.databank.lanceren import herstart_na_uitval
from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.huis import databank_aan, in_het_huis
from vangnet.opdrachtregel.opdracht import Nodig

_PR_SET_PDEATHSIG = 1
_POORTEN = 50
_RONDE = 1.0


@dataclass
class Kind:
    """A process that is kept running."""

    naam: str
    opdracht: Sequence[str]
    doorgeven: Sequence[int] = ()
    proces: subprocess.Popen[bytes] | None = None
    starts: list[float] = field(default_factory=list)

    def start(self) -> None:
        """Start it in a session of its own: Ctrl-C reaches the watcher only."""
        self.starts.append(time.monotonic())
        self.proces = subprocess.Popen(  # noqa: S603 - own program, fixed words
            self.opdracht,
            pass_fds=self.doorgeven,
            start_new_session=True,
            preexec_fn=_sterf_met_ouder,  # noqa: PLW1509 - no thread runs in the watcher
        )

    def is_dood(self) -> bool:
        """Whether the process has ended."""
        return self.proces is None or self.proces.poll() is not None

    def herstart_te_vaak(self) -> bool:
        """Five starts within a minute: starting again will not help."""
        return len([moment for moment in self.starts if moment > time.monotonic() - 60]) >= 5

    def stop(self) -> None:
        """Ask it to stop, and end it when it doesn't within ten seconds."""
        if self.proces is None or self.is_dood():
            return
        self.proces.terminate()
        try:
            self.proces.wait(timeout=10)
        except subprocess.TimeoutExpired:
            self.proces.kill()
            self.proces.wait()


def _sterf_met_ouder() -> None:
    """Ask Linux to stop this child when the watcher is killed, so that no half product stays."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)


def draai_alles(*, demo: bool) -> None:
    """Run until Ctrl-C or SIGTERM; prints the address when the pages answer."""
    signal.signal(signal.SIGTERM, _als_ctrl_c)
    with ExitStack() as stapel:
        databank_aan(stapel)
        _huis_klaarmaken(demo=demo)
        ingang = stapel.enter_context(_vrije_poort(settings.POORT))
        kinderen = _kinderen(ingang)
        for kind in kinderen:
            stapel.callback(kind.stop)
            kind.start()
        with suppress(KeyboardInterrupt):
            _meld_adres(ingang.getsockname()[1], kinderen)
            _bewaak(kinderen)
        _zeg("Vangnet stopt …")
    _zeg("Vangnet is gestopt.")


def _als_ctrl_c(_signaal: int, _plek: FrameType | None) -> None:
    raise KeyboardInterrupt


def _huis_klaarmaken(*, demo: bool) -> None:
    """Schema up to date, demo in a new database, static files gathered."""
    with in_het_huis(Nodig.HUIS):
        from django.core.management import call_command

        from vangnet.opdrachtregel.demo import demo_is_begonnen, demo_vullen, huis_is_leeg

        if huis_is_leeg() and (demo_is_begonnen() or (demo and not settings.DATABASE_URL)):
            _zeg("De demo-provincie wordt gemaakt …")
            for regel in demo_vullen():
                _zeg(regel)
        call_command("collectstatic", interactive=False, verbosity=0)


def _vrije_poort(voorkeur: int) -> socket.socket:
    """A listening socket on loopback; bound here and handed down, so nobody can slip in between."""
    for poort in range(voorkeur, voorkeur + _POORTEN):
        ingang = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # Without this a port that was just left stays taken for a minute.
        ingang.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ingang.bind(("127.0.0.1", poort))
        except OSError:
            ingang.close()
            continue
        ingang.listen(512)
        return ingang
    raise OmgevingFout(
        f"De poorten {voorkeur} tot en met {voorkeur + _POORTEN - 1} zijn bezet. "
        "Kies een andere met VANGNET_POORT."
    )


def _kinderen(ingang: socket.socket) -> list[Kind]:
    fd = ingang.fileno()
    web = [
        *[sys.executable, "-m", "gunicorn", "config.wsgi", "--workers", "2"],
        *["--bind", f"fd://{fd}", "--log-level", "warning", "--graceful-timeout", "5"],
        *["--worker-tmp-dir", "/dev/shm" if os.path.isdir("/dev/shm") else "/tmp"],  # noqa: S108
    ]
    return [
        Kind("web", web, doorgeven=[fd]),
        Kind("taken", [sys.executable, "-m", "vangnet", "werker"]),
    ]


def _meld_adres(poort: int, kinderen: Sequence[Kind]) -> None:
    adres = f"http://127.0.0.1:{poort}"
    for _ in range(120):
        if any(kind.is_dood() for kind in kinderen):
            _herstart(kinderen)
        with suppress(urllib.error.URLError, ConnectionError, TimeoutError):
            urllib.request.urlopen(f"{adres}/gereed", timeout=5).close()  # noqa: S310 - loopback
            _zeg(f"Vangnet draait op {adres}\nStoppen: Ctrl-C")
            return
        time.sleep(0.25)
    raise OmgevingFout("De webpagina's antwoorden niet. Kijk naar de regels hierboven.")


def _bewaak(kinderen: Sequence[Kind]) -> None:
    while True:
        time.sleep(_RONDE)
        if not settings.DATABASE_URL:
            herstart_na_uitval(settings.VANGNET_DATA, settings.ROLLEN)
        _herstart(kinderen)


def _herstart(kinderen: Sequence[Kind]) -> None:
    for kind in kinderen:
        if not kind.is_dood():
            continue
        if kind.herstart_te_vaak():
            raise OmgevingFout(f"'{kind.naam}' stopt steeds opnieuw. Kijk naar de regels hierboven.")
        kind.start()


def _zeg(tekst: str) -> None:
    sys.stdout.write(f"{tekst}\n")
    sys.stdout.flush()


