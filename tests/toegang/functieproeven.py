# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - put together from own words
"""What the functions that only acts and lists ask answer, in the bank of relations.

Each sentence is one of toegang.md or of the issue on casework; tests/storing leaves out each
condition of these functions (tests/storing/fouten.py, VAN_PROEVEN), and a probe has to see it.
"""

from collections.abc import Mapping
from typing import NamedTuple
from uuid import UUID

import psycopg

from config import settings as instellingen
from tests.bezetting import id_van
from tests.toegang.buitenproeven import BUITENPROEVEN
from tests.toegang.eendaagproeven import EENDAAGPROEVEN
from tests.toegang.klokproeven import KLOKPROEVEN, Proef
from tests.toegang.leidingproeven import LEIDINGPROEVEN
from tests.toegang.proefbank import zitting
from tests.toegang.relaties import BIJDRAGEN, GEVALLEN, casus_van

# Asked by other functions only; lent to the application for as long as a probe takes.
_VAN_BINNEN = (
    "beeld.partner_ziet(uuid, text, uuid)",
    "casus.eis_betrokkene(uuid, jsonb)",
    "casus.is_code(text, text)",
    "casus.staat_in(uuid, uuid)",
    "casus.ziet_persoon(uuid)",
    "overleg.komen_naar(uuid)",
    "voortgang.eis_inhoud(jsonb)",
    "voortgang.is_aan_te_spreken(uuid, uuid, uuid)",
)
_LEEN = f"GRANT EXECUTE ON FUNCTION {', '.join(_VAN_BINNEN)} TO {instellingen.ROLLEN.app}"


class _Geval(NamedTuple):
    """One answer of a function: what is so, the arguments or casus, the answer, what went first."""

    zin: str
    bij: str
    antwoord: object
    klaar: str = ""


def _proeven(functie: str, vrager: str, vraag: str, *gevallen: _Geval) -> list[Proef]:
    """`vraag` has a place {bij} for what differs."""
    return [
        Proef(f"{functie}: {een.zin}", vrager, vraag.format(bij=een.bij), een.antwoord, een.klaar)
        for een in gevallen
    ]


