# SPDX-License-Identifier: EUPL-1.2
"""The house writes down that a partner refused by telephone, and says who said it."""

from django.db import migrations, models

_VRAGER = "(SELECT toegang.vrager())"
# As in 0002, 0004 and 0005.
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
_PARTNER_ZIET = (
    "EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id "
    "AND (b.publiek = 'iedereen' OR (b.publiek = 'organisaties' AND EXISTS ("
    "SELECT 1 FROM casus_bijdragepubliek p WHERE p.bijdrage_id = b.id "
    "AND p.organisatie_id = beeld_informatievraag.organisatie_id))))"
)
_VANDAAG = "(CURRENT_TIMESTAMP AT TIME ZONE 'Europe/Amsterdam')::date"
_ZELF = f"({_AAN_MIJ} AND gezegd_door IS NULL)"
_TELEFOON = f"{_HUISWERK} AND gezegd_door IS NOT NULL AND gezegd_op <= {_VANDAAG}"


class Migration(migrations.Migration):
    dependencies = [("beeld", "0005_partner_ziet")]

    operations = [
        migrations.RemoveConstraint("informatievraag", "informatievraag_gezegd"),
        migrations.AddConstraint(
            "informatievraag",
            models.CheckConstraint(
                condition=models.Q(
                    models.Q(("gezegd_door__isnull", True), ("gezegd_op__isnull", True)),
                    models.Q(
                        ("afhandeling__in", ["gegeven", "geweigerd"]),
                        ("afhandeling__isnull", False),
                        ("gezegd_door__isnull", False),
                        ("gezegd_door__regex", "\\S"),
                        ("gezegd_op__gte", models.F("gevraagd_op")),
                        ("gezegd_op__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="informatievraag_gezegd",
                violation_error_message="Bij wat aan de telefoon is gezegd, staat wie het zei, "
                "en wanneer.",
            ),
        ),
        # Open before; then taken back by the house, or answered or refused: by whom it was asked,
        # or by the house that says who said it.
        migrations.RunSQL(
            f"ALTER POLICY wijzigen ON beeld_informatievraag WITH CHECK ("
            f"afgehandeld_door_id = {_VRAGER} AND ("
            f"(afhandeling = 'ingetrokken' AND {_HUISWERK}) "
            f"OR (afhandeling = 'geweigerd' AND ({_ZELF} OR ({_TELEFOON}))) "
            f"OR (afhandeling = 'gegeven' AND {_EIGEN_ANTWOORD} "
            f"AND ({_ZELF} OR ({_TELEFOON} AND {_PARTNER_ZIET})))))",
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
