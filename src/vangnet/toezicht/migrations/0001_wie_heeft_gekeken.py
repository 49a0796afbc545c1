# SPDX-License-Identifier: EUPL-1.2
"""Who sees a dossier sees who has looked at it (toegang.md section 6).

Row by row along the key, not `= ANY(ARRAY(SELECT …))`: that would read all casussen for the
twenty acts of one. A partner sees what is shared, and this is not.
"""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import nog_een_lezer

_SQL = (Path(__file__).parent.parent / "sql" / "kenmerken.sql").read_text(encoding="utf-8")
_HUIS = "(SELECT toegang.is_huis())"
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
# Both are replaced by 0004_zichtbare_casus.
_DOSSIER = (
    f"(soort = 'casus' AND (onderwerp = {_HEEL} OR ({_HUIS} AND EXISTS ("
    "SELECT FROM casus_casus c WHERE c.id = journaal_onderwerp.onderwerp)))) "
    f"OR (soort = 'persoon' AND {_HUIS} AND EXISTS ("
    "SELECT FROM personen_persoon p WHERE p.id = journaal_onderwerp.onderwerp))"
)
_HANDELING = (
    "EXISTS (SELECT FROM journaal_onderwerp o WHERE o.handeling_id = journaal_handeling.id "
    "AND o.soort = ANY(ARRAY['casus', 'persoon']))"
)


class Migration(migrations.Migration):
    initial = True
    dependencies = [
        ("journaal", "0005_onderwerp_gebruiker"),
        ("casus", "0004_toegang"),
        ("personen", "0003_afscherming"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA toezicht TO {settings.ROLLEN.app}",
                "GRANT EXECUTE ON FUNCTION toezicht.kenmerken(uuid[]), toezicht.casus_van(text) "
                f"TO {settings.ROLLEN.app}",
            ],
            reverse_sql="DROP SCHEMA toezicht CASCADE",
        ),
        nog_een_lezer("journaal_onderwerp", "dossier", _DOSSIER),
        nog_een_lezer("journaal_handeling", "dossier", _HANDELING),
    ]
