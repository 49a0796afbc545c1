# SPDX-License-Identifier: EUPL-1.2
"""No page reads a password, and who is in writes no account but the own one."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "herkenning.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_FUNCTIES = (
    "wachtwoord_van_herkende()",
    "zoek_oidc(text, text, text)",
    "koppel_oidc(text, text, text)",
)
_LEESBAAR = (
    "id, last_login, email, naam, functie, organisatie_id, actief_tot, systeemnaam, is_demo, "
    "via_oidc, sessiestempel"
)
_IK = "id = (SELECT gebruikers.wie_is_binnen())"
_SLOT = [
    "ALTER TABLE gebruikers_gebruiker ENABLE ROW LEVEL SECURITY",
    f"CREATE POLICY lezen ON gebruikers_gebruiker FOR SELECT TO {_APP} USING (true)",
    f"CREATE POLICY wijzigen ON gebruikers_gebruiker FOR UPDATE TO {_APP} "
    f"USING ({_IK}) WITH CHECK ({_IK})",
    f"REVOKE SELECT ON gebruikers_gebruiker FROM {_APP}",
    f"GRANT SELECT ({_LEESBAAR}) ON gebruikers_gebruiker TO {_APP}",
    "COMMENT ON TABLE gebruikers_gebruiker IS NULL",
]


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0014_sessieopslag"), ("toegang", "0015_eenmaal")]

    operations = [
        migrations.AlterModelOptions(name="gebruiker", options={"base_manager_name": "objects"}),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            [
                *_SLOT,
                *(f"GRANT EXECUTE ON FUNCTION gebruikers.{een} TO {_APP}" for een in _FUNCTIES),
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
