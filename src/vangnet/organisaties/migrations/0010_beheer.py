# SPDX-License-Identifier: EUPL-1.2
"""A beheerder adds and changes organisations; who manages or watches roles reads their names."""

from django.conf import settings
from django.db import migrations

_APP = settings.ROLLEN.app
_TABEL = "organisaties_organisatie"
_LEEST = "(SELECT toegang.heeft_een(ARRAY['beheerder', 'manager', 'privacy_officer', 'auditor']))"
_BEHEERT = "(SELECT toegang.heeft_een(ARRAY['beheerder']))"


class Migration(migrations.Migration):
    dependencies = [("organisaties", "0002_beleid"), ("toegang", "0010_beheer_rollen")]

    operations = [
        migrations.RunSQL(
            [
                f"CREATE POLICY lezen_voor_beheer ON {_TABEL} FOR SELECT TO {_APP} "
                f"USING ({_LEEST})",
                f"CREATE POLICY toevoegen_door_beheer ON {_TABEL} FOR INSERT TO {_APP} "
                f"WITH CHECK ({_BEHEERT})",
                f"CREATE POLICY wijzigen_door_beheer ON {_TABEL} FOR UPDATE TO {_APP} "
                f"USING ({_BEHEERT}) WITH CHECK ({_BEHEERT})",
                f"GRANT INSERT ON {_TABEL} TO {_APP}",
                "GRANT UPDATE (naam, soort, keten, deelnemer, convenant_op, rapportgroep) "
                f"ON {_TABEL} TO {_APP}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
