# SPDX-License-Identifier: EUPL-1.2
"""What a partner said by telephone, on a day that has come, stays visible to that partner."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

_SQL = (Path(__file__).parent.parent / "sql" / "partner_ziet.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_VRAGER = "(SELECT toegang.vrager())"
# As in 0002 and 0004.
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


class Migration(migrations.Migration):
    dependencies = [("beeld", "0004_gezegd_beleid"), ("casus", "0024_beeindigd_door")]

    operations = [
        # Only the application changes an audience; who destroys a casus takes all of it away.
        migrations.RunSQL(
            [
                _SQL,
                "CREATE TRIGGER partner_ziet BEFORE UPDATE OF publiek ON casus_bijdrage "
                "FOR EACH ROW EXECUTE FUNCTION beeld.houd_publiek()",
                "CREATE TRIGGER partner_ziet BEFORE DELETE ON casus_bijdragepubliek FOR EACH ROW "
                f"WHEN (current_user = '{_APP}') EXECUTE FUNCTION beeld.houd_genoemd()",
                f"ALTER POLICY wijzigen ON beeld_informatievraag WITH CHECK ("
                f"afgehandeld_door_id = {_VRAGER} AND ("
                f"(afhandeling = 'ingetrokken' AND {_HUISWERK}) "
                f"OR (afhandeling = 'geweigerd' AND {_AAN_MIJ}) "
                f"OR (afhandeling = 'gegeven' AND {_EIGEN_ANTWOORD} AND ("
                f"({_AAN_MIJ} AND gezegd_door IS NULL) "
                f"OR ({_HUISWERK} AND gezegd_door IS NOT NULL "
                f"AND gezegd_op <= {_VANDAAG} AND {_PARTNER_ZIET})))))",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
    ]
