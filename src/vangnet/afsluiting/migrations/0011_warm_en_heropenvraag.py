# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""What goes along with a handover, and the question to reopen a casus."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("afsluiting", "0010_niet_geinformeerd"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Heropenvraag",
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
                ("kenmerk", models.CharField(max_length=60)),
                ("gevraagd_op", models.DateField()),
                ("behandeld_op", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name_plural": "heropenvragen",
                "db_table": "afsluiting_heropenvraag",
            },
        ),
        migrations.CreateModel(
            name="HeropenvraagEvent",
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
                ("kenmerk", models.CharField(max_length=60)),
                ("gevraagd_op", models.DateField()),
                ("behandeld_op", models.DateField(blank=True, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="overdracht",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="overdracht",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="overdracht",
            name="gesprek_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="overdracht",
            name="wat",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="overdrachtevent",
            name="gesprek_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="overdrachtevent",
            name="wat",
            field=models.TextField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overdracht",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangeboden_door_id" IS DISTINCT FROM (NEW."aangeboden_door_id") OR OLD."aangeboden_op" IS DISTINCT FROM (NEW."aangeboden_op") OR OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."antwoord" IS DISTINCT FROM (NEW."antwoord") OR OLD."beantwoord_door_id" IS DISTINCT FROM (NEW."beantwoord_door_id") OR OLD."beantwoord_op" IS DISTINCT FROM (NEW."beantwoord_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."functie" IS DISTINCT FROM (NEW."functie") OR OLD."gebruiker_id" IS DISTINCT FROM (NEW."gebruiker_id") OR OLD."gesprek_op" IS DISTINCT FROM (NEW."gesprek_op") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."organisatie_id" IS DISTINCT FROM (NEW."organisatie_id") OR OLD."reden" IS DISTINCT FROM (NEW."reden") OR OLD."soort" IS DISTINCT FROM (NEW."soort") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."warm" IS DISTINCT FROM (NEW."warm") OR OLD."wat" IS DISTINCT FROM (NEW."wat"))',
                    func='INSERT INTO "afsluiting_overdrachtevent" ("aangeboden_door_id", "aangeboden_op", "aangemaakt_op", "antwoord", "beantwoord_door_id", "beantwoord_op", "casus_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "functie", "gebruiker_id", "gesprek_op", "id", "invoer", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "versie", "warm", "wat") VALUES (OLD."aangeboden_door_id", OLD."aangeboden_op", OLD."aangemaakt_op", OLD."antwoord", OLD."beantwoord_door_id", OLD."beantwoord_op", OLD."casus_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."functie", OLD."gebruiker_id", OLD."gesprek_op", OLD."id", OLD."invoer", OLD."organisatie_id", NOW(), \'update\', OLD."id", OLD."reden", OLD."soort", OLD."versie", OLD."warm", OLD."wat"); RETURN NULL;',
                    hash="58ef486f5a5d895fa10d636f8cf572e40308c002",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_cfdfc",
                    table="afsluiting_overdracht",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="overdracht",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "afsluiting_overdrachtevent" ("aangeboden_door_id", "aangeboden_op", "aangemaakt_op", "antwoord", "beantwoord_door_id", "beantwoord_op", "casus_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "functie", "gebruiker_id", "gesprek_op", "id", "invoer", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "soort", "versie", "warm", "wat") VALUES (OLD."aangeboden_door_id", OLD."aangeboden_op", OLD."aangemaakt_op", OLD."antwoord", OLD."beantwoord_door_id", OLD."beantwoord_op", OLD."casus_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."functie", OLD."gebruiker_id", OLD."gesprek_op", OLD."id", OLD."invoer", OLD."organisatie_id", NOW(), \'delete\', OLD."id", OLD."reden", OLD."soort", OLD."versie", OLD."warm", OLD."wat"); RETURN NULL;',
                    hash="9558ce1fff4925fb7b1fdc5d09df9001a24a286e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d52f6",
                    table="afsluiting_overdracht",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="heropenvraag",
            name="gevraagd_door",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heropenvraagevent",
            name="gevraagd_door",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="heropenvraagevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="afsluiting.heropenvraag",
            ),
        ),
        migrations.AddConstraint(
            model_name="heropenvraag",
            constraint=models.CheckConstraint(
                condition=models.Q(("kenmerk__regex", "^\\S*[0-9]\\S*$")),
                name="heropenvraag_kenmerk",
                violation_error_message="Een kenmerk is één woord met een cijfer erin.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heropenvraag",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "afsluiting_heropenvraagevent" ("aangemaakt_op", "behandeld_op", "eerste_verwerking", "eerste_verwerking_afgeleid", "gevraagd_door_id", "gevraagd_op", "id", "invoer", "kenmerk", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") VALUES (OLD."aangemaakt_op", OLD."behandeld_op", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."gevraagd_door_id", OLD."gevraagd_op", OLD."id", OLD."invoer", OLD."kenmerk", NOW(), \'update\', OLD."id", OLD."versie"); RETURN NULL;',
                    hash="4229f79e1d99434c7f29bc9c0ceac33db9a646b4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_d2020",
                    table="afsluiting_heropenvraag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="heropenvraag",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "afsluiting_heropenvraagevent" ("aangemaakt_op", "behandeld_op", "eerste_verwerking", "eerste_verwerking_afgeleid", "gevraagd_door_id", "gevraagd_op", "id", "invoer", "kenmerk", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") VALUES (OLD."aangemaakt_op", OLD."behandeld_op", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."gevraagd_door_id", OLD."gevraagd_op", OLD."id", OLD."invoer", OLD."kenmerk", NOW(), \'delete\', OLD."id", OLD."versie"); RETURN NULL;',
                    hash="9ca3e7ee2d3b76a680fec79f21b6e765c40325e5",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_1f201",
                    table="afsluiting_heropenvraag",
                    when="AFTER",
                ),
            ),
        ),
    ]
