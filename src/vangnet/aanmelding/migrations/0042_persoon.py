# SPDX-License-Identifier: EUPL-1.2
"""Whom an aanmelding is about, once a decision said that."""

import django.db.models.deletion
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0041_leefgebieden_beleid"), ("personen", "0003_afscherming")]

    operations = [
        pgtrigger.migrations.RemoveTrigger(
            model_name="aanmelding",
            name="update_update",
        ),
        pgtrigger.migrations.RemoveTrigger(
            model_name="aanmelding",
            name="delete_delete",
        ),
        migrations.AddField(
            model_name="aanmelding",
            name="persoon",
            field=models.ForeignKey(
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.RESTRICT,
                related_name="+",
                to="personen.persoon",
            ),
        ),
        migrations.AddField(
            model_name="aanmeldingevent",
            name="persoon",
            field=models.ForeignKey(
                db_constraint=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.DO_NOTHING,
                related_name="+",
                related_query_name="+",
                to="personen.persoon",
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="aanmelding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aandachtsgebied" IS DISTINCT FROM (NEW."aandachtsgebied") OR OLD."aangedragen_door" IS DISTINCT FROM (NEW."aangedragen_door") OR OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."aanleiding" IS DISTINCT FROM (NEW."aanleiding") OR OLD."aanmelder_id" IS DISTINCT FROM (NEW."aanmelder_id") OR OLD."achternaam" IS DISTINCT FROM (NEW."achternaam") OR OLD."andere_gemeenten" IS DISTINCT FROM (NEW."andere_gemeenten") OR OLD."betrokken" IS DISTINCT FROM (NEW."betrokken") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."criteria" IS DISTINCT FROM (NEW."criteria") OR OLD."doel" IS DISTINCT FROM (NEW."doel") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."geboortedatum" IS DISTINCT FROM (NEW."geboortedatum") OR OLD."geinformeerd" IS DISTINCT FROM (NEW."geinformeerd") OR OLD."gemeente" IS DISTINCT FROM (NEW."gemeente") OR OLD."geprobeerd" IS DISTINCT FROM (NEW."geprobeerd") OR OLD."herkomst" IS DISTINCT FROM (NEW."herkomst") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."ingediend_door_id" IS DISTINCT FROM (NEW."ingediend_door_id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."kenmerk" IS DISTINCT FROM (NEW."kenmerk") OR OLD."leefgebieden" IS DISTINCT FROM (NEW."leefgebieden") OR OLD."ontvangen_op" IS DISTINCT FROM (NEW."ontvangen_op") OR OLD."persoon_id" IS DISTINCT FROM (NEW."persoon_id") OR OLD."reden" IS DISTINCT FROM (NEW."reden") OR OLD."risico_soort" IS DISTINCT FROM (NEW."risico_soort") OR OLD."risico_voor" IS DISTINCT FROM (NEW."risico_voor") OR OLD."termijn_vanaf" IS DISTINCT FROM (NEW."termijn_vanaf") OR OLD."triage_besluit" IS DISTINCT FROM (NEW."triage_besluit") OR OLD."triage_op" IS DISTINCT FROM (NEW."triage_op") OR OLD."tussenvoegsel" IS DISTINCT FROM (NEW."tussenvoegsel") OR OLD."uitgesteld_tot" IS DISTINCT FROM (NEW."uitgesteld_tot") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."verwezen_naar" IS DISTINCT FROM (NEW."verwezen_naar") OR OLD."voornamen" IS DISTINCT FROM (NEW."voornamen") OR OLD."waarom_niet_geinformeerd" IS DISTINCT FROM (NEW."waarom_niet_geinformeerd"))',
                    func='INSERT INTO "aanmelding_aanmeldingevent" ("aandachtsgebied", "aangedragen_door", "aangemaakt_op", "aanleiding", "aanmelder_id", "achternaam", "andere_gemeenten", "betrokken", "casus_id", "criteria", "doel", "eerste_verwerking", "eerste_verwerking_afgeleid", "geboortedatum", "geinformeerd", "gemeente", "geprobeerd", "herkomst", "id", "ingediend_door_id", "invoer", "kenmerk", "leefgebieden", "ontvangen_op", "persoon_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "risico_soort", "risico_voor", "termijn_vanaf", "triage_besluit", "triage_op", "tussenvoegsel", "uitgesteld_tot", "versie", "verwezen_naar", "voornamen", "waarom_niet_geinformeerd") VALUES (OLD."aandachtsgebied", OLD."aangedragen_door", OLD."aangemaakt_op", OLD."aanleiding", OLD."aanmelder_id", OLD."achternaam", OLD."andere_gemeenten", OLD."betrokken", OLD."casus_id", OLD."criteria", OLD."doel", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."geboortedatum", OLD."geinformeerd", OLD."gemeente", OLD."geprobeerd", OLD."herkomst", OLD."id", OLD."ingediend_door_id", OLD."invoer", OLD."kenmerk", OLD."leefgebieden", OLD."ontvangen_op", OLD."persoon_id", NOW(), \'update\', OLD."id", OLD."reden", OLD."risico_soort", OLD."risico_voor", OLD."termijn_vanaf", OLD."triage_besluit", OLD."triage_op", OLD."tussenvoegsel", OLD."uitgesteld_tot", OLD."versie", OLD."verwezen_naar", OLD."voornamen", OLD."waarom_niet_geinformeerd"); RETURN NULL;',
                    hash="08a9059ae586920cafbe557e3dffd979afafe618",
                    operation="UPDATE",
                    pgid="pgtrigger_update_update_8304b",
                    table="aanmelding_aanmelding",
                    when="AFTER",
                ),
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="aanmelding",
            trigger=pgtrigger.compiler.Trigger(
                name="delete_delete",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    func='INSERT INTO "aanmelding_aanmeldingevent" ("aandachtsgebied", "aangedragen_door", "aangemaakt_op", "aanleiding", "aanmelder_id", "achternaam", "andere_gemeenten", "betrokken", "casus_id", "criteria", "doel", "eerste_verwerking", "eerste_verwerking_afgeleid", "geboortedatum", "geinformeerd", "gemeente", "geprobeerd", "herkomst", "id", "ingediend_door_id", "invoer", "kenmerk", "leefgebieden", "ontvangen_op", "persoon_id", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "risico_soort", "risico_voor", "termijn_vanaf", "triage_besluit", "triage_op", "tussenvoegsel", "uitgesteld_tot", "versie", "verwezen_naar", "voornamen", "waarom_niet_geinformeerd") VALUES (OLD."aandachtsgebied", OLD."aangedragen_door", OLD."aangemaakt_op", OLD."aanleiding", OLD."aanmelder_id", OLD."achternaam", OLD."andere_gemeenten", OLD."betrokken", OLD."casus_id", OLD."criteria", OLD."doel", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."geboortedatum", OLD."geinformeerd", OLD."gemeente", OLD."geprobeerd", OLD."herkomst", OLD."id", OLD."ingediend_door_id", OLD."invoer", OLD."kenmerk", OLD."leefgebieden", OLD."ontvangen_op", OLD."persoon_id", NOW(), \'delete\', OLD."id", OLD."reden", OLD."risico_soort", OLD."risico_voor", OLD."termijn_vanaf", OLD."triage_besluit", OLD."triage_op", OLD."tussenvoegsel", OLD."uitgesteld_tot", OLD."versie", OLD."verwezen_naar", OLD."voornamen", OLD."waarom_niet_geinformeerd"); RETURN NULL;',
                    hash="c1aab1816f864e3af1afb44b762f139c367557bc",
                    operation="DELETE",
                    pgid="pgtrigger_delete_delete_23e3b",
                    table="aanmelding_aanmelding",
                    when="AFTER",
                ),
            ),
        ),
        migrations.AddConstraint(
            model_name="aanmelding",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("persoon__isnull", True), ("casus__isnull", False), _connector="OR"
                ),
                name="aanmelding_persoon_bij_casus",
                violation_error_message="Zonder casus is er geen persoon.",
            ),
        ),
    ]
