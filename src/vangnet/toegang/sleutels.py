# SPDX-License-Identifier: EUPL-1.2
"""Bring the asker's keys from the key file into the key table; only the owner can."""

from pathlib import Path

from django.conf import settings
from django.db import connection, transaction

from vangnet.kern.databank.sleutelbestand import Sleutelbos
from vangnet.toegang.vrager import sleutelblokken

_TABEL = Path(__file__).parent / "sql" / "sleutel.sql"


@transaction.atomic
def sleuteltabel_terugzetten() -> None:
    """Make the key table that a back-up leaves out. Runs under the owner role, after a restore."""
    with connection.cursor() as cursor:
        cursor.execute(_TABEL.read_text(encoding="utf-8"))
        cursor.execute(f"REVOKE ALL ON toegang.sleutel FROM {settings.ROLLEN.backup}")


@transaction.atomic
def vragersleutels_zetten(bos: Sleutelbos | None = None) -> None:
    """Make the key table equal to `bos`, default the key file. Runs under the owner role."""
    sleutels = (bos or settings.SLEUTELS).sleutels["vrager"]
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM toegang.sleutel WHERE NOT kid = ANY(%s)", [list(sleutels)])
        for nummer, sleutel in sleutels.items():
            cursor.execute(
                "INSERT INTO toegang.sleutel (kid, ipad, opad) VALUES (%s, %s, %s) "
                "ON CONFLICT (kid) DO UPDATE SET ipad = excluded.ipad, opad = excluded.opad",
                [nummer, *sleutelblokken(sleutel)],
            )