# toegang.md section 2: of a participating deelnemer, designated.
_IS_AAN_TE_SPREKEN = _proeven(
    "is_aan_te_spreken",
    "procesregisseur",
    "SELECT voortgang.is_aan_te_spreken({bij})",
    _Geval("aangewezen door wie meedoet", "%(lopend)s, %(anja)s, %(ggz)s", True),
    _Geval("een ketenpartner is dat niet", "%(lopend)s, %(bram)s, %(ggz)s", False),
    _Geval("niet aangewezen door deze deelnemer", "%(lopend)s, %(anja)s, %(politie)s", False),
    _Geval(
        "een derde is geen deelnemer",
        "%(lopend)s, %(anja)s, %(ggz)s",
        False,
        "UPDATE organisaties_organisatie SET deelnemer = 'derde' WHERE id = %(ggz)s",
    ),
    _Geval("de GGZ doet hier niet mee", "%(opgeschaald)s, %(anja)s, %(ggz)s", False),
    _Geval(
        "de politie doet mee zonder dat iemand genoemd is",
        "%(opgeschaald)s, %(anja)s, %(politie)s",
        True,
        "UPDATE toegang_accountrol SET organisatie = %(politie)s "
        "WHERE gebruiker = %(anja)s AND rol = 'aangesprokene'",
    ),
    _Geval("de rol is ineens beëindigd", "%(beeindigd)s, %(anja)s, %(ggz)s", False),
    _Geval("de rol is voorbij", "%(voorbij)s, %(anja)s, %(ggz)s", False),
    _Geval("de rol loopt nog niet", "%(nog_niet)s, %(anja)s, %(ggz)s", False),
    _Geval("de uitnodiging is niet aanvaard", "%(uitgenodigd)s, %(anja)s, %(ggz)s", False),
)
# Anja and Corrie are both designated by the GGZ. A procesregisseur arranges the open casussen of
# the house, a beperkte one only when named.
_AAN_TE_SPREKEN = _proeven(
    "aan_te_spreken",
    "procesregisseur",
    "SELECT count(*) FROM voortgang.aan_te_spreken(%({bij})s)",
    _Geval("de twee van de GGZ, die meedoet", "lopend", 2),
    _Geval("niemand van wie niet meedoet", "opgeschaald", 0),
    _Geval("niemand bij een beperkte zaak van een ander", "beperkt", 0),
    _Geval(
        "niemand bij een gesloten zaak, ook niet als dicht dat niet zegt",
        "lopend",
        0,
        "ALTER TABLE casus_casus DISABLE TRIGGER dicht; "
        "UPDATE casus_casus SET gesloten = true, dicht = false WHERE id = %(lopend)s",
    ),
)
# Tineke and Chantal are trajectbegeleider; a traject is assigned by who arranges the casus.
_TOE_TE_WIJZEN = _proeven(
    "toe_te_wijzen",
    "procesregisseur",
    "SELECT count(*) FROM voortgang.toe_te_wijzen(%({bij})s)",
    _Geval("beide trajectbegeleiders", "lopend", 2),
    _Geval("niemand bij een beperkte zaak van een ander", "beperkt", 0),
    _Geval("niet wie er al op staat", "traject", 1),
    _Geval(
        "niet wie het niet meer is",
        "lopend",
        1,
        "UPDATE toegang_accountrol SET tot = '2024-06-30' "
        "WHERE gebruiker = %(tineke)s AND rol = 'trajectbegeleider'",
    ),
)
# The contact of each casus is Tineke's, who is on the casus `traject` only.
_LOS = "SELECT count(*) FROM voortgang.losse_afspraken(%({bij})s)"
_ZET_CONTACT = "UPDATE voortgang_contactmoment SET {} WHERE casus_id = %({})s"
_LOSSE_AFSPRAKEN = [
    *_proeven(
        "losse_afspraken",
        "procesregisseur",
        _LOS,
        _Geval("van wie niet meer begeleidt", "lopend", 1),
        _Geval("niet van wie nog begeleidt", "traject", 0),
        _Geval("niet bij een beperkte zaak van een ander", "beperkt", 0),
        _Geval(
            "niet wat is afgerond",
            "lopend",
            0,
            _ZET_CONTACT.format("uitkomst='gesproken'", "lopend"),
        ),
        _Geval(
            "niet wat is weggehaald",
            "lopend",
            0,
            _ZET_CONTACT.format("weggehaald_op = now()", "lopend"),
        ),
        _Geval(
            "niet wat een collega overnam",
            "lopend",
            0,
            _ZET_CONTACT.format("door_id = %(joris)s", "lopend"),
        ),
        _Geval(
            "de eigen, ook van wie op de zaak staat",
            "traject",
            1,
            "UPDATE casus_casusrol SET gebruiker_id = %(amira)s, rol = 'regisseur' "
            "WHERE casus_id = %(traject)s AND gebruiker_id = %(tineke)s; "
            + _ZET_CONTACT.format("door_id = %(amira)s", "traject"),
        ),
    ),
    *_proeven(
        "losse_afspraken",
        "procesondersteuner",
        _LOS,
        _Geval("wie is genoemd", "beperkt", 1),
        _Geval(
            "ook van een collega die de beperkte zaak niet ziet",
            "beperkt",
            1,
            _ZET_CONTACT.format("door_id = %(amira)s", "beperkt"),
        ),
    ),
    *_proeven("losse_afspraken", "manager", _LOS, _Geval("niet voor een manager", "lopend", 0)),
]
# The casus `gesloten` closed on the first of May 2024; with the rol of Tineke on it, or of another.
_GESLOTEN = "SELECT max(op)::text FROM voortgang.begeleidingen_gesloten('{bij}')"
_DAG = "2024-05-01"
_BEGELEIDT = (
    "UPDATE casus_casusrol SET id = %(tineke)s, gebruiker_id = %(tineke)s, "
    "rol = 'trajectbegeleider' WHERE casus_id = %(gesloten)s AND gebruiker_id = %(bram)s; "
    "UPDATE casus_casusrol SET {} WHERE id = %(tineke)s"
)
_BEGELEIDINGEN_GESLOTEN = _proeven(
    "begeleidingen_gesloten",
    "trajectbegeleider",
    _GESLOTEN,
    _Geval("op de laatste open dag", _DAG, _DAG, _BEGELEIDT.format("tot = NULL")),
    _Geval("niet van voor de dag", "2024-05-02", None, _BEGELEIDT.format("tot = NULL")),
    _Geval("ook met een einde daarna", _DAG, _DAG, _BEGELEIDT.format("tot = '2024-05-01'")),
    _Geval("niet met een einde ervoor", _DAG, None, _BEGELEIDT.format("tot = '2024-04-30'")),
    _Geval("niet wie al gestopt was", _DAG, None, _BEGELEIDT.format("beeindigd_op = now()")),
    _Geval("niet wie niet begeleidt", _DAG, None, _BEGELEIDT.format("rol = 'deelnemer'")),
    _Geval("niet wie weigerde", _DAG, None, _BEGELEIDT.format("antwoord = 'geweigerd'")),
    _Geval("niet van een ander", _DAG, None, _BEGELEIDT.format("gebruiker_id = %(joris)s")),
    _Geval("niet van een zaak die open is", _DAG, None),
    _Geval(
        "niet als de zaak weer open is",
        _DAG,
        None,
        _BEGELEIDT.format("tot = NULL")
        + "; UPDATE afsluiting_afsluiting SET heropend_op = '2024-07-01' "
        "WHERE casus_id = %(gesloten)s",
    ),
)
# toegang.md section 2: escalated casussen as a note without names.
_NOTITIE = "SELECT count(*) FROM voortgang.notities() WHERE casus = %({bij})s"
_ZET_OPSCHALING = "UPDATE voortgang_opschaling SET {} WHERE casus_id = %(lopend)s"
_NOTITIES = [
    *_proeven(
        "notities voor de manager",
        "manager",
        _NOTITIE,
        _Geval("wat loopt", "lopend", 1),
        _Geval("niet wat is afgerond", "lopend", 0, _ZET_OPSCHALING.format("uitkomst='doorbraak'")),
        _Geval("niet zonder notitie", "lopend", 0, _ZET_OPSCHALING.format("notitie = NULL")),
        _Geval("niet van een gesloten zaak", "gesloten", 0),
    ),
    *_proeven(
        "notities voor het bestuur",
        "bestuur",
        _NOTITIE,
        _Geval("niet wat het management is gevraagd", "lopend", 0),
        _Geval(
            "wat het bestuur is gevraagd", "lopend", 1, _ZET_OPSCHALING.format("niveau='bestuur'")
        ),
    ),
]
_TERMIJN = "antwoord_voor = '2024-06-01'"
_WACHTEND = _proeven(
    "wachtende_opschalingen",
    "manager",
    "SELECT count(*) FROM voortgang.wachtende_opschalingen() WHERE casus = %({bij})s",
    _Geval("wat op antwoord wacht", "lopend", 1, _ZET_OPSCHALING.format(_TERMIJN)),
    _Geval("niet zonder termijn", "lopend", 0, _ZET_OPSCHALING.format("antwoord_voor = NULL")),
    _Geval(
        "niet wat is beantwoord",
        "lopend",
        0,
        _ZET_OPSCHALING.format(f"{_TERMIJN}, beantwoord_op = '2024-06-02'"),
    ),
    _Geval(
        "niet wat is afgerond",
        "lopend",
        0,
        _ZET_OPSCHALING.format(f"{_TERMIJN}, uitkomst = 'doorbraak'"),
    ),
    _Geval("niet zonder vraag", "lopend", 0, _ZET_OPSCHALING.format(f"{_TERMIJN}, vraag = NULL")),
    _Geval(
        "niet van een gesloten zaak",
        "gesloten",
        0,
        f"UPDATE voortgang_opschaling SET {_TERMIJN} WHERE casus_id = %(gesloten)s",
    ),
)
# toegang.md section 2: designated and admitted by the deciders.
_WAS_GEVRAAGD = _proeven(
    "was_gevraagd",
    "aangesprokene",
    "SELECT voortgang.was_gevraagd(%(opschaling_{bij})s)",
    _Geval("wie is gevraagd en toegelaten", "opgeschaald", True),
    _Geval("ook nadat het antwoord er is", "beantwoord", True),
    _Geval("niet bij een opschaling waarbij niemand is gevraagd", "lopend", False),
    _Geval("niet wat een ander is gevraagd", "aangesproken_zonder_rol", False),
    _Geval("niet voor de toelating", "niet_toegelaten", False),
    _Geval(
        "niet als de toelating nog moet ingaan",
        "opgeschaald",
        False,
        "UPDATE voortgang_opschaling SET toegelaten_op = '2100-01-01' "
        "WHERE id = %(opschaling_opgeschaald)s",
    ),
)
# WGS 2.27(1) and 2.31(4): a decider of a public deelnemer admits the aangesprokene.
_EIS_INHOUD = _proeven(
    "eis_inhoud",
    "procesregisseur",
    "SELECT voortgang.eis_inhoud(jsonb_build_object('niveau', 'management', "
    "'vraag', 'Wie beslist?', 'antwoord_voor', CURRENT_DATE + 14, "
    "'toegelaten_door', 'De beslisser', 'toegelaten_namens', {bij}))",
    _Geval("namens de politie", "%(politie)s::text", ""),
    _Geval("namens een private deelnemer", "%(ggz)s::text", "niet toegestaan"),
)
# BGS 2.19 and 2.20(2), and toegang.md section 4: sides can be shielded from each other.
_INHOUD = (
    'SELECT casus.eis_betrokkene(%(lopend)s, \'{{"relatie_soort": "ouder", "vanaf": '
    "\"2024-04-01\", {bij}}}'::jsonb || jsonb_build_object('relatie_met', %(hoofd_lopend)s::text))"
)
_ZONDER_ZIJDEN = "UPDATE casus_betrokkenheid SET zijde = NULL WHERE casus_id = %(lopend)s"
_TWEEDE = (
    '"rol": "hoofdbetrokkene", "zijde": 2, "kring": "een gezin", "samenhang": "zij wonen samen", '
    '"afstemming": "een plan voor beiden"'
)
_EIS_BETROKKENE = _proeven(
    "eis_betrokkene",
    "procesregisseur",
    _INHOUD,
    _Geval("met zijde in een zaak met zijden", '"rol": "ouder", "zijde": 1', ""),
    _Geval("zonder zijde in een zaak met zijden", '"rol": "ouder"', "niet toegestaan"),
    _Geval("zonder zijde in een zaak zonder zijden", '"rol": "ouder"', "", _ZONDER_ZIJDEN),
    _Geval(
        "zonder zijde waar alleen een partner er een heeft",
        '"rol": "ouder"',
        "niet toegestaan",
        f"{_ZONDER_ZIJDEN}; UPDATE casus_casusrol SET zijde = 2 WHERE casus_id = %(lopend)s",
    ),
    _Geval("een tweede hoofdbetrokkene in een systeem", _TWEEDE, ""),
    _Geval(
        "een tweede hoofdbetrokkene in een zaak van een individu",
        _TWEEDE,
        "niet toegestaan",
        "UPDATE casus_casus SET samenstelling = 'individu' WHERE id = %(lopend)s",
    ),
)
_STAAT_IN = _proeven(
    "staat_in",
    "procesregisseur",
    "SELECT casus.staat_in({bij})",
    _Geval("wie erin staat", "%(lopend)s, %(hoofd_lopend)s", True),
    _Geval("wie in een andere zaak staat", "%(lopend)s, %(hoofd_traject)s", False),
    _Geval(
        "wie er niet meer in staat",
        "%(lopend)s, %(hoofd_lopend)s",
        False,
        "UPDATE casus_betrokkenheid SET tot = '2024-06-30' WHERE persoon_id = %(hoofd_lopend)s",
    ),
)
_IS_CODE = _proeven(
    "is_code",
    "procesregisseur",
    "SELECT casus.is_code('betrokkene_rol', '{bij}')",
    _Geval("een rol van de lijst", "ouder", True),
    _Geval("een code van een andere lijst", "broer_zus", False),
)
# toegang.md section 2: beperkte ones only when named on them.
_ZIET_PERSOON = [
    proef
    for vrager, geval, ziet in (
        ("procesregisseur", "lopend", True),
        ("procesregisseur", "beperkt", False),
        ("procesondersteuner", "beperkt", True),
    )
    for proef in _proeven(
        f"ziet_persoon van {vrager}",
        vrager,
        "SELECT casus.ziet_persoon(%(hoofd_{bij})s)",
        _Geval(geval, geval, ziet),
    )
]
# toegang.md section 2: what the GGZ said by telephone stays theirs to see. A bijdrage answers the
# question to them; of the three, one names them, one names the police and one names nobody.
_ZET_ANTWOORD = (
    "UPDATE beeld_informatievraag SET afhandeling = 'gegeven', afgehandeld_op = now(), "
    "afgehandeld_door_id = %(bram)s, bijdrage_id = %(bijdrage_{})s, {} WHERE id = %(vraag)s"
)
_AAN_DE_TELEFOON = "gezegd_door = 'Sjoukje Verzinsel, arts', gezegd_op = gevraagd_op"
_GGZ_GENOEMD, _POLITIE_GENOEMD, _NIEMAND_GENOEMD = (
    _ZET_ANTWOORD.format(een, _AAN_DE_TELEFOON) for een in ("ggz", "politie", "huis")
)
_EIGEN_ANTWOORD = _ZET_ANTWOORD.format("ggz", "gezegd_door = NULL")
_RIJ = "(SELECT p.id FROM casus_bijdragepubliek p WHERE p.bijdrage_id = %(bijdrage_ggz)s)"
_PARTNER_ZIET = _proeven(
    "partner_ziet",
    "procesregisseur",
    "SELECT beeld.partner_ziet(%(bijdrage_{bij})",
    _Geval("wie is genoemd", "ggz)s, 'organisaties', NULL", True, _GGZ_GENOEMD),
    _Geval("iedereen", f"ggz)s, 'iedereen', {_RIJ}", True, _GGZ_GENOEMD),
    _Geval("niet bij alleen het huis", "ggz)s, 'alleen_huis', NULL", False, _GGZ_GENOEMD),
    _Geval("niet wie wordt weggehaald", f"ggz)s, 'organisaties', {_RIJ}", False, _GGZ_GENOEMD),
    _Geval(
        "niet als een ander is genoemd", "politie)s, 'organisaties', NULL", False, _POLITIE_GENOEMD
    ),
    _Geval("niet wie elders is genoemd", "huis)s, 'organisaties', NULL", False, _NIEMAND_GENOEMD),
    _Geval(
        "een eigen antwoord verbergt wie wil", "ggz)s, 'alleen_huis', NULL", True, _EIGEN_ANTWOORD
    ),
    _Geval("wat geen antwoord is ook", "huis)s, 'alleen_huis', NULL", True, _GGZ_GENOEMD),
)
# Who is asked by name for an overleg, and so gets its mail (docs/adr/0035).
_OVERLEG = "(SELECT overleg_id FROM overleg_agendapunt WHERE casus_id = %(lopend)s)"
_BRAM = "WHERE casus_id = %(lopend)s AND gebruiker_id = %(bram)s"
_KOMEN_NAAR = _proeven(
    "komen_naar",
    "procesregisseur",
    f"SELECT {{bij}} FROM overleg.komen_naar({_OVERLEG}) k",
    _Geval("wie op naam is gevraagd", "coalesce(bool_or(k = %(bram)s), false)", True),
    _Geval(
        "wie is weggelaten, en elders wel is gevraagd",
        "coalesce(bool_or(k = %(bram)s), false)",
        False,
        f"UPDATE overleg_genodigde SET weggelaten_op = now() {_BRAM}",
    ),
    _Geval(
        "een organisatie zonder naam is niemand",
        "count(*) FILTER (WHERE k IS NULL)",
        0,
        f"UPDATE overleg_genodigde SET gebruiker_id = NULL {_BRAM}",
    ),
    _Geval(
        "voor wat is afgelast komt niemand",
        "count(*)",
        0,
        f"UPDATE overleg_overleg SET afgelast_op = now() WHERE id = {_OVERLEG}",
    ),
)

