# SPDX-License-Identifier: EUPL-1.2
"""A closing may come in before its casus; one that was reopened is then open with it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("afsluiting", "0005_beleid"), ("casus", "0005_dicht_bij_begin")]

    operations = [
        migrations.RunSQL(
            "CREATE TRIGGER dicht_naar_eerdere_afsluiting AFTER INSERT ON casus_casus "
            "REFERENCING NEW TABLE AS nieuw FOR EACH STATEMENT "
            "EXECUTE FUNCTION casus.geef_dicht_aan_eerdere('afsluiting_afsluiting')",
            reverse_sql="DROP TRIGGER IF EXISTS dicht_naar_eerdere_afsluiting ON casus_casus",
        ),
    ]
