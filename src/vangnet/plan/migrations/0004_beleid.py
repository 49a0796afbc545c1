# SPDX-License-Identifier: EUPL-1.2
"""Plans and afspraken: the house, who is named, and a partner the own afspraken in a casus."""

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot, leesbeleid, volgt_casus

_HUIS = "((SELECT toegang.is_huis()) AND NOT dicht)"
_HEEL = "casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_MIJN = "casus_id = ANY(ARRAY(SELECT casus.mijn_casussen()))"
_EIGEN = "organisatie_id = ANY(ARRAY(SELECT toegang.mijn_organisaties(ARRAY['ketenpartner'])))"


class Migration(migrations.Migration):
    dependencies = [("plan", "0003_afscherming"), ("casus", "0004_toegang")]

    operations = [
        historie_op_slot("plan_plan"),
        historie_op_slot("plan_afspraak"),
        volgt_casus("plan_plan"),
        volgt_casus("plan_afspraak"),
        leesbeleid("plan_plan", f"{_HUIS} OR {_HEEL}"),
        leesbeleid("plan_afspraak", f"{_HUIS} OR {_HEEL} OR ({_MIJN} AND {_EIGEN})"),
    ]
