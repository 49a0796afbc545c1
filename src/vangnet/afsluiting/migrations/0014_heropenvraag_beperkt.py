# SPDX-License-Identifier: EUPL-1.2
"""A question to reopen a casus that is beperkt is read by the regisseurs who may know of it."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import leesbeleid

_SQL = Path(__file__).parent.parent / "sql" / "heropenvraag_beperkt.sql"
_REGISSEUR = "(SELECT toegang.heeft_een(ARRAY['procesregisseur']))"
_VRAAGT = "gevraagd_door_id = (SELECT toegang.vrager())"
_TRAJECT = "(SELECT toegang.heeft_een(ARRAY['trajectbegeleider']))"
_MIJN = "id = ANY(ARRAY(SELECT afsluiting.mijn_heropenvragen()))"


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0013_heropen_zelfde_dag")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION afsluiting.mijn_heropenvragen() "
                f"TO {settings.ROLLEN.app}",
                "ALTER POLICY wijzigen ON afsluiting_heropenvraag "
                f"USING ({_REGISSEUR} AND {_MIJN}) WITH CHECK ({_REGISSEUR} AND {_MIJN})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        leesbeleid("afsluiting_heropenvraag", f"{_MIJN} OR ({_TRAJECT} AND {_VRAAGT})"),
    ]
