# SPDX-License-Identifier: EUPL-1.2
"""Waiting until somebody waits, for tests of two acts at the same time."""

import time
from collections.abc import Callable

from tests.databank import cluster
from vangnet.kern.databank.cluster import BEHEERDER

_VRAAG = b"SELECT count(*) FROM pg_stat_activity WHERE datname = %s AND wait_event_type = 'Lock'"


def tot_er_wachten(
    databank: str, aantal: int = 1, *, zolang: Callable[[], bool] = lambda: True
) -> None:
    """Return once `aantal` connections of `databank` wait for a lock, or `zolang` no longer holds.

    Raises AssertionError after twenty seconds.
    """
    einde = time.monotonic() + 20
    with cluster().verbind(BEHEERDER, databank) as beheer:
        while zolang():
            if beheer.execute(_VRAAG, [databank]).fetchone() == (aantal,):
                return
            assert time.monotonic() < einde, "Niemand wachtte op een ander."
            time.sleep(0.02)
