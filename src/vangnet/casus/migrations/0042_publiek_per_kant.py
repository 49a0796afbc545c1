# SPDX-License-Identifier: EUPL-1.2
"""An audience doesn't tell a partner on a side who takes part on the other side alone."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import leesbeleid, nog_een_lezer, vraag_daarna

_SQL = (Path(__file__).parent.parent / "sql" / "publiek_per_kant.sql").read_text(encoding="utf-8")
_GRANT = f"GRANT EXECUTE ON FUNCTION casus.mijn_genoemden() TO {settings.ROLLEN.app}"
# All of it for who sees the casus whole, and for who chose it.
_LEEST_ALLES = (
    "EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id "
    "AND (((SELECT toegang.is_huis()) AND NOT b.dicht) "
    "OR b.auteur_id = (SELECT toegang.vrager()) "
    "OR b.casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))))"
)


class Migration(migrations.Migration):
    dependencies = [("casus", "0041_notitie_naast_weg")]

    operations = [
        migrations.RunSQL([_SQL, _GRANT], reverse_sql=migrations.RunSQL.noop),
        leesbeleid("casus_bijdragepubliek", _LEEST_ALLES),
        nog_een_lezer(
            "casus_bijdragepubliek",
            "partner",
            "id = ANY(ARRAY(SELECT casus.mijn_genoemden()))",
        ),
        vraag_daarna("casus_bijdragepubliek", "partner"),
    ]
