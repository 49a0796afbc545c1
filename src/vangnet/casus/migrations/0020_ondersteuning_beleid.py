# SPDX-License-Identifier: EUPL-1.2
"""What an ondersteuning keeps is read by who sees the whole casus and written by the house."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "wissel_inzet.sql").read_text(encoding="utf-8")
_HUIS = "((SELECT toegang.is_huis()) AND NOT dicht)"
# Who holds the regie; not by a look with a reason: that one reads and never writes.
_HUISWERK = (
    "((SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))))"
)
# Of an inzet of its own casus.
_VAN_DE_CASUS = (
    "EXISTS (SELECT 1 FROM casus_inzet i WHERE i.id = inzet_id "
    "AND i.casus_id = casus_ondersteuning.casus_id)"
)


class Migration(migrations.Migration):
    dependencies = [("casus", "0019_ondersteuning")]

    operations = [
        rijbeveiliging(
            "casus_ondersteuning",
            Beleid(
                lezen=f"{_HUIS} OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))",
                toevoegen=f"{_HUISWERK} AND {_VAN_DE_CASUS}",
                wijzigen=_HUISWERK,
                wijzigbaar=["regie_bij", "vraag", "huis_doet", "tafels", "volgende_blik"],
                invoer=False,
            ),
        ),
        volgt_casus("casus_ondersteuning"),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
    ]
