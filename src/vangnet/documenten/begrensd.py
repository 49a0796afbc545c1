# SPDX-License-Identifier: EUPL-1.2
"""Run a script of ours in a process that may do almost nothing, and wait for its answer."""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from enum import Enum, auto

# So long somebody waits for a place.
_WACHTEN = 3
# So many at once in one process of the web server; who comes next waits.
_PLAATS = threading.BoundedSemaphore(2)


class Waarom(Enum):
    """Why there is no answer."""

    DRUK = auto()
    TE_LANG = auto()
    STUK = auto()


class GeenAntwoord(Exception):
    """The process gave nothing; waarom: too many at once, too slow, or it broke."""

    def __init__(self, waarom: Waarom) -> None:
        super().__init__(waarom.name)
        self.waarom = waarom


def draai(opdracht: Sequence[str], inhoud: bytes, *, seconden: int) -> bytes:
    """What python writes for `opdracht` with `inhoud` on stdin. Raises GeenAntwoord.

    Everything goes in and out by pipes: nothing readable on a disk.
    """
    if not _PLAATS.acquire(timeout=_WACHTEN):
        raise GeenAntwoord(Waarom.DRUK)
    try:
        klaar = subprocess.run(  # noqa: S603 - our own script, with words and numbers of ours
            [sys.executable, "-I", *opdracht],
            input=inhoud,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=seconden,
            env={"LC_ALL": "C.UTF-8"},
            cwd=os.sep,
            check=False,
        )
    except subprocess.TimeoutExpired as fout:
        raise GeenAntwoord(Waarom.TE_LANG) from fout
    finally:
        _PLAATS.release()
    if klaar.returncode != 0:
        raise GeenAntwoord(Waarom.STUK)
    return klaar.stdout
