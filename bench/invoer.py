# SPDX-License-Identifier: EUPL-1.2
"""How fast a mixed package goes in, beside a plain COPY of the same files in the same run.

    python -m bench.invoer [--rijen 1000000] [--grenzen]

Runs on a new embedded database with the settings of a house (fsync on). `--grenzen` also tells what
each constraint and index costs: the rows of its table go into a bare copy with only that one, and
the time of the bare copy is taken off.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

RIJEN_PER_BLOK = 13_300
ZAAD = 2022


@dataclass
class Stappen:
    """Seconds by step of the import, from the moments at which the progress changes."""

    seconden: dict[str, float] = field(default_factory=dict)
    _begin: float = field(default_factory=time.perf_counter)
    _stap: str = "openen"

    def voortgang(self, stap: str, aantal: int) -> None:
        """A step that begins reports no rows yet; one that has done something reports them."""
        nu = time.perf_counter()
        van = stap if aantal else self._stap
        self.seconden[van] = self.seconden.get(van, 0) + nu - self._begin
        self._begin, self._stap = nu, stap


@contextmanager
def klok() -> Iterator[list[float]]:
    """Seconds that the block takes, as the one element of the list."""
    begin = time.perf_counter()
    duur: list[float] = []
    yield duur
    duur.append(time.perf_counter() - begin)


def main() -> None:
    """Make the package, load it both ways, and print what it took."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--rijen", type=int, default=1_000_000)
    lezer.add_argument("--grenzen", action="store_true")
    keuze = lezer.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk, ExitStack() as stapel:
        os.environ["VANGNET_DATA"] = f"{tijdelijk}/data"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        pakket = Path(tijdelijk) / "pakket"
        rijen = _maak(pakket, keuze.rijen)
        subprocess.run([sys.executable, "-m", "vangnet", "migreer"], check=True)
        from vangnet.opdrachtregel.huis import in_het_huis
        from vangnet.opdrachtregel.opdracht import Nodig

        stapel.enter_context(in_het_huis(Nodig.HUIS))
        kaal = _plat_kopieren(pakket)
        invoer = _voer_in(pakket)
        print(f"{rijen} rijen; plain COPY {rijen / kaal:,.0f}/s; invoer {rijen / invoer:,.0f}/s")
        print(f"ratio {invoer / kaal:.1f}")
        if keuze.grenzen:
            _meet_grenzen()


def _maak(pakket: Path, rijen: int) -> int:
    from vangnet.demo.huis import DEMOHUIS
    from vangnet.demo.pakket import maak_pakket

    factor = max(1, round(rijen / RIJEN_PER_BLOK))
    return maak_pakket(DEMOHUIS, pakket, zaad=ZAAD, factor=factor).aantal_rijen


def _voer_in(pakket: Path) -> float:
    from vangnet.opdrachtregel.vrager import opdrachtgever
    from vangnet.uitwisseling.services import Invoer, register_invoeren

    stappen = Stappen()
    with klok() as duur:
        uitkomst = register_invoeren(
            Invoer(pakket), vrager=opdrachtgever(), meld=print, voortgang=stappen.voortgang
        )
    if not uitkomst.geschreven:
        sys.exit("het pakket is geweigerd")
    stappen.voortgang("klaar", 0)
    for stap, seconden in stappen.seconden.items():
        print(f"{seconden:8.2f} s  {stap}")
    return duur[0]


def _plat_kopieren(pakket: Path) -> float:
    """Seconds to COPY the files into bare tables of text, without anything on them."""
    with _beheer() as cursor:
        cursor.execute("CREATE SCHEMA kaal")
        with klok() as duur:
            for bestand in sorted(pakket.glob("*.csv")):
                kop = bestand.open(encoding="utf-8").readline().strip()
                kolommen = ", ".join(f"{kolom} text" for kolom in kop.split(","))
                cursor.execute(f"CREATE TABLE kaal.{bestand.stem} ({kolommen})")
                opdracht = f"COPY kaal.{bestand.stem} FROM STDIN (FORMAT csv, HEADER)"
                with cursor.copy(opdracht) as kanaal, bestand.open("rb") as stroom:
                    while deel := stroom.read(1 << 20):
                        kanaal.write(deel)
        cursor.execute("DROP SCHEMA kaal CASCADE")
    return duur[0]


_GRENZEN = """
    SELECT c.conrelid::regclass::text, c.conname, pg_get_constraintdef(c.oid)
    FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
    WHERE c.contype IN ('c', 'u', 'p', 'f', 'x') AND t.relnamespace = 'public'::regnamespace
      AND t.reltuples >= 20000 AND EXISTS (SELECT FROM pg_attribute a
          WHERE a.attrelid = t.oid AND a.attname = 'invoer' AND t.relname !~ 'event$')
    ORDER BY 1, c.contype, 2
"""


def _meet_grenzen() -> None:
    with _beheer() as cursor:
        cursor.execute("ANALYZE")
        grenzen = cursor.execute(_GRENZEN).fetchall()
        bodem: dict[str, float] = {}
        for tabel, naam, tekst in grenzen:
            if tabel not in bodem:
                bodem[tabel] = _vul_kaal(cursor, tabel, "")
            kosten = _vul_kaal(cursor, tabel, tekst) - bodem[tabel]
            print(f"{kosten:8.2f} µs per rij  {tabel}  {naam}")


def _vul_kaal(cursor, tabel: str, grens: str) -> float:  # type: ignore[no-untyped-def]
    """Microseconds a row to fill a bare copy of a table, with one constraint or none."""
    cursor.execute(f"CREATE TABLE kaal (LIKE {tabel})")
    if grens:
        cursor.execute(f"ALTER TABLE kaal ADD {grens}")
    with klok() as duur:
        cursor.execute(f"INSERT INTO kaal SELECT * FROM {tabel}")  # noqa: S608 - own tables
        rijen = cursor.rowcount
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    cursor.execute("DROP TABLE kaal")
    cursor.connection.commit()
    return float(duur[0] / rijen * 1_000_000)


@contextmanager
def _beheer():  # type: ignore[no-untyped-def]
    """A cursor of the administrator of the embedded server, who alone may make tables."""
    from django.conf import settings

    from vangnet.kern.databank.cluster import BEHEERDER, Cluster
    from vangnet.kern.databank.lanceren import HUISDATABANK
    from vangnet.kern.databank.plek import bepaal_plek

    cluster = Cluster(bepaal_plek(settings.VANGNET_DATA), settings.ROLLEN)
    with cluster.verbind(BEHEERDER, HUISDATABANK) as verbinding, verbinding.cursor() as cursor:
        verbinding.autocommit = False
        yield cursor
        verbinding.commit()


if __name__ == "__main__":
    main()
