# SPDX-License-Identifier: EUPL-1.2
"""The house also reads who looked at an aanmelding of which it knows whom it is about.

Such an act stands with that person by way of the aanmelding (docs/adr/0042). One of before the
decision, or a list, names no casus: the aanmelding is then what opens it.
"""

from django.db import migrations

_HUIS = "(SELECT toegang.is_huis())"
_ONDERWERP = (
    "(casus IS NULL OR EXISTS ("
    "SELECT FROM casus_casus c WHERE c.id = journaal_onderwerp.casus)) AND ("
    "(soort = 'casus' AND (onderwerp = ANY(ARRAY(SELECT casus.mijn_hele_casussen())) "
    f"OR ({_HUIS} AND EXISTS ("
    "SELECT FROM casus_casus c WHERE c.id = journaal_onderwerp.onderwerp)))) "
    f"OR (soort = 'persoon' AND {_HUIS} AND EXISTS ("
    "SELECT FROM personen_persoon p WHERE p.id = journaal_onderwerp.onderwerp)) "
    f"OR (soort = 'aanmelding' AND {_HUIS} AND EXISTS ("
    "SELECT FROM aanmelding_koppeling k WHERE k.aanmelding_id = journaal_onderwerp.onderwerp)))"
)
_HANDELING = (
    "EXISTS (SELECT FROM journaal_onderwerp o WHERE o.handeling_id = journaal_handeling.id "
    "AND (o.soort = 'casus' OR o.soort = 'aanmelding'))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("toezicht", "0006_eerst_de_meesten"),
        ("aanmelding", "0043_koppeling_vullen"),
    ]

    operations = [
        migrations.RunSQL(
            [
                f"ALTER POLICY daarna_dossier ON journaal_onderwerp USING ({_ONDERWERP})",
                f"ALTER POLICY daarna_dossier ON journaal_handeling USING ({_HANDELING})",
            ],
            reverse_sql=migrations.RunSQL.noop,
        )
    ]
