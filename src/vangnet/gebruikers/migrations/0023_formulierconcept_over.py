# SPDX-License-Identifier: EUPL-1.2
"""What a draft of a form is about: for the journaal, and to go with an aanmelding.

The foreign key destroys it with the aanmelding (BGS 1.16(1)(b)), and makes who begins a draft and
who destroys the aanmelding wait for each other. Only the database knows it: this room is below.
"""

from pathlib import Path

from django.db import migrations, models

_SQL = Path(__file__).parent.parent / "sql" / "formulierconcept_over.sql"
_SLEUTEL = "ALTER TABLE gebruikers_formulierconcept {} CONSTRAINT formulierconcept_aanmelding"


class Migration(migrations.Migration):
    # Not the other way round: a migration of aanmelding that asks for this one pulls toegang 0015
    # forward, which wants the schema casus there.
    dependencies = [
        ("gebruikers", "0022_samenvatting_tot_twaalf"),
        ("aanmelding", "0036_bijlage_op_slot"),
    ]

    operations = [
        migrations.AddField(
            model_name="formulierconcept",
            name="casus",
            field=models.UUIDField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="formulierconcept",
            name="aanmelding",
            field=models.UUIDField(db_index=True, editable=False, null=True),
        ),
        migrations.RunSQL(
            _SLEUTEL.format("ADD") + " FOREIGN KEY (aanmelding) "
            "REFERENCES aanmelding_aanmelding (id) ON DELETE CASCADE",
            _SLEUTEL.format("DROP"),
        ),
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
