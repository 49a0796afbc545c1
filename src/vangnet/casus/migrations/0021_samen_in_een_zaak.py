# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""Why people are taken together in one casus."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0020_ondersteuning_beleid"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="betrokkenheid",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="betrokkenheid",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="betrokkenheid",
            name="afstemming",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="betrokkenheid",
            name="kring",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="betrokkenheid",
            name="samenhang",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="betrokkenheidevent",
            name="afstemming",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="betrokkenheidevent",
            name="kring",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="betrokkenheidevent",
            name="samenhang",
            field=models.TextField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="betrokkenheid",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."afstemming" IS DISTINCT FROM (NEW."afstemming") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."kring" IS DISTINCT FROM (NEW."kring") OR OLD."persoon_id" IS DISTINCT FROM (NEW."persoon_id") OR OLD."rol" IS DISTINCT FROM (NEW."rol") OR OLD."samenhang" IS DISTINCT FROM (NEW."samenhang") OR OLD."tot" IS DISTINCT FROM (NEW."tot") OR OLD."vanaf" IS DISTINCT FROM (NEW."vanaf") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."zijde" IS DISTINCT FROM (NEW."zijde"))',
                    func='INSERT INTO "casus_betrokkenheidevent" ("aangemaakt_op", "afstemming", "casus_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "kring", "persoon_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "samenhang", "tot", "vanaf", "versie", "zijde") VALUES (OLD."aangemaakt_op", OLD."afstemming", OLD."casus_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", OLD."kring", OLD."persoon_id", NOW(), \'update\', OLD."id", OLD."rol", OLD."samenhang", OLD."tot", OLD."vanaf", OLD."versie", OLD."zijde"); RETURN NULL;',
                    hash="d1572c9e8cbc64161df735d8e414267e80283fcc",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_b8479",
                    table="casus_betrokkenheid",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="betrokkenheid",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "casus_betrokkenheidevent" ("aangemaakt_op", "afstemming", "casus_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "kring", "persoon_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "rol", "samenhang", "tot", "vanaf", "versie", "zijde") VALUES (OLD."aangemaakt_op", OLD."afstemming", OLD."casus_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", OLD."kring", OLD."persoon_id", NOW(), \'delete\', OLD."id", OLD."rol", OLD."samenhang", OLD."tot", OLD."vanaf", OLD."versie", OLD."zijde"); RETURN NULL;',
                    hash="ce7b69135755c177418e59c870f7a414d65c953e",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_9abb4",
                    table="casus_betrokkenheid",
                    when="AFTER",
                ),
            ),
        ),
    ]
