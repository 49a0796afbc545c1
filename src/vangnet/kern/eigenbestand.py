# SPDX-License-Identifier: EUPL-1.2
"""Files that nobody but their owner reads, from their first byte on."""

import os
from pathlib import Path
from typing import BinaryIO, cast

from vangnet.kern.fouten import OmgevingFout

ALLEEN_IK = 0o600
_ANDEREN = 0o077


def nieuw_bestand(pad: Path) -> BinaryIO:
    """A new file at `pad`, open to write and read back.

    Raises FileExistsError when something stands there, a link too, and else what the disk raises.
    """
    greep = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_EXCL, ALLEEN_IK)
    return cast(BinaryIO, os.fdopen(greep, "w+b"))


def eis_alleen_van_mij(pad: Path, stand: os.stat_result) -> None:
    """Raise OmgevingFout when others than its owner may reach the key file at `pad`."""
    if stand.st_mode & _ANDEREN:
        raise OmgevingFout(
            f"Het sleutelbestand {pad} is leesbaar voor anderen. Voer uit: chmod 600 {pad}"
        )
