# SPDX-License-Identifier: EUPL-1.2
"""The processes under bin/start: start them, see that they died, stop them all."""

import os
import subprocess
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from vangnet.kern.fouten import OmgevingFout
from vangnet.kern.processen import sterf_met_ouder

_STOPTIJD = 10
_VENSTER = 60
_STARTS_PER_VENSTER = 5


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
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            # Safe here: the watcher has no threads.
            preexec_fn=partial(sterf_met_ouder, os.getpid()),
        )

    def is_dood(self) -> bool:
        """Whether the process has ended."""
        return self.proces is None or self.proces.poll() is not None

    def start_te_vaak(self) -> bool:
        """Five starts within a minute: starting again will not help."""
        recent = [moment for moment in self.starts if moment > time.monotonic() - _VENSTER]
        return len(recent) >= _STARTS_PER_VENSTER


def herstart_wie_dood_is(kinderen: Sequence[Kind]) -> None:
    """Start again what ended. Raises OmgevingFout when that keeps happening."""
    for kind in kinderen:
        if not kind.is_dood():
            continue
        if kind.start_te_vaak():
            raise OmgevingFout(f"'{kind.naam}' stopt steeds. Kijk naar de regels hierboven.")
        kind.start()


def stop_alle(kinderen: Sequence[Kind]) -> None:
    """Ask all to stop, and end those that are still there after ten seconds."""
    levend = [kind.proces for kind in kinderen if kind.proces and not kind.is_dood()]
    for proces in levend:
        proces.terminate()
    einde = time.monotonic() + _STOPTIJD
    for proces in levend:
        try:
            proces.wait(timeout=max(0.1, einde - time.monotonic()))
        except subprocess.TimeoutExpired:
            proces.kill()
            proces.wait()
