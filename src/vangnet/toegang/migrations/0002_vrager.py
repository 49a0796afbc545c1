# SPDX-License-Identifier: EUPL-1.2
"""The signed asker: schema, keys, functions, and who may call them."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_MAP = Path(__file__).parent.parent / "sql"
_SLEUTEL = (_MAP / "sleutel.sql").read_text(encoding="utf-8")
_SQL = (_MAP / "vrager.sql").read_text(encoding="utf-8")
_ROLLEN = f"{settings.ROLLEN.app}, {settings.ROLLEN.invoer}, {settings.ROLLEN.cijfers}"


class Migration(migrations.Migration):
    dependencies = [("toegang", "0001_initial"), ("kern", "0001_versie")]

    operations = [
        migrations.RunSQL(_SLEUTEL, reverse_sql="DROP SCHEMA toegang CASCADE"),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(
            [
                f"GRANT USAGE ON SCHEMA toegang TO {_ROLLEN}",
                # The keys stand in the key file; a back-up never holds them.
                f"REVOKE ALL ON toegang.sleutel FROM {settings.ROLLEN.backup}",
                "GRANT EXECUTE ON FUNCTION toegang.vrager(), toegang.heeft_een(text[]), "
                f"toegang.is_huis(), toegang.mag_cijfers(), toegang.voert_in() TO {_ROLLEN}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        # Everybody sees the own roles; they are written by the owner until Beheer is there.
        rijbeveiliging(
            "toegang_accountrol",
            Beleid(lezen="gebruiker = (SELECT toegang.vrager())", invoer=False),
            historie=False,
        ),
    ]
