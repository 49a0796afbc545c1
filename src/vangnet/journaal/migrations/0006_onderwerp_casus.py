# SPDX-License-Identifier: EUPL-1.2
"""Of which casus an act is stands with each subject, so that a policy on subjects can ask it.

And in the act the roles that its maker had.
"""

from pathlib import Path

from django.db import migrations, models

_SQL = (Path(__file__).parent.parent / "sql" / "leg_vast.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [("journaal", "0005_onderwerp_gebruiker"), ("toegang", "0015_eenmaal")]

    operations = [
        migrations.AddField(
            model_name="onderwerp", name="casus", field=models.UUIDField(null=True)
        ),
        migrations.AddField(
            model_name="handeling",
            name="rol",
            field=models.CharField(max_length=250, null=True),
        ),
        migrations.RunSQL(
            [
                "ALTER TABLE journaal_onderwerp DISABLE TRIGGER alleen_aanvullen",
                "UPDATE journaal_onderwerp o SET casus = coalesce(h.casus, een.casus) "
                "FROM journaal_handeling h LEFT JOIN ("
                "SELECT handeling_id, (array_agg(onderwerp))[1] AS casus FROM journaal_onderwerp "
                "WHERE soort = 'casus' GROUP BY handeling_id "
                "HAVING count(DISTINCT onderwerp) = 1) een ON een.handeling_id = h.id "
                "WHERE h.id = o.handeling_id",
                "ALTER TABLE journaal_onderwerp ENABLE ALWAYS TRIGGER alleen_aanvullen",
                "ALTER TABLE journaal_handeling ADD CONSTRAINT handeling_rol_zonder_waarden "
                "CHECK (rol ~ '^[a-z_ ]*$')",
                _SQL,
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
