# SPDX-License-Identifier: EUPL-1.2
"""Files are seen by who sees the bijdrage that they are, and by nobody before they are scanned."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "document.sql").read_text(encoding="utf-8")
_VRAGER = "(SELECT toegang.vrager())"
# The document itself: its own policy decides inside, for partners, sides and closed casussen too.
_ZIET_DOCUMENT = "EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = document)"
# The author, while they take part: as for the bijdrage itself (0006_delen).
_EIGEN_DOCUMENT = (
    "FROM casus_bijdrage b WHERE b.soort = 'document' AND b.ingetrokken_op IS NULL "
    f"AND b.auteur_id = {_VRAGER} AND (((SELECT toegang.is_huis()) AND NOT b.dicht) "
    "OR b.casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())) "
    "OR (b.casus_id = ANY(ARRAY(SELECT casus.mijn_partnercasussen())) AND b.bron_id = "
    "ANY(ARRAY(SELECT toegang.mijn_organisaties(ARRAY['ketenpartner'])))))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0015_document"),
        ("documenten", "0002_scan"),
        ("gebruikers", "0011_beheer_activering"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                "GRANT EXECUTE ON FUNCTION casus.zet_document_terug(uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        rijbeveiliging(
            "documenten_documentversie",
            Beleid(
                lezen=_ZIET_DOCUMENT,
                toevoegen=f"door_id = {_VRAGER} AND scan = 'wacht' AND gescand_op IS NULL "
                f"AND EXISTS (SELECT 1 {_EIGEN_DOCUMENT} "
                "AND b.id = document AND b.casus_id = dossier)",
                invoer=False,
            ),
        ),
        rijbeveiliging(
            "documenten_documentdeel",
            Beleid(
                # Quarantine: without a judgement of the scanner there is nothing to read.
                lezen="EXISTS (SELECT 1 FROM documenten_documentversie v WHERE v.id = van_id "
                "AND (v.scan = 'schoon' OR v.scan = 'niet_gescand'))",
                toevoegen="EXISTS (SELECT 1 FROM documenten_documentversie v WHERE v.id = van_id "
                f"AND v.scan = 'wacht' AND v.door_id = {_VRAGER})",
                invoer=False,
            ),
            historie=False,
        ),
        rijbeveiliging(
            "documenten_dossiersleutel",
            Beleid(
                # Sealed under a key that isn't in the database: whoever sees the casus.
                lezen="EXISTS (SELECT 1 FROM casus_casus c WHERE c.id = dossier)",
                toevoegen=f"EXISTS (SELECT 1 {_EIGEN_DOCUMENT} AND b.casus_id = dossier)",
                invoer=False,
            ),
            historie=False,
        ),
        # Written once, so without history; `versie` is raised as everywhere.
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER versie BEFORE UPDATE ON {tabel} FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                f"DROP TRIGGER versie ON {tabel}",
            )
            for tabel in ("documenten_documentdeel", "documenten_dossiersleutel")
        ),
    ]
