# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - attacks are put together from the words of this file
"""Who owns the database changes the journaal: the check finds it, and names the first bad row.

beveiliging: goals G-L2. Twelve rows were sealed in three rounds, so there are heads at 4, 8 and 12.
The attacker is a superuser who takes the triggers away and puts them back.
"""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from config import settings as instellingen
from tests.databank import cluster
from tests.journaal.conftest import Zegelhuis
from vangnet.journaal.controle import controleer
from vangnet.journaal.koppen import laatste_kop
from vangnet.journaal.regels import BEGIN, RIJHASH, ketting
from vangnet.journaal.zegels import zet_vorm_vast

pytestmark = pytest.mark.postgres15

_GEWIJZIGD = "de rij of een onderwerp ervan is gewijzigd"
_WEG = "de rij is verwijderd"
_ANDERS = "een onderwerp noemt een andere casus of een andere kijker dan de rij"
_ZEGEL = "het zegel is gewijzigd of past niet op het vorige"
_H = "UPDATE journaal_handeling SET {} WHERE id = <5>"
_KOLOMMEN = {
    "moment": "moment + interval '1 second'",
    "gebruiker": "gen_random_uuid()",
    "organisatie": "gen_random_uuid()",
    "rol": "NULL",
    "vrager_soort": "'taak'",
    "handeling": "'casus.gewijzigd'",
    "object_soort": "'persoon'",
    "object": "NULL",
    "casus": "gen_random_uuid()",
    "doel": "''",
    "toegestaan": "NOT toegestaan",
    "regel": "'huis'",
    "noodtoegang": "gen_random_uuid()",
    "herkomst": "'opdrachtregel'",
    "spoor": "'ab'",
    "velden": "ARRAY['naam rol']",
    "aantallen": "'{\"rijen\": 4}'",
}


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize("kolom", _KOLOMMEN)
def test_een_gewijzigde_kolom_valt_op(kolom: str, verzegeld: Zegelhuis) -> None:
    verzegeld.doe(_H.format(f"{kolom} = {_KOLOMMEN[kolom]}"))

    eerste = verzegeld.controleer().fouten[0]
    assert (eerste.volgnummer, eerste.wat) == (5, _GEWIJZIGD)
    assert eerste.handeling == nummer_5(verzegeld)


# The form of an act from before it held a role, typed out.
_OUDE_VORM = """
    encode(sha256(convert_to(ROW(h.id, h.moment, h.gebruiker, h.organisatie, h.vrager_soort,
        h.handeling, h.object_soort, h.object, h.casus, h.doel, h.toegestaan, h.regel,
        h.noodtoegang, h.herkomst, h.spoor, h.velden, h.aantallen)::text || (
        SELECT string_agg(E'\\n' || ROW(o.id, o.soort, o.onderwerp)::text, '' ORDER BY o.id)
          FROM journaal_onderwerp o WHERE o.handeling_id = h.id), 'UTF8')), 'hex')
"""


@pytest.mark.parametrize(("rol", "gelijk"), [("NULL", {True}), ("'manager'", {False})])
def test_alleen_een_rij_zonder_rol_houdt_de_vorm_van_voor_er_een_rol_in_stond(
    rol: str, gelijk: set[bool], verzegeld: Zegelhuis
) -> None:
    verzegeld.doe(f"UPDATE journaal_handeling SET rol = {rol}")
    vraag = f"SELECT {RIJHASH} = {_OUDE_VORM} FROM journaal_handeling h"

    assert {een for (een,) in verzegeld.beheer.execute(vraag.encode())} == gelijk


def nummer_5(huis: Zegelhuis) -> str:
    vraag = "SELECT handeling FROM journaal_zegel WHERE volgnummer = 5"
    rij = huis.beheer.execute(vraag).fetchone()
    return str(rij[0]) if rij else ""


