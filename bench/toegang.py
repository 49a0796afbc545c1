# SPDX-License-Identifier: EUPL-1.2
"""What the policies cost: the key queries as the application role with an asker, and as owner.

    python -m bench.toegang [--zaken 500000] [--keer 60] [--rondes 5]

Told in processor time of the backend, as the kernel counts it, so time spent waiting doesn't count;
a processor that others slow down does, by up to twice on a rented machine, for minutes on end. With
and without take turns therefore, so that both get the same processor, and of some rounds the one is
told in which both together cost least: what others slow down only adds. With the policies counts
what every transaction pays, the opening statement too.
"""

import argparse
import os
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

import django
import psycopg

from bench.register import ZAKEN, vul
from tests.databank import cluster, kloon, pytest_unconfigure, verbonden_met
from tests.toegang.proefbank import als_app, zitting
from vangnet.kern.databank.cluster import BEHEERDER

# The target of the issue: at most ten in a hundred, or two milliseconds.
DEEL, MS = 1.10, 2.0
ALS = {"amira": "procesregisseur", "bram": "ketenpartner"}


class Meting(NamedTuple):
    """One key query: milliseconds at the 95th percentile, with the policies and without."""

    vrager: str
    naam: str
    met: float
    zonder: float

    @property
    def haalt(self) -> bool:
        """Whether it stays within the target."""
        return self.met <= max(self.zonder * DEEL, self.zonder + MS)


def processortijd(proces: int) -> float:
    """Milliseconds that a process has run."""
    return int(Path(f"/proc/{proces}/schedstat").read_text(encoding="ascii").split()[0]) / 1e6


def p95(tijden: Sequence[float]) -> float:
    """The 95th percentile."""
    return sorted(tijden)[int(len(tijden) * 0.95)]


def om_beurten(
    een: Callable[[], Any], proces: int, ander: Callable[[], Any], ander_proces: int, keer: int
) -> tuple[float, float]:
    """The p95 of two acts that take turns, each in its own process, after five to warm up."""
    tijden: list[tuple[float, float]] = []
    for _ in range(keer + 5):
        begin, ander_begin = processortijd(proces), processortijd(ander_proces)
        een()
        ander()
        tijden.append((processortijd(proces) - begin, processortijd(ander_proces) - ander_begin))
    return p95([een for een, _ in tijden[5:]]), p95([ander for _, ander in tijden[5:]])


def beste(rondes: Sequence[list[Meting]]) -> list[Meting]:
    """Of each key query the round in which both sides together cost least."""
    return [
        min(van_een, key=lambda een: een.met + een.zonder) for van_een in zip(*rondes, strict=True)
    ]


def meet(naam: str, eigenaar: psycopg.Connection, keer: int) -> list[Meting]:
    """One round: every key query of the filled database `naam`, both ways."""
    from bench.vragen import Vraag, vragen

    def _stel(verbinding: psycopg.Connection, vraag: Vraag) -> None:
        for tekst, waarden in vraag.opdrachten:
            verbinding.execute(tekst.encode(), waarden, prepare=True).fetchall()

    def _met(vraag: Vraag) -> None:
        # Committed, as a page is: at a rollback psycopg throws its prepared statements away.
        with zitting(app, ALS[vraag.vrager], terug=False):
            _stel(app, vraag)

    def _zonder(vraag: Vraag) -> None:
        with eigenaar.transaction():
            _stel(eigenaar, vraag)

    with verbonden_met(naam):
        alle = list(vragen())
    with als_app(naam) as app:
        mijn, zijn = app.info.backend_pid, eigenaar.info.backend_pid
        return [
            Meting(
                vraag.vrager,
                vraag.naam,
                *om_beurten(partial(_met, vraag), mijn, partial(_zonder, vraag), zijn, keer),
            )
            for vraag in alle
        ]


def main() -> None:
    """Fill a database of its own, measure, and print the table."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--zaken", type=int, default=ZAKEN)
    lezer.add_argument("--keer", type=int, default=60)
    lezer.add_argument("--rondes", type=int, default=5)
    keuze = lezer.parse_args()
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as eigenaar:
        vul(eigenaar, keuze.zaken)
        metingen = beste([meet(naam, eigenaar, keuze.keer) for _ in range(keuze.rondes)])
    print(
        f"{keuze.zaken:,} zaken; p95 van {keuze.keer} keer in ms processortijd, "
        f"de beste van {keuze.rondes} rondes"
    )
    print("| wie | vraag | met beleid | zonder | verschil | haalt |")
    print("|---|---|---|---|---|---|")
    for een in metingen:
        verschil = f"{een.met - een.zonder:+.2f} ms ({een.met / een.zonder - 1:+.0%})"
        regel = f"{een.met:.2f} | {een.zonder:.2f} | {verschil} | {'ja' if een.haalt else 'nee'}"
        print(f"| {een.vrager} | {een.naam} | {regel} |")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    try:
        main()
    finally:
        pytest_unconfigure()
