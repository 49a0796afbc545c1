# SPDX-License-Identifier: EUPL-1.2
"""Run `bin/vangnet` in a process of its own, as somebody at a terminal does."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from config import settings as instellingen
from tests.databank import WORTEL, cluster
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.databank.lanceren import maak_databank, verwijder_databank
from vangnet.kern.databank.sleutelbestand import lees_of_maak

Uitkomst = subprocess.CompletedProcess[str]


def vangnet(*woorden: str, databank: str, invoer: str = "", **omgeving: str) -> Uitkomst:
    """Run a command on a database of the test server."""
    return draai("vangnet", *woorden, databank=databank, invoer=invoer, **omgeving)


def draai(module: str, *woorden: str, databank: str, invoer: str = "", **omgeving: str) -> Uitkomst:
    """Run a module of ours on a database of the test server."""
    eigen = {"VANGNET_DATABANK": databank, "VANGNET_SOCKET": str(cluster().plek.socket)}
    return subprocess.run(  # noqa: S603 - own program, fixed words
        [sys.executable, "-m", module, *woorden],
        env=os.environ | eigen | omgeving,
        cwd=WORTEL,
        input=invoer,
        capture_output=True,
        text=True,
    )


def vreemde_sleutels(map_: Path) -> dict[str, str]:
    """A key file of another house, as a setting."""
    pad = map_ / "vreemd.json"
    lees_of_maak(pad, mag_nieuw=True)
    return {"VANGNET_SLEUTELBESTAND": str(pad)}


@contextmanager
def lege_databank() -> Iterator[str]:
    """A database with grants and without tables; gone at the end of the block."""
    naam = f"proef_{uuid4().hex[:12]}"
    maak_databank(cluster(), instellingen.ROLLEN, naam)
    try:
        yield naam
    finally:
        verwijder_databank(cluster(), naam)


def vraag(databank: str, sql: str) -> list[tuple[object, ...]]:
    """Rows of a query as the administrator of the server, for whom no policy counts."""
    with cluster().verbind(BEHEERDER, databank) as verbinding:
        return [tuple(rij) for rij in verbinding.execute(sql).fetchall()]
