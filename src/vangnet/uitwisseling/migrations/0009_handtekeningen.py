# SPDX-License-Identifier: EUPL-1.2
"""Who signed a plan comes along in a package with the dossier."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "handtekeningen.sql"
_INVOER = settings.ROLLEN.invoer
_NIEMAND_DOET_MEE = "NOT (casus_id = ANY(ARRAY(SELECT uitwisseling.casussen_in_gebruik())))"
_HOORT_ERBIJ = (
    "EXISTS (SELECT 1 FROM plan_plan l JOIN casus_betrokkenheid b ON b.casus_id = l.casus_id "
    "WHERE l.id = plan_id AND b.id = betrokkenheid_id AND b.rol = 'hoofdbetrokkene' "
    "AND (b.tot IS NULL OR b.tot >= l.vastgesteld_op) "
    "AND l.casus_id = plan_handtekening.casus_id)"
)
_TOEVOEGEN = (
    "(SELECT uitwisseling.voert_dossier_in()) AND invoer IS NOT NULL "
    f"AND {_NIEMAND_DOET_MEE} AND {_HOORT_ERBIJ}"
)


class Migration(migrations.Migration):
    dependencies = [
        ("uitwisseling", "0008_kanten"),
        ("plan", "0017_handtekening_van_wie_beleid"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON invoer.handtekeningen "
                f"TO {_INVOER}",
                f"GRANT SELECT ON uitwisseling.handtekeningen TO {_INVOER}",
                "GRANT EXECUTE ON FUNCTION uitwisseling.casussen_van_plan(text), "
                f"uitwisseling.toets_eerste_handtekening() TO {_INVOER}",
                f"CREATE POLICY dossier_uit ON plan_handtekening FOR SELECT TO {_INVOER} "
                "USING ((SELECT uitwisseling.voert_dossier_uit()))",
                f"CREATE POLICY dossier_in ON plan_handtekening FOR INSERT TO {_INVOER} "
                f"WITH CHECK ({_TOEVOEGEN})",
                f"GRANT SELECT, INSERT ON plan_handtekening TO {_INVOER}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
