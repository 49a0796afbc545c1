# SPDX-License-Identifier: EUPL-1.2
"""A bijdrage can also be a protective factor, or a hypothesis."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("casus", "0016_document_beleid")]

    operations = [
        migrations.RemoveConstraint(model_name="bijdrage", name="bijdrage_soort"),
        migrations.AddConstraint(
            model_name="bijdrage",
            constraint=models.CheckConstraint(
                name="bijdrage_soort",
                condition=models.Q(
                    soort__in=[
                        "feit",
                        "notitie",
                        "document",
                        "beschermende_factor",
                        "hypothese",
                    ]
                ),
                violation_error_message="Kies wat voor bijdrage het is.",
            ),
        ),
    ]
