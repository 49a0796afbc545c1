# SPDX-License-Identifier: EUPL-1.2
"""Points, who is asked to come, and verslagen: named by functions, seen by who is asked."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import (
    Beleid,
    historie_op_slot,
    nog_een_lezer,
    rijbeveiliging,
    volgt_casus,
)

_SQL = (Path(__file__).parent.parent / "sql" / "agenda.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_HUIS_OPEN = "((SELECT toegang.is_huis()) AND NOT dicht)"
_LEEST = f"{_HUIS_OPEN} OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_PUNTEN = "ANY(ARRAY(SELECT overleg.mijn_punten()))"
_VASTGESTELD = (
    "(vastgesteld_op IS NOT NULL "
    "AND agendapunt_id = ANY(ARRAY(SELECT overleg.mijn_verslagpunten())))"
)
# Not by a look with a reason: that one reads and never writes.
_HUISWERK = f"({_HUIS_OPEN} OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
_LOOPT_NOG = (
    "NOT EXISTS (SELECT 1 FROM overleg_verslag v WHERE v.agendapunt_id = "
    "overleg_genodigde.agendapunt_id AND v.vastgesteld_op IS NOT NULL)"
)


class Migration(migrations.Migration):
    dependencies = [
        ("overleg", "0005_agenda"),
        ("casus", "0012_wissel_inzet"),
        ("gebruikers", "0011_beheer_activering"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA overleg TO {_APP}, {settings.ROLLEN.backup}",
                "GRANT EXECUTE ON FUNCTION overleg.mijn_punten(), overleg.mijn_verslagpunten(), "
                "overleg.mijn_overleggen(), overleg.begin_verslag(uuid, text), "
                "overleg.zet_op_agenda(uuid, uuid, text), "
                "overleg.haal_van_agenda(uuid, text), "
                "overleg.noem_derde(uuid, text, date, text), "
                f"overleg.stel_verslag_vast(uuid, text) TO {_APP}",
                f"CREATE POLICY toevoegen ON overleg_overleg FOR INSERT TO {_APP} "
                f"WITH CHECK {_HUIS_OPEN}",
                f"GRANT INSERT ON overleg_overleg TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        historie_op_slot("overleg_overleg"),
        nog_een_lezer(
            "overleg_overleg", "genodigd", "id = ANY(ARRAY(SELECT overleg.mijn_overleggen()))"
        ),
        rijbeveiliging(
            "overleg_agendapunt", Beleid(lezen=f"{_LEEST} OR id = {_PUNTEN}", invoer=False)
        ),
        # Before the policy of genodigden, which asks whether it is vastgesteld.
        rijbeveiliging(
            "overleg_verslag",
            Beleid(
                lezen=f"{_LEEST} OR {_VASTGESTELD}",
                wijzigen=f"{_HUISWERK} AND vastgesteld_op IS NULL",
                wijzigbaar=["tekst", "besluit"],
                invoer=False,
            ),
        ),
        rijbeveiliging(
            "overleg_genodigde",
            Beleid(
                lezen=f"{_LEEST} OR agendapunt_id = {_PUNTEN}",
                wijzigen=f"{_HUISWERK} AND {_LOOPT_NOG}",
                wijzigbaar=["aanwezig"],
                invoer=False,
            ),
        ),
        volgt_casus("overleg_agendapunt"),
        volgt_casus("overleg_verslag"),
        volgt_casus("overleg_genodigde"),
    ]
