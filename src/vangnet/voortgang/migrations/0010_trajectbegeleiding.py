# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""Contacts within a traject, and why a traject stopped."""

import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0014_dicht_op_slot"),
        ("organisaties", "0011_telefoon"),
        ("voortgang", "0009_alleen_met_regie"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Contactmoment",
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
                ("moment", models.DateTimeField()),
                ("plek", models.TextField(blank=True, null=True)),
                ("uitkomst", models.CharField(blank=True, max_length=60, null=True)),
            ],
            options={
                "verbose_name_plural": "contactmomenten",
                "db_table": "voortgang_contactmoment",
            },
        ),
        migrations.CreateModel(
            name="ContactmomentEvent",
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
                ("moment", models.DateTimeField()),
                ("plek", models.TextField(blank=True, null=True)),
                ("uitkomst", models.CharField(blank=True, max_length=60, null=True)),
            ],
            options={
                "abstract": False,
            },
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trajectbegeleiding",
            name="delete_delete",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="trajectbegeleiding",
            name="update_update",
        ),
        migrations.AddField(
            model_name="trajectbegeleiding",
            name="einde_reden",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="trajectbegeleidingevent",
            name="einde_reden",
            field=models.TextField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trajectbegeleiding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."einde_reden" IS DISTINCT FROM (NEW."einde_reden") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."tot" IS DISTINCT FROM (NEW."tot") OR OLD."vanaf" IS DISTINCT FROM (NEW."vanaf") OR OLD."versie" IS DISTINCT FROM (NEW."versie"))',
                    func='INSERT INTO "voortgang_trajectbegeleidingevent" ("aangemaakt_op", "casus_id", "einde_reden", "id", "invoer", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "vanaf", "versie") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."einde_reden", OLD."id", OLD."invoer", NOW(), \'update\', OLD."id", OLD."tot", OLD."vanaf", OLD."versie"); RETURN NULL;',
                    hash="f8efb447894eff63ca8a20ee9a83418a27815a3b",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_2b552",
                    table="voortgang_trajectbegeleiding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="trajectbegeleiding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "voortgang_trajectbegeleidingevent" ("aangemaakt_op", "casus_id", "einde_reden", "id", "invoer", "pgh_created_at", "pgh_label", "pgh_obj_id", "tot", "vanaf", "versie") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."einde_reden", OLD."id", OLD."invoer", NOW(), \'delete\', OLD."id", OLD."tot", OLD."vanaf", OLD."versie"); RETURN NULL;',
                    hash="3d6826ac39d85ae4f89ba9894d49c2d080cd5c94",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_f0b55",
                    table="voortgang_trajectbegeleiding",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddField(
            model_name="contactmoment",
            name="casus",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="contacten",
                to="casus.casus",
            ),
        ),
        migrations.AddField(
            model_name="contactmoment",
            name="door",
            field=models.ForeignKey(
                editable=False,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="contactmoment",
            name="organisatie",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="organisaties.organisatie",
            ),
        ),
        migrations.AddField(
            model_name="contactmomentevent",
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
            model_name="contactmomentevent",
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
            model_name="contactmomentevent",
            name="organisatie",
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
        migrations.AddField(
            model_name="contactmomentevent",
            name="pgh_obj",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.DO_NOTHING,
                to="voortgang.contactmoment",
            ),
        ),
        migrations.AddIndex(
            model_name="contactmoment",
            index=models.Index(fields=["casus", "moment"], name="contactmoment_casus"),
        ),
        migrations.AddConstraint(
            model_name="contactmoment",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("uitkomst__isnull", True),
                    ("uitkomst__in", ["gesproken", "niet_bereikt", "afgezegd"]),
                    _connector="OR",
                ),
                name="contactmoment_uitkomst",
                violation_error_message="Een contact is gesproken, niet bereikt of afgezegd.",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmoment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."door_id" IS DISTINCT FROM (NEW."door_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."moment" IS DISTINCT FROM (NEW."moment") OR OLD."organisatie_id" IS DISTINCT FROM (NEW."organisatie_id") OR OLD."plek" IS DISTINCT FROM (NEW."plek") OR OLD."uitkomst" IS DISTINCT FROM (NEW."uitkomst") OR OLD."versie" IS DISTINCT FROM (NEW."versie"))',
                    func='INSERT INTO "voortgang_contactmomentevent" ("aangemaakt_op", "casus_id", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "moment", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek", "uitkomst", "versie") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", OLD."moment", OLD."organisatie_id", NOW(), \'update\', OLD."id", OLD."plek", OLD."uitkomst", OLD."versie"); RETURN NULL;',
                    hash="aeed95e03b1b7c82aef3fa86e4d9d5066b9fcf59",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_5a163",
                    table="voortgang_contactmoment",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmoment",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "voortgang_contactmomentevent" ("aangemaakt_op", "casus_id", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "moment", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek", "uitkomst", "versie") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", OLD."moment", OLD."organisatie_id", NOW(), \'delete\', OLD."id", OLD."plek", OLD."uitkomst", OLD."versie"); RETURN NULL;',
                    hash="6a89faf723bf373d70643855a027efdff280b010",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d14c0",
                    table="voortgang_contactmoment",
                    when="AFTER",
                ),
            ),
        ),
    ]
