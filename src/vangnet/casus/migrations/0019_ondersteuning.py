# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""What an inzet of ondersteuning keeps."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0018_traject_apart"),
    ]

    operations = [
        migrations.CreateModel(
            name="Ondersteuning",
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
                ("regie_bij", models.TextField()),
                ("vraag", models.TextField()),
                ("huis_doet", models.TextField()),
                ("tafels", models.TextField(blank=True, null=True)),
                ("volgende_blik", models.DateField()),
                (
                    "casus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="ondersteuningen",
                        to="casus.casus",
                    ),
                ),
                (
                    "inzet",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.RESTRICT,
                        related_name="ondersteuningen",
                        to="casus.inzet",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "ondersteuningen",
                "db_table": "casus_ondersteuning",
            },
        ),
        migrations.CreateModel(
            name="OndersteuningEvent",
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
                ("regie_bij", models.TextField()),
                ("vraag", models.TextField()),
                ("huis_doet", models.TextField()),
                ("tafels", models.TextField(blank=True, null=True)),
                ("volgende_blik", models.DateField()),
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
                    "inzet",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        related_query_name="+",
                        to="casus.inzet",
                    ),
                ),
                (
                    "pgh_obj",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        to="casus.ondersteuning",
                    ),
                ),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.AddConstraint(
            model_name="ondersteuning",
            constraint=models.UniqueConstraint(
                fields=("inzet",),
                name="ondersteuning_een",
                nulls_distinct=False,
                violation_error_message="Deze regel bestaat al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="ondersteuning",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("huis_doet__regex", "\\S"),
                    ("regie_bij__regex", "\\S"),
                    ("vraag__regex", "\\S"),
                ),
                name="ondersteuning_gevuld",
                violation_error_message="Zeg wie de regie heeft, wat de vraag is en wat het huis doet.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ondersteuning",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."huis_doet" IS DISTINCT FROM (NEW."huis_doet") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."inzet_id" IS DISTINCT FROM (NEW."inzet_id") OR OLD."regie_bij" IS DISTINCT FROM (NEW."regie_bij") OR OLD."tafels" IS DISTINCT FROM (NEW."tafels") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."volgende_blik" IS DISTINCT FROM (NEW."volgende_blik") OR OLD."vraag" IS DISTINCT FROM (NEW."vraag"))',
                    func='INSERT INTO "casus_ondersteuningevent" ("aangemaakt_op", "casus_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "huis_doet", "id", "invoer", "inzet_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regie_bij", "tafels", "versie", "volgende_blik", "vraag") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."huis_doet", OLD."id", OLD."invoer", OLD."inzet_id", NOW(), \'update\', OLD."id", OLD."regie_bij", OLD."tafels", OLD."versie", OLD."volgende_blik", OLD."vraag"); RETURN NULL;',
                    hash="63fac3bb1714a5f66ca89575eef39d66bdf6642a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_3a466",
                    table="casus_ondersteuning",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="ondersteuning",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "casus_ondersteuningevent" ("aangemaakt_op", "casus_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "huis_doet", "id", "invoer", "inzet_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "regie_bij", "tafels", "versie", "volgende_blik", "vraag") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."huis_doet", OLD."id", OLD."invoer", OLD."inzet_id", NOW(), \'delete\', OLD."id", OLD."regie_bij", OLD."tafels", OLD."versie", OLD."volgende_blik", OLD."vraag"); RETURN NULL;',
                    hash="fc3f188ac27aaf9dfd9854ea643b6038622e0635",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_77653",
                    table="casus_ondersteuning",
                    when="AFTER",
                ),
            ),
        ),
    ]
