# SPDX-License-Identifier: EUPL-1.2
"""What somebody typed in the note field is theirs to read, whatever became of the casus.

As a draft of any other form: for a person who is in, whoever they are. Written it is as before,
by who works in the casus. What lies there already gets two weeks from now.
"""

from pathlib import Path

import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import leesbeleid

_SQL = Path(__file__).parent.parent / "sql" / "notitieconcept.sql"
_APP = settings.ROLLEN.app


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0037_beleid_geschat"),
        ("gebruikers", "0023_formulierconcept_over"),
    ]

    operations = [
        migrations.AddField(
            "notitieconcept",
            "bewaard_op",
            models.DateTimeField(
                db_default=django.db.models.functions.datetime.Now(), editable=False
            ),
        ),
        migrations.AddField(
            "notitieconcept",
            "weg_op",
            models.DateTimeField(blank=True, editable=False, null=True),
        ),
        leesbeleid("casus_notitieconcept", "auteur_id = (SELECT gebruikers.wie_is_binnen())"),
        migrations.RunSQL(
            [
                f"GRANT UPDATE (bewaard_op, weg_op) ON casus_notitieconcept TO {_APP}",
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION casus.zet_notitieconcept_weg(uuid, boolean, text), "
                f"casus.ruim_notitieconcepten_op(text) TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