_Z = "UPDATE journaal_zegel SET {} WHERE volgnummer = {}"
_O = "journaal_onderwerp"
_RUIL = (
    "UPDATE journaal_handeling h SET moment = a.moment FROM journaal_handeling a "
    "WHERE (h.id, a.id) IN ((<5>, <7>), (<7>, <5>))"
)
_WISSEL_ZEGELS = (
    "UPDATE journaal_zegel SET handeling = gen_random_uuid() WHERE volgnummer = 5",
    "UPDATE journaal_zegel SET handeling = <5> WHERE volgnummer = 6",
    "UPDATE journaal_zegel SET handeling = <6> WHERE volgnummer = 5",
)
_VERVALST = (
    "INSERT INTO journaal_handeling SELECT (jsonb_populate_record(h, jsonb_build_object('id', "
    "'11111111-1111-4111-8111-111111111111'))).* FROM journaal_handeling h WHERE id = <5>"
)
_VERVALST_ZEGEL = (
    "INSERT INTO journaal_zegel SELECT {}, '11111111-1111-4111-8111-111111111111', rijhash, "
    "ketting, moment FROM journaal_zegel WHERE volgnummer = 5"
)
_SCHUIF = (
    "UPDATE journaal_zegel SET volgnummer = volgnummer + 1000 WHERE volgnummer > 5",
    "UPDATE journaal_zegel SET volgnummer = volgnummer - {} WHERE volgnummer > 1000",
)
_WIS = ("DELETE FROM journaal_onderwerp WHERE handeling_id = {0}",
        "DELETE FROM journaal_handeling WHERE id = {0}")  # fmt: skip


def wis(nummer: int) -> tuple[str, ...]:
    return tuple(een.format(f"<{nummer}>") for een in _WIS)


