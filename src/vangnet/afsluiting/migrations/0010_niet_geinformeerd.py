# SPDX-License-Identifier: EUPL-1.2
"""Says the same in fewer conditions: what one more asked was true already."""

from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0009_sluitbaar")]

    operations = [
        migrations.RemoveConstraint("besluit", "besluit_niet_geinformeerd_met_reden"),
        migrations.AddConstraint(
            "besluit",
            models.CheckConstraint(
                name="besluit_niet_geinformeerd_met_reden",
                condition=Q(soort="heropenen")
                | Q(geinformeerd__isnull=False, geinformeerd=True)
                | Q(
                    geinformeerd__isnull=False,
                    waarom_niet_geinformeerd__isnull=False,
                    waarom_niet_geinformeerd__regex=r"\S",
                ),
                violation_error_message="Zeg waarom betrokkene niet is geïnformeerd.",
            ),
        ),
    ]
