# SPDX-License-Identifier: EUPL-1.2
"""The sample of the privacy officer: read by who supervises, written by definer functions only."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "steekproef.sql").read_text(encoding="utf-8")
_LEZEN = "(SELECT journaal.houdt_toezicht())"
_HANDELINGEN = (
    "toezicht.trek_steekproef(date, date, int, text)",
    "toezicht.beoordeel_regel(uuid, text, text, text)",
    "toezicht.sluit_steekproef(uuid, text)",
)
_INTERN = (
    "toezicht.trekking(date, date, uuid, uuid, timestamptz)",
    "toezicht.noteer_steekproef(text, text, uuid, text, text[], jsonb, uuid)",
    "toezicht.steekproef_staat_vast()",
)


class Migration(migrations.Migration):
    dependencies = [
        ("toezicht", "0002_patronen"),
        ("gebruikers", "0011_beheer_activering"),
    ]

    operations = [
        migrations.CreateModel(
            name="Steekproef",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("aantal", models.PositiveIntegerField()),
                ("populatie", models.PositiveIntegerField()),
                ("zaad", models.UUIDField()),
                ("getrokken_door", models.UUIDField()),
                ("getrokken_op", models.DateTimeField()),
                ("gesloten_door", models.UUIDField(null=True)),
                ("gesloten_op", models.DateTimeField(null=True)),
                ("rechtmatig", models.PositiveIntegerField(null=True)),
                ("onrechtmatig", models.PositiveIntegerField(null=True)),
                ("nader_onderzoek", models.PositiveIntegerField(null=True)),
            ],
            options={
                "db_table": "toezicht_steekproef",
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="steekproef_periode",
                        violation_error_message="De laatste dag ligt niet voor de eerste.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aantal__gte", 1), ("aantal__lte", 200)),
                        name="steekproef_aantal",
                        violation_error_message="Trek 1 tot en met 200 handelingen.",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Steekproefregel",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("plek", models.PositiveIntegerField()),
                ("handeling", models.UUIDField()),
                ("bevinding", models.CharField(max_length=20)),
                ("motivering", models.CharField(max_length=500)),
                ("beoordeeld_door", models.UUIDField(null=True)),
                ("beoordeeld_op", models.DateTimeField(null=True)),
                (
                    "steekproef",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="regels",
                        to="toezicht.steekproef",
                    ),
                ),
            ],
            options={
                "db_table": "toezicht_steekproefregel",
                "constraints": [
                    models.UniqueConstraint(
                        fields=("steekproef", "plek"), name="steekproefregel_plek"
                    ),
                    models.UniqueConstraint(
                        fields=("steekproef", "handeling"), name="steekproefregel_eenmaal"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("beoordeeld_door", None),
                                ("beoordeeld_op", None),
                                ("bevinding", ""),
                                ("motivering", ""),
                            ),
                            models.Q(
                                ("beoordeeld_op__isnull", False),
                                (
                                    "bevinding__in",
                                    ["rechtmatig", "onrechtmatig", "nader_onderzoek"],
                                ),
                                ("beoordeeld_door__isnull", False),
                                models.Q(("motivering", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="steekproefregel_bevinding",
                        violation_error_message="Een bevinding heeft een motivering.",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("motivering__regex", "[0-9]{6}"), _negated=True),
                        name="steekproefregel_geen_nummer",
                        violation_error_message="Noem in de motivering geen BSN of lang nummer.",
                    ),
                ],
            },
        ),
        rijbeveiliging("toezicht_steekproef", Beleid(lezen=_LEZEN, invoer=False), historie=False),
        rijbeveiliging(
            "toezicht_steekproefregel", Beleid(lezen=_LEZEN, invoer=False), historie=False
        ),
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT EXECUTE ON FUNCTION {', '.join(_HANDELINGEN)} TO {settings.ROLLEN.app}",
            ],
            reverse_sql=f"DROP FUNCTION {', '.join(_HANDELINGEN + _INTERN)} CASCADE",
        ),
    ]
