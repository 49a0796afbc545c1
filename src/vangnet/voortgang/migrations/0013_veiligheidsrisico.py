# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""What the house says of the safety of a casus, dated; nothing of it is overwritten."""

import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0024_beeindigd_door"),
        ("voortgang", "0012_late_antwoorden"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Veiligheidsrisico",
            fields=[
                (
                    "id",
                    models.UUIDField(
                        default=uuid.uuid4, editable=False, primary_key=True, serialize=False
                    ),
                ),
                ("versie", models.PositiveIntegerField(db_default=1, editable=False)),
                ("invoer", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "aangemaakt_op",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("eerste_verwerking", models.DateField(blank=True, null=True)),
                (
                    "eerste_verwerking_afgeleid",
                    models.BooleanField(db_default=False, editable=False),
                ),
                ("dicht", models.BooleanField(db_default=True, editable=False)),
                ("datum", models.DateField()),
                (
                    "voor",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        db_default=[],
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "soort",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        db_default=[],
                        default=list,
                        size=None,
                    ),
                ),
                ("reden", models.TextField()),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="casus.casus",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        editable=False,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "na",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="+",
                        to="voortgang.veiligheidsrisico",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "veiligheidsrisico's",
                "db_table": "voortgang_veiligheidsrisico",
            },
        ),
        migrations.CreateModel(
            name="VeiligheidsrisicoEvent",
            fields=[
                ("pgh_id", models.AutoField(primary_key=True, serialize=False)),
                ("pgh_created_at", models.DateTimeField(auto_now_add=True)),
                ("pgh_label", models.TextField(help_text="The event label.")),
                ("id", models.UUIDField(default=uuid.uuid4, editable=False, serialize=False)),
                ("versie", models.PositiveIntegerField(db_default=1, editable=False)),
                ("invoer", models.UUIDField(blank=True, editable=False, null=True)),
                (
                    "aangemaakt_op",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("eerste_verwerking", models.DateField(blank=True, null=True)),
                (
                    "eerste_verwerking_afgeleid",
                    models.BooleanField(db_default=False, editable=False),
                ),
                ("datum", models.DateField()),
                (
                    "voor",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        db_default=[],
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "soort",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60),
                        blank=True,
                        db_default=[],
                        default=list,
                        size=None,
                    ),
                ),
                ("reden", models.TextField()),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "casus",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casus.casus",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        db_constraint=False,
                        editable=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "na",
                    models.ForeignKey(
                        blank=True,
                        db_constraint=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="voortgang.veiligheidsrisico",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="voortgang.veiligheidsrisico",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="veiligheidsrisico",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("voor__contained_by", ["zelf", "gezin", "omgeving", "professionals"])
                ),
                name="veiligheid_voor",
                violation_error_message="Deze keuze staat niet in de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="veiligheidsrisico",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    (
                        "soort__contained_by",
                        [
                            "geweld",
                            "zelfbeschadiging",
                            "brand",
                            "seksueel",
                            "dreiging",
                            "ernstige_overlast",
                        ],
                    )
                ),
                name="veiligheid_soort",
                violation_error_message="Deze keuze staat niet in de lijst.",
            ),
        ),
        migrations.AddConstraint(
            model_name="veiligheidsrisico",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("soort", []), ("voor", [])),
                    models.Q(
                        models.Q(("voor", []), _negated=True),
                        models.Q(("soort", []), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="veiligheid_beide",
                violation_error_message="Kies wat er kan gebeuren en voor wie, of geen van beide.",
            ),
        ),
        migrations.AddConstraint(
            model_name="veiligheidsrisico",
            constraint=models.CheckConstraint(
                condition=models.Q(("reden__regex", "\\S")),
                name="veiligheid_reden",
                violation_error_message="Schrijf waarom dit verandert.",
            ),
        ),
        migrations.AddConstraint(
            model_name="veiligheidsrisico",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ingetrokken_op__isnull", True)),
                fields=("casus", "na"),
                name="veiligheid_een",
                nulls_distinct=False,
                violation_error_message="Iemand anders heeft dit intussen veranderd.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="veiligheidsrisico",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."datum" IS DISTINCT FROM (NEW."datum") OR OLD."door_id" IS DISTINCT FROM (NEW."door_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."ingetrokken_op" IS DISTINCT FROM (NEW."ingetrokken_op") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."na_id" IS DISTINCT FROM (NEW."na_id") OR OLD."reden" IS DISTINCT FROM (NEW."reden") OR OLD."soort" IS DISTINCT FROM (NEW."soort") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."voor" IS DISTINCT FROM (NEW."voor"))',
                    func='INSERT INTO "voortgang_veiligheidsrisicoevent" ("aangemaakt_op", "casus_id", "datum", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "ingetrokken_op", "invoer", "na_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "versie", "voor") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."datum", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."ingetrokken_op", OLD."invoer", OLD."na_id", NOW(), \'update\', OLD."id", OLD."reden", OLD."soort", OLD."versie", OLD."voor"); RETURN NULL;',
                    hash="b2d0a046a6461a1ec756244011689221791657bd",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_f315f",
                    table="voortgang_veiligheidsrisico",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="veiligheidsrisico",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "voortgang_veiligheidsrisicoevent" ("aangemaakt_op", "casus_id", "datum", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "ingetrokken_op", "invoer", "na_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "versie", "voor") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."datum", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."ingetrokken_op", OLD."invoer", OLD."na_id", NOW(), \'delete\', OLD."id", OLD."reden", OLD."soort", OLD."versie", OLD."voor"); RETURN NULL;',
                    hash="fce467e78cd2f0d4ff61df07c98aa22125f693e2",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e1910",
                    table="voortgang_veiligheidsrisico",
                    when="AFTER",
                ),
            ),
        ),
    ]
