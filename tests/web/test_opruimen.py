# SPDX-License-Identifier: EUPL-1.2
"""What the server does before its workers start, so that a page doesn't pay for it."""

import gc

from config.gunicorn import when_ready


def test_een_bladzijde_wacht_niet_telkens_op_het_opruimen() -> None:
    eerder = gc.get_threshold()
    try:
        when_ready(None)
        begin = gc.get_stats()[0]["collections"]
        kringen = [[een] for een in range(5_000)]
        keren = gc.get_stats()[0]["collections"] - begin
    finally:
        gc.set_threshold(*eerder)
        gc.unfreeze()
    assert len(kringen) == 5_000
    assert keren <= 1
