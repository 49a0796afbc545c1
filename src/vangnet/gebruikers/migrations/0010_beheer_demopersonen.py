# SPDX-License-Identifier: EUPL-1.2
"""The made-up people of a demo that is already there are designated by its house."""

from django.db import migrations

_SQL = """
    UPDATE toegang_accountrol r
       SET organisatie = (SELECT id FROM inrichting_huis),
           taak = 'a', screening_op = r.vanaf
      FROM gebruikers_gebruiker g
     WHERE g.id = r.gebruiker AND g.is_demo AND r.organisatie IS NULL
"""


class Migration(migrations.Migration):
    dependencies = [
        ("gebruikers", "0002_rechten"),
        ("inrichting", "0002_rechten"),
        ("toegang", "0010_beheer_rollen"),
    ]

    operations = [migrations.RunSQL(_SQL, reverse_sql=migrations.RunSQL.noop)]
