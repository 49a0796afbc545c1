# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""How old a VOG or screening of staff may be; a beheerder sets it."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import historie_op_slot


class Migration(migrations.Migration):
    dependencies = [
        ("inrichting", "0002_rechten"),
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
            name="screening_maanden",
            field=models.PositiveSmallIntegerField(db_default=12, default=12),
        ),
        migrations.AddField(
            model_name="huisevent",
            name="screening_maanden",
            field=models.PositiveSmallIntegerField(db_default=12, default=12),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="huis",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition="WHEN (OLD.* IS DISTINCT FROM NEW.*)",
                    func='INSERT INTO "inrichting_huisevent" ("aangemaakt_op", "demo", "enige", "gemeenten", "id", "invoer", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "publicatiegrens", "screening_maanden", "versie") VALUES (OLD."aangemaakt_op", OLD."demo", OLD."enige", OLD."gemeenten", OLD."id", OLD."invoer", OLD."naam", NOW(), \'update\', OLD."id", OLD."publicatiegrens", OLD."screening_maanden", OLD."versie"); RETURN NULL;',
                    hash="a91c8047f0e3e12cb10f982aaa1fa472fc28f20d",
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
                    func='INSERT INTO "inrichting_huisevent" ("aangemaakt_op", "demo", "enige", "gemeenten", "id", "invoer", "naam", "pgh_created_at", "pgh_label", "pgh_obj_id", "publicatiegrens", "screening_maanden", "versie") VALUES (OLD."aangemaakt_op", OLD."demo", OLD."enige", OLD."gemeenten", OLD."id", OLD."invoer", OLD."naam", NOW(), \'delete\', OLD."id", OLD."publicatiegrens", OLD."screening_maanden", OLD."versie"); RETURN NULL;',
                    hash="8c2e6df9a7f0078eab1ee1e36c78ed0f2ec83974",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_187d0",
                    table="inrichting_huis",
                    when="AFTER",
                ),
            ),
        ),
        historie_op_slot("inrichting_huis"),
        migrations.RunSQL(
            f"GRANT UPDATE (screening_maanden) ON inrichting_huis TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
