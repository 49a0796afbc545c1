# SPDX-License-Identifier: EUPL-1.2
"""How long the figures of a year take over the facts of a million casussen.

    python -m bench.kerncijfers [--zaken 1000000]

Told as a ratio to one plain pass over the same facts in the same run, so that machines compare.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from datetime import date

import django
from django.db import connection
from psycopg import Connection

from tests.databank import cluster, kloon, pytest_unconfigure, verbonden_met
from vangnet.kern.databank.cluster import BEHEERDER

VAN, TOT = date(2022, 1, 1), date(2022, 12, 31)
HERHALINGEN = 5

# Ten years of casussen, as a house has them: two rollen, one or two inzetten, most of them closed.
VULLING = (
    """
    INSERT INTO feit_casus (bron_id, aangemeld_op, eerste_inzet, samenstelling, leeftijd, gemeente,
        aanmelder_soort, aanmelder_groep, keten, herkomst, aandachtsgebied)
    SELECT gen_random_uuid(), date '2013-01-01' + i % 3652,
           (ARRAY['procesregie', 'ondersteuning'])[1 + i % 2],
           (ARRAY['individu', 'systeem'])[1 + i / 2 % 2], i % 80,
           'GM' || lpad((80 + i % 18)::text, 4, '0'),
           (ARRAY['gemeente', 'politie', 'ggz', 'wijk_of_gebiedsteam'])[1 + i % 4],
           'Groep ' || i % 8, (ARRAY['zorg', 'justitie', 'bestuur'])[1 + i % 3],
           (ARRAY['lokaal_veld', 'detentie', 'onbekend'])[1 + i % 3],
           (ARRAY['geen', 'stalking', 'levensloop', 'onbekend'])[1 + i / 3 % 4]
      FROM generate_series(1, {zaken}) AS i
    """,
    """
    INSERT INTO feit_aanmelding (bron_id, ontvangen_op, triage_op, triage_besluit, reden, gemeente,
        aanmelder_soort, aanmelder_groep, keten, herkomst, aandachtsgebied)
    SELECT gen_random_uuid(), aangemeld_op, aangemeld_op + 7,
           CASE WHEN leeftijd % 10 = 0 THEN 'advies' ELSE eerste_inzet END, 'onbekend', gemeente,
           aanmelder_soort, aanmelder_groep, keten, herkomst, aandachtsgebied
      FROM feit_casus
    """,
    """
    INSERT INTO feit_betrokkene (casus, persoon, rol, vanaf, aangemeld_op, eerste_inzet)
    SELECT sleutel, 2 * sleutel + length(rol) % 2, rol, NULL, aangemeld_op, eerste_inzet
      FROM feit_casus, unnest(ARRAY['hoofdbetrokkene', 'partner']) AS rol
    """,
    """
    INSERT INTO feit_gebeurtenis (casus, soort, datum, tot, volgende, aangemeld_op, inzet)
    SELECT sleutel, 'inzet', aangemeld_op,
           CASE WHEN leeftijd % 20 = 0 THEN 'infinity' ELSE aangemeld_op + 200 END, 'infinity',
           aangemeld_op, eerste_inzet
      FROM feit_casus
    """,
    """
    INSERT INTO feit_gebeurtenis (casus, soort, datum, inzet, afsluitreden, resultaat,
        ontvanger_soort)
    SELECT casus, 'afsluiting', tot, inzet, 'afgerond',
           CASE inzet WHEN 'procesregie' THEN 'doel_gerealiseerd' END, 'gemeente'
      FROM feit_gebeurtenis WHERE tot < 'infinity'
    """,
    """
    INSERT INTO feit_gebeurtenis (casus, soort, datum, tot, aangemeld_op)
    SELECT sleutel, 'traject', aangemeld_op + 30, aangemeld_op + 120, aangemeld_op
      FROM feit_casus WHERE leeftijd % 10 = 1
    """,
    """
    INSERT INTO feit_gebeurtenis (bron_id, soort, datum, aanmelder_soort, thema, aan, gemeente)
    SELECT gen_random_uuid(), 'kort_advies', aangemeld_op, aanmelder_soort, 'zorg', 'onbekend',
           gemeente
      FROM feit_casus
    """,
    "VACUUM ANALYZE feit_casus, feit_aanmelding, feit_betrokkene, feit_gebeurtenis",
)
FEITEN = {
    "feit_casus": "aangemeld_op",
    "feit_aanmelding": "ontvangen_op",
    "feit_betrokkene": "aangemeld_op",
    "feit_gebeurtenis": "datum",
}


def duur(doe: Callable[[], object]) -> float:
    """The median of some runs, in seconds, after one to warm up."""
    doe()
    tijden = []
    for _ in range(HERHALINGEN):
        begin = time.perf_counter()
        doe()
        tijden.append(time.perf_counter() - begin)
    return statistics.median(tijden)


def vul(verbinding: "Connection[tuple[object, ...]]", zaken: int) -> None:
    """Make the facts, without a register behind them."""
    verbinding.execute("TRUNCATE kerncijfers.wachtrij")
    for opdracht in VULLING:
        verbinding.execute(opdracht.replace("{zaken}", str(zaken)))


def een_gang(verbinding: "Connection[tuple[object, ...]]") -> None:
    """The least that any report must do: read every fact once and look at its day."""
    for tabel, dag in FEITEN.items():
        verbinding.execute(
            f"SELECT count(*) FILTER (WHERE {dag} BETWEEN %s AND %s) FROM {tabel}",  # noqa: S608
            (VAN, TOT),
        ).fetchall()


def meet(zaken: int) -> None:
    """Fill a database of its own, measure, and print."""
    from vangnet.gebruikers.models import Gebruiker
    from vangnet.kerncijfers.berekening import bereken
    from vangnet.toegang.regels import VragerSoort
    from vangnet.toegang.vrager import Vrager, als

    def jaar() -> None:
        with als(vrager, tijd=0):
            bereken(VAN, TOT)

    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as beheerder, verbonden_met(naam):
        vul(beheerder, zaken)
        vrager = Vrager(Gebruiker.objects.get(systeemnaam__isnull=False).pk, VragerSoort.OPDRACHT)
        gang = duur(lambda: een_gang(beheerder))
        alles = duur(jaar)
        connection.close()
    print(f"zaken: {zaken:,}; één gang over de feiten: {gang:.3f} s; jaar: {alles:.3f} s")
    print(f"verhouding: {alles / gang:.2f}")


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--zaken", type=int, default=1_000_000)
    try:
        meet(lezer.parse_args().zaken)
    finally:
        pytest_unconfigure()
