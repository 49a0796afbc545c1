# SPDX-License-Identifier: EUPL-1.2
"""Files that nobody but their owner reads, from their first byte on."""

import os
from pathlib import Path
from typing import BinaryIO, cast

ALLEEN_IK = 0o600


def nieuw_bestand(pad: Path) -> BinaryIO:
    """A new file at `pad`, open to write and read back.

    Raises FileExistsError when something stands there, a link too, and else what the disk raises.
    """
    greep = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_EXCL, ALLEEN_IK)
    return cast(BinaryIO, os.fdopen(greep, "w+b"))
