# SPDX-License-Identifier: EUPL-1.2
"""Who asked for a task sees it and follows it; nobody else does."""

from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging

_EIGEN = "gebruiker = (SELECT toegang.vrager())"


class Migration(migrations.Migration):
    dependencies = [("taken", "0002_taak"), ("toegang", "0002_vrager")]

    operations = [
        rijbeveiliging(
            "taken_taak",
            Beleid(
                lezen=_EIGEN,
                toevoegen=_EIGEN,
                wijzigen=_EIGEN,
                wijzigbaar=("stand", "stap", "gedaan", "totaal", "uitkomst", "regels", "klaar_op"),
                verwijderen=_EIGEN,
                invoer=False,
            ),
            historie=False,
        ),
    ]
