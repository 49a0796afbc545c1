# SPDX-License-Identifier: EUPL-1.2
"""Who seals reads the journaal and adds seals; only a back-up reads them besides."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "zegel.sql").read_text(encoding="utf-8")
_ROLLEN = settings.ROLLEN
_ANDEREN = ", ".join(_ROLLEN.alle()[1:])
_LEZERS = f"{_ROLLEN.app}, {_ROLLEN.invoer}"


class Migration(migrations.Migration):
    dependencies = [("journaal", "0003_zegel"), ("toegang", "0010_beheer_rollen")]

    operations = [
        migrations.RunSQL(
            _SQL,
            reverse_sql="DROP FUNCTION journaal.zegelstand(), journaal.houdt_toezicht()",
        ),
        migrations.RunSQL(
            [
                f"REVOKE ALL ON journaal_zegel FROM PUBLIC, {_ANDEREN}",
                "ALTER TABLE journaal_zegel ENABLE ROW LEVEL SECURITY",
                f"GRANT SELECT ON journaal_zegel TO {_ROLLEN.backup}",
                f"GRANT SELECT, INSERT ON journaal_zegel TO {_ROLLEN.zegel}",
                f"GRANT SELECT ON journaal_handeling, journaal_onderwerp TO {_ROLLEN.zegel}",
                f"CREATE POLICY zegelen ON journaal_zegel TO {_ROLLEN.zegel} "
                "USING (true) WITH CHECK (true)",
                f"CREATE POLICY zegelen ON journaal_handeling FOR SELECT TO {_ROLLEN.zegel} "
                "USING (true)",
                f"CREATE POLICY zegelen ON journaal_onderwerp FOR SELECT TO {_ROLLEN.zegel} "
                "USING (true)",
                f"GRANT EXECUTE ON FUNCTION journaal.zegelstand() TO {_ROLLEN.app}",
                f"GRANT EXECUTE ON FUNCTION journaal.houdt_toezicht() TO {_LEZERS}",
            ],
            reverse_sql=[
                "DROP POLICY zegelen ON journaal_handeling",
                "DROP POLICY zegelen ON journaal_onderwerp",
            ],
        ),
    ]
