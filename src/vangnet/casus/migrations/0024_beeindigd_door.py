# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""What was taken away by mistake comes back: who ended a rol, and the acts that undo."""

from pathlib import Path

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "terugnemen.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0023_wissel_zijde"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="casusrol",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="casusrol",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="casusrol",
            name="beeindigd_door",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="casusrolevent",
            name="beeindigd_door",
            field=models.ForeignKey(
                blank=True,
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casusrol",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."antwoord" IS DISTINCT FROM (NEW."antwoord") OR OLD."beeindigd_door_id" IS DISTINCT FROM (NEW."beeindigd_door_id") OR OLD."beeindigd_op" IS DISTINCT FROM (NEW."beeindigd_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."gebruiker_id" IS DISTINCT FROM (NEW."gebruiker_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."organisatie_id" IS DISTINCT FROM (NEW."organisatie_id") OR OLD."overgedragen_aan_id" IS DISTINCT FROM (NEW."overgedragen_aan_id") OR OLD."rol" IS DISTINCT FROM (NEW."rol") OR OLD."tot" IS DISTINCT FROM (NEW."tot") OR OLD."uitgenodigd_op" IS DISTINCT FROM (NEW."uitgenodigd_op") OR OLD."vanaf" IS DISTINCT FROM (NEW."vanaf") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."zijde" IS DISTINCT FROM (NEW."zijde"))',
                    func='INSERT INTO "casus_casusrolevent" ("aangemaakt_op", "antwoord", "beeindigd_door_id", "beeindigd_op", "casus_id", "gebruiker_id", "id", "invoer", "organisatie_id", "overgedragen_aan_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "tot", "uitgenodigd_op", "vanaf", "versie", "zijde") VALUES (OLD."aangemaakt_op", OLD."antwoord", OLD."beeindigd_door_id", OLD."beeindigd_op", OLD."casus_id", OLD."gebruiker_id", OLD."id", OLD."invoer", OLD."organisatie_id", OLD."overgedragen_aan_id", NOW(), \'update\', OLD."id", OLD."rol", OLD."tot", OLD."uitgenodigd_op", OLD."vanaf", OLD."versie", OLD."zijde"); RETURN NULL;',
                    hash="624c50a8aae1a266f78290ce99e457b96409256a",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_58639",
                    table="casus_casusrol",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casusrol",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "casus_casusrolevent" ("aangemaakt_op", "antwoord", "beeindigd_door_id", "beeindigd_op", "casus_id", "gebruiker_id", "id", "invoer", "organisatie_id", "overgedragen_aan_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "tot", "uitgenodigd_op", "vanaf", "versie", "zijde") VALUES (OLD."aangemaakt_op", OLD."antwoord", OLD."beeindigd_door_id", OLD."beeindigd_op", OLD."casus_id", OLD."gebruiker_id", OLD."id", OLD."invoer", OLD."organisatie_id", OLD."overgedragen_aan_id", NOW(), \'delete\', OLD."id", OLD."rol", OLD."tot", OLD."uitgenodigd_op", OLD."vanaf", OLD."versie", OLD."zijde"); RETURN NULL;',
                    hash="abb1a1e72289b435f04bbfb9440a2d3fe86a5ad0",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_dfbc2",
                    table="casus_casusrol",
                    when="AFTER",
                ),
            ),
        ),
        historie_op_slot("casus_casusrol"),
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION casus.zet_bijdrage_terug(uuid, text), "
                f"casus.herstel_rol(uuid, text) TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
