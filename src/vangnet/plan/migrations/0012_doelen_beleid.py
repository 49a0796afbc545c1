# SPDX-License-Identifier: EUPL-1.2
"""Goals: read by who sees the whole casus, written by the house.

An afspraak names a goal of its own casus.
"""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, historie_op_slot, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "doelen.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_HUIS = "((SELECT toegang.is_huis()) AND NOT dicht)"
_LEEST = f"{_HUIS} OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
# Not by a look with a reason: that one reads and never writes.
_HUISWERK = f"{_HUIS} OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))"
# Who does it takes part, or took part, for that organisation in that casus.
_VAN_DE_CASUS = (
    "(gebruiker_id IS NULL OR EXISTS (SELECT 1 FROM casus_casusrol r "
    "WHERE r.casus_id = plan_afspraak.casus_id AND r.gebruiker_id = plan_afspraak.gebruiker_id "
    "AND r.organisatie_id = plan_afspraak.organisatie_id))"
)
_EIGEN_DOEL = (
    "(doel_id IS NULL OR EXISTS (SELECT 1 FROM plan_doel d "
    "WHERE d.id = plan_afspraak.doel_id AND d.casus_id = plan_afspraak.casus_id))"
)
_MAG = f"({_HUISWERK}) AND {_VAN_DE_CASUS} AND {_EIGEN_DOEL}"


class Migration(migrations.Migration):
    dependencies = [("plan", "0011_doelen"), ("casus", "0012_wissel_inzet")]

    operations = [
        rijbeveiliging(
            "plan_doel",
            Beleid(
                lezen=_LEEST,
                toevoegen=_HUISWERK,
                wijzigen=_HUISWERK,
                wijzigbaar=[
                    "leefgebied",
                    "omschrijving",
                    "meetbaar",
                    "streefdatum",
                    "resultaat",
                    "beoordeeld_op",
                ],
                invoer=False,
            ),
        ),
        volgt_casus("plan_doel"),
        historie_op_slot("plan_afspraak"),
        migrations.RunSQL(
            [
                _SQL,
                f"ALTER POLICY toevoegen ON plan_afspraak TO {_APP} "
                f"WITH CHECK ({_MAG} AND gereed_op IS NULL)",
                f"ALTER POLICY wijzigen ON plan_afspraak TO {_APP} "
                f"USING ({_HUISWERK}) WITH CHECK ({_MAG})",
                f"GRANT UPDATE (doel_id) ON plan_afspraak TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
