# SPDX-License-Identifier: EUPL-1.2
"""Who does an afspraak of the house has a rol of the house in that casus."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "van_het_huis.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
# Not by a look with a reason: that one reads and never writes.
_HUISWERK = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))"
)
# Who does it takes part, or took part, for that organisation in that casus; of the house neither
# names one.
_VAN_DE_CASUS = (
    "(gebruiker_id IS NULL OR EXISTS (SELECT 1 FROM casus_casusrol r "
    "WHERE r.casus_id = plan_afspraak.casus_id AND r.gebruiker_id = plan_afspraak.gebruiker_id "
    "AND r.organisatie_id IS NOT DISTINCT FROM plan_afspraak.organisatie_id))"
)
_EIGEN_DOEL = (
    "(doel_id IS NULL OR EXISTS (SELECT 1 FROM plan_doel d "
    "WHERE d.id = plan_afspraak.doel_id AND d.casus_id = plan_afspraak.casus_id))"
)
_MAG = f"({_HUISWERK}) AND {_VAN_DE_CASUS} AND {_EIGEN_DOEL}"


class Migration(migrations.Migration):
    dependencies = [("plan", "0018_afspraak_van_het_huis")]

    operations = [
        historie_op_slot("plan_afspraak"),
        migrations.RunSQL(
            [
                _SQL,
                f"ALTER POLICY toevoegen ON plan_afspraak TO {_APP} "
                f"WITH CHECK ({_MAG} AND gereed_op IS NULL)",
                f"ALTER POLICY wijzigen ON plan_afspraak TO {_APP} "
                f"USING ({_HUISWERK}) WITH CHECK ({_MAG})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
