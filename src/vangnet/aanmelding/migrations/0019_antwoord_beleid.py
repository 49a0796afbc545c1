# SPDX-License-Identifier: EUPL-1.2
"""Whoever sees an aanmelding reads the answer to it; giving, reading and destroying are acts."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_SQL = (Path(__file__).parent.parent / "sql" / "antwoord.sql").read_text(encoding="utf-8")
# The policy of the aanmelding itself decides inside.
_BIJ_WAT_IK_ZIE = "EXISTS (SELECT 1 FROM aanmelding_aanmelding a WHERE a.id = aanmelding_id)"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0018_antwoord"), ("inrichting", "0012_vernietig_dagen")]

    operations = [
        rijbeveiliging(
            "aanmelding_antwoord", Beleid(lezen=_BIJ_WAT_IK_ZIE, invoer=False), historie=False
        ),
        migrations.RunSQL(
            "CREATE TRIGGER versie BEFORE UPDATE ON aanmelding_antwoord FOR EACH ROW "
            "WHEN (OLD.* IS DISTINCT FROM NEW.*) EXECUTE FUNCTION public.versie_omhoog()",
            reverse_sql="DROP TRIGGER versie ON aanmelding_antwoord",
        ),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            "GRANT EXECUTE ON FUNCTION "
            "aanmelding.verdwijnt_op(date, timestamptz, timestamptz, integer), "
            "aanmelding.vernietig_verlopen(text), "
            "aanmelding.geef_antwoord(uuid, text, text, text), "
            f"aanmelding.lees_antwoord(uuid, text) TO {settings.ROLLEN.app}",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
