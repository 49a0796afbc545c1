# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""When a contact was taken away as a mistake."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("voortgang", "0014_veiligheid_beleid"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="contactmoment",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="contactmoment",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="contactmoment",
            name="weggehaald_op",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        migrations.AddField(
            model_name="contactmomentevent",
            name="weggehaald_op",
            field=models.DateTimeField(blank=True, editable=False, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="contactmoment",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."door_id" IS DISTINCT FROM (NEW."door_id") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."moment" IS DISTINCT FROM (NEW."moment") OR OLD."organisatie_id" IS DISTINCT FROM (NEW."organisatie_id") OR OLD."plek" IS DISTINCT FROM (NEW."plek") OR OLD."uitkomst" IS DISTINCT FROM (NEW."uitkomst") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."weggehaald_op" IS DISTINCT FROM (NEW."weggehaald_op"))',
                    func='INSERT INTO "voortgang_contactmomentevent" ("aangemaakt_op", "casus_id", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "moment", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek", "uitkomst", "versie", "weggehaald_op") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", OLD."moment", OLD."organisatie_id", NOW(), \'update\', OLD."id", OLD."plek", OLD."uitkomst", OLD."versie", OLD."weggehaald_op"); RETURN NULL;',
                    hash="9ca61a5ee17ffd507f6aebe8acb15fa261f55383",
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
                    func='INSERT INTO "voortgang_contactmomentevent" ("aangemaakt_op", "casus_id", "door_id", "eerste_verwerking", "eerste_verwerking_afgeleid", "id", "invoer", "moment", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "plek", "uitkomst", "versie", "weggehaald_op") VALUES (OLD."aangemaakt_op", OLD."casus_id", OLD."door_id", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."id", OLD."invoer", OLD."moment", OLD."organisatie_id", NOW(), \'delete\', OLD."id", OLD."plek", OLD."uitkomst", OLD."versie", OLD."weggehaald_op"); RETURN NULL;',
                    hash="4c55142630962d2ddea2892ae7268b4c3b903b95",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_d14c0",
                    table="voortgang_contactmoment",
                    when="AFTER",
                ),
            ),
        ),
    ]
