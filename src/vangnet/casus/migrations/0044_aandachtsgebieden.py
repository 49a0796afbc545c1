# SPDX-License-Identifier: EUPL-1.2
"""A casus has further aandachtsgebieden, beside the one that counts."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0043_buiten_werk"),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="casus",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="casus",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="casus",
            name="verdere_aandachtsgebieden",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="casusevent",
            name="verdere_aandachtsgebieden",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casus",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aandachtsgebied" IS DISTINCT FROM (NEW."aandachtsgebied") OR OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."beperkt" IS DISTINCT FROM (NEW."beperkt") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."gemeente" IS DISTINCT FROM (NEW."gemeente") OR OLD."gesloten" IS DISTINCT FROM (NEW."gesloten") OR OLD."hoofdbetrokkene_id" IS DISTINCT FROM (NEW."hoofdbetrokkene_id") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."kenmerk" IS DISTINCT FROM (NEW."kenmerk") OR OLD."samenstelling" IS DISTINCT FROM (NEW."samenstelling") OR OLD."verdere_aandachtsgebieden" IS DISTINCT FROM (NEW."verdere_aandachtsgebieden") OR OLD."versie" IS DISTINCT FROM (NEW."versie"))',
                    func='INSERT INTO "casus_casusevent" ("aandachtsgebied", "aangemaakt_op", "beperkt", "eerste_verwerking", "eerste_verwerking_afgeleid", "gemeente", "gesloten", "hoofdbetrokkene_id", "id", "invoer", "kenmerk", "pgh_created_at", "pgh_label", "pgh_obj_id", "samenstelling", "verdere_aandachtsgebieden", "versie") VALUES (OLD."aandachtsgebied", OLD."aangemaakt_op", OLD."beperkt", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."gemeente", OLD."gesloten", OLD."hoofdbetrokkene_id", OLD."id", OLD."invoer", OLD."kenmerk", NOW(), \'update\', OLD."id", OLD."samenstelling", OLD."verdere_aandachtsgebieden", OLD."versie"); RETURN NULL;',
                    hash="a2c1920a8986ebbc9d6c687c5842f4f3ce5c9dc4",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_87aa2",
                    table="casus_casus",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="casus",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "casus_casusevent" ("aandachtsgebied", "aangemaakt_op", "beperkt", "eerste_verwerking", "eerste_verwerking_afgeleid", "gemeente", "gesloten", "hoofdbetrokkene_id", "id", "invoer", "kenmerk", "pgh_created_at", "pgh_label", "pgh_obj_id", "samenstelling", "verdere_aandachtsgebieden", "versie") VALUES (OLD."aandachtsgebied", OLD."aangemaakt_op", OLD."beperkt", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."gemeente", OLD."gesloten", OLD."hoofdbetrokkene_id", OLD."id", OLD."invoer", OLD."kenmerk", NOW(), \'delete\', OLD."id", OLD."samenstelling", OLD."verdere_aandachtsgebieden", OLD."versie"); RETURN NULL;',
                    hash="77aa9a88d5cda6f8ea966454ef3ffbeb6762cb7b",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_b96e2",
                    table="casus_casus",
                    when="AFTER",
                ),
            ),
        ),
    ]
