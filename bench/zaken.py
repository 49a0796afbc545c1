# SPDX-License-Identifier: EUPL-1.2
"""What a request of the casework costs: the page of a casus, lists, Mijn werk, opening a casus.

    python -m bench.zaken [--zaken 10000 100000] [--keer 60]

Told in milliseconds of processor time a request, of Python (middleware and page, in this process,
without a web server around it) and of the database's backend, as the kernel counts both: waiting
for a busy machine doesn't count, though a busy machine makes a processor slower. Beside it the same
rows in plain SQL of the administrator, measured in turn with the request. ANKERS are those of Open
Zaak on the machine on which they were measured once: compare by factor, not by millisecond.
"""

import argparse
import math
import os
import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

import django
import psycopg
from django.conf import settings

from bench.toegang import processortijd
from bench.zaakrijen import AANTAL_REGELS, LIJST, LIJST_VAN_PARTNER, RUW, Rijen, zet_rijen
from tests.databank import cluster, kloon, pytest_unconfigure, verbonden_met
from vangnet.kern.databank.cluster import BEHEERDER

# Processor milliseconds of Open Zaak at 100,000 zaken: Python, with the database where measured.
ANKERS = {
    "zaken, eerste bladzijde": 160,
    "zaken van een gemeente": 137,
    "zaken van een jaar": 155,
    "zaken, negen tiende diep": 150,
    "tijdlijn van een zaak": 43,
    "een zaak openen": 33,
}


class Meting(NamedTuple):
    """One kind of request: medians of processor time, and of the request the 95th percentile."""

    naam: str
    python: float
    databank: float
    p95: float
    ruw: float

    @property
    def samen(self) -> float:
        """Of Python and the database."""
        return self.python + self.databank


def _deel(tijden: Sequence[float], deel: float) -> float:
    return sorted(tijden)[int(len(tijden) * deel)]


def meet(
    naam: str, vraag: Callable[[], object], ruw: Callable[[], object], processen: tuple[int, int]
) -> Callable[[int], Meting]:
    """The measuring of one request in turn with its plain SQL; processen: of which backends."""
    app, beheer = processen

    def zoveel(keer: int) -> Meting:
        python, databank, plat = [], [], []
        for beurt in range(keer + 5):
            begin, db, kaal = time.process_time(), processortijd(app), processortijd(beheer)
            vraag()
            eind = time.process_time()
            ruw()
            if beurt >= 5:
                python.append((eind - begin) * 1000)
                databank.append(processortijd(app) - db)
                plat.append(processortijd(beheer) - kaal)
        samen = [een + ander for een, ander in zip(python, databank, strict=True)]
        return Meting(
            naam,
            _deel(python, 0.5),
            _deel(databank, 0.5),
            _deel(samen, 0.95),
            _deel(plat, 0.5),
        )

    return zoveel


def _ronde(databank: str, beheer: psycopg.Connection, zaken: int, keer: int) -> list[Meting]:
    """All kinds of requests in a register of so many casussen."""
    from django.db import connection
    from django.test import Client

    from config.gunicorn import when_ready
    from tests.binnen import log_in

    rijen = zet_rijen(beheer, zaken, keer)
    with verbonden_met(databank):
        client = log_in(Client(), "amira")
        connection.ensure_connection()
        processen = (connection.connection.info.backend_pid, beheer.info.backend_pid)
        doen = {naam: partial(_haal, client, pad) for naam, pad in rijen.paden.items()}
        partner = log_in(Client(), "bram")
        doen[LIJST_VAN_PARTNER] = partial(_haal, partner, rijen.paden[LIJST])
        doen["een zaak openen"] = partial(_open, client, rijen)
        when_ready(None)
        return [
            meet(naam, doe, partial(_kaal, beheer, naam, rijen), processen)(keer)
            for naam, doe in doen.items()
        ]


def _haal(client: Any, pad: str) -> None:
    antwoord = client.get(pad)
    if antwoord.status_code != 200:
        raise RuntimeError(f"{pad}: {antwoord.status_code}")


def _open(client: Any, rijen: Rijen) -> None:
    """Decide on the next aanmelding: a casus opens, with its regisseur and its person."""
    pad, velden = rijen.besluiten.pop()
    antwoord = client.post(pad, velden)
    if antwoord.status_code != 302:
        raise RuntimeError(f"{pad}: {antwoord.status_code}")


def _kaal(beheer: psycopg.Connection, naam: str, rijen: Rijen) -> None:
    for tekst in RUW[naam]:
        uit = beheer.execute(tekst.encode(), rijen.waarden, prepare=True)
        if uit.description:
            uit.fetchall()


def _partner(metingen: Sequence[Meting]) -> float:
    """How many times as much the list costs for who sees only what is shared (P7)."""
    samen = {een.naam: een.samen for een in metingen}
    return samen[LIJST_VAN_PARTNER] / samen[LIJST]


def groei(klein: float, groot: float, factor: float) -> float:
    """The exponent with which a time grows."""
    return math.log(groot / klein) / math.log(factor)


def _druk_af(per_omvang: dict[int, list[Meting]]) -> None:
    omvangen = list(per_omvang)
    for zaken in omvangen:
        print(f"\n{zaken:,} zaken, tijdlijn van {AANTAL_REGELS}; ms processortijd, mediaan\n")
        print("| verzoek | Python | databank | samen | p95/p50 | kale SQL | factor | anker |")
        print("|---|---|---|---|---|---|---|---|")
        for een in per_omvang[zaken]:
            anker = ANKERS.get(een.naam)
            keer = f"{anker} ms, {anker / een.samen:.1f} keer" if anker else "–"
            print(
                f"| {een.naam} | {een.python:.1f} | {een.databank:.1f} | {een.samen:.1f} "
                f"| {een.p95 / een.samen:.2f} | {een.ruw:.2f} | {een.databank / een.ruw:.1f} "
                f"| {keer} |"
            )
        print(f"\npartner tegenover huis, dezelfde lijst: {_partner(per_omvang[zaken]):.2f}")
    if len(omvangen) > 1:
        klein, groot = omvangen[0], omvangen[-1]
        print(f"\ngroei van {klein:,} naar {groot:,}, als macht")
        for een, ander in zip(per_omvang[klein], per_omvang[groot], strict=True):
            print(f"{een.naam}: {groei(een.samen, ander.samen, groot / klein):.2f}")


def main() -> None:
    """Fill a database of each size, measure, and print the tables."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--zaken", type=int, nargs="+", default=[10_000, 100_000])
    lezer.add_argument("--keer", type=int, default=60)
    keuze = lezer.parse_args()
    per_omvang = {}
    for zaken in keuze.zaken:
        with kloon() as naam, cluster().verbind(BEHEERDER, naam) as beheer:
            per_omvang[zaken] = _ronde(naam, beheer, zaken, keuze.keer)
    print(f"load {os.getloadavg()[0]:.1f} op {os.cpu_count()} processoren, {keuze.keer} keer")
    _druk_af(per_omvang)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    try:
        main()
    finally:
        pytest_unconfigure()
