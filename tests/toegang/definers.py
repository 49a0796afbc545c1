# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the attacks put their calls together from the catalogue
"""Calls of definer functions as an attacker makes them, from the catalogue."""

from typing import NamedTuple

import psycopg

from config import settings as instellingen
from tests.bezetting import id_van

GEWEIGERD = "fout"
LEEG = "leeg"
ANTWOORD = "antwoord"
# Of each type of argument something of somebody else's, that a real call could hold.
_VREEMD = {
    "uuid": f"'{id_van('casus')}'::uuid",
    "uuid[]": f"ARRAY['{id_van('casus')}']::uuid[]",
    "text": "'procesregisseur'",
    "text[]": "ARRAY['procesregisseur', 'privacy_officer', 'manager']",
    # Two days: after eleven in the evening (UTC) tomorrow is today in the Netherlands.
    "date": "current_date + 2",
    "boolean": "true",
    "bigint[]": "ARRAY[1, 2, 3]::bigint[]",
    "integer": "1",
    "jsonb": "'{}'::jsonb",
    "timestamp with time zone": "now() - interval '1 day'",
    "time without time zone": "'09:30'",
}
_VAN_APP = """
    SELECT format('%%s.%%s(%%s)', nspname, proname, oidvectortypes(proargtypes)),
           coalesce((SELECT array_agg(format_type(t, NULL) ORDER BY nr)
                       FROM unnest(proargtypes) WITH ORDINALITY AS u (t, nr)), '{}')
      FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
     WHERE prosecdef AND nspname !~ '^pg_' AND prorettype <> 'trigger'::regtype
       AND has_function_privilege(%s, p.oid, 'EXECUTE') ORDER BY 1
"""


class Functie(NamedTuple):
    """A definer function that the application may call."""

    naam: str
    soorten: tuple[str, ...]

    def aanroep(self, *, leeg: bool = False) -> str:
        """A query that calls it, with what is somebody else's, or with nothing at all."""
        waarden = [f"NULL::{een}" if leeg else _VREEMD[een] for een in self.soorten]
        return f"SELECT to_jsonb(f) FROM {self.naam.split('(')[0]}({', '.join(waarden)}) f"


def functies(beheer: psycopg.Connection) -> dict[str, Functie]:
    """Every definer function that the application may call, by its name with types."""
    rijen = beheer.execute(_VAN_APP.encode(), [instellingen.ROLLEN.app]).fetchall()
    return {str(naam): Functie(str(naam), tuple(soorten)) for naam, soorten in rijen}


def probeer(app: psycopg.Connection, opdracht: str) -> tuple[str, str]:
    """What comes of a call: `fout` with its text, `leeg`, or `antwoord`; undone in any case."""
    try:
        with app.transaction(force_rollback=True):
            rijen = app.execute(opdracht.encode()).fetchall()
    except psycopg.Error as fout:
        if (fout.sqlstate or "XX").startswith("XX"):
            raise  # an internal error is no refusal
        return GEWEIGERD, str(fout).split("\n", maxsplit=1)[0]
    return (ANTWOORD, str(rijen)) if any(_zegt_iets(rij[0]) for rij in rijen) else (LEEG, "")


def _zegt_iets(waarde: object) -> bool:
    if isinstance(waarde, dict):
        return any(_zegt_iets(deel) for deel in waarde.values())
    return waarde not in (None, False, "")