PROEVEN = [
    *_IS_AAN_TE_SPREKEN,
    *_AAN_TE_SPREKEN,
    *_TOE_TE_WIJZEN,
    *_LOSSE_AFSPRAKEN,
    *_BEGELEIDINGEN_GESLOTEN,
    *_NOTITIES,
    *_WACHTEND,
    *_WAS_GEVRAAGD,
    *_EIS_INHOUD,
    *_EIS_BETROKKENE,
    *_STAAT_IN,
    *_IS_CODE,
    *_ZIET_PERSOON,
    *_PARTNER_ZIET,
    *_KOMEN_NAAR,
    *KLOKPROEVEN,
    *LEIDINGPROEVEN,
    *EENDAAGPROEVEN,
    *BUITENPROEVEN,
]
_GENOEMD = ("amira", "anja", "bram", "chantal", "joris", "mirjam", "tineke", "ggz", "politie")
_WAARDEN: Mapping[str, UUID] = {
    **{een: id_van(een) for een in _GENOEMD},
    **{geval: id_van(casus_van(geval)) for geval in GEVALLEN},
    **{f"opschaling_{geval}": id_van(f"opschaling-{geval}") for geval in GEVALLEN},
    "vraag": id_van("vraag-lopend-ggz"),
    **{f"bijdrage_{een}": id_van(f"bijdrage-lopend-{een}") for een in BIJDRAGEN},
    **{f"hoofd_{geval}": id_van(f"hoofd-{geval}") for geval in GEVALLEN},
}


def gezegd(beheer: psycopg.Connection, proef: Proef) -> object:
    """What the function answers the asker of `proef`, None for no row; nothing of it stays."""
    with beheer.transaction(force_rollback=True):
        beheer.execute(_LEEN.encode())
        for opdracht in filter(None, proef.klaar.split("; ")):
            beheer.execute(opdracht.encode(), _WAARDEN)
        try:
            with zitting(beheer, proef.vrager):
                rij = beheer.execute(proef.vraag.encode(), _WAARDEN).fetchone()
        except psycopg.errors.InsufficientPrivilege as fout:
            return fout.diag.message_primary  # what gebruikers.weiger says, if it was that
    return rij[0] if rij else None
