# SPDX-License-Identifier: EUPL-1.2
"""Naming people on a casus is an act; the house corrects what is written of whom it works with."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_SQL = (Path(__file__).parent.parent / "sql" / "betrokkenen.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
# Who holds the regie; not by a look with a reason: that one reads and never writes.
_HUISWERK = (
    "(SELECT toegang.is_huis()) AND (NOT dicht OR id = ANY(ARRAY("
    "SELECT b.persoon_id FROM casus_betrokkenheid b "
    "WHERE b.casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))))"
)
_KOLOMMEN = "achternaam, voornamen, tussenvoegsel, geboortedatum, geslacht, gemeente"


class Migration(migrations.Migration):
    dependencies = [("casus", "0021_samen_in_een_zaak")]

    operations = [
        historie_op_slot("casus_betrokkenheid"),
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION "
                "casus.voeg_betrokkene_toe(uuid, uuid, uuid, jsonb, text), "
                "casus.beeindig_betrokkenheid(uuid, date, text), "
                "casus.leg_relatie(uuid, uuid, uuid, text, date, text), "
                f"casus.beeindig_relatie(uuid, uuid, date, text) TO {_APP}",
                f"CREATE POLICY wijzigen ON personen_persoon FOR UPDATE TO {_APP} "
                f"USING ({_HUISWERK}) WITH CHECK ({_HUISWERK})",
                f"GRANT UPDATE ({_KOLOMMEN}) ON personen_persoon TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
