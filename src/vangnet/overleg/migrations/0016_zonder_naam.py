# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""Who came for an organisation with nobody by name stands in the verslag."""

from pathlib import Path

import pgtrigger.compiler
import pgtrigger.migrations
from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "zonder_naam.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0029_uitnodiging_aan_een_kant"),
        ("organisaties", "0012_telefoon_beleid"),
        ("overleg", "0015_zonder_puntconcept"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="genodigde",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="genodigde",
            name="delete_delete",
        ),
        migrations.RemoveConstraint(
            model_name="genodigde",
            name="genodigde_derde_na_geheimhouding",
        ),
        migrations.AddField(
            model_name="genodigde",
            name="functie",
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        migrations.AddField(
            model_name="genodigdeevent",
            name="functie",
            field=models.CharField(blank=True, max_length=200, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="genodigde",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."aanwezig" IS DISTINCT FROM (NEW."aanwezig") OR OLD."agendapunt_id" IS DISTINCT FROM (NEW."agendapunt_id") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."derde" IS DISTINCT FROM (NEW."derde") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."functie" IS DISTINCT FROM (NEW."functie") OR OLD."gebruiker_id" IS DISTINCT FROM (NEW."gebruiker_id") OR OLD."geheimhouding_op" IS DISTINCT FROM (NEW."geheimhouding_op") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."organisatie_id" IS DISTINCT FROM (NEW."organisatie_id") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."weggelaten_op" IS DISTINCT FROM (NEW."weggelaten_op"))',
                    func='INSERT INTO "overleg_genodigdeevent" ("aangemaakt_op", "aanwezig", "agendapunt_id", "casus_id", "derde", "eerste_verwerking", "eerste_verwerking_afgeleid", "functie", "gebruiker_id", "geheimhouding_op", "id", "invoer", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie", "weggelaten_op") VALUES (OLD."aangemaakt_op", OLD."aanwezig", OLD."agendapunt_id", OLD."casus_id", OLD."derde", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."functie", OLD."gebruiker_id", OLD."geheimhouding_op", OLD."id", OLD."invoer", OLD."organisatie_id", NOW(), \'update\', OLD."id", OLD."versie", OLD."weggelaten_op"); RETURN NULL;',
                    hash="45520e65ea5dce581b6d5c7f3c60def8cf82a3cb",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_78b48",
                    table="overleg_genodigde",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="genodigde",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "overleg_genodigdeevent" ("aangemaakt_op", "aanwezig", "agendapunt_id", "casus_id", "derde", "eerste_verwerking", "eerste_verwerking_afgeleid", "functie", "gebruiker_id", "geheimhouding_op", "id", "invoer", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "versie", "weggelaten_op") VALUES (OLD."aangemaakt_op", OLD."aanwezig", OLD."agendapunt_id", OLD."casus_id", OLD."derde", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."functie", OLD."gebruiker_id", OLD."geheimhouding_op", OLD."id", OLD."invoer", OLD."organisatie_id", NOW(), \'delete\', OLD."id", OLD."versie", OLD."weggelaten_op"); RETURN NULL;',
                    hash="3a9598181ea3760fd5510e77379c9571381ac2f8",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_7421a",
                    table="overleg_genodigde",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="genodigde",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(
                        ("derde__isnull", True),
                        ("functie__isnull", True),
                        ("gebruiker__isnull", False),
                        ("geheimhouding_op__isnull", True),
                    ),
                    models.Q(
                        ("derde__isnull", True),
                        ("gebruiker__isnull", True),
                        ("geheimhouding_op__isnull", True),
                        ("organisatie__isnull", False),
                    ),
                    models.Q(
                        ("derde__regex", "\\S"),
                        ("functie__isnull", True),
                        ("gebruiker__isnull", True),
                        ("geheimhouding_op__isnull", False),
                        ("organisatie__isnull", True),
                    ),
                    _connector="OR",
                ),
                name="genodigde_derde_na_geheimhouding",
                violation_error_message="Een derde komt pas na het tekenen voor geheimhouding.",
            ),
        ),
        historie_op_slot("overleg_genodigde"),
        migrations.RunSQL(
            [_SQL, f"GRANT UPDATE (functie) ON overleg_genodigde TO {settings.ROLLEN.app}"],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
