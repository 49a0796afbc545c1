# SPDX-License-Identifier: EUPL-1.2
"""Meetings: the house while the casus is open, and who is named on it."""

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot, leesbeleid, volgt_casus


class Migration(migrations.Migration):
    dependencies = [("overleg", "0003_afscherming"), ("casus", "0004_toegang")]

    operations = [
        historie_op_slot("overleg_overleg"),
        volgt_casus("overleg_overleg"),
        leesbeleid(
            "overleg_overleg",
            "((SELECT toegang.is_huis()) AND NOT dicht) "
            "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))",
        ),
    ]
