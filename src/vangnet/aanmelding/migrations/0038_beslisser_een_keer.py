# SPDX-License-Identifier: EUPL-1.2
"""Nobody is a standing decider twice at once: the name stood twice in every decision."""

from pathlib import Path

from django.db import migrations, models
from django.db.models import Q
from django.db.models.functions import Lower

_SQL = Path(__file__).parent.parent / "sql" / "beslisser_een_keer.sql"
# Of who is there more than once the first goes on. Another that counted did so until yesterday, or
# today when it begins today; one still to begin never does.
EEN_BLIJFT = """
    UPDATE aanmelding_vastebeslisser b
       SET tot = CASE WHEN b.vanaf > d.dag THEN b.vanaf - 1 ELSE greatest(b.vanaf, d.dag - 1) END
      FROM (SELECT (now() AT TIME ZONE 'Europe/Amsterdam')::date AS dag) d
     WHERE b.tot IS NULL AND EXISTS (
        SELECT FROM aanmelding_vastebeslisser a
         WHERE lower(a.naam) = lower(b.naam) AND a.organisatie_id = b.organisatie_id
           AND a.tot IS NULL AND (a.vanaf, a.id) < (b.vanaf, b.id))
"""


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0037_keuze_hersteld")]

    operations = [
        migrations.RunSQL(EEN_BLIJFT, reverse_sql=migrations.RunSQL.noop),
        migrations.AddConstraint(
            "vastebeslisser",
            models.UniqueConstraint(
                Lower("naam"), "organisatie", name="vastebeslisser_een", condition=Q(tot=None)
            ),
        ),
        migrations.RunSQL(_SQL.read_text(encoding="utf-8"), reverse_sql=migrations.RunSQL.noop),
    ]
