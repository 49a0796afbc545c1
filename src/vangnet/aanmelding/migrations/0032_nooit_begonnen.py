# SPDX-License-Identifier: EUPL-1.2
"""What has yet to begin can be withdrawn: its last day is then the one before its first."""

from datetime import timedelta

from django.db import migrations, models
from django.db.models import F, Q


def _anders(model: str) -> list[migrations.operations.base.Operation]:
    naam = f"{model}_tot"
    return [
        migrations.RemoveConstraint(model, naam),
        migrations.AddConstraint(
            model,
            models.CheckConstraint(
                name=naam,
                condition=Q(tot__isnull=True) | Q(tot__gte=F("vanaf") - timedelta(days=1)),
                violation_error_message="De laatste dag ligt voor de eerste dag.",
            ),
        ),
    ]


class Migration(migrations.Migration):
    dependencies = [("aanmelding", "0031_concepten_opruimen")]

    operations = [*_anders("huiscriterium"), *_anders("vastebeslisser")]
