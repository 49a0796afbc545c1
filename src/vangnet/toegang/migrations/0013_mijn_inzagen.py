# SPDX-License-Identifier: EUPL-1.2
"""Looks beside one's roles: who reads them, and the functions that policies ask."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "inzage.sql").read_text(encoding="utf-8")
_TOEZICHT = "(SELECT toegang.heeft_een(ARRAY['privacy_officer', 'auditor']))"


class Migration(migrations.Migration):
    dependencies = [("toegang", "0012_inzage")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION toegang.mijn_inzagen(), "
                f"toegang.mijn_organisaties(text[]) TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP FUNCTION toegang.mijn_inzagen(); "
            "DROP FUNCTION toegang.mijn_organisaties(text[])",
        ),
        rijbeveiliging(
            "toegang_inzage",
            Beleid(lezen=f"gebruiker = (SELECT toegang.vrager()) OR {_TOEZICHT}", invoer=False),
            historie=False,
        ),
    ]
