# SPDX-License-Identifier: EUPL-1.2
"""An agenda doesn't tell a partner on a side who comes for the other side alone."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import leesbeleid, nog_een_lezer, vraag_daarna

_SQL = (Path(__file__).parent.parent / "sql" / "genodigden_per_kant.sql").read_text(
    encoding="utf-8"
)
_GRANT = f"GRANT EXECUTE ON FUNCTION overleg.mijn_genodigden() TO {settings.ROLLEN.app}"
# All of them for who sees the casus whole.
_LEEST_ALLES = (
    "((SELECT toegang.is_huis()) AND NOT dicht) "
    "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
)


class Migration(migrations.Migration):
    dependencies = [("overleg", "0018_eerst_de_meesten"), ("casus", "0043_buiten_werk")]

    operations = [
        migrations.RunSQL([_SQL, _GRANT], reverse_sql=migrations.RunSQL.noop),
        leesbeleid("overleg_genodigde", _LEEST_ALLES),
        nog_een_lezer(
            "overleg_genodigde", "partner", "id = ANY(ARRAY(SELECT overleg.mijn_genodigden()))"
        ),
        vraag_daarna("overleg_genodigde", "partner"),
    ]
