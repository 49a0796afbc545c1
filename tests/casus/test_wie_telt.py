# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the queries are put together from the test's own words
"""Who is designated, who stands on a casus and who can be asked: each condition by itself."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import relatiesjabloon, zitting
from tests.toegang.relaties import casus_van
from vangnet.kern.databank.cluster import BEHEERDER

_ZAAK, _ANDERE = id_van(casus_van("lopend")), id_van(casus_van("traject"))
GGZ, POLITIE = id_van("ggz"), id_van("politie")


@pytest.fixture(scope="module")
def bank() -> Iterator[str]:
    with kloon(relatiesjabloon()) as naam:
        yield naam


@pytest.fixture
def beheer(bank: str) -> Iterator[psycopg.Connection]:
    """The superuser of the clone, whose changes no trigger holds back, and go at the end."""
    with (
        cluster().verbind(BEHEERDER, bank) as verbinding,
        verbinding.transaction(force_rollback=True),
    ):
        verbinding.execute("SET LOCAL session_replication_role = replica")
        yield verbinding


@contextmanager
def _anders(beheer: psycopg.Connection, opdracht: str, *waarden: object) -> Iterator[None]:
    with beheer.transaction(force_rollback=True):
        assert beheer.execute(opdracht.encode(), list(waarden)).rowcount > 0
        yield


def _is(beheer: psycopg.Connection, vraag: str, *waarden: object) -> bool:
    rij = beheer.execute(f"SELECT {vraag}".encode(), list(waarden)).fetchone()
    assert rij is not None
    return bool(rij[0])


_AANGEWEZEN = "casus.is_aangewezen(%s, %s, %s)"


@pytest.mark.parametrize(
    "anders",
    [
        "rol = 'procesondersteuner'",
        "vanaf = '2100-01-01', tot = NULL",
        "tot = vanaf",
        "beeindigd_op = now()",
        "organisatie = NULL",
        "taak = NULL",
        "screening_op = '2100-01-01'",
        "bevestigd_op = NULL, bevestigd_door = NULL",
    ],
)
def test_wie_niet_meer_is_aangewezen_telt_niet(anders: str, beheer: psycopg.Connection) -> None:
    wie = (id_van("amira"), "regisseur", None)
    voor = _is(beheer, _AANGEWEZEN, *wie)

    with _anders(beheer, f"UPDATE toegang_accountrol SET {anders} WHERE gebruiker = %s", wie[0]):
        assert (voor, _is(beheer, _AANGEWEZEN, *wie)) == (True, False)


@pytest.mark.parametrize(
    ("wie", "rol", "organisatie", "telt"),
    [
        ("els", "regisseur", None, False),
        ("bram", "deelnemer", GGZ, True),
        ("bram", "deelnemer", POLITIE, False),
    ],
)
def test_een_aanwijzing_is_van_een_mens_voor_een_rol_en_een_organisatie(
    wie: str, rol: str, organisatie: object, telt: bool, beheer: psycopg.Connection
) -> None:
    assert _is(beheer, _AANGEWEZEN, id_van(wie), rol, organisatie) is telt


def test_wie_niet_meer_is_aangewezen_is_niet_te_benaderen(beheer: psycopg.Connection) -> None:
    opdracht = "UPDATE toegang_accountrol SET taak = NULL WHERE gebruiker = %s"

    with _anders(beheer, opdracht, id_van("bram")), zitting(beheer, "procesregisseur"):
        rijen = beheer.execute("SELECT gebruiker FROM casus.te_benaderen()").fetchall()

    assert id_van("amira") in {wie for (wie,) in rijen}
    assert id_van("bram") not in {wie for (wie,) in rijen}


_STAAT = "casus.staat_erop(%s, %s, %s)"
_ROL = """
    INSERT INTO casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, antwoord, vanaf,
                                tot, beeindigd_op)
    VALUES (gen_random_uuid(), %s, %s, %s, 'deelnemer', %s, %s, %s, %s)
"""
_LOOPT = ("aanvaard", "2024-03-01", None, None)


@pytest.mark.parametrize(
    ("hoe", "staat"),
    [
        (_LOOPT, True),
        ((None, None, None, None), True),
        (("geweigerd", None, None, None), False),
        (("aanvaard", "2024-03-01", "2024-04-01", None), False),
        (("aanvaard", "2024-03-01", None, "2024-04-01"), False),
    ],
)
def test_wie_nog_antwoordt_of_meedoet_staat_erop(
    hoe: tuple[object, ...], staat: bool, beheer: psycopg.Connection
) -> None:
    with _anders(beheer, _ROL, _ZAAK, id_van("chantal"), GGZ, *hoe):
        assert _is(beheer, _STAAT, _ZAAK, id_van("chantal"), GGZ) is staat


@pytest.mark.parametrize(
    ("casus", "wie", "organisatie", "staat"),
    [
        (_ZAAK, None, GGZ, True),
        (_ZAAK, None, id_van("huis"), False),
        (_ZAAK, id_van("chantal"), GGZ, False),
        (_ANDERE, None, GGZ, False),
    ],
)
def test_een_organisatie_zonder_mens_staat_er_als_zichzelf(
    casus: object, wie: object, organisatie: object, staat: bool, beheer: psycopg.Connection
) -> None:
    with _anders(beheer, _ROL, _ZAAK, None, GGZ, *_LOOPT):
        assert _is(beheer, _STAAT, casus, wie, organisatie) is staat


_HOUDT = "casus.houdt_regisseur(%s, NULL)"


@pytest.mark.parametrize(
    ("anders", "houdt"),
    [
        ("rol = 'regisseur'", True),
        ("antwoord = NULL, vanaf = NULL", False),
    ],
)
def test_een_regisseur_die_nog_niet_heeft_aanvaard_houdt_de_zaak_niet(
    anders: str, houdt: bool, beheer: psycopg.Connection
) -> None:
    beheer.execute("DELETE FROM casus_casusrol WHERE casus_id = %s", [_ZAAK])
    beheer.execute(_ROL.encode(), [_ZAAK, id_van("amira"), GGZ, *_LOOPT])
    opdracht = f"UPDATE casus_casusrol SET rol = 'regisseur', {anders} WHERE casus_id = %s"

    with _anders(beheer, opdracht.replace("rol = 'regisseur', rol", "rol"), _ZAAK):
        assert _is(beheer, _HOUDT, _ZAAK) is houdt
