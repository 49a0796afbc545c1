# SPDX-License-Identifier: EUPL-1.2
"""A kenmerk is also read without the zeros before its numbers, wherever somebody types one."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "kort_kenmerk.sql").read_text(encoding="utf-8")
# What casus.kort_kenmerk says, written out as in 0033: by its name an import could not write.
_KORT = (
    "CREATE INDEX casus_kort_kenmerk ON casus_casus (upper(regexp_replace("
    r"regexp_replace(kenmerk::text, '(^|[^0-9])0+([0-9])'::text, '\1\2'::text, 'g'::text), "
    "'[^[:alnum:]]'::text, ''::text, 'g'::text)))"
)


class Migration(migrations.Migration):
    dependencies = [("casus", "0033_vinden")]

    operations = [
        migrations.RunSQL(
            [_SQL, f"GRANT EXECUTE ON FUNCTION casus.kort_kenmerk(text) TO {settings.ROLLEN.app}"],
            reverse_sql=migrations.RunSQL.noop,
        ),
        migrations.RunSQL(_KORT, reverse_sql="DROP INDEX casus_kort_kenmerk"),
    ]
