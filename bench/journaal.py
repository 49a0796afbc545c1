# SPDX-License-Identifier: EUPL-1.2
"""How fast the journaal is sealed and verified.

    python -m bench.journaal [--rijen 1000000] [--een]

Runs on a new embedded database with the settings of a house. The acts are made in SQL: one in ten
lists ten subjects, the others have one (a person) or three (the view of a casus), as many of each;
2.8 on average. With --een each has one. Besides the time on the clock it prints the processor time
of the database and of Python: on a busy machine only that says what the check costs.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing, suppress
from pathlib import Path
from threading import Event, Thread

import psycopg

_RIJEN = """
    INSERT INTO journaal_handeling SELECT gen_random_uuid(),
        now() - interval '60 seconds' + n * interval '1 microsecond', gen_random_uuid(),
        gen_random_uuid(), 'mens',
        CASE WHEN n %% 10 = 0 THEN 'zaken.ingezien' ELSE 'casus.ingezien' END,
        'casus', gen_random_uuid(), gen_random_uuid(), 'casus', true, 'zaken_inzien', NULL, 'web',
        md5(n::text), '{naam,rol}', '{"rijen": 3}'
    FROM generate_series(1, %s) n
"""
_ONDERWERPEN = """
    INSERT INTO journaal_onderwerp (id, handeling_id, gebruiker, casus, soort, onderwerp)
    SELECT gen_random_uuid(), h.id, h.gebruiker, h.casus, 'persoon', gen_random_uuid()
      FROM journaal_handeling h,
        generate_series(1, CASE WHEN h.handeling = 'zaken.ingezien' THEN 10
                                WHEN h.spoor < '8' THEN 1 ELSE 3 END)
     WHERE generate_series = 1 OR NOT %s
"""


def main() -> None:
    """Make the rows, seal them, verify them, and print what it took."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--rijen", type=int, default=1_000_000)
    lezer.add_argument("--een", action="store_true", help="each act has one subject")
    keuze = lezer.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk, ExitStack() as stapel:
        os.environ["VANGNET_DATA"] = f"{tijdelijk}/data"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        subprocess.run([sys.executable, "-m", "vangnet", "migreer"], check=True)
        from vangnet.opdrachtregel.huis import in_het_huis
        from vangnet.opdrachtregel.opdracht import Nodig

        stapel.enter_context(in_het_huis(Nodig.DATABANK))
        _meet(keuze.rijen, Path(tijdelijk) / "koppen.jsonl", een=keuze.een)


def _meet(rijen: int, koppen: Path, *, een: bool) -> None:
    from vangnet.journaal.controle import controleer
    from vangnet.journaal.zegels import verzegel
    from vangnet.opdrachtregel.journaal import adres_als

    with closing(psycopg.connect(adres_als("eigenaar"), autocommit=True)) as eigenaar:
        eigenaar.execute(_RIJEN.encode(), [rijen])
        onderwerpen = eigenaar.execute(_ONDERWERPEN.encode(), [een]).rowcount
        eigenaar.execute("ANALYZE")
    with closing(psycopg.connect(adres_als("zegel"), autocommit=True)) as verbinding:
        begin = time.perf_counter()
        verzegeld = verzegel(verbinding, koppen, alles=True)
        duur = time.perf_counter() - begin
        print(f"{verzegeld} rijen, {onderwerpen} onderwerpen; verzegeld in {duur:.1f} s")
    with closing(psycopg.connect(adres_als("eigenaar"), autocommit=True)) as eigenaar:
        eigenaar.execute("ANALYZE")
    for processen in (1, 2):
        begin, python, databank = time.perf_counter(), os.times(), _Processortijd("vangnet_backup")
        with databank:
            verslag = controleer(adres_als("backup"), koppen=koppen, processen=processen)
        duur, eigen = time.perf_counter() - begin, sum(os.times()[:4]) - sum(python[:4])
        print(
            f"{verslag.zegels} zegels nagerekend in {duur:.1f} s met {processen} proces(sen); "
            f"processor: databank {databank.seconden:.1f} s, Python {eigen:.1f} s"
        )
        if verslag.fouten:
            sys.exit(f"niet goed: {verslag.fouten[0]}")


class _Processortijd(Thread):
    """Adds up the processor time of the processes of one role of the database, on Linux."""

    def __init__(self, rol: str) -> None:
        super().__init__(daemon=True)
        self._rol, self._klaar, self._van = rol, Event(), dict[Path, float]()

    @property
    def seconden(self) -> float:
        """Of all of them together; what one did after the last look is missing."""
        return sum(self._van.values())

    def run(self) -> None:
        """Look five times a second: what a process used is gone when it ends."""
        while not self._klaar.wait(0.2):
            for map_ in Path("/proc").glob("[0-9]*"):
                with suppress(OSError):
                    if self._rol in (map_ / "cmdline").read_text(errors="replace"):
                        velden = (map_ / "stat").read_text().rsplit(")", 1)[1].split()
                        tikken = int(velden[11]) + int(velden[12])
                        self._van[map_] = tikken / os.sysconf("SC_CLK_TCK")

    def __enter__(self) -> None:
        self.start()

    def __exit__(self, *fout: object) -> None:
        self._klaar.set()
        self.join()


if __name__ == "__main__":
    main()
