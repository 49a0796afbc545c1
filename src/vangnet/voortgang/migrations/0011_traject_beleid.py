# SPDX-License-Identifier: EUPL-1.2
"""A traject is assigned and stopped by functions; its contacts are written by who works on it."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, historie_op_slot, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "traject.sql").read_text(encoding="utf-8")
_HUIS = "((SELECT toegang.is_huis()) AND NOT dicht)"
_LEEST = f"{_HUIS} OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
# Not by a look with a reason: that one reads and never writes.
_SCHRIJFT = (
    f"door_id = (SELECT toegang.vrager()) AND ({_HUIS} "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0010_trajectbegeleiding"), ("casus", "0018_traject_apart")]

    operations = [
        historie_op_slot("voortgang_trajectbegeleiding"),
        rijbeveiliging(
            "voortgang_contactmoment",
            Beleid(
                lezen=_LEEST,
                toevoegen=_SCHRIJFT,
                wijzigen=_SCHRIJFT,
                wijzigbaar=["moment", "plek", "uitkomst"],
                invoer=False,
            ),
        ),
        volgt_casus("voortgang_contactmoment"),
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION voortgang.toe_te_wijzen(uuid), "
                "voortgang.wijs_traject_toe(uuid, uuid, text), "
                "voortgang.stop_traject(uuid, text, boolean, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
