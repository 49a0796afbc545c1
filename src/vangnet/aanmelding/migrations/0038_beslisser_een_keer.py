# SPDX-License-Identifier: EUPL-1.2
"""Nobody is a standing decider twice at once: the name stood twice in every decision."""

from django.db import migrations, models
from django.db.models import Q

# Of who is there more than once the first goes on; another row said no more than that one.
_EEN_BLIJFT = """
    UPDATE aanmelding_vastebeslisser b SET tot = b.vanaf - 1
     WHERE b.tot IS NULL AND EXISTS (
        SELECT FROM aanmelding_vastebeslisser a
         WHERE a.naam = b.naam AND a.organisatie_id = b.organisatie_id AND a.tot IS NULL
           AND (a.vanaf, a.id) < (b.vanaf, b.id))
"""


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0037_keuze_hersteld")]

    operations = [
        migrations.RunSQL(_EEN_BLIJFT, reverse_sql=migrations.RunSQL.noop),
        migrations.AddConstraint(
            "vastebeslisser",
            models.UniqueConstraint(
                name="vastebeslisser_een", fields=("naam", "organisatie"), condition=Q(tot=None)
            ),
        ),
    ]
