# SPDX-License-Identifier: EUPL-1.2
"""The sides of people in a casus come along in a package with the dossier."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "kanten.sql"
_INVOER = settings.ROLLEN.invoer


class Migration(migrations.Migration):
    dependencies = [
        ("uitwisseling", "0007_dossier_loopt"),
        ("casus", "0029_uitnodiging_aan_een_kant"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                f"GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON invoer.kanten TO {_INVOER}",
                f"GRANT SELECT ON uitwisseling.kanten TO {_INVOER}",
                f"GRANT EXECUTE ON FUNCTION uitwisseling.zaken_met_kanten() TO {_INVOER}",
                "CREATE TRIGGER zijde_bij_invoer BEFORE INSERT OR UPDATE OF zijde "
                f"ON casus_betrokkenheid FOR EACH ROW WHEN (current_user = '{_INVOER}') "
                "EXECUTE FUNCTION uitwisseling.houd_kant()",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
