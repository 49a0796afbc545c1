# SPDX-License-Identifier: EUPL-1.2
"""Who looked stands with each subject, so that a policy needs no join; the FG reads everything."""

from pathlib import Path

from django.db import migrations, models

from vangnet.kern.migraties import leesbeleid

_SQL = (Path(__file__).parent.parent / "sql" / "onderwerp.sql").read_text(encoding="utf-8")
_LEZEN = "gebruiker = (SELECT toegang.vrager()) OR (SELECT journaal.houdt_toezicht())"


class Migration(migrations.Migration):
    dependencies = [("journaal", "0004_verzegelen"), ("toegang", "0013_mijn_inzagen")]

    operations = [
        migrations.AddField(
            model_name="onderwerp", name="gebruiker", field=models.UUIDField(null=True)
        ),
        migrations.RunSQL(
            [
                "ALTER TABLE journaal_onderwerp DISABLE TRIGGER alleen_aanvullen",
                "UPDATE journaal_onderwerp o SET gebruiker = h.gebruiker "
                "FROM journaal_handeling h WHERE h.id = o.handeling_id",
                "ALTER TABLE journaal_onderwerp ENABLE ALWAYS TRIGGER alleen_aanvullen",
                _SQL,
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        leesbeleid("journaal_handeling", _LEZEN),
        leesbeleid("journaal_onderwerp", _LEZEN),
    ]
