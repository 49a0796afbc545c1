# SPDX-License-Identifier: EUPL-1.2
"""Whoever sees an aanmelding reads what was asked about it; asking and answering are acts."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "navraag.sql").read_text(encoding="utf-8")
# The policy of the aanmelding itself decides inside.
_BIJ_WAT_IK_ZIE = "EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = aanmelding_id)"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0010_navraag")]

    operations = [
        rijbeveiliging(
            "aanmelding_navraag", Beleid(lezen=_BIJ_WAT_IK_ZIE, invoer=False), historie=False
        ),
        migrations.RunSQL(
            "CREATE TRIGGER versie BEFORE UPDATE ON aanmelding_navraag FOR EACH ROW "
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
            reverse_sql="DROP TRIGGER versie ON aanmelding_navraag",
        ),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            "GRANT EXECUTE ON FUNCTION aanmelding.vraag_na(uuid, text, text), "
            f"aanmelding.beantwoord_navraag(uuid, text, text) TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