AANVALLEN: dict[str, tuple[tuple[str, ...], int, str]] = {
    "eerste rij weg": (wis(1), 1, _WEG),
    "rij in het midden weg": (wis(6), 6, _WEG),
    "laatste rij weg": (wis(12), 12, _WEG),
    "rij en zegel weg": ((*wis(6), "DELETE FROM journaal_zegel WHERE volgnummer = 6"), 6,
                         "de zegels 6 tot en met 6 ontbreken"),
    "rij en zegel weg, de rest schuift op": (
        (*wis(6), "DELETE FROM journaal_zegel WHERE volgnummer = 6",
         _SCHUIF[0], _SCHUIF[1].format(1001)), 6, _ZEGEL),
    "eerste zegels weg": (("DELETE FROM journaal_zegel WHERE volgnummer < 4",), 1,
                          "de zegels 1 tot en met 3 ontbreken"),
    "momenten verwisseld": ((_RUIL,), 5, _GEWIJZIGD),
    "zegels verwisseld": (_WISSEL_ZEGELS, 5, _GEWIJZIGD),
    "rij ertussen met een nagemaakt zegel": (
        (_VERVALST, _SCHUIF[0], _SCHUIF[1].format(999), _VERVALST_ZEGEL.format(6)), 6, _GEWIJZIGD),
    "rij erachter met een nagemaakt zegel": (
        (_VERVALST, _VERVALST_ZEGEL.format(13)), 13, _GEWIJZIGD),
    "rij met een oud moment": (
        (_VERVALST, "UPDATE journaal_handeling SET moment = '2020-01-01' "
         "WHERE id = '11111111-1111-4111-8111-111111111111'"), 13, "te lang geen zegel"),
    "onderwerp weg": ((f"DELETE FROM {_O} WHERE handeling_id = <7> AND soort = 'persoon'",), 7,
                      _GEWIJZIGD),
    "onderwerp gewijzigd": (
        (f"UPDATE {_O} SET onderwerp = gen_random_uuid() WHERE handeling_id = <7>",), 7,
        _GEWIJZIGD),
    "soort onderwerp gewijzigd": (
        (f"UPDATE {_O} SET soort = 'zaak' WHERE handeling_id = <7>",), 7, _GEWIJZIGD),
    "sleutel van een onderwerp gewijzigd": (
        (f"UPDATE {_O} SET id = gen_random_uuid() WHERE handeling_id = <7>",), 7, _GEWIJZIGD),
    "onderwerp bij een andere rij gezet": (
        (f"UPDATE {_O} SET handeling_id = <3> WHERE handeling_id = <7>",), 3, _GEWIJZIGD),
    "onderwerp erbij": (
        (f"INSERT INTO {_O} (id, handeling_id, soort, onderwerp) "
         "VALUES (gen_random_uuid(), <9>, 'casus', gen_random_uuid())",), 9, _GEWIJZIGD),
    "casus van een onderwerp gewijzigd": (
        (f"UPDATE {_O} SET casus = gen_random_uuid() WHERE handeling_id = <7>",), 7, _ANDERS),
    "casus van een onderwerp weg": (
        (f"UPDATE {_O} SET casus = NULL WHERE handeling_id = <7> AND soort = 'persoon'",), 7,
        _ANDERS),
    "kijker van een onderwerp gewijzigd": (
        (f"UPDATE {_O} SET gebruiker = gen_random_uuid() WHERE handeling_id = <7>",), 7, _ANDERS),
    "rij gewijzigd en haar zegel mee": (
        (_H.format("doel = ''"), _Z.format("rijhash = sha256('x')", 5)), 5, _GEWIJZIGD),
    "hash van een zegel gewijzigd": ((_Z.format("rijhash = sha256('x')", 5),), 5, _GEWIJZIGD),
    "keten van een zegel gewijzigd": ((_Z.format("ketting = sha256('x')", 5),), 5, _ZEGEL),
    "moment van een zegel teruggezet": (
        (_Z.format("moment = moment - interval '1 day'", 5),), 5, _ZEGEL),
    "zegel naar een andere rij": ((_Z.format("handeling = gen_random_uuid()", 5),), 5, _WEG),
    "tabel vervangen": (("ALTER TABLE journaal_handeling RENAME TO oud",
                     "CREATE TABLE journaal_handeling (LIKE oud INCLUDING ALL)",
                     "INSERT INTO journaal_handeling SELECT * FROM oud",
                     "CREATE TRIGGER alleen_aanvullen BEFORE INSERT ON journaal_handeling "
                     "FOR EACH STATEMENT EXECUTE FUNCTION journaal.weiger()",
                     f"GRANT SELECT ON journaal_handeling TO {instellingen.ROLLEN.backup}"), 0,
                    "journaal_handeling wordt niet meer bewaakt"),
    "laatste zegel voor het begin gezet": (
        ("ALTER TABLE journaal_zegel DROP CONSTRAINT zegel_lengte",
         _Z.format("volgnummer = -1", 12)), -1, "voor het begin van de keten"),
    "rij staat er twee keer": (
        ("ALTER TABLE journaal_handeling DROP CONSTRAINT journaal_handeling_pkey CASCADE",
         "INSERT INTO journaal_handeling SELECT * FROM journaal_handeling WHERE id = <5>"), 0,
        "twee keer"),
    "kijker gewijzigd van een rij met twee zegels": (
        ("ALTER TABLE journaal_zegel DROP CONSTRAINT journaal_zegel_handeling_key",
         "INSERT INTO journaal_zegel SELECT 13, handeling, rijhash, ketting, moment "
         "FROM journaal_zegel WHERE volgnummer = 7",
         f"UPDATE {_O} SET gebruiker = gen_random_uuid() WHERE handeling_id = <7>"), 0,
        "twee keer"),
    "alle rijen weg, de zegels niet": (
        ("DELETE FROM journaal_onderwerp", "DELETE FROM journaal_handeling"), 1, _WEG),
}  # fmt: skip


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize("naam", AANVALLEN)
def test_de_controle_noemt_de_eerste_foute_rij(naam: str, verzegeld: Zegelhuis) -> None:
    opdrachten, nummer, wat = AANVALLEN[naam]
    verzegeld.doe(*opdrachten)

    eerste = verzegeld.controleer().fouten[0]
    assert eerste.volgnummer == nummer
    assert wat in eerste.wat


