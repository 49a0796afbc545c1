# SPDX-License-Identifier: EUPL-1.2
"""The house writes afspraken on what it works on; ready or not goes by a function."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "afspraken.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
# Not by a look with a reason: that one reads and never writes.
_HUISWERK = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))"
)
# Who does it takes part, or took part, for that organisation in that casus.
_VAN_DE_CASUS = (
    "(gebruiker_id IS NULL OR EXISTS (SELECT 1 FROM casus_casusrol r "
    "WHERE r.casus_id = plan_afspraak.casus_id AND r.gebruiker_id = plan_afspraak.gebruiker_id "
    "AND r.organisatie_id = plan_afspraak.organisatie_id))"
)
_KOLOMMEN = (
    "omschrijving, organisatie_id, gebruiker_id, domein, interventie, uiterlijk_op, "
    "vervallen_op, vervallen_reden"
)


class Migration(migrations.Migration):
    dependencies = [
        ("plan", "0005_afspraken_beheren"),
        ("casus", "0008_deelname_grenzen"),
        ("gebruikers", "0011_beheer_activering"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA plan TO {_APP}, {settings.ROLLEN.backup}",
                f"GRANT EXECUTE ON FUNCTION plan.zet_gereed(uuid, boolean, text) TO {_APP}",
                f"CREATE POLICY toevoegen ON plan_afspraak FOR INSERT TO {_APP} "
                f"WITH CHECK (({_HUISWERK}) AND gereed_op IS NULL AND {_VAN_DE_CASUS})",
                f"CREATE POLICY wijzigen ON plan_afspraak FOR UPDATE TO {_APP} "
                f"USING ({_HUISWERK}) WITH CHECK (({_HUISWERK}) AND {_VAN_DE_CASUS})",
                f"GRANT INSERT ON plan_afspraak TO {_APP}",
                f"GRANT UPDATE ({_KOLOMMEN}) ON plan_afspraak TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        historie_op_slot("plan_afspraak"),
    ]
