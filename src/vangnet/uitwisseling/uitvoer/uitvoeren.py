# SPDX-License-Identifier: EUPL-1.2
"""Write a package beside its place and put it there when all is done, or leave nothing."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vangnet.kern.fouten import VangnetFout
from vangnet.uitwisseling.formaat import ALLE
from vangnet.uitwisseling.uitvoer.bladzijden import Bladzijden
from vangnet.uitwisseling.uitvoer.schrijvers import Schrijver, schrijver_voor


@contextmanager
def klaarzetten(pad: Path) -> Iterator[Path]:
    """A place to write, moved to `pad` when the block ends well and removed when it does not.

    Raises VangnetFout when `pad` exists or its folder does not. When something else came to stand
    there meanwhile, what is ready stays beside it: its order may be used already.
    """
    if pad.exists() or pad.is_symlink():
        raise VangnetFout(f"{pad} bestaat al. Kies een andere naam.")
    if not pad.absolute().parent.is_dir():
        raise VangnetFout(f"De map {pad.absolute().parent} bestaat niet.")
    werkmap = Path(tempfile.mkdtemp(prefix=".vangnet-", dir=pad.absolute().parent))
    klaar = werkmap / pad.name
    try:
        yield klaar
    except BaseException:
        shutil.rmtree(werkmap, ignore_errors=True)
        raise
    if pad.exists() or pad.is_symlink():
        raise VangnetFout(f"Op {pad} staat intussen iets anders. Wat klaar is, staat in {klaar}.")
    klaar.rename(pad)
    werkmap.rmdir()


def schrijf_pakket(
    plek: Path, bladzijden: Bladzijden, voortgang: Callable[[str, int], None]
) -> dict[str, int]:
    """Write every file of the format at `plek`; returns the numbers of rows by file."""
    with schrijver_voor(plek.name)(plek) as schrijver:
        return schrijf_bestanden(schrijver, bladzijden, voortgang)


def schrijf_bestanden(
    schrijver: Schrijver, bladzijden: Bladzijden, voortgang: Callable[[str, int], None]
) -> dict[str, int]:
    """Write every file of `bladzijden`; returns the numbers of rows by file."""
    aantallen: dict[str, int] = {}
    for naam, bladen in bladzijden.items():
        aantallen[naam] = 0
        with schrijver.bestand(ALLE[naam]) as schrijf:
            for rijen in bladen:
                schrijf(rijen)
                aantallen[naam] += len(rijen)
                voortgang(f"{naam} schrijven", aantallen[naam])
    return aantallen
