# SPDX-License-Identifier: EUPL-1.2
"""What somebody is typing on the screen of the day: their own, while they write there."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "puntconcept.sql").read_text(encoding="utf-8")
# Whoever sees the point, of that casus: its own policy decides inside.
_EIGEN = (
    "auteur_id = (SELECT toegang.vrager()) AND EXISTS (SELECT 1 FROM overleg_agendapunt a "
    "WHERE a.id = agendapunt_id AND a.casus_id = overleg_puntconcept.casus_id)"
)
_OPEN = "EXISTS (SELECT 1 FROM casus_casus c WHERE c.id = casus_id AND NOT c.dicht)"
# Who holds the regie; not by a look with a reason: that one reads and never writes.
_SCHRIJFT = (
    f"{_EIGEN} AND (SELECT toegang.is_huis()) "
    f"AND ({_OPEN} OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [("overleg", "0013_puntconcept")]

    operations = [
        rijbeveiliging(
            "overleg_puntconcept",
            Beleid(
                lezen=_EIGEN,
                toevoegen=_SCHRIJFT,
                wijzigen=_SCHRIJFT,
                wijzigbaar=["tekst", "besluit", "afspraken", "gelezen", "formulier"],
                invoer=False,
            ),
            historie=False,
        ),
        migrations.RunSQL(
            [
                "CREATE TRIGGER versie BEFORE UPDATE ON overleg_puntconcept FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                _SQL,
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
