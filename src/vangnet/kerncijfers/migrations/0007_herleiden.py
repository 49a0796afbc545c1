# SPDX-License-Identifier: EUPL-1.2
"""A key without meaning for aanmeldingen among the facts, and the way back to the rows."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_MAP = Path(__file__).parent.parent / "sql"
_SQL = "\n".join(
    (_MAP / f"{naam}.sql").read_text(encoding="utf-8")
    for naam in ("ververs_aanmeldingen", "herleiden")
)
_SLEUTEL = (
    "ALTER TABLE feit_aanmelding ADD COLUMN sleutel bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY"
)
_RECHTEN = (
    f"GRANT SELECT (sleutel) ON feit_aanmelding TO {settings.ROLLEN.cijfers}; "
    "GRANT EXECUTE ON FUNCTION kerncijfers.aanmeldingen_achter(bigint[]), "
    f"kerncijfers.zaken_achter(bigint[]) TO {settings.ROLLEN.app}"
)


class Migration(migrations.Migration):
    dependencies = [("kerncijfers", "0006_overleg_apart")]

    operations = [
        migrations.RunSQL(_SLEUTEL, reverse_sql="ALTER TABLE feit_aanmelding DROP COLUMN sleutel"),
        migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop),
        migrations.RunSQL(_RECHTEN, reverse_sql=migrations.RunSQL.noop),
    ]