def test_een_trekker_die_uit_staat_valt_op(verzegeld: Zegelhuis) -> None:
    verzegeld.beheer.execute("ALTER TABLE journaal_zegel DISABLE TRIGGER alleen_aanvullen")

    assert "journaal_zegel wordt niet meer bewaakt" in verzegeld.controleer().fouten[0].wat


def test_beleid_dat_rijen_verbergt_helpt_niet(verzegeld: Zegelhuis) -> None:
    """The check goes past policies, so a row can't be edited and hidden from it."""
    verzegeld.doe(_H.format("doel = ''"), "DROP POLICY zegelen ON journaal_handeling")

    assert verzegeld.controleer().fouten[0].volgnummer == 5


# Attacks on the end or on all of the chain: it is whole in itself, so old heads have to tell.


def kap_af(huis: Zegelhuis, *, na: int) -> None:
    huis.doe(
        "DELETE FROM journaal_onderwerp WHERE handeling_id IN "
        f"(SELECT handeling FROM journaal_zegel WHERE volgnummer > {na})",
        f"DELETE FROM journaal_handeling WHERE id IN "
        f"(SELECT handeling FROM journaal_zegel WHERE volgnummer > {na})",
        f"DELETE FROM journaal_zegel WHERE volgnummer > {na}",
    )


_OPNIEUW = f"""
    SELECT z.volgnummer, z.handeling::text, {RIJHASH}, z.moment::text
      FROM journaal_zegel z JOIN journaal_handeling h ON h.id = z.handeling ORDER BY 1
"""


def maak_opnieuw(huis: Zegelhuis) -> None:
    """A chain that is right in itself, over the rows as they are now."""
    with cluster().verbind(instellingen.ROLLEN.zegel, huis.naam) as lezer:
        zet_vorm_vast(lezer)
        rijen = lezer.execute(_OPNIEUW.encode()).fetchall()
    vorige, opdrachten = BEGIN, []
    for nummer, handeling, hash_, moment in rijen:
        vorige = ketting(vorige, nummer, handeling=handeling, hash_=hash_, moment=moment)
        waarden = f"rijhash = '\\x{hash_}', ketting = '\\x{vorige.hex()}'"
        opdrachten.append(f"UPDATE journaal_zegel SET {waarden} WHERE volgnummer = {nummer}")
    huis.doe(*opdrachten)


def herschrijf(huis: Zegelhuis) -> None:
    huis.doe(_H.format("doel = 'persoon'"))
    maak_opnieuw(huis)


def kap_af_en_ga_door(huis: Zegelhuis) -> None:
    kap_af(huis, na=6)
    huis.schrijf(8)
    huis.verzegel()


def begin_opnieuw(huis: Zegelhuis) -> None:
    kap_af(huis, na=0)
    huis.schrijf(12)
    huis.verzegel()


@pytest.mark.asvs("16.4.2")
@pytest.mark.parametrize(
    ("aanval", "eerste", "wat"),
    [
        (lambda huis: kap_af(huis, na=11), 9, "afgekapt: kop 12 is er niet meer"),
        (lambda huis: kap_af(huis, na=8), 9, "afgekapt: kop 12 is er niet meer"),
        (lambda huis: kap_af(huis, na=6), 5, "afgekapt: kop 8 is er niet meer"),
        (lambda huis: kap_af(huis, na=0), 1, "afgekapt: kop 4 is er niet meer"),
        (herschrijf, 5, "opnieuw gemaakt: kop 8 is een andere dan toen"),
        (kap_af_en_ga_door, 5, "opnieuw gemaakt: kop 8 is een andere dan toen"),
        (begin_opnieuw, 1, "opnieuw gemaakt: kop 4 is een andere dan toen"),
    ],
    ids=["laatste", "laatste ronde", "helft", "alles", "herschreven", "verder", "overnieuw"],
)
def test_met_koppen_valt_ook_de_staart_op(
    aanval: Callable[[Zegelhuis], None], eerste: int, wat: str, verzegeld: Zegelhuis
) -> None:
    aanval(verzegeld)
    met = verzegeld.controleer(koppen=True).fouten

    assert verzegeld.controleer().fouten == []
    assert (met[0].volgnummer, wat in met[0].wat) == (eerste, True)


