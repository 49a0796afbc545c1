# SPDX-License-Identifier: EUPL-1.2
"""Correcting a decision is an act; what it was before is for who sees the whole."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "correctie.sql").read_text(encoding="utf-8")
# Not for the aanmelder: the house, while the aanmelding is in its sight.
_HET_HUIS = (
    "(SELECT toegang.is_huis()) "
    "AND EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = aanmelding_id)"
)


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0020_vorigbesluit")]

    operations = [
        rijbeveiliging(
            "aanmelding_vorigbesluit", Beleid(lezen=_HET_HUIS, invoer=False), historie=False
        ),
        migrations.RunSQL(
            [
                "CREATE TRIGGER versie BEFORE UPDATE ON aanmelding_vorigbesluit FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                _SQL,
                "GRANT EXECUTE ON FUNCTION "
                "aanmelding.corrigeer(uuid, text, jsonb, uuid, uuid, text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
