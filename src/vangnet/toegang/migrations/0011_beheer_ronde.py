# SPDX-License-Identifier: EUPL-1.2
"""The yearly review of roles, and who reads the roles of others."""

import uuid
from pathlib import Path

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "ronde.sql").read_text(encoding="utf-8")
_BEHEER = "(SELECT toegang.heeft_een(ARRAY['beheerder', 'manager', 'privacy_officer', 'auditor']))"


class Migration(migrations.Migration):
    dependencies = [
        ("toegang", "0010_beheer_rollen"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rechtenronde",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("getekend_door", models.UUIDField()),
                ("getekend_op", models.DateTimeField()),
            ],
            options={
                "db_table": "toegang_rechtenronde",
            },
        ),
        migrations.CreateModel(
            name="Rechtenoordeel",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("accountrol", models.UUIDField()),
                ("gebruiker", models.UUIDField()),
                ("rol", models.CharField(max_length=40)),
                ("oordeel", models.CharField(max_length=10)),
                (
                    "ronde",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="oordelen",
                        to="toegang.rechtenronde",
                    ),
                ),
            ],
            options={
                "db_table": "toegang_rechtenoordeel",
                "indexes": [models.Index(fields=["accountrol"], name="rechtenoordeel_accountrol")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("oordeel__in", ["blijft", "eindigt"])),
                        name="rechtenoordeel_oordeel",
                        violation_error_message="Een rol blijft of eindigt.",
                    ),
                    models.UniqueConstraint(
                        fields=("ronde", "accountrol"), name="rechtenoordeel_eenmaal"
                    ),
                ],
            },
        ),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        rijbeveiliging("toegang_rechtenronde", Beleid(lezen=_BEHEER, invoer=False), historie=False),
        rijbeveiliging(
            "toegang_rechtenoordeel", Beleid(lezen=_BEHEER, invoer=False), historie=False
        ),
        # Beside the policy by which everybody reads the own roles.
        migrations.RunSQL(
            f"CREATE POLICY lezen_voor_beheer ON toegang_accountrol FOR SELECT "
            f"TO {settings.ROLLEN.app} USING ({_BEHEER})",
            reverse_sql="DROP POLICY lezen_voor_beheer ON toegang_accountrol",
        ),
    ]
