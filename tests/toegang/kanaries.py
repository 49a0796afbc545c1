# SPDX-License-Identifier: EUPL-1.2
"""What one asker may not get to see, as words to look for in whatever leaves the product."""

import re
from functools import cache

import psycopg
from psycopg import sql

from tests.toegang.proefbank import als_app, lijst, zitting
from tests.toegang.test_relaties import VAN_CASUS
from vangnet.kern.databank.cluster import BEHEERDER

# Every column of these tables is looked at; beside what hangs on a casus, who looked and why, and
# what hangs on an aanmelding.
_OOK = (
    *("journaal_handeling", "journaal_onderwerp", "toegang_inzage", "aanmelding_concept"),
    *("aanmelding_navraag", "aanmelding_criteriumoordeel", "aanmelding_beslisser"),
    *("aanmelding_koppeling", "aanmelding_huisoordeel", "aanmelding_antwoord"),
    "aanmelding_vorigbesluit",
)
TABELLEN = (*VAN_CASUS, *_OOK)
# A word that is nowhere by chance: an id, a kenmerk of a casus, or a text of the cast.
_WOORD = re.compile(
    r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|Kanarie-[\w-]+|(?:ZVH|plan|af)-[\w-]+"
)
# What a browser shows to be known again, or anything that could be taken for it.
_KOEKJE = re.compile(r"\b[a-z0-9]{24,40}\b")
# One text a row, as everybody who may read it gets it.
_REGELS = "SELECT to_jsonb(t)::text FROM {} t"
# An invitation and a look say of which casus they are, by its kenmerk, and nothing else of it; a
# manager is told so of what stands still, and with the bestuur of what was brought before them.
_BIJ_NAAM = """
    SELECT k.kenmerk FROM casus.kenmerken_van_rollen() k
     UNION ALL SELECT k.kenmerk FROM casus.net_geweigerd() k
     UNION ALL SELECT k.kenmerk FROM toegang.kenmerken_van_inzagen() k
     UNION ALL SELECT k.kenmerk FROM voortgang.voor_management() k
     UNION ALL SELECT k.kenmerk FROM voortgang.notities() k
     UNION ALL SELECT k.kenmerk FROM voortgang.wachtende_opschalingen() k
"""


def woorden(tekst: str) -> frozenset[str]:
    """The words of a text that are nowhere by chance."""
    return frozenset(_WOORD.findall(tekst))


def koekjes(tekst: str) -> frozenset[str]:
    """The words of a text that could be the session cookie of somebody."""
    return frozenset(_KOEKJE.findall(tekst))


def _alles_van(verbinding: psycopg.Connection) -> frozenset[str]:
    gevonden: set[str] = set()
    for tabel in TABELLEN:
        vraag = sql.SQL(_REGELS).format(sql.Identifier(tabel))
        for (regel,) in verbinding.execute(vraag):
            gevonden |= woorden(regel)
    return frozenset(gevonden)


@cache
def vreemd(databank: str, vrager: str) -> frozenset[str]:
    """The words of `databank` that stand in no row that `vrager` may read.

    The accounts and organisations of the cast are no secret: their ids stand on many rows.
    """
    from tests.databank import cluster

    with cluster().verbind(BEHEERDER, databank) as beheer:
        alles = _alles_van(beheer)
        bekend = frozenset(
            lijst(
                beheer,
                "SELECT id::text FROM gebruikers_gebruiker UNION ALL "
                "SELECT id::text FROM organisaties_organisatie UNION ALL "
                "SELECT id::text FROM inrichting_huis",
            )
        )
    with als_app(databank) as app, zitting(app, vrager):
        genoemd = woorden(" ".join(lijst(app, _BIJ_NAAM)))
        return alles - _alles_van(app) - bekend - genoemd


def verboden(databank: str, vrager: str) -> frozenset[str]:
    """What may not leave; who supervises reads the kenmerk of a casus that the journaal names."""
    alles = vreemd(databank, vrager)
    if vrager not in {"privacy_officer", "auditor"}:
        return alles
    return frozenset(woord for woord in alles if not woord.startswith("ZVH-"))
