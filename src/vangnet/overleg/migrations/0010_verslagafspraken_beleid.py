# SPDX-License-Identifier: EUPL-1.2
"""What a verslag keeps of the afspraken: read as the afspraken of a plan, and moved to rows."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "verslagafspraken.sql").read_text(encoding="utf-8")
_LEEST = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)
_EIGEN = "organisatie_id = ANY(ARRAY(SELECT toegang.mijn_organisaties(ARRAY['ketenpartner'])))"
# The own afspraken, in a verslag that they read: not of who is on one side of a system casus.
_ALS_PARTNER = f"({_EIGEN} AND agendapunt_id = ANY(ARRAY(SELECT overleg.mijn_verslagpunten())))"
# Last: a table with rows of this transaction takes no trigger any more.
_VERHUIZEN = """
    INSERT INTO overleg_verslagafspraak (id, aangemaakt_op, casus_id, agendapunt_id, volgnummer,
           organisatie_id, wie, wat, uiterlijk_op, stand, eerste_verwerking)
    SELECT gen_random_uuid(), v.vastgesteld_op, v.casus_id, v.agendapunt_id, een.nummer,
           (een.inhoud ->> 'organisatie')::uuid, een.inhoud ->> 'wie', een.inhoud ->> 'wat',
           (een.inhoud ->> 'uiterlijk_op')::date, een.inhoud ->> 'stand',
           (v.vastgesteld_op AT TIME ZONE 'Europe/Amsterdam')::date
      FROM overleg_verslag v,
           LATERAL jsonb_array_elements(v.afspraken) WITH ORDINALITY een (inhoud, nummer)
     WHERE jsonb_typeof(v.afspraken) = 'array'
"""


class Migration(migrations.Migration):
    dependencies = [
        ("overleg", "0009_verslagafspraken"),
        ("casus", "0014_dicht_op_slot"),
        # The function reads afspraken.
        ("plan", "0012_doelen_beleid"),
    ]

    operations = [
        rijbeveiliging(
            "overleg_verslagafspraak", Beleid(lezen=f"{_LEEST} OR {_ALS_PARTNER}", invoer=False)
        ),
        volgt_casus("overleg_verslagafspraak"),
        migrations.RunSQL([_SQL, _VERHUIZEN], reverse_sql=migrations.RunSQL.noop),
    ]
