# SPDX-License-Identifier: EUPL-1.2
"""What was thrown away of a form lies an hour beside what is typed there since."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("gebruikers", "0023_formulierconcept_over")]

    operations = [
        migrations.RemoveConstraint("formulierconcept", "formulierconcept_een"),
        migrations.AddConstraint(
            "formulierconcept",
            models.UniqueConstraint(
                fields=("gebruiker", "plek"),
                name="formulierconcept_een",
                condition=models.Q(weg_op=None),
            ),
        ),
    ]
