# SPDX-License-Identifier: EUPL-1.2
"""The house writes down what a partner answered by telephone, and says who said it."""

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import historie_op_slot

_APP = settings.ROLLEN.app
_VRAGER = "(SELECT toegang.vrager())"
# As in 0002.
_HUISWERK = (
    "((SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))))"
)
_AAN_MIJ = "id = ANY(ARRAY(SELECT beeld.mijn_vragen()))"
_EIGEN_ANTWOORD = (
    "EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id "
    "AND b.casus_id = beeld_informatievraag.casus_id "
    "AND b.bron_id = beeld_informatievraag.organisatie_id "
    f"AND b.auteur_id = {_VRAGER} AND b.publiek <> 'werknotitie')"
)
_KOLOMMEN = "UPDATE (gezegd_door, gezegd_op) ON beeld_informatievraag"


class Migration(migrations.Migration):
    dependencies = [("beeld", "0003_gezegd")]

    operations = [
        historie_op_slot("beeld_informatievraag"),
        # Open before; then taken back by the house, or answered: by whom it was asked, or by the
        # house that says who said it.
        migrations.RunSQL(
            [
                f"GRANT {_KOLOMMEN} TO {_APP}",
                f"ALTER POLICY wijzigen ON beeld_informatievraag WITH CHECK ("
                f"afgehandeld_door_id = {_VRAGER} AND ("
                f"(afhandeling = 'ingetrokken' AND {_HUISWERK}) "
                f"OR (afhandeling = 'geweigerd' AND {_AAN_MIJ}) "
                f"OR (afhandeling = 'gegeven' AND {_EIGEN_ANTWOORD} AND ("
                f"({_AAN_MIJ} AND gezegd_door IS NULL) "
                f"OR ({_HUISWERK} AND gezegd_door IS NOT NULL)))))",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
