# SPDX-License-Identifier: EUPL-1.2
"""The safety of a casus is written by who holds its regie, and taken back by who wrote it."""

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_LEEST = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)
# Not by a look with a reason: that one reads and never writes.
_SCHRIJFT = (
    "door_id = (SELECT toegang.vrager()) AND (SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [("voortgang", "0013_veiligheidsrisico")]

    operations = [
        rijbeveiliging(
            "voortgang_veiligheidsrisico",
            Beleid(
                lezen=_LEEST,
                toevoegen=_SCHRIJFT,
                wijzigen=_SCHRIJFT,
                wijzigbaar=["ingetrokken_op"],
                invoer=False,
            ),
        ),
        volgt_casus("voortgang_veiligheidsrisico"),
    ]
