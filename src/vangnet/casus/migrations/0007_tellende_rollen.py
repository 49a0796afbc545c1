# SPDX-License-Identifier: EUPL-1.2
"""Which rollen count: with the account role that they were given for, the asker checked once.

And the arms of the policies in the order in which most rows are answered first: a policy asks the
next function only for a row that the former didn't allow.
"""

from pathlib import Path

from django.conf import settings
from django.db import migrations, models

from vangnet.kern.migraties import leesbeleid

_SQL = (Path(__file__).parent.parent / "sql" / "tellende_rollen.sql").read_text(encoding="utf-8")
_HUIS = "((SELECT toegang.is_huis()) AND NOT dicht)"
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_MIJN = "ANY(ARRAY(SELECT casus.mijn_casussen()))"
_BETROKKENEN = "ANY(ARRAY(SELECT casus.mijn_betrokkenen()))"


class Migration(migrations.Migration):
    dependencies = [("casus", "0006_delen"), ("toegang", "0015_eenmaal")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT EXECUTE ON FUNCTION casus.mijn_collegarollen() TO {settings.ROLLEN.app}",
                "ALTER POLICY lezen_coordinator ON casus_casusrol "
                "USING (id = ANY(ARRAY(SELECT casus.mijn_collegarollen())))",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        leesbeleid("casus_casus", f"{_HUIS} OR id = {_MIJN} OR id = {_HEEL}"),
        leesbeleid("casus_inzet", f"{_HUIS} OR casus_id = {_MIJN} OR casus_id = {_HEEL}"),
        leesbeleid("casus_betrokkenheid", f"{_HUIS} OR id = {_BETROKKENEN} OR casus_id = {_HEEL}"),
        leesbeleid(
            "casus_casusrol",
            f"gebruiker_id = (SELECT toegang.vrager()) OR {_HUIS} "
            f"OR casus_id = {_MIJN} OR casus_id = {_HEEL}",
        ),
        migrations.AddIndex(
            "casus", models.Index(fields=["gemeente", "kenmerk"], name="casus_van_gemeente")
        ),
    ]
