# SPDX-License-Identifier: EUPL-1.2
"""Reads of this room."""

from django.conf import settings
from django.db import connection
from psycopg import sql

from vangnet.uitwisseling.formaat import BESTANDEN
from vangnet.uitwisseling.tabellen import tabel_van


def register_is_leeg() -> bool:
    """Whether no table behind a file holds a row; asks as the import role, inside a transaction."""
    vragen = [
        sql.SQL("SELECT EXISTS (SELECT FROM {})").format(tabel_van(naam).naam) for naam in BESTANDEN
    ]
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('role', %s, true)", [settings.ROLLEN.invoer])
        cursor.execute(sql.SQL(" UNION ALL ").join(vragen))
        gevuld = any(rij[0] for rij in cursor.fetchall())
        cursor.execute("SELECT set_config('role', 'none', true)")
    return not gevuld
