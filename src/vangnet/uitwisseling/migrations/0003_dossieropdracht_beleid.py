# SPDX-License-Identifier: EUPL-1.2
"""Manager and FG see the orders; asking, deciding and taking back are acts."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = Path(__file__).parent.parent / "sql" / "opdracht.sql"
_APP = settings.ROLLEN.app
_OPDRACHTGEVERS = "(SELECT toegang.heeft_een(ARRAY['manager', 'privacy_officer']))"


class Migration(migrations.Migration):
    dependencies = [
        ("uitwisseling", "0002_dossieropdracht"),
        ("gebruikers", "0022_samenvatting_tot_twaalf"),
        ("toegang", "0018_huisrol"),
    ]

    operations = [
        rijbeveiliging(
            "uitwisseling_dossieropdracht",
            Beleid(lezen=_OPDRACHTGEVERS, invoer=False),
            historie=False,
        ),
        migrations.RunSQL(
            [
                "CREATE TRIGGER versie BEFORE UPDATE ON uitwisseling_dossieropdracht "
                "FOR EACH ROW WHEN (OLD.* IS DISTINCT FROM NEW.*) "
                "EXECUTE FUNCTION public.versie_omhoog()",
                _SQL.read_text(encoding="utf-8"),
                f"GRANT USAGE ON SCHEMA uitwisseling TO {_APP}",
                "GRANT EXECUTE ON FUNCTION uitwisseling.vraag_dossier(text, text, text, text), "
                "uitwisseling.besluit_dossier(uuid, boolean, text, text), "
                f"uitwisseling.trek_dossier_in(uuid, text) TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
