# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a casus or an author without a column of its own for it, in the bank of relations.

Verdicts of a triage follow their aanmelding, drafts their author and the casus that they are of.
The relations of relaties.csv all go by the column of a casus, so they don't see these.
"""

from collections.abc import Mapping
from uuid import UUID

import psycopg

from tests.bezetting import id_van
from tests.toegang.aanhangproef import Proef
from tests.toegang.dossierproeven import DOSSIERPROEVEN
from tests.toegang.genodigdenproeven import GENODIGDENPROEVEN
from tests.toegang.proefbank import zitting
from tests.toegang.publiekproeven import PUBLIEKPROEVEN
from tests.toegang.relaties import casus_van

_BIJ_AANMELDING = (
    "UPDATE {tabel} SET id = %(nieuw)s WHERE aanmelding_id IN "
    "(SELECT id FROM aanmelding_aanmelding WHERE casus_id = %({casus})s)"
)
_NIEUWE = "SELECT count(*) FROM {tabel} WHERE id = %(nieuw)s"
# The cast has one.
_WEGGEHAALD = "UPDATE aanmelding_bijlage SET id = %(nieuw)s, weg_op = now()"
_CONCEPT = (
    "INSERT INTO {tabel} (id, versie, aangemaakt_op, eerste_verwerking_afgeleid, {velden}) "
    "SELECT %(nieuw)s, 1, now(), false, {waarden}"
)


# The cast has one earlier decision, of another aanmelding.
_VERHUISD = (
    "UPDATE {tabel} SET id = %(nieuw)s, aanmelding_id = (SELECT id FROM aanmelding_aanmelding "
    "WHERE casus_id = %({casus})s LIMIT 1) WHERE id = (SELECT min(id::text)::uuid FROM {tabel})"
)


def _van_aanmelding(tabel: str, *, klaar: str = _BIJ_AANMELDING) -> list[Proef]:
    """The house reads it with an open casus, and not with one that is closed to them."""
    vraag = _NIEUWE.format(tabel=tabel)
    return [
        Proef(
            f"{tabel}: het huis, {casus}",
            "procesregisseur",
            vraag,
            aantal,
            klaar.format(tabel=tabel, casus=casus),
        )
        for casus, aantal in (("lopend", 1), ("beperkt", 0))
    ]


def _weggehaalde_bijlagen() -> list[Proef]:
    """What was taken away is there for who added it, to put it back, and for nobody else."""
    return [
        Proef(
            f"aanmelding_bijlage: weggehaald, {vrager}",
            vrager,
            _NIEUWE.format(tabel="aanmelding_bijlage"),
            aantal,
            _WEGGEHAALD,
        )
        for vrager, aantal in (("partner_van_elders", 1), ("procesregisseur", 0))
    ]


def _concept(zin: str, vrager: str, aantal: int, *, tabel: str, velden: str, waarden: str) -> Proef:
    klaar = _CONCEPT.format(tabel=tabel, velden=velden, waarden=waarden)
    return Proef(f"{tabel}: {zin}", vrager, _NIEUWE.format(tabel=tabel), aantal, klaar)


def _aanmeldconcepten() -> list[Proef]:
    velden = {
        "tabel": "aanmelding_concept",
        "velden": "inhoud, bewaard_op, auteur_id",
    }
    return [
        _concept(
            f"van de eigen hand als {wie}",
            wie,
            aantal,
            waarden=f"'{{}}'::jsonb, now(), %({naam})s",
            **velden,
        )
        for wie, naam, aantal in (("ketenpartner", "bram", 1), ("manager", "mirjam", 0))
    ]


def _heropenvragen() -> list[Proef]:
    velden = {
        "tabel": "afsluiting_heropenvraag",
        "velden": "kenmerk, gevraagd_op, gevraagd_door_id",
    }
    return [
        _concept(
            f"van {naam}, gelezen door {wie}",
            wie,
            aantal,
            waarden=f"'ZVH-2020-X', CURRENT_DATE, %({naam})s",
            **velden,
        )
        for wie, naam, aantal in (
            ("trajectbegeleider", "tineke", 1),
            ("trajectbegeleider", "bram", 0),
            ("ketenpartner", "bram", 0),
        )
    ]


def _notitieconcepten() -> list[Proef]:
    return [
        _concept(
            f"van Bram op {casus}, gelezen door {wie}",
            wie,
            aantal,
            tabel="casus_notitieconcept",
            velden="tekst, auteur_id, casus_id",
            waarden=f"'Halve zin', %(bram)s, %({casus})s",
        )
        for casus, wie, aantal in (
            ("lopend", "ketenpartner", 1),
            ("voorbij", "ketenpartner", 1),
            ("gesloten", "ketenpartner", 1),
            ("lopend", "procesregisseur", 0),
            ("lopend", "collega_van_ketenpartner", 0),
            ("gesloten", "privacy_officer", 0),
        )
    ]


_ROL_VAN_BRAM = (
    "SELECT count(*) FROM casus_casusrol WHERE casus_id = %(lopend)s AND gebruiker_id = %(bram)s"
)
_VAN_DE_POLITIE = (
    "UPDATE casus_casusrol SET organisatie_id = %(politie)s "
    "WHERE casus_id = %(lopend)s AND gebruiker_id = %(bram)s"
)
PROEVEN = [
    Proef("casus_casusrol: van de eigen organisatie", "coordinator", _ROL_VAN_BRAM, 1),
    Proef("casus_casusrol: van een andere", "coordinator", _ROL_VAN_BRAM, 0, _VAN_DE_POLITIE),
    *DOSSIERPROEVEN,
    *PUBLIEKPROEVEN,
    *GENODIGDENPROEVEN,
    *_van_aanmelding("aanmelding_beslisser"),
    *_van_aanmelding("aanmelding_criteriumoordeel"),
    *_van_aanmelding("aanmelding_koppeling"),
    *_van_aanmelding("aanmelding_huisoordeel"),
    *_van_aanmelding("aanmelding_vorigbesluit", klaar=_VERHUISD),
    *_weggehaalde_bijlagen(),
    *_aanmeldconcepten(),
    *_heropenvragen(),
    *_notitieconcepten(),
    Proef(
        "overleg_overleg: van een beperkte casus, nog zonder agenda, wie is genoemd",
        "procesondersteuner",
        "SELECT count(*) FROM overleg_overleg WHERE id = %(nieuw)s",
        1,
        "INSERT INTO overleg_overleg (id, versie, aangemaakt_op, kenmerk, datum, soort, casus_id, "
        "dicht) SELECT %(nieuw)s, 1, now(), 'o-nieuw', CURRENT_DATE, 'casusoverleg', %(beperkt)s, "
        "true",
    ),
    Proef(
        "overleg_verslag: dat nog niet is vastgesteld, een partner",
        "ketenpartner",
        "SELECT count(*) FROM overleg_verslag WHERE casus_id = %(lopend)s",
        0,
        "UPDATE overleg_verslag SET vastgesteld_op = NULL, vastgesteld_door_id = NULL "
        "WHERE casus_id = %(lopend)s",
    ),
    Proef(
        "beeld_informatievraag: aan de eigen organisatie, een partner zegt nee",
        "ketenpartner",
        "WITH nee AS (UPDATE beeld_informatievraag SET afhandeling = 'geweigerd', "
        "reden = 'Dat mogen wij niet zeggen.', afgehandeld_op = now(), "
        "afgehandeld_door_id = %(bram)s WHERE id = %(vraag)s RETURNING 1) "
        "SELECT count(*) FROM nee",
        1,
    ),
    Proef(
        "mijn_opschalingen: die is afgerond",
        "aangesprokene",
        "SELECT count(*) FROM voortgang.mijn_opschalingen() m WHERE m IN (SELECT %(opschaling)s)",
        0,
        "UPDATE voortgang_opschaling SET uitkomst = 'doorbraak' WHERE id = %(opschaling)s",
    ),
    Proef(
        "mijn_opschalingen: die loopt",
        "aangesprokene",
        "SELECT count(*) FROM voortgang.mijn_opschalingen() m WHERE m IN (SELECT %(opschaling)s)",
        1,
    ),
]
_WAARDEN: Mapping[str, UUID] = {
    "nieuw": id_van("aanhang-nieuw"),
    "vraag": id_van("vraag-lopend-ggz"),
    "opschaling": id_van("opschaling-opgeschaald"),
    **{een: id_van(een) for een in ("amira", "bram", "mirjam", "tineke", "politie", "opvang")},
    **{
        een: id_van(casus_van(een))
        for een in ("lopend", "voorbij", "beperkt", "gesloten", "andere_zijde")
    },
}


def gezien(beheer: psycopg.Connection, proef: Proef) -> int:
    """How many rows the asker of `proef` sees or adds; nothing of it stays."""
    with beheer.transaction(force_rollback=True):
        if proef.klaar:
            beheer.execute(proef.klaar.encode(), _WAARDEN)
        with zitting(beheer, proef.vrager, rol=proef.rol):
            antwoord = beheer.execute(proef.vraag.encode(), _WAARDEN)
            if antwoord.description is None:
                return antwoord.rowcount
            rij = antwoord.fetchone()
    return int(rij[0]) if rij else 0


def klopt(beheer: psycopg.Connection, proef: Proef) -> bool:
    """Whether the asker sees as many as the sentence says; an error is no answer."""
    try:
        return gezien(beheer, proef) == proef.aantal
    except psycopg.Error:
        return False
