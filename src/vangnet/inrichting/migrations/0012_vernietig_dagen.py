# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""After how many days an aanmelding without casus is destroyed; a beheerder sets it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import historie_op_slot


class Migration(migrations.Migration):
    dependencies = [
        ("inrichting", "0011_voortgangstermijnen"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="huis",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="huis",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="huis",
            name="vernietig_dagen",
            field=models.PositiveSmallIntegerField(db_default=14, default=14),
        ),
        migrations.AddField(
            model_name="huisevent",
            name="vernietig_dagen",
            field=models.PositiveSmallIntegerField(db_default=14, default=14),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="huis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "inrichting_huisevent" ("aangemaakt_op", "demo", "enige", "evaluatie_weken", "gemeenten", "gemiste_evaluaties", "id", "invoer", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "publicatiegrens", "screening_maanden", "stilstand_weken", "te_laat_dagen", "vernietig_dagen", "versie") VALUES (OLD."aangemaakt_op", OLD."demo", OLD."enige", OLD."evaluatie_weken", OLD."gemeenten", OLD."gemiste_evaluaties", OLD."id", OLD."invoer", OLD."naam", NOW(), \'update\', OLD."id", OLD."publicatiegrens", OLD."screening_maanden", OLD."stilstand_weken", OLD."te_laat_dagen", OLD."vernietig_dagen", OLD."versie"); RETURN NULL;',
                    hash="be424fe82cf86fc44bbd7839b87db660b8cdc091",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_12f00",
                    table="inrichting_huis",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="huis",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "inrichting_huisevent" ("aangemaakt_op", "demo", "enige", "evaluatie_weken", "gemeenten", "gemiste_evaluaties", "id", "invoer", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "publicatiegrens", "screening_maanden", "stilstand_weken", "te_laat_dagen", "vernietig_dagen", "versie") VALUES (OLD."aangemaakt_op", OLD."demo", OLD."enige", OLD."evaluatie_weken", OLD."gemeenten", OLD."gemiste_evaluaties", OLD."id", OLD."invoer", OLD."naam", NOW(), \'delete\', OLD."id", OLD."publicatiegrens", OLD."screening_maanden", OLD."stilstand_weken", OLD."te_laat_dagen", OLD."vernietig_dagen", OLD."versie"); RETURN NULL;',
                    hash="4a34da5f6ad2fb5b064e9d2fb67ed918deac4955",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_187d0",
                    table="inrichting_huis",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="huis",
            constraint=models.CheckConstraint(
                condition=models.Q(("vernietig_dagen__range", (1, 28))), name="huis_vernietig_dagen"
            ),
        ),
        historie_op_slot("inrichting_huis"),
        migrations.RunSQL(
            f"GRANT UPDATE (vernietig_dagen) ON inrichting_huis TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
