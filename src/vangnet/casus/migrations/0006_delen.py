# SPDX-License-Identifier: EUPL-1.2
"""Sharing per item and taking part as acts (toegang.md sections 3-5), decided by the database."""

from pathlib import Path

from django.conf import settings
from django.db import migrations

from vangnet.kern.migraties import (
    Beleid,
    historie_op_slot,
    nog_een_lezer,
    rijbeveiliging,
    volgt_casus,
)

_MAP = Path(__file__).parent.parent / "sql"
_BIJDRAGEN = (_MAP / "bijdragen.sql").read_text(encoding="utf-8")
_DEELNAME = (_MAP / "deelname.sql").read_text(encoding="utf-8")
_VRAGER = "(SELECT toegang.vrager())"
_HUIS = "(SELECT toegang.is_huis())"
_HEEL = "ANY(ARRAY(SELECT casus.mijn_hele_casussen()))"
_NAMENS = "ANY(ARRAY(SELECT toegang.mijn_organisaties(ARRAY['ketenpartner'])))"
_LEEST_NAMEN = (
    "(SELECT toegang.heeft_een(ARRAY['trajectbegeleider', 'ketenpartner', 'coordinator', "
    "'aangesprokene', 'manager', 'kwaliteitsmedewerker', 'privacy_officer', 'auditor']))"
)
# Not another's working note, and nothing that was taken back; of one's own, all.
_GETOOND = f"((publiek <> 'werknotitie' AND ingetrokken_op IS NULL) OR auteur_id = {_VRAGER})"
# By plain columns too: a function doesn't see the row that its own statement adds.
_EIGEN_ALS_PARTNER = (
    f"(auteur_id = {_VRAGER} AND casus_id = ANY(ARRAY(SELECT casus.mijn_partnercasussen())))"
)


def _schrijft(rij: str = "") -> str:
    """The author, while they take part: somebody of the house, or a partner for their own."""
    return (
        f"{rij}auteur_id = {_VRAGER} AND {rij}ingetrokken_op IS NULL AND ("
        f"({_HUIS} AND NOT {rij}dicht) "
        f"OR {rij}casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())) "
        f"OR ({rij}casus_id = ANY(ARRAY(SELECT casus.mijn_partnercasussen())) "
        f"AND {rij}bron_id = {_NAMENS}))"
    )


# Whom it is about is somebody of that casus whom the author sees, by the policy of betrokkenen.
_OVER_WIE = (
    "(betrokkenheid_id IS NULL OR EXISTS (SELECT 1 FROM casus_betrokkenheid m "
    "WHERE m.id = betrokkenheid_id AND m.casus_id = casus_bijdrage.casus_id))"
)
_GENOEMD_DOOR = (
    f"EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id AND {_schrijft('b.')})"
)
_VERSTREKT = (
    f"door_id = {_VRAGER} AND {_HUIS} "
    "AND (NOT dicht OR casus_id = ANY(ARRAY(SELECT casus.mijn_huiscasussen())))"
)


class Migration(migrations.Migration):
    dependencies = [
        ("casus", "0005_bijdragen"),
        ("gebruikers", "0011_beheer_activering"),
    ]

    operations = [
        migrations.RunSQL(
            [
                _BIJDRAGEN,
                _DEELNAME,
                "GRANT EXECUTE ON FUNCTION casus.mijn_huiscasussen(), "
                "casus.mijn_partnercasussen(), casus.mijn_bijdragen(), "
                "casus.trek_bijdrage_in(uuid, text), "
                "casus.nodig_uit(uuid, uuid, uuid, text, int, text), "
                "casus.beantwoord_uitnodiging(uuid, boolean, text), "
                "casus.beeindig_rol(uuid, text), casus.draag_rol_over(uuid, uuid, date, text), "
                "casus.zet_beperkt(uuid, boolean, text), casus.kenmerken_van_rollen(), "
                f"casus.te_benaderen() TO {settings.ROLLEN.app}",
            ],
            reverse_sql=migrations.RunSQL.noop,
        ),
        historie_op_slot("casus_casusrol"),
        rijbeveiliging(
            "casus_bijdrage",
            Beleid(
                lezen=f"({_HUIS} AND NOT dicht AND {_GETOOND}) "
                f"OR (casus_id = {_HEEL} AND {_GETOOND}) "
                f"OR {_EIGEN_ALS_PARTNER} OR id = ANY(ARRAY(SELECT casus.mijn_bijdragen()))",
                toevoegen=f"{_schrijft()} AND {_OVER_WIE}",
                wijzigen=_schrijft(),
                wijzigbaar=[
                    "soort",
                    "leefgebied",
                    "tekst",
                    "categorie",
                    "doel",
                    "onder_geheim",
                    "grond",
                    "grond_motivering",
                    "voorwaarden",
                    "publiek",
                ],
                invoer=False,
            ),
        ),
        rijbeveiliging(
            "casus_bijdragepubliek",
            Beleid(
                # Whoever sees the bijdrage: its own policy decides inside.
                lezen="EXISTS (SELECT 1 FROM casus_bijdrage b WHERE b.id = bijdrage_id)",
                toevoegen=_GENOEMD_DOOR,
                verwijderen=_GENOEMD_DOOR,
                invoer=False,
            ),
        ),
        rijbeveiliging(
            "casus_verstrekking",
            Beleid(
                lezen=f"({_HUIS} AND NOT dicht) OR casus_id = {_HEEL}",
                toevoegen=_VERSTREKT,
                invoer=False,
            ),
        ),
        volgt_casus("casus_bijdrage"),
        volgt_casus("casus_verstrekking"),
        # Which organisations there are is no secret; which of them take part stays with the casus.
        nog_een_lezer("organisaties_organisatie", "deelnemer", _LEEST_NAMEN),
    ]
