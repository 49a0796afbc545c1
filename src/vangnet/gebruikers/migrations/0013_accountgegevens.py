# SPDX-License-Identifier: EUPL-1.2
"""Name and address of an account change; who one is at the provider counts as a second factor."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "accountgegevens.sql").read_text(encoding="utf-8")
_FUNCTIES = (
    "wijzig_account(uuid, text, text, text)",
    "gedaan_met_mij()",
    "is_mijn_oidc(text, text)",
)


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0012_bewaarde_tekst"),
        ("journaal", "0005_onderwerp_gebruiker"),
    ]

    operations = [
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            [
                f"GRANT EXECUTE ON FUNCTION gebruikers.{een} TO {settings.ROLLEN.app}"
                for een in _FUNCTIES
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