def test_een_teruggezette_oude_back_up_valt_op(verzegeld: Zegelhuis) -> None:
    verzegeld.schrijf(2)
    verzegeld.verzegel()
    # What a restore of before that round leaves: rows and seals as they were then.
    kap_af(verzegeld, na=12)

    eerste = verzegeld.controleer(koppen=True).fouten[0]
    assert (eerste.volgnummer, eerste.wat) == (13, "de keten is afgekapt: kop 14 is er niet meer")


def test_een_opgeschreven_code_wijst_een_herschreven_keten_aan(verzegeld: Zegelhuis) -> None:
    kop = laatste_kop(verzegeld.koppen)
    assert kop is not None
    assert verzegeld.controleer(codes=(kop.kop.code,)).fouten == []
    herschrijf(verzegeld)

    assert "kop 12 is een andere" in verzegeld.controleer(codes=(kop.kop.code,)).fouten[0].wat


def test_een_verzette_klok_wordt_gemeld(verzegeld: Zegelhuis) -> None:
    """Not a fault: a long job gives the same. It is named, so that somebody asks."""
    verzegeld.schrijf(1)
    verzegeld.doe("UPDATE journaal_handeling SET moment = moment - interval '1 day' "
                  "WHERE id NOT IN (SELECT handeling FROM journaal_zegel)")  # fmt: skip
    verzegeld.verzegel()
    verslag = verzegeld.controleer()

    assert verslag.fouten == []
    assert "de eerste met zegel 13" in verslag.opmerkingen[0]


def test_een_goed_nagemaakte_staart_staat_niet_in_de_koppen(verzegeld: Zegelhuis) -> None:
    """A row behind the last can't be told from one that was written; that no head knows it can."""
    bewaard = verzegeld.koppen.read_text()
    verzegeld.schrijf(1)
    verzegeld.verzegel()
    verzegeld.koppen.write_text(bewaard)

    assert verzegeld.controleer(koppen=True).opmerkingen[0].startswith("1 zegels zijn van na")


@settings(max_examples=8, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rondes=st.lists(st.integers(0, 4), min_size=1, max_size=4))
def test_een_eerlijk_journaal_geeft_nooit_alarm(rondes: list[int], zegelhuis: Zegelhuis) -> None:
    for aantal in rondes:
        zegelhuis.schrijf(aantal)
        zegelhuis.verzegel()
    zegelhuis.schrijf(1)
    verslag = zegelhuis.controleer(koppen=zegelhuis.koppen.exists())

    assert (verslag.fouten, verslag.opmerkingen) == ([], [])
    assert verslag.onverzegeld == 1


def test_twee_processen_vinden_hetzelfde_als_een(verzegeld: Zegelhuis) -> None:
    verzegeld.doe(*wis(3), "DELETE FROM journaal_zegel WHERE volgnummer BETWEEN 5 AND 8")
    adres = verzegeld.adres("backup")

    samen = controleer(adres, processen=2).fouten
    assert [een.volgnummer for een in samen] == [3, 5, 7]
    assert [een.volgnummer for een in controleer(adres, processen=1).fouten] == [3, 5]


def test_onder_de_rol_van_de_toepassing_wordt_niet_gecontroleerd(verzegeld: Zegelhuis) -> None:
    with pytest.raises(Exception, match="permission denied"):
        controleer(verzegeld.adres("app"))
