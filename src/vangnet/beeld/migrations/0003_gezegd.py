# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: E501 - the history triggers are as the library writes them
"""Who gave an answer by telephone, and when."""

import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("beeld", "0002_beleid")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="informatievraag",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="informatievraag",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="informatievraag",
            name="gezegd_door",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="informatievraag",
            name="gezegd_op",
            field=models.DateField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="informatievraagevent",
            name="gezegd_door",
            field=models.TextField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="informatievraagevent",
            name="gezegd_op",
            field=models.DateField(blank=True, null=True),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="informatievraag",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."afgehandeld_door_id" IS DISTINCT FROM (NEW."afgehandeld_door_id") OR OLD."afgehandeld_op" IS DISTINCT FROM (NEW."afgehandeld_op") OR OLD."afhandeling" IS DISTINCT FROM (NEW."afhandeling") OR OLD."betrokkenheid_id" IS DISTINCT FROM (NEW."betrokkenheid_id") OR OLD."bijdrage_id" IS DISTINCT FROM (NEW."bijdrage_id") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."doel" IS DISTINCT FROM (NEW."doel") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."gevraagd_door_id" IS DISTINCT FROM (NEW."gevraagd_door_id") OR OLD."gevraagd_op" IS DISTINCT FROM (NEW."gevraagd_op") OR OLD."gezegd_door" IS DISTINCT FROM (NEW."gezegd_door") OR OLD."gezegd_op" IS DISTINCT FROM (NEW."gezegd_op") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."leefgebied" IS DISTINCT FROM (NEW."leefgebied") OR OLD."organisatie_id" IS DISTINCT FROM (NEW."organisatie_id") OR OLD."reden" IS DISTINCT FROM (NEW."reden") OR OLD."uiterlijk_op" IS DISTINCT FROM (NEW."uiterlijk_op") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."vraag" IS DISTINCT FROM (NEW."vraag"))',
                    func='INSERT INTO "beeld_informatievraagevent" ("aangemaakt_op", "afgehandeld_door_id", "afgehandeld_op", "afhandeling", "betrokkenheid_id", "bijdrage_id", "casus_id", "doel", "eerste_verwerking", "eerste_verwerking_afgeleid", "gevraagd_door_id", "gevraagd_op", "gezegd_door", "gezegd_op", "id", "invoer", "leefgebied", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "uiterlijk_op", "versie", "vraag") VALUES (OLD."aangemaakt_op", OLD."afgehandeld_door_id", OLD."afgehandeld_op", OLD."afhandeling", OLD."betrokkenheid_id", OLD."bijdrage_id", OLD."casus_id", OLD."doel", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."gevraagd_door_id", OLD."gevraagd_op", OLD."gezegd_door", OLD."gezegd_op", OLD."id", OLD."invoer", OLD."leefgebied", OLD."organisatie_id", NOW(), \'update\', OLD."id", OLD."reden", OLD."uiterlijk_op", OLD."versie", OLD."vraag"); RETURN NULL;',
                    hash="6813c55150b8f420e1d6014cd2caed4c98c25338",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8b28b",
                    table="beeld_informatievraag",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="informatievraag",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "beeld_informatievraagevent" ("aangemaakt_op", "afgehandeld_door_id", "afgehandeld_op", "afhandeling", "betrokkenheid_id", "bijdrage_id", "casus_id", "doel", "eerste_verwerking", "eerste_verwerking_afgeleid", "gevraagd_door_id", "gevraagd_op", "gezegd_door", "gezegd_op", "id", "invoer", "leefgebied", "organisatie_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "uiterlijk_op", "versie", "vraag") VALUES (OLD."aangemaakt_op", OLD."afgehandeld_door_id", OLD."afgehandeld_op", OLD."afhandeling", OLD."betrokkenheid_id", OLD."bijdrage_id", OLD."casus_id", OLD."doel", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."gevraagd_door_id", OLD."gevraagd_op", OLD."gezegd_door", OLD."gezegd_op", OLD."id", OLD."invoer", OLD."leefgebied", OLD."organisatie_id", NOW(), \'delete\', OLD."id", OLD."reden", OLD."uiterlijk_op", OLD."versie", OLD."vraag"); RETURN NULL;',
                    hash="c5dc65f0080b0740f09139c12bd3c97874f9f6f6",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_232e0",
                    table="beeld_informatievraag",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="informatievraag",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gezegd_door__isnull", True), ("gezegd_op__isnull", True)),
                    models.Q(
                        ("afhandeling", "gegeven"),
                        ("afhandeling__isnull", False),
                        ("gezegd_door__isnull", False),
                        ("gezegd_door__regex", "\\S"),
                        ("gezegd_op__gte", models.F("gevraagd_op")),
                        ("gezegd_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="informatievraag_gezegd",
                violation_error_message="Bij een telefonisch antwoord staat wie het gaf, en wanneer.",
            ),
        ),
    ]
