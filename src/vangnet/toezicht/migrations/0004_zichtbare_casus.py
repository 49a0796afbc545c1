# SPDX-License-Identifier: EUPL-1.2
"""Who may not see a casus sees no trace of it, also not on a person of whom they see another casus.

An act and its subjects show when the casus of the act may be seen; an act without one, such as a
list, when one of its casussen may be.
"""

from django.db import migrations

from vangnet.kern.migraties import leesbeleid

_HUIS = "(SELECT toegang.is_huis())"
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_DOSSIER = (
    "(casus IS NULL OR EXISTS ("
    "SELECT FROM casus_casus c WHERE c.id = journaal_onderwerp.casus)) AND ("
    f"(soort = 'casus' AND (onderwerp = {_HEEL} OR ({_HUIS} AND EXISTS ("
    "SELECT FROM casus_casus c WHERE c.id = journaal_onderwerp.onderwerp)))) "
    f"OR (soort = 'persoon' AND {_HUIS} AND EXISTS ("
    "SELECT FROM personen_persoon p WHERE p.id = journaal_onderwerp.onderwerp)))"
)
_HANDELING = (
    "EXISTS (SELECT FROM journaal_onderwerp o WHERE o.handeling_id = journaal_handeling.id "
    "AND o.soort = 'casus')"
)


class Migration(migrations.Migration):
    dependencies = [("toezicht", "0003_steekproef"), ("journaal", "0006_onderwerp_casus")]

    operations = [
        leesbeleid("journaal_onderwerp", _DOSSIER, wie="dossier"),
        leesbeleid("journaal_handeling", _HANDELING, wie="dossier"),
    ]
