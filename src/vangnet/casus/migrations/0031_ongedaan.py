# SPDX-License-Identifier: EUPL-1.2
"""Who declined an invitation, or ended a betrokkenheid or a relation, by mistake undoes that."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql"
_DADEN = (
    "net_geweigerd()",
    "neem_weigering_terug(uuid, text)",
    "herstel_betrokkenheid(uuid, text)",
    "herstel_relatie(uuid, uuid, text)",
)


class Migration(migrations.Migration):
    dependencies = [("casus", "0030_kenmerk")]

    operations = [
        migrations.RunSQL(
            [
                (_SQL / "weigering_terug.sql").read_text(encoding="utf-8"),
                (_SQL / "net_gedaan.sql").read_text(encoding="utf-8"),
                (_SQL / "betrokkene_hersteld.sql").read_text(encoding="utf-8"),
                *(
                    f"GRANT EXECUTE ON FUNCTION casus.{daad} TO {settings.ROLLEN.app}"
                    for daad in _DADEN
                ),
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
