# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""When the clock of a casus strikes; a beheerder sets it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import historie_op_slot


class Migration(migrations.Migration):
    dependencies = [
        ("inrichting", "0010_beheer_screening"),
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
            name="evaluatie_weken",
            field=models.PositiveSmallIntegerField(db_default=12, default=12),
        ),
        migrations.AddField(
            model_name="huis",
            name="gemiste_evaluaties",
            field=models.PositiveSmallIntegerField(db_default=2, default=2),
        ),
        migrations.AddField(
            model_name="huis",
            name="stilstand_weken",
            field=models.PositiveSmallIntegerField(db_default=4, default=4),
        ),
        migrations.AddField(
            model_name="huis",
            name="te_laat_dagen",
            field=models.PositiveSmallIntegerField(db_default=7, default=7),
        ),
        migrations.AddField(
            model_name="huisevent",
            name="evaluatie_weken",
            field=models.PositiveSmallIntegerField(db_default=12, default=12),
        ),
        migrations.AddField(
            model_name="huisevent",
            name="gemiste_evaluaties",
            field=models.PositiveSmallIntegerField(db_default=2, default=2),
        ),
        migrations.AddField(
            model_name="huisevent",
            name="stilstand_weken",
            field=models.PositiveSmallIntegerField(db_default=4, default=4),
        ),
        migrations.AddField(
            model_name="huisevent",
            name="te_laat_dagen",
            field=models.PositiveSmallIntegerField(db_default=7, default=7),
        ),
        migrations.AddConstraint(
            model_name="huis",
            constraint=models.CheckConstraint(
                name="huis_termijnen",
                condition=models.Q(
                    stilstand_weken__range=(1, 26),
                    te_laat_dagen__range=(1, 90),
                    evaluatie_weken__range=(1, 52),
                    gemiste_evaluaties__range=(1, 10),
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="huis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "inrichting_huisevent" ("aangemaakt_op", "demo", "enige", "evaluatie_weken", "gemeenten", "gemiste_evaluaties", "id", "invoer", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "publicatiegrens", "screening_maanden", "stilstand_weken", "te_laat_dagen", "versie") VALUES (OLD."aangemaakt_op", OLD."demo", OLD."enige", OLD."evaluatie_weken", OLD."gemeenten", OLD."gemiste_evaluaties", OLD."id", OLD."invoer", OLD."naam", NOW(), \'update\', OLD."id", OLD."publicatiegrens", OLD."screening_maanden", OLD."stilstand_weken", OLD."te_laat_dagen", OLD."versie"); RETURN NULL;',
                    hash="cbe9718982c596ad0636b15e643defe033bde5cd",
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
                    func='INSERT INTO "inrichting_huisevent" ("aangemaakt_op", "demo", "enige", "evaluatie_weken", "gemeenten", "gemiste_evaluaties", "id", "invoer", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "publicatiegrens", "screening_maanden", "stilstand_weken", "te_laat_dagen", "versie") VALUES (OLD."aangemaakt_op", OLD."demo", OLD."enige", OLD."evaluatie_weken", OLD."gemeenten", OLD."gemiste_evaluaties", OLD."id", OLD."invoer", OLD."naam", NOW(), \'delete\', OLD."id", OLD."publicatiegrens", OLD."screening_maanden", OLD."stilstand_weken", OLD."te_laat_dagen", OLD."versie"); RETURN NULL;',
                    hash="029533670fb97c1b0010284a107dbbc615018586",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_187d0",
                    table="inrichting_huis",
                    when="AFTER",
                ),
            ),
        ),
        historie_op_slot("inrichting_huis"),
        migrations.RunSQL(
            "GRANT UPDATE (stilstand_weken, te_laat_dagen, evaluatie_weken, gemiste_evaluaties) "
            f"ON inrichting_huis TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
