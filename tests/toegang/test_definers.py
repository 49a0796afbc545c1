# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the attacks put their statements together from the catalogue
"""Each definer function attacked: the wrong asker, nobody, nothing filled in, and other tables."""

from collections.abc import Iterator

import psycopg
import pytest

from config import settings as instellingen
from tests.bezetting import id_van
from tests.databank import cluster
from tests.toegang.blad import VRAGERS, regels, wie
from tests.toegang.definers import ANTWOORD, Functie, functies, probeer
from tests.toegang.proefbank import als_app, lijst, zitting
from tests.toegang.test_relaties import relatiebank
from vangnet.kern.databank.cluster import BEHEERDER

__all__ = ["relatiebank"]
APP = instellingen.ROLLEN.app
REGELS = {regel["functie"]: regel for regel in regels("definers.csv", scheiding=";")}
elke_functie = pytest.mark.parametrize("naam", REGELS)
# What a definer function could read instead of the real table, filled to let in the asker.
_NEP = (
    "toegang_accountrol",
    "toegang_inzage",
    "casus_casusrol",
    "casus_casus",
    "casus_betrokkenheid",
    "voortgang_opschaling",
    "gebruikers_gebruiker",
    "gebruikers_sessie",
)
# Of the other tables that the application may read it may read every column.
_LEESBAAR = {
    "gebruikers_gebruiker": (
        "id, email, naam, organisatie_id, actief_tot, systeemnaam, via_oidc, sessiestempel, "
        "''::text AS password"
    )
}
_NEPROL = (
    "INSERT INTO pg_temp.toegang_accountrol (gebruiker, rol, organisatie, taak, screening_op, "
    "vanaf, bevestigd_op) SELECT coalesce(toegang.vrager(), gen_random_uuid()), r, "
    f"'{id_van('ggz')}', 'a', '2019-01-01', '2019-01-01', '2019-01-01' FROM unnest(ARRAY["
    "'procesregisseur', 'ketenpartner', 'manager', 'privacy_officer', 'beheerder', 'aangesprokene',"
    "'opdrachtregel', 'analist']) r"
)


_ZONDER_VAST_PAD = """
    SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace
     WHERE prosecdef AND nspname !~ '^pg_' AND NOT EXISTS (SELECT FROM unnest(proconfig) c
           WHERE c ~ '^search_path=pg_catalog(, public)?, pg_temp$')
"""


@pytest.fixture(scope="module")
def beheer(relatiebank: str) -> Iterator[psycopg.Connection]:
    with cluster().verbind(BEHEERDER, relatiebank) as verbinding:
        verbinding.execute(f'GRANT TEMP ON DATABASE "{relatiebank}" TO {APP}'.encode())
        yield verbinding


@pytest.fixture
def app(beheer: psycopg.Connection) -> Iterator[psycopg.Connection]:
    with als_app(beheer.info.dbname) as verbinding:
        yield verbinding


def _functie(beheer: psycopg.Connection, naam: str) -> Functie:
    return functies(beheer)[naam]


def _vreemden(naam: str) -> list[str]:
    mag = wie(REGELS[naam]["wie"])
    return [vrager for vrager in VRAGERS if vrager not in mag]


def test_elke_definer_functie_heeft_haar_aanval(beheer: psycopg.Connection) -> None:
    er_zijn = set(functies(beheer))

    assert [
        f"zet een regel in tests/toegang/definers.csv: {f}" for f in er_zijn - set(REGELS)
    ] == []
    assert sorted(set(REGELS) - er_zijn) == []


@pytest.mark.asvs("8.2.1")
@elke_functie
def test_wie_niet_mag_krijgt_niets(
    naam: str, beheer: psycopg.Connection, app: psycopg.Connection
) -> None:
    functie, gekregen = _functie(beheer, naam), {}
    for vrager in _vreemden(naam):
        with zitting(app, vrager):
            gekregen[vrager] = probeer(app, functie.aanroep())

    assert {v: uit for v, uit in gekregen.items() if uit[0] != REGELS[naam]["geweigerd"]} == {}
    # A sentence that differs would tell who may, or what is there.
    assert len({tekst for v, (_, tekst) in gekregen.items() if v != "bezoeker"}) <= 1


# Who may call it says nothing but the trace; before noon on a working day there is mail to send.
_ALLEEN_SPOOR = "gebruikers.begin_samenvattingen("


@elke_functie
def test_niets_invullen_geeft_niemand_iets(
    naam: str, beheer: psycopg.Connection, app: psycopg.Connection
) -> None:
    """Also not who may: what a function does without its arguments is nothing."""
    functie = _functie(beheer, naam)
    if not functie.soorten or naam.startswith(("journaal.leg_vast", _ALLEEN_SPOOR)):
        pytest.skip("no arguments, only the trace, or one that everybody may call with anything")
    for vrager in VRAGERS:
        with zitting(app, vrager):
            assert probeer(app, functie.aanroep(leeg=True))[0] != ANTWOORD, vrager


@elke_functie
def test_een_tijdelijke_tabel_opent_geen_functie(
    naam: str, beheer: psycopg.Connection, app: psycopg.Connection
) -> None:
    """With the right to make one, first on the path, and filled as if everything were allowed."""
    functie = _functie(beheer, naam)
    for vrager in sorted({"bezoeker", "zonder_rol", "ketenpartner"} & set(_vreemden(naam))):
        with zitting(app, vrager):
            zonder = probeer(app, functie.aanroep())
            for tabel in _NEP:
                velden = _LEESBAAR.get(tabel, "*")
                kaal = f"CREATE TEMP TABLE {tabel} AS SELECT {velden} FROM public.{tabel} LIMIT 0"
                app.execute(kaal.encode())
            app.execute(_NEPROL.encode())
            app.execute("SET LOCAL search_path = pg_temp, public")

            assert probeer(app, functie.aanroep()) == zonder


def test_geen_definer_functie_zoekt_op_het_pad_van_de_vrager(beheer: psycopg.Connection) -> None:
    los = lijst(beheer, _ZONDER_VAST_PAD)

    assert los == []
