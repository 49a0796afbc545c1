# SPDX-License-Identifier: EUPL-1.2
"""Processes that belong together end together (Linux)."""

import ctypes
import os
import signal

_PR_SET_PDEATHSIG = 1


def sterf_met_ouder(ouder: int) -> None:
    """Ask Linux to stop this process when its parent `ouder` ends, also by kill -9."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
    if os.getppid() != ouder:
        # The parent was gone before we asked.
        os.kill(os.getpid(), signal.SIGTERM)
