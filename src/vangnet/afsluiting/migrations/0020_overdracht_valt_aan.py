# SPDX-License-Identifier: EUPL-1.2
"""A question to go on with a casus falls to who takes part for that organisation."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import leesbeleid

_SQL = (Path(__file__).parent.parent / "sql" / "valt_aan.sql").read_text(encoding="utf-8")
_GRANT = (
    f"GRANT EXECUTE ON FUNCTION afsluiting.mijn_gevallen_overdrachten() TO {settings.ROLLEN.app}"
)
_HEEL = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)
_VOOR_MIJ = (
    "(gebruiker_id = (SELECT toegang.vrager()) "
    "AND casus_id = ANY(ARRAY(SELECT casus.mijn_partnercasussen())))"
)
_VALT_AAN_MIJ = "id = ANY(ARRAY(SELECT afsluiting.mijn_gevallen_overdrachten()))"


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0019_kort_kenmerk"), ("casus", "0040_kant_erbij")]

    operations = [
        migrations.RunSQL([_SQL, _GRANT], reverse_sql=migrations.RunSQL.noop),
        leesbeleid("afsluiting_overdracht", f"{_HEEL} OR {_VOOR_MIJ} OR {_VALT_AAN_MIJ}"),
    ]
