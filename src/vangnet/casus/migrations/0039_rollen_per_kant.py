# SPDX-License-Identifier: EUPL-1.2
"""A partner on a side doesn't see who takes part on the other side alone."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import leesbeleid

_SQL = (Path(__file__).parent.parent / "sql" / "rollen_per_kant.sql").read_text(encoding="utf-8")
_GRANT = f"GRANT EXECUTE ON FUNCTION casus.mijn_zaakrollen() TO {settings.ROLLEN.app}"


class Migration(migrations.Migration):
    dependencies = [("casus", "0038_notitie_als_concept")]

    operations = [
        migrations.RunSQL([_SQL, _GRANT], reverse_sql=migrations.RunSQL.noop),
        leesbeleid(
            "casus_casusrol",
            "gebruiker_id = (SELECT toegang.vrager()) "
            "OR ((SELECT toegang.is_huis()) AND NOT dicht) "
            "OR id = ANY(ARRAY(SELECT casus.mijn_zaakrollen())) "
            "OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))",
        ),
    ]
