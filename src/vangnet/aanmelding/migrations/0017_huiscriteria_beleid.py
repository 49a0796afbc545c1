# SPDX-License-Identifier: EUPL-1.2
"""A beheerder keeps the criteria of the house; what was found of them is for who sees the whole."""

from pathlib import Path

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "huiscriteria.sql").read_text(encoding="utf-8")
_BEHEERT = "(SELECT toegang.heeft_een(ARRAY['beheerder']))"
# Not for the aanmelder: the house, while the aanmelding is in its sight.
_HET_HUIS = (
    "(SELECT toegang.is_huis()) "
    "AND EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = aanmelding_id)"
)
_TABELLEN = ("aanmelding_huiscriterium", "aanmelding_huisoordeel")


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0016_huiscriteria")]

    operations = [
        rijbeveiliging(
            "aanmelding_huiscriterium",
            Beleid(
                lezen=f"(SELECT toegang.is_huis()) OR {_BEHEERT}",
                toevoegen=_BEHEERT,
                wijzigen=_BEHEERT,
                wijzigbaar=["tot"],
                invoer=False,
            ),
            historie=False,
        ),
        rijbeveiliging(
            "aanmelding_huisoordeel", Beleid(lezen=_HET_HUIS, invoer=False), historie=False
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
    ]
