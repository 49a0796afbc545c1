# SPDX-License-Identifier: EUPL-1.2
"""How fast the journaal is sealed and verified.

    python -m bench.journaal [--rijen 1000000]

Runs on a new embedded database with the settings of a house. The rows are made in SQL: half
of the acts have one subject, four in ten have three (the view of a casus), one in ten lists ten.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from contextlib import ExitStack, closing
from pathlib import Path

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
    INSERT INTO journaal_onderwerp (id, handeling_id, soort, onderwerp)
    SELECT gen_random_uuid(), h.id, 'persoon', gen_random_uuid() FROM journaal_handeling h,
        generate_series(1, CASE WHEN h.handeling = 'zaken.ingezien' THEN 10
                                WHEN h.spoor < '8' THEN 1 ELSE 3 END)
"""


def main() -> None:
    """Make the rows, seal them, verify them, and print what it took."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--rijen", type=int, default=1_000_000)
    keuze = lezer.parse_args()
    with tempfile.TemporaryDirectory() as tijdelijk, ExitStack() as stapel:
        os.environ["VANGNET_DATA"] = f"{tijdelijk}/data"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
        subprocess.run([sys.executable, "-m", "vangnet", "migreer"], check=True)
        from vangnet.opdrachtregel.huis import in_het_huis
        from vangnet.opdrachtregel.opdracht import Nodig

        stapel.enter_context(in_het_huis(Nodig.DATABANK))
        _meet(keuze.rijen, Path(tijdelijk) / "koppen.jsonl")


def _meet(rijen: int, koppen: Path) -> None:
    from vangnet.journaal.controle import controleer
    from vangnet.journaal.zegels import verzegel
    from vangnet.opdrachtregel.journaal import adres_als

    with closing(psycopg.connect(adres_als("eigenaar"), autocommit=True)) as eigenaar:
        eigenaar.execute(_RIJEN.encode(), [rijen])
        eigenaar.execute(_ONDERWERPEN.encode())
        eigenaar.execute("ANALYZE")
    with closing(psycopg.connect(adres_als("zegel"), autocommit=True)) as verbinding:
        begin = time.perf_counter()
        verzegeld = verzegel(verbinding, koppen, alles=True)
        print(f"{verzegeld} rijen verzegeld in {time.perf_counter() - begin:.1f} s")
    with closing(psycopg.connect(adres_als("eigenaar"), autocommit=True)) as eigenaar:
        eigenaar.execute("ANALYZE")
    for processen in (1, 2):
        begin = time.perf_counter()
        verslag = controleer(adres_als("backup"), koppen=koppen, processen=processen)
        duur = time.perf_counter() - begin
        print(f"{verslag.zegels} zegels nagerekend in {duur:.1f} s met {processen} proces(sen)")
        if verslag.fouten:
            sys.exit(f"niet goed: {verslag.fouten[0]}")


if __name__ == "__main__":
    main()
