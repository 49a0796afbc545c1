# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""The number of the desk of an organisation."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("organisaties", "0010_beheer"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="organisatie",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="organisatie",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="organisatie",
            name="telefoon",
            field=models.CharField(blank=True, max_length=20, null=True),
        ),
        migrations.AddField(
            model_name="organisatieevent",
            name="telefoon",
            field=models.CharField(blank=True, max_length=20, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisatie",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "organisaties_organisatieevent" ("aangemaakt_op", "convenant_op", "deelnemer", "id", "invoer", "kenmerk", "keten", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "rapportgroep", "soort", "telefoon", "versie") VALUES (OLD."aangemaakt_op", OLD."convenant_op", OLD."deelnemer", OLD."id", OLD."invoer", OLD."kenmerk", OLD."keten", OLD."naam", NOW(), \'update\', OLD."id", OLD."rapportgroep", OLD."soort", OLD."telefoon", OLD."versie"); RETURN NULL;',
                    hash="a5c24992913cfb8ce94ee31ca1f452d2eab00741",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_21fd9",
                    table="organisaties_organisatie",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="organisatie",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "organisaties_organisatieevent" ("aangemaakt_op", "convenant_op", "deelnemer", "id", "invoer", "kenmerk", "keten", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "rapportgroep", "soort", "telefoon", "versie") VALUES (OLD."aangemaakt_op", OLD."convenant_op", OLD."deelnemer", OLD."id", OLD."invoer", OLD."kenmerk", OLD."keten", OLD."naam", NOW(), \'delete\', OLD."id", OLD."rapportgroep", OLD."soort", OLD."telefoon", OLD."versie"); RETURN NULL;',
                    hash="c9e6dd9138a4f8d70c0c532a26b11af321a3a9b6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_81a5a",
                    table="organisaties_organisatie",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="organisatie",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("telefoon__isnull", True),
                    ("telefoon__regex", "^\\+?[0-9]{3,15}$"),
                    _connector="OR",
                ),
                name="organisatie_telefoon",
                violation_error_message="Een telefoonnummer bestaat uit cijfers.",
            ),
        ),
    ]
