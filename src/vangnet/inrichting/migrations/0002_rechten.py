# SPDX-License-Identifier: EUPL-1.2
"""Code lists and gemeenten are open to every role; the house is set by the command line."""

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, gewone_rechten, rijbeveiliging

_BEHEERT = "(SELECT toegang.heeft_een(ARRAY['beheerder', 'opdrachtregel']))"
_LEZERS = f"{settings.ROLLEN.invoer}, {settings.ROLLEN.cijfers}"


class Migration(migrations.Migration):
    dependencies = [("inrichting", "0001_initial"), ("toegang", "0002_vrager")]

    operations = [
        gewone_rechten("inrichting_code", "SELECT", reden="codelijst; geen gegevens van mensen"),
        gewone_rechten("inrichting_gemeente", "SELECT", reden="openbare lijst van het CBS"),
        migrations.RunSQL(
            f"GRANT SELECT ON inrichting_code, inrichting_gemeente TO {_LEZERS}",
            reverse_sql=migrations.RunSQL.noop,
        ),
        # The name of the house stands on the log-in page. That this is a demo is not writable here.
        rijbeveiliging(
            "inrichting_huis",
            Beleid(
                lezen="true",
                wijzigen=_BEHEERT,
                wijzigbaar=("naam", "gemeenten", "publicatiegrens"),
                invoer=False,
            ),
        ),
        migrations.RunSQL(
            [
                f"CREATE POLICY meelezen ON inrichting_huis FOR SELECT TO {_LEZERS} USING (true)",
                f"GRANT SELECT ON inrichting_huis TO {_LEZERS}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
