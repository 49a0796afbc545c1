# SPDX-License-Identifier: EUPL-1.2
"""How long looking somebody up takes in a house of 20,000 persons.

    python -m bench.bekenden [--personen 20000] [--keer 60]

Told in milliseconds on the clock, as somebody who types waits for it, and in processor time of the
backend. The goal of "Bedoel je …?" is 100 ms, that of what comes under the search box 150 ms; of
the latter all of the search is measured, with acts, kenmerken and organisations. Everybody stands
in an open casus, which the house sees.
"""

import argparse
import os
import time
from collections.abc import Callable
from datetime import date
from functools import partial
from itertools import product
from typing import TYPE_CHECKING

import django
import psycopg

from bench.register import vul
from bench.toegang import processortijd
from tests.bezetting import id_van
from tests.databank import cluster, kloon, pytest_unconfigure, verbonden_met
from vangnet.kern.databank.cluster import BEHEERDER

if TYPE_CHECKING:
    from vangnet.toegang.kijker import Kijker

# Made-up names of usual lengths, so that many look somewhat alike.
_NAMEN = """
    UPDATE personen_persoon SET dicht = false,
        geboortedatum = date '1950-01-01' + (random() * 20000)::int,
        tussenvoegsel = CASE WHEN random() < 0.2 THEN 'van der' END,
        achternaam = (%(begin)s::text[])[1 + floor(random() * 10)]
            || (%(einde)s::text[])[1 + floor(random() * 8)]
            || (ARRAY['', '-Smit', '-Visser', 'sen'])[1 + floor(random() * 4)]
"""
_DELEN = {
    "begin": ["Jans", "Boer", "Vis", "Mulder", "Bakker", "Proef", "Wiers", "Hoek", "Dijk", "Veld"],
    "einde": ["en", "stra", "sma", "ema", "man", "hof", "huis", "brink"],
}
_OPEN = ("casus_casus", "casus_betrokkenheid")


def _vul(naam: str, personen: int) -> None:
    with cluster().verbind(BEHEERDER, naam) as eigenaar:
        vul(eigenaar, personen)
        eigenaar.execute("SET session_replication_role = replica")
        eigenaar.execute(_NAMEN, _DELEN)
        for tabel in _OPEN:
            eigenaar.execute(f"UPDATE {tabel} SET dicht = false".encode())  # noqa: S608 - own word
        eigenaar.commit()
        eigenaar.autocommit = True
        eigenaar.execute("VACUUM ANALYZE")


def _wegen() -> "dict[str, Callable[[Kijker], object]]":
    """What somebody types, and what is asked for it."""
    from vangnet.casus.bekenden import Gezocht, bekenden
    from vangnet.web.zaken.vinden import vind

    gezocht = Gezocht("Proefstra", "Voornaam12", date(1980, 5, 5))
    return {
        "bedoel je": lambda wie: bekenden(gezocht, wie=wie),
        **{
            f"zoekvak '{tekst}'": partial(lambda tekst, wie: vind(tekst, wie=wie, kort=True), tekst)
            for tekst in ("pr", "proef", "prefstra", "bakekr", "5-5-80", "999900006")
        },
    }


def meet(
    naam: str, wie: str, keer: int, weg: "Callable[[Kijker], object]"
) -> tuple[list[float], list[float]]:
    """Milliseconds on the clock and of the processor, each sorted, after five times to warm up."""
    from django.db import connection

    from vangnet.toegang.kijker import kijker_van
    from vangnet.toegang.vrager import Vrager, als

    klok, processor = [], []
    with verbonden_met(naam):
        connection.ensure_connection()
        verbinding: psycopg.Connection = connection.connection
        for _ in range(keer + 5):
            with als(Vrager(id_van(wie))):
                kijker = kijker_van(Vrager(id_van(wie)))
                begin, werk = time.perf_counter(), processortijd(verbinding.info.backend_pid)
                weg(kijker)
                klok.append((time.perf_counter() - begin) * 1000)
                processor.append(processortijd(verbinding.info.backend_pid) - werk)
    return sorted(klok[5:]), sorted(processor[5:])


def main() -> None:
    """Fill a database of its own, measure and print."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--personen", type=int, default=20_000)
    lezer.add_argument("--keer", type=int, default=60)
    keuze = lezer.parse_args()
    with kloon() as naam:
        _vul(naam, keuze.personen)
        plaats = int(keuze.keer * 0.95)
        for (wat, weg), wie in product(_wegen().items(), ("amira", "bram")):
            klok, processor = meet(naam, wie, keuze.keer, weg)
            print(
                f"{wat}, {wie}, {keuze.personen:,} personen: p50 {klok[keuze.keer // 2]:.1f} ms, "
                f"p95 {klok[plaats]:.1f} ms; processor p95 {processor[plaats]:.1f} ms"
            )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    try:
        main()
    finally:
        pytest_unconfigure()
