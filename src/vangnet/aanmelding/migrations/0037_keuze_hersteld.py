# SPDX-License-Identifier: EUPL-1.2
"""Who ended a criterium of the house or a standing decider by mistake undoes that."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = Path(__file__).parent.parent / "sql" / "keuze_hersteld.sql"


class Migration(migrations.Migration):
    # casus.net_gedaan is looked up when it is called: naming its migration here would change the
    # order in which a new house is built.
    dependencies = [("aanmelding", "0036_bijlage_op_slot")]

    operations = [
        migrations.RunSQL(
            [
                _SQL.read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION aanmelding.herstel_huiscriterium(uuid, text), "
                f"aanmelding.herstel_vastebeslisser(uuid, text) TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
