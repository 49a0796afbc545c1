# SPDX-License-Identifier: EUPL-1.2
"""One way in, no way back: the append function, its grant, and triggers that refuse the rest."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "journaal.sql").read_text(encoding="utf-8")
_ROLLEN = f"{settings.ROLLEN.app}, {settings.ROLLEN.invoer}"
_EIGEN = "gebruiker = (SELECT toegang.vrager())"


class Migration(migrations.Migration):
    dependencies = [("journaal", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql="DROP SCHEMA journaal CASCADE"),
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA journaal TO {_ROLLEN}",
                "GRANT EXECUTE ON FUNCTION journaal.leg_vast(text, text, uuid, uuid, text, "
                f"boolean, text, text, text, text[], jsonb, text[], uuid[]) TO {_ROLLEN}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        # Everybody sees the own trace (toegang.md section 6).
        rijbeveiliging("journaal_handeling", Beleid(lezen=_EIGEN, invoer=False), historie=False),
        rijbeveiliging(
            "journaal_onderwerp",
            Beleid(
                lezen="handeling_id = ANY(ARRAY(SELECT h.id FROM journaal_handeling h "
                f"WHERE h.{_EIGEN}))",
                invoer=False,
            ),
            historie=False,
        ),
    ]
