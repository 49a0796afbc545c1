# SPDX-License-Identifier: EUPL-1.2
"""Who asks to reopen, and who reads that; a handover with what goes along."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import HUIS_MAG, Beleid, historie_op_slot, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "warm.sql").read_text(encoding="utf-8")
_REGISSEUR = "(SELECT toegang.heeft_een(ARRAY['procesregisseur']))"
_VRAAGT = "gevraagd_door_id = (SELECT toegang.vrager())"
_TRAJECT = "(SELECT toegang.heeft_een(ARRAY['trajectbegeleider']))"


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0011_warm_en_heropenvraag")]

    operations = [
        historie_op_slot("afsluiting_overdracht"),
        rijbeveiliging(
            "afsluiting_heropenvraag",
            Beleid(
                lezen=f"{HUIS_MAG} OR ({_TRAJECT} AND {_VRAAGT})",
                toevoegen=f"{_TRAJECT} AND {_VRAAGT} AND behandeld_op IS NULL",
                wijzigen=_REGISSEUR,
                wijzigbaar=["behandeld_op"],
                invoer=False,
            ),
        ),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
    ]
