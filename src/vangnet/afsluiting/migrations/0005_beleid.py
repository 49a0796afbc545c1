# SPDX-License-Identifier: EUPL-1.2
"""A closing shuts its casus, and is read by the house again when the casus is reopened."""

from django.db import migrations

from vangnet.kern.migraties import historie_op_slot, leesbeleid, volgt_casus

_TREKKERS = [
    f"CREATE TRIGGER dicht_naar_casus_{letter} AFTER {wat} ON afsluiting_afsluiting "
    f"REFERENCING {welke} TABLE AS rijen FOR EACH STATEMENT EXECUTE FUNCTION casus.na_afsluiting()"
    for letter, wat, welke in (
        ("i", "INSERT", "NEW"),
        ("u", "UPDATE", "NEW"),
        ("o", "UPDATE", "OLD"),
        ("d", "DELETE", "OLD"),
    )
]


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0004_afscherming"), ("casus", "0004_toegang")]

    operations = [
        historie_op_slot("afsluiting_afsluiting"),
        volgt_casus("afsluiting_afsluiting"),
        migrations.RunSQL(
            [*_TREKKERS, "UPDATE casus_casus SET dicht = dicht"],
            reverse_sql=[
                f"DROP TRIGGER dicht_naar_casus_{letter} ON afsluiting_afsluiting"
                for letter in "iuod"
            ],
        ),
        leesbeleid(
            "afsluiting_afsluiting",
            "((SELECT toegang.is_huis()) AND NOT dicht) "
            "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))",
        ),
    ]
