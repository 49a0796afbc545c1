# SPDX-License-Identifier: EUPL-1.2
"""The functions that policies ask, with the asker checked once, and one's own rol first."""

from pathlib import Path

from django.db import migrations, models

from vangnet.kern.migraties import leesbeleid

_SQL = (Path(__file__).parent.parent / "sql" / "eenmaal.sql").read_text(encoding="utf-8")
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_MIJN = "ANY(ARRAY(SELECT casus.mijn_casussen()))"


class Migration(migrations.Migration):
    dependencies = [("casus", "0006_delen"), ("toegang", "0015_eenmaal")]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        leesbeleid(
            "casus_casusrol",
            "gebruiker_id = (SELECT toegang.vrager()) "
            "OR ((SELECT toegang.is_huis()) AND NOT dicht) "
            f"OR casus_id = {_HEEL} OR casus_id = {_MIJN}",
        ),
        migrations.AddIndex(
            "casus", models.Index(fields=["gemeente", "kenmerk"], name="casus_van_gemeente")
        ),
    ]
