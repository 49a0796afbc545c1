# SPDX-License-Identifier: EUPL-1.2
"""Whoever sees a draft or an aanmelding reads what came with it; the rest are acts."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, nog_een_lezer, rijbeveiliging

_SQL = Path(__file__).parent.parent / "sql" / "bijlage.sql"
_APP = settings.ROLLEN.app
_VRAGER = "(SELECT toegang.vrager())"
# The policies of those two decide inside.
_BIJ_WAT_IK_ZIE = (
    "(EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = hoort_bij) "
    "OR EXISTS (SELECT 1 FROM aanmelding_concept c WHERE c.id = hoort_bij))"
)
_ZIET_BIJLAGE = (
    "EXISTS (SELECT 1 FROM aanmelding_bijlage b WHERE b.id = document AND b.hoort_bij = dossier)"
)
_ZIET_DOSSIER = "EXISTS (SELECT 1 FROM aanmelding_bijlage b WHERE b.hoort_bij = dossier)"
_EIGEN = f"FROM aanmelding_bijlage b WHERE b.door_id = {_VRAGER} AND b.weg_op IS NULL"


def _nog_een_schrijver(tabel: str, voorwaarde: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"CREATE POLICY toevoegen_bijlage ON {tabel} FOR INSERT TO {_APP} "
        f"WITH CHECK ({voorwaarde})",
        f"DROP POLICY toevoegen_bijlage ON {tabel}",
    )


class Migration(migrations.Migration):
    # Not casus 0007 and on, which locks those tables: see 0007_aanmelden_beleid.
    dependencies = [("aanmelding", "0033_bijlage"), ("documenten", "0002_scan")]

    operations = [
        rijbeveiliging(
            "aanmelding_bijlage",
            Beleid(
                # Taken away: only for who added it, to put it back.
                lezen=f"(weg_op IS NULL OR door_id = {_VRAGER}) AND {_BIJ_WAT_IK_ZIE}",
                invoer=False,
            ),
            historie=False,
        ),
        nog_een_lezer("documenten_documentversie", "bijlage", _ZIET_BIJLAGE),
        nog_een_lezer("documenten_dossiersleutel", "bijlage", _ZIET_DOSSIER),
        # The one version that a bijlage has; its file is added with it.
        _nog_een_schrijver(
            "documenten_documentversie",
            f"door_id = {_VRAGER} AND scan = 'wacht' AND gescand_op IS NULL AND nummer = 1 "
            f"AND EXISTS (SELECT 1 {_EIGEN} AND b.id = document AND b.hoort_bij = dossier)",
        ),
        _nog_een_schrijver(
            "documenten_dossiersleutel", f"EXISTS (SELECT 1 {_EIGEN} AND b.hoort_bij = dossier)"
        ),
        migrations.RunSQL(
            [
                "CREATE TRIGGER versie BEFORE UPDATE ON aanmelding_bijlage FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION aanmelding.voeg_bijlage_toe(uuid, uuid, text), "
                "aanmelding.haal_bijlage_weg(uuid, text), "
                "aanmelding.zet_bijlage_terug(uuid, text), "
                f"aanmelding.ruim_bijlagen_op(text) TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
