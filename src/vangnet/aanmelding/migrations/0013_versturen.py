# SPDX-License-Identifier: EUPL-1.2
"""One act at a time on a form, one text under its id, and the worker clears drafts."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_MAP = Path(__file__).parent.parent / "sql"


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0012_besluit_bij_zaak")]

    operations = [
        migrations.RunSQL(
            [
                (_MAP / "versturen.sql").read_text(encoding="utf-8"),
                (_MAP / "navraag_een_keer.sql").read_text(encoding="utf-8"),
                "GRANT EXECUTE ON FUNCTION aanmelding.ruim_concepten_op(text), "
                f"aanmelding.vraag_na(uuid, uuid, text, text) TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
