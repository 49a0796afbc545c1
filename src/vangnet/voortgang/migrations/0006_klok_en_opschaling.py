# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""Evaluations, and what an opschaling keeps of its admission and its end."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0012_wissel_inzet"),
        ("organisaties", "0010_beheer"),
        ("voortgang", "0005_eenmaal"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Evaluatie",
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
                ("conclusie", models.TextField()),
            ],
            options={
                "verbose_name_plural": "evaluaties",
                "db_table": "voortgang_evaluatie",
            },
        ),
        migrations.CreateModel(
            name="EvaluatieEvent",
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
                ("conclusie", models.TextField()),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="opschaling",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="opschaling",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="opschaling",
            name="afgerond_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="opschaling",
            name="notitie",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="opschaling",
            name="opbrengst",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="opschaling",
            name="toegelaten_door",
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddField(
            model_name="opschaling",
            name="toegelaten_namens",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="organisaties.organisatie",
            ),
        ),
        migrations.AddField(
            model_name="opschalingevent",
            name="afgerond_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="opschalingevent",
            name="notitie",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="opschalingevent",
            name="opbrengst",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="opschalingevent",
            name="toegelaten_door",
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddField(
            model_name="opschalingevent",
            name="toegelaten_namens",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="organisaties.organisatie",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opschaling",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."aangesprokene_id" IS DISTINCT FROM (NEW."aangesprokene_id") OR OLD."afgerond_op" IS DISTINCT FROM (NEW."afgerond_op") OR OLD."antwoord" IS DISTINCT FROM (NEW."antwoord") OR OLD."antwoord_voor" IS DISTINCT FROM (NEW."antwoord_voor") OR OLD."beantwoord_op" IS DISTINCT FROM (NEW."beantwoord_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."datum" IS DISTINCT FROM (NEW."datum") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."niveau" IS DISTINCT FROM (NEW."niveau") OR OLD."notitie" IS DISTINCT FROM (NEW."notitie") OR OLD."opbrengst" IS DISTINCT FROM (NEW."opbrengst") OR OLD."toegelaten_door" IS DISTINCT FROM (NEW."toegelaten_door") OR OLD."toegelaten_namens_id" IS DISTINCT FROM (NEW."toegelaten_namens_id") OR OLD."toegelaten_op" IS DISTINCT FROM (NEW."toegelaten_op") OR OLD."uitkomst" IS DISTINCT FROM (NEW."uitkomst") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."vraag" IS DISTINCT FROM (NEW."vraag"))',
                    func='INSERT INTO "voortgang_opschalingevent" ("aangemaakt_op", "aangesprokene_id", "afgerond_op", "antwoord", "antwoord_voor", "beantwoord_op", "casus_id", "datum", "id", "invoer", "niveau", "notitie", "opbrengst", "pgh_created_at", "pgh_label", "pgh_obj_id", "toegelaten_door", "toegelaten_namens_id", "toegelaten_op", "uitkomst", "versie", "vraag") VALUES (OLD."aangemaakt_op", OLD."aangesprokene_id", OLD."afgerond_op", OLD."antwoord", OLD."antwoord_voor", OLD."beantwoord_op", OLD."casus_id", OLD."datum", OLD."id", OLD."invoer", OLD."niveau", OLD."notitie", OLD."opbrengst", NOW(), \'update\', OLD."id", OLD."toegelaten_door", OLD."toegelaten_namens_id", OLD."toegelaten_op", OLD."uitkomst", OLD."versie", OLD."vraag"); RETURN NULL;',
                    hash="43ec588dc4ff5af6edc66c85e2324db75ff9476a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_40702",
                    table="voortgang_opschaling",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="opschaling",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "voortgang_opschalingevent" ("aangemaakt_op", "aangesprokene_id", "afgerond_op", "antwoord", "antwoord_voor", "beantwoord_op", "casus_id", "datum", "id", "invoer", "niveau", "notitie", "opbrengst", "pgh_created_at", "pgh_label", "pgh_obj_id", "toegelaten_door", "toegelaten_namens_id", "toegelaten_op", "uitkomst", "versie", "vraag") VALUES (OLD."aangemaakt_op", OLD."aangesprokene_id", OLD."afgerond_op", OLD."antwoord", OLD."antwoord_voor", OLD."beantwoord_op", OLD."casus_id", OLD."datum", OLD."id", OLD."invoer", OLD."niveau", OLD."notitie", OLD."opbrengst", NOW(), \'delete\', OLD."id", OLD."toegelaten_door", OLD."toegelaten_namens_id", OLD."toegelaten_op", OLD."uitkomst", OLD."versie", OLD."vraag"); RETURN NULL;',
                    hash="8d367947414f886f9d2f8ebcfddb974d225d3fb8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_e925a",
                    table="voortgang_opschaling",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="evaluatie",
            name="casus",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="evaluaties",
                to="casus.casus",
            ),
        ),
        migrations.AddField(
            model_name="evaluatie",
            name="door",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="evaluatieevent",
            name="casus",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="casus.casus",
            ),
        ),
        migrations.AddField(
            model_name="evaluatieevent",
            name="door",
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
            model_name="evaluatieevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="voortgang.evaluatie",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluatie",
            constraint=models.UniqueConstraint(
                fields=("casus", "datum"),
                name="evaluatie_een",
                nulls_distinct=False,
                violation_error_message="Deze regel bestaat al.",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluatie",
            constraint=models.CheckConstraint(
                condition=models.Q(("conclusie__regex", "\\S")),
                name="evaluatie_conclusie",
                violation_error_message="Schrijf wat de evaluatie opleverde.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluatie",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."conclusie" IS DISTINCT FROM (NEW."conclusie") OR OLD."datum" IS DISTINCT FROM (NEW."datum") OR OLD."door_id" IS DISTINCT FROM (NEW."door_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."versie" IS DISTINCT FROM (NEW."versie"))',
                    func='INSERT INTO "voortgang_evaluatieevent" ("aangemaakt_op", "casus_id", "conclusie", "datum", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."conclusie", OLD."datum", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", NOW(), \'update\', OLD."id", OLD."versie"); RETURN NULL;',
                    hash="a1bf95f60dfe841f3a815b30a3146d60455bf15a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_97e01",
                    table="voortgang_evaluatie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="evaluatie",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "voortgang_evaluatieevent" ("aangemaakt_op", "casus_id", "conclusie", "datum", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."conclusie", OLD."datum", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", NOW(), \'delete\', OLD."id", OLD."versie"); RETURN NULL;',
                    hash="48514514c9b58ad1adef1338f3bb3ac6c59d1b93",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_79759",
                    table="voortgang_evaluatie",
                    when="AFTER",
                ),
            ),
        ),
    ]
