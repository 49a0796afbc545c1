# SPDX-License-Identifier: EUPL-1.2
"""Verdicts and deciders come in only with the aanmelding that they are about.

The check that says so beforehand comes with 0008.
"""

from django.db import migrations

_MAG = "(SELECT uitwisseling.voert_dossier_in())"
_NU = "(SELECT uitwisseling.begin_van_nu())"
_TABELLEN = ("aanmelding_criteriumoordeel", "aanmelding_huisoordeel", "aanmelding_beslisser")


def _met_zijn_aanmelding(tabel: str) -> migrations.RunSQL:
    """The mark alone would let a later row in under the mark of an earlier import."""
    van_deze_invoer = (
        f"{_MAG} AND EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = aanmelding_id "
        f"AND a.invoer = {tabel}.invoer AND a.aangemaakt_op >= {_NU})"
    )
    return migrations.RunSQL(
        f"ALTER POLICY dossier_in ON {tabel} WITH CHECK ({van_deze_invoer})",
        f"ALTER POLICY dossier_in ON {tabel} WITH CHECK ({_MAG} AND invoer IS NOT NULL)",
    )


class Migration(migrations.Migration):
    dependencies = [("uitwisseling", "0005_dossier_in")]

    operations = [_met_zijn_aanmelding(tabel) for tabel in _TABELLEN]
