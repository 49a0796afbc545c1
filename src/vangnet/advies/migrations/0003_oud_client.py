# SPDX-License-Identifier: EUPL-1.2
"""A former client who calls is a count without name."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "oud_client.sql").read_text(encoding="utf-8")


class Migration(migrations.Migration):
    dependencies = [
        ("advies", "0002_beleid"),
        ("gebruikers", "0011_beheer_activering"),
        ("inrichting", "0001_initial"),
        ("journaal", "0005_onderwerp_gebruiker"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA advies TO {settings.ROLLEN.app}, {settings.ROLLEN.backup}",
                "GRANT EXECUTE ON FUNCTION advies.tel_oud_client(uuid, text, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP SCHEMA advies CASCADE",
        ),
    ]
