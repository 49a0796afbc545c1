# SPDX-License-Identifier: EUPL-1.2
"""One sentence about rows that hang on something, for tests/toegang/aanhang.py."""

from typing import NamedTuple


class Proef(NamedTuple):
    """Who sees or adds how many rows; klaar: what the owner does first; rol: of the database."""

    zin: str
    vrager: str
    vraag: str
    aantal: int
    klaar: str = ""
    rol: str = "app"
