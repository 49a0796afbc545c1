# SPDX-License-Identifier: EUPL-1.2
"""A plan that knows how many casussen the house sees, and no rollen looked up for nothing.

A list of the house says NOT dicht, and so did the policy. The planner multiplied the two, expected
a tenth of the rows, and sorted all of them instead of reading fifty in their order. How often a
CASE holds it doesn't guess from the rows: a half.
"""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import leesbeleid, vraag_daarna

_MAP = Path(__file__).parent.parent / "sql"
_SQL = (_MAP / "collegarollen.sql").read_text(encoding="utf-8")
_HUIS = "CASE WHEN (SELECT toegang.is_huis()) THEN NOT dicht ELSE false END"
_MIJN = "ANY(ARRAY(SELECT casus.mijn_casussen()))"
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0036_notitie_van_welk_venster"),
        ("organisaties", "0012_telefoon_beleid"),
    ]

    operations = [
        # The one before it gives the same answers.
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        vraag_daarna("casus_casusrol", "coordinator"),
        vraag_daarna("organisaties_organisatie", "voor_beheer", "deelnemer"),
        leesbeleid("casus_casus", f"{_HUIS} OR id = {_MIJN} OR id = {_HEEL}"),
    ]
