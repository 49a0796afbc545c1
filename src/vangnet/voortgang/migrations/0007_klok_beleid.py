# SPDX-License-Identifier: EUPL-1.2
"""Evaluations are written once by who works on the casus; a manager is told what stands still."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, historie_op_slot, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "management.sql").read_text(encoding="utf-8")
_LEEST = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)
# Not by a look with a reason: that one reads and never writes.
_SCHRIJFT = (
    "door_id = (SELECT toegang.vrager()) AND (((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("voortgang", "0006_klok_en_opschaling"),
        ("inrichting", "0011_voortgangstermijnen"),
        ("plan", "0008_planversies_beleid"),
        ("overleg", "0005_agenda"),
    ]

    operations = [
        rijbeveiliging(
            "voortgang_evaluatie", Beleid(lezen=_LEEST, toevoegen=_SCHRIJFT, invoer=False)
        ),
        volgt_casus("voortgang_evaluatie"),
        historie_op_slot("voortgang_opschaling"),
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT EXECUTE ON FUNCTION voortgang.voor_management() TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP FUNCTION voortgang.voor_management()",
        ),
    ]
