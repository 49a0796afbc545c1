# SPDX-License-Identifier: EUPL-1.2
"""Codes to activate an account, and the acts of beheerder and manager."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_SQL = (Path(__file__).parent.parent / "sql" / "beheer.sql").read_text(encoding="utf-8")
_ROLLEN = settings.ROLLEN
_ACTEN = (
    "geef_rol(uuid, text, uuid, text, date, date, date, text)",
    "bevestig_rol(uuid, boolean, text)",
    "beeindig_rol(uuid, date, text)",
    "maak_account(text, text, text, uuid, text)",
    "zet_account(uuid, boolean, text)",
    "geef_activering(uuid, text, text)",
    "activeer(text, text, text)",
    "teken_ronde(uuid[], text[], text)",
)
_SLOT = [
    f"REVOKE ALL ON gebruikers_activering FROM PUBLIC, {', '.join(_ROLLEN.alle()[1:])}",
    "ALTER TABLE gebruikers_activering ENABLE ROW LEVEL SECURITY",
    f"GRANT SELECT ON gebruikers_activering TO {_ROLLEN.backup}",
    f"CREATE POLICY lezen ON gebruikers_activering FOR SELECT TO {_ROLLEN.app} "
    "USING ((SELECT toegang.heeft_een(ARRAY['beheerder', 'manager'])))",
    # Not the hash of the code.
    "GRANT SELECT (id, gebruiker_id, gemaakt_op, verloopt_op, gebruikt_op) "
    f"ON gebruikers_activering TO {_ROLLEN.app}",
]


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0010_beheer_demopersonen"),
        ("journaal", "0002_alleen_aanvullen"),
        ("organisaties", "0002_beleid"),
        ("toegang", "0011_beheer_ronde"),
    ]

    operations = [
        migrations.CreateModel(
            name="Activering",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("code_hash", models.CharField(max_length=64, unique=True)),
                ("gemaakt_door", models.UUIDField()),
                ("gemaakt_op", models.DateTimeField()),
                ("verloopt_op", models.DateTimeField()),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gebruiker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT, to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
            options={
                "db_table": "gebruikers_activering",
            },
        ),
        migrations.RunSQL([*_SLOT], reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(_SQL, reverse_sql="DROP SCHEMA gebruikers CASCADE"),
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA gebruikers TO {_ROLLEN.app}",
                *(f"GRANT EXECUTE ON FUNCTION gebruikers.{act} TO {_ROLLEN.app}" for act in _ACTEN),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
