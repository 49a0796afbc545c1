# SPDX-License-Identifier: EUPL-1.2
"""The decision of triage is an act of its own; how it came about is for who sees the whole."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, historie_op_slot, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "besluit.sql").read_text(encoding="utf-8")
# Not for the aanmelder: the house, while the aanmelding is in its sight.
_HET_HUIS = (
    "(SELECT toegang.is_huis()) "
    "AND EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = aanmelding_id)"
)
_TABELLEN = ("aanmelding_criteriumoordeel", "aanmelding_beslisser")


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0008_triage")]

    operations = [
        historie_op_slot("aanmelding_aanmelding"),
        *(
            rijbeveiliging(tabel, Beleid(lezen=_HET_HUIS, invoer=False), historie=False)
            for tabel in _TABELLEN
        ),
        *(
            migrations.RunSQL(
                f"CREATE TRIGGER versie BEFORE UPDATE ON {tabel} FOR EACH ROW "
                "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
                reverse_sql=f"DROP TRIGGER versie ON {tabel}",
            )
            for tabel in _TABELLEN
        ),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            "GRANT EXECUTE ON FUNCTION aanmelding.besluit(uuid, jsonb, uuid, uuid, text) "
            f"TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
