# SPDX-License-Identifier: EUPL-1.2
"""On which leefgebieden there are problems, according to the aanmelder."""

import django.contrib.postgres.fields
import pgtrigger.compiler
import pgtrigger.migrations
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0039_eerst_de_meesten")]

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
            name="leefgebieden",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        migrations.AddField(
            model_name="aanmeldingevent",
            name="leefgebieden",
            field=django.contrib.postgres.fields.ArrayField(
                base_field=models.CharField(max_length=60),
                blank=True,
                db_default=[],
                default=list,
                size=None,
            ),
        ),
        pgtrigger.migrations.AddTrigger(
            model_name="aanmelding",
            trigger=pgtrigger.compiler.Trigger(
                name="update_update",
                sql=pgtrigger.compiler.UpsertTriggerSql(
                    condition='WHEN (OLD."aandachtsgebied" IS DISTINCT FROM (NEW."aandachtsgebied") OR OLD."aangedragen_door" IS DISTINCT FROM (NEW."aangedragen_door") OR OLD."aangemaakt_op" IS DISTINCT FROM (NEW."aangemaakt_op") OR OLD."aanleiding" IS DISTINCT FROM (NEW."aanleiding") OR OLD."aanmelder_id" IS DISTINCT FROM (NEW."aanmelder_id") OR OLD."achternaam" IS DISTINCT FROM (NEW."achternaam") OR OLD."andere_gemeenten" IS DISTINCT FROM (NEW."andere_gemeenten") OR OLD."betrokken" IS DISTINCT FROM (NEW."betrokken") OR OLD."casus_id" IS DISTINCT FROM (NEW."casus_id") OR OLD."criteria" IS DISTINCT FROM (NEW."criteria") OR OLD."doel" IS DISTINCT FROM (NEW."doel") OR OLD."eerste_verwerking" IS DISTINCT FROM (NEW."eerste_verwerking") OR OLD."eerste_verwerking_afgeleid" IS DISTINCT FROM (NEW."eerste_verwerking_afgeleid") OR OLD."geboortedatum" IS DISTINCT FROM (NEW."geboortedatum") OR OLD."geinformeerd" IS DISTINCT FROM (NEW."geinformeerd") OR OLD."gemeente" IS DISTINCT FROM (NEW."gemeente") OR OLD."geprobeerd" IS DISTINCT FROM (NEW."geprobeerd") OR OLD."herkomst" IS DISTINCT FROM (NEW."herkomst") OR OLD."id" IS DISTINCT FROM (NEW."id") OR OLD."ingediend_door_id" IS DISTINCT FROM (NEW."ingediend_door_id") OR OLD."invoer" IS DISTINCT FROM (NEW."invoer") OR OLD."kenmerk" IS DISTINCT FROM (NEW."kenmerk") OR OLD."leefgebieden" IS DISTINCT FROM (NEW."leefgebieden") OR OLD."ontvangen_op" IS DISTINCT FROM (NEW."ontvangen_op") OR OLD."reden" IS DISTINCT FROM (NEW."reden") OR OLD."risico_soort" IS DISTINCT FROM (NEW."risico_soort") OR OLD."risico_voor" IS DISTINCT FROM (NEW."risico_voor") OR OLD."termijn_vanaf" IS DISTINCT FROM (NEW."termijn_vanaf") OR OLD."triage_besluit" IS DISTINCT FROM (NEW."triage_besluit") OR OLD."triage_op" IS DISTINCT FROM (NEW."triage_op") OR OLD."tussenvoegsel" IS DISTINCT FROM (NEW."tussenvoegsel") OR OLD."uitgesteld_tot" IS DISTINCT FROM (NEW."uitgesteld_tot") OR OLD."versie" IS DISTINCT FROM (NEW."versie") OR OLD."verwezen_naar" IS DISTINCT FROM (NEW."verwezen_naar") OR OLD."voornamen" IS DISTINCT FROM (NEW."voornamen") OR OLD."waarom_niet_geinformeerd" IS DISTINCT FROM (NEW."waarom_niet_geinformeerd"))',
                    func='INSERT INTO "aanmelding_aanmeldingevent" ("aandachtsgebied", "aangedragen_door", "aangemaakt_op", "aanleiding", "aanmelder_id", "achternaam", "andere_gemeenten", "betrokken", "casus_id", "criteria", "doel", "eerste_verwerking", "eerste_verwerking_afgeleid", "geboortedatum", "geinformeerd", "gemeente", "geprobeerd", "herkomst", "id", "ingediend_door_id", "invoer", "kenmerk", "leefgebieden", "ontvangen_op", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "risico_soort", "risico_voor", "termijn_vanaf", "triage_besluit", "triage_op", "tussenvoegsel", "uitgesteld_tot", "versie", "verwezen_naar", "voornamen", "waarom_niet_geinformeerd") VALUES (OLD."aandachtsgebied", OLD."aangedragen_door", OLD."aangemaakt_op", OLD."aanleiding", OLD."aanmelder_id", OLD."achternaam", OLD."andere_gemeenten", OLD."betrokken", OLD."casus_id", OLD."criteria", OLD."doel", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."geboortedatum", OLD."geinformeerd", OLD."gemeente", OLD."geprobeerd", OLD."herkomst", OLD."id", OLD."ingediend_door_id", OLD."invoer", OLD."kenmerk", OLD."leefgebieden", OLD."ontvangen_op", NOW(), \'update\', OLD."id", OLD."reden", OLD."risico_soort", OLD."risico_voor", OLD."termijn_vanaf", OLD."triage_besluit", OLD."triage_op", OLD."tussenvoegsel", OLD."uitgesteld_tot", OLD."versie", OLD."verwezen_naar", OLD."voornamen", OLD."waarom_niet_geinformeerd"); RETURN NULL;',
                    hash="7341312b63bd9b08f63e6125a56cfe36f13b72fb",
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
                    func='INSERT INTO "aanmelding_aanmeldingevent" ("aandachtsgebied", "aangedragen_door", "aangemaakt_op", "aanleiding", "aanmelder_id", "achternaam", "andere_gemeenten", "betrokken", "casus_id", "criteria", "doel", "eerste_verwerking", "eerste_verwerking_afgeleid", "geboortedatum", "geinformeerd", "gemeente", "geprobeerd", "herkomst", "id", "ingediend_door_id", "invoer", "kenmerk", "leefgebieden", "ontvangen_op", "pgh_created_at", "pgh_label", "pgh_obj_id", "reden", "risico_soort", "risico_voor", "termijn_vanaf", "triage_besluit", "triage_op", "tussenvoegsel", "uitgesteld_tot", "versie", "verwezen_naar", "voornamen", "waarom_niet_geinformeerd") VALUES (OLD."aandachtsgebied", OLD."aangedragen_door", OLD."aangemaakt_op", OLD."aanleiding", OLD."aanmelder_id", OLD."achternaam", OLD."andere_gemeenten", OLD."betrokken", OLD."casus_id", OLD."criteria", OLD."doel", OLD."eerste_verwerking", OLD."eerste_verwerking_afgeleid", OLD."geboortedatum", OLD."geinformeerd", OLD."gemeente", OLD."geprobeerd", OLD."herkomst", OLD."id", OLD."ingediend_door_id", OLD."invoer", OLD."kenmerk", OLD."leefgebieden", OLD."ontvangen_op", NOW(), \'delete\', OLD."id", OLD."reden", OLD."risico_soort", OLD."risico_voor", OLD."termijn_vanaf", OLD."triage_besluit", OLD."triage_op", OLD."tussenvoegsel", OLD."uitgesteld_tot", OLD."versie", OLD."verwezen_naar", OLD."voornamen", OLD."waarom_niet_geinformeerd"); RETURN NULL;',
                    hash="3c129237ff2e3462fa1c20e2eca3e382e1160485",
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
                    (
                        "leefgebieden__contained_by",
                        [
                            "financien",
                            "werk_opleiding",
                            "tijdsbesteding",
                            "huisvesting",
                            "huiselijke_relaties",
                            "geestelijke_gezondheid",
                            "lichamelijke_gezondheid",
                            "middelengebruik",
                            "basale_adl",
                            "instrumentele_adl",
                            "sociaal_netwerk",
                            "maatschappelijke_participatie",
                            "justitie",
                        ],
                    )
                ),
                name="aanmelding_leefgebieden",
                violation_error_message="Deze keuze staat niet in de lijst.",
            ),
        ),
    ]
