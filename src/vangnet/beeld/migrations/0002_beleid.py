# SPDX-License-Identifier: EUPL-1.2
"""Questions, scores and verdicts: who reads and writes them (toegang.md sections 2 and 4)."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import Beleid, rijbeveiliging, volgt_casus

_SQL = (Path(__file__).parent.parent / "sql" / "beeld.sql").read_text(encoding="utf-8")
_APP = settings.ROLLEN.app
_VRAGER = "(SELECT toegang.vrager())"
_HUIS = "((SELECT toegang.is_huis()) AND NOT dicht)"
_LEEST = f"{_HUIS} OR casus_id = ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
# Who holds the regie; not by a look with a reason: that one reads and never writes.
_HUISWERK = (
    "((SELECT toegang.is_huis()) "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen()))))"
)
_AAN_MIJ = "id = ANY(ARRAY(SELECT beeld.mijn_vragen()))"
# The organisation takes part, or is invited to, and the person is one of this casus.
_AAN_WIE_MEEDOET = (
    "EXISTS (SELECT 1 FROM casus_casusrol r WHERE r.casus_id = beeld_informatievraag.casus_id "
    "AND r.organisatie_id = beeld_informatievraag.organisatie_id AND r.beeindigd_op IS NULL "
    "AND r.antwoord IS DISTINCT FROM 'geweigerd')"
)


def _over_wie(tabel: str) -> str:
    return (
        "EXISTS (SELECT 1 FROM casus_betrokkenheid m "
        f"WHERE m.id = betrokkenheid_id AND m.casus_id = {tabel}.casus_id)"
    )


# What is given: one's own, from the organisation that was asked, and not for oneself alone.
_EIGEN_ANTWOORD = (
    "EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id "
    "AND b.casus_id = beeld_informatievraag.casus_id "
    "AND b.bron_id = beeld_informatievraag.organisatie_id "
    f"AND b.auteur_id = {_VRAGER} AND b.publiek <> 'werknotitie')"
)
_HYPOTHESE = (
    "EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id "
    "AND b.casus_id = beeld_hypotheseoordeel.casus_id AND b.soort = 'hypothese')"
)


class Migration(migrations.Migration):
    dependencies = [("beeld", "0001_initial"), ("casus", "0017_bijdragesoorten")]

    operations = [
        migrations.RunSQL(
            [
                _SQL,
                f"GRANT USAGE ON SCHEMA beeld TO {_APP}, {settings.ROLLEN.backup}",
                f"GRANT EXECUTE ON FUNCTION beeld.mijn_vragen() TO {_APP}",
            ],
            reverse_sql="DROP SCHEMA beeld CASCADE",
        ),
        rijbeveiliging(
            "beeld_informatievraag",
            Beleid(
                lezen=f"{_LEEST} OR {_AAN_MIJ}",
                toevoegen=f"{_HUISWERK} AND gevraagd_door_id = {_VRAGER} AND afhandeling IS NULL "
                f"AND {_AAN_WIE_MEEDOET} "
                f"AND (betrokkenheid_id IS NULL OR {_over_wie('beeld_informatievraag')})",
                wijzigen=f"afhandeling IS NULL AND ({_HUISWERK} OR {_AAN_MIJ})",
                wijzigbaar=[
                    "afhandeling",
                    "reden",
                    "bijdrage_id",
                    "afgehandeld_op",
                    "afgehandeld_door_id",
                ],
                invoer=False,
            ),
        ),
        # Open before; then taken back by the house, or answered by whom it was asked.
        migrations.RunSQL(
            f"ALTER POLICY wijzigen ON beeld_informatievraag WITH CHECK ("
            f"afgehandeld_door_id = {_VRAGER} AND ("
            f"(afhandeling = 'ingetrokken' AND {_HUISWERK}) "
            f"OR (afhandeling = 'geweigerd' AND {_AAN_MIJ}) "
            f"OR (afhandeling = 'gegeven' AND {_AAN_MIJ} AND {_EIGEN_ANTWOORD})))",
            reverse_sql=migrations.RunSQL.noop,
        ),
        rijbeveiliging(
            "beeld_score",
            Beleid(
                lezen=_LEEST,
                toevoegen=f"{_HUISWERK} AND door_id = {_VRAGER} AND {_over_wie('beeld_score')}",
                wijzigen=_HUISWERK,
                wijzigbaar=["score", "door_id"],
                verwijderen=_HUISWERK,
                invoer=False,
            ),
        ),
        migrations.RunSQL(
            "ALTER POLICY wijzigen ON beeld_score "
            f"WITH CHECK ({_HUISWERK} AND door_id = {_VRAGER})",
            reverse_sql=migrations.RunSQL.noop,
        ),
        rijbeveiliging(
            "beeld_hypotheseoordeel",
            Beleid(
                # Whoever sees the hypothese: its own policy decides inside.
                lezen="EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id)",
                toevoegen=f"{_HUISWERK} AND door_id = {_VRAGER} AND {_HYPOTHESE}",
                invoer=False,
            ),
        ),
        *[
            volgt_casus(tabel)
            for tabel in ("beeld_informatievraag", "beeld_score", "beeld_hypotheseoordeel")
        ],
    ]
