# SPDX-License-Identifier: EUPL-1.2
"""Keys for rows that come in, in bulk and in order."""

import secrets
import time
from itertools import count

_CIJFERS = 15
_SLAGEN = count()


def nieuwe_ids(aantal: int) -> list[str]:
    """`aantal` (at most 16,384) rising UUIDs of version 7, as 32 hex digits.

    Rising keys keep the indexes of a million new rows together; 60 random bits keep them
    unguessable.
    """
    moment = time.time_ns() // 1_000_000 + next(_SLAGEN)
    staart = secrets.token_hex(aantal * _CIJFERS // 2 + 1)
    return [
        f"{moment:012x}7{nummer >> 2:03x}8{staart[plek : plek + _CIJFERS]}"
        for nummer, plek in zip(range(aantal), range(0, len(staart), _CIJFERS), strict=False)
    ]
