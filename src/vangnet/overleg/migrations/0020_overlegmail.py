# SPDX-License-Identifier: EUPL-1.2
"""Who is asked to come to an overleg gets a mail that says when it is; rows go by functions."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

_SQL = (Path(__file__).parent.parent / "sql" / "overlegmail.sql").read_text(encoding="utf-8")
_ROLLEN = settings.ROLLEN
_FUNCTIES = (
    "zet_mails_klaar(uuid, text)",
    "ruim_mails_op(text)",
    "begin_mails(text)",
    "neem_mail(uuid, boolean, text)",
    "rond_mail_af(uuid, text, text)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0043_buiten_werk"),
        ("gebruikers", "0024_formulierconcept_naast_weg"),
        ("journaal", "0002_alleen_aanvullen"),
        ("overleg", "0019_genodigden_per_kant"),
        ("toegang", "0015_eenmaal"),
    ]

    operations = [
        migrations.CreateModel(
            name="Overlegmail",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("volgnummer", models.PositiveIntegerField()),
                ("stand", models.CharField(max_length=20)),
                ("pogingen", models.PositiveSmallIntegerField()),
                ("in_agenda", models.BooleanField()),
                ("datum", models.DateField(null=True)),
                ("aanvang", models.TimeField(null=True)),
                ("laatst_op", models.DateTimeField()),
                (
                    "gebruiker",
                    models.ForeignKey(
                        db_column="gebruiker",
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "overleg",
                    models.ForeignKey(
                        db_column="overleg",
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="overleg.overleg",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "overlegmails",
                "db_table": "overleg_overlegmail",
                "constraints": [
                    models.UniqueConstraint(fields=("overleg", "gebruiker"), name="overlegmail_een")
                ],
            },
        ),
        migrations.RunSQL(
            [
                f"REVOKE ALL ON overleg_overlegmail FROM PUBLIC, {', '.join(_ROLLEN.alle()[1:])}",
                "ALTER TABLE overleg_overlegmail ENABLE ROW LEVEL SECURITY",
                f"GRANT SELECT ON overleg_overlegmail TO {_ROLLEN.backup}",
                _SQL,
                *(f"GRANT EXECUTE ON FUNCTION overleg.{een} TO {_ROLLEN.app}" for een in _FUNCTIES),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
