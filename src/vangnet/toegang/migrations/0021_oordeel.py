# SPDX-License-Identifier: EUPL-1.2
"""The verdict on a look stands with the look alone, and a regisseur sees that it was given."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "oordeel.sql").read_text(encoding="utf-8")
_GRANT = f"GRANT EXECUTE ON FUNCTION toegang.noodtoegang_op(uuid) TO {settings.ROLLEN.app}"


class Migration(migrations.Migration):
    dependencies = [("toegang", "0020_eerst_de_meesten")]

    operations = [migrations.RunSQL([_SQL, _GRANT], reverse_sql=migrations.RunSQL.noop)]
