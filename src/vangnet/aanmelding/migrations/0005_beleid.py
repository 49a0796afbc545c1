# SPDX-License-Identifier: EUPL-1.2
"""Aanmeldingen: the house while the casus is open, and a partner those of the own organisation."""

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot, leesbeleid, volgt_casus

_EIGEN = "ANY(ARRAY(SELECT toegang.mijn_organisaties(ARRAY['ketenpartner'])))"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0004_afscherming"), ("casus", "0004_toegang")]

    operations = [
        historie_op_slot("aanmelding_aanmelding"),
        volgt_casus("aanmelding_aanmelding"),
        leesbeleid(
            "aanmelding_aanmelding",
            "((SELECT toegang.is_huis()) AND NOT dicht) "
            "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen())) "
            f"OR (aanmelder_id = {_EIGEN} AND NOT dicht)",
        ),
    ]
