# SPDX-License-Identifier: EUPL-1.2
"""Which roles count (toegang.md section 2): the database and the application say the same."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import psycopg
import pytest
from django.db import ProgrammingError, connection, transaction
from hypothesis import given
from hypothesis import strategies as st
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import INHOUDSROLLEN, ROLLEN_ZONDER_INHOUD, AccountRolSoort, Recht
from vangnet.toegang.selectors import rollen_een_keer, rollen_van
from vangnet.toegang.services import toets_recht
from vangnet.toegang.vrager import Vrager, als

GOED: dict[str, Any] = {
    "organisatie": id_van("ggz"),
    "taak": "a",
    "screening_op": date(2024, 1, 1),
    "bevestigd_op": datetime(2024, 1, 1, tzinfo=UTC),
    "beeindigd_op": None,
    "vanaf": date(2024, 1, 1),
    "tot": None,
}
_ZET = (
    "INSERT INTO toegang_accountrol (id, gebruiker, rol, organisatie, taak, screening_op, "
    "bevestigd_op, beeindigd_op, vanaf, tot) VALUES (gen_random_uuid(), %(gebruiker)s, %(rol)s, "
    "%(organisatie)s, %(taak)s, %(screening_op)s, %(bevestigd_op)s, %(beeindigd_op)s, %(vanaf)s, "
    "%(tot)s)"
)
Zet = Callable[..., None]


@pytest.fixture(scope="module")
def beheer(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[psycopg.Connection]:
    """The owner of a clone of these tests' own."""
    with (
        kloon() as naam,
        django_db_blocker.unblock(),
        verbonden_met(naam),
        cluster().verbind(BEHEERDER, naam) as verbinding,
    ):
        yield verbinding


@pytest.fixture
def zet(beheer: psycopg.Connection) -> Zet:
    """Write a role of Dirk as the owner of the tables would: complete, unless told otherwise."""
    beheer.execute("DELETE FROM toegang_accountrol WHERE gebruiker = %s", [id_van("dirk")])

    def zet_(rol: str, **anders: Any) -> None:
        velden = {"gebruiker": id_van("dirk"), "rol": rol, **GOED, **anders}
        beheer.execute(
            "DELETE FROM toegang_accountrol WHERE gebruiker = %(gebruiker)s AND rol = %(rol)s",
            velden,
        )
        beheer.execute(_ZET, velden)

    return zet_


def _geldt(rol: str) -> tuple[bool, bool]:
    """What the database and the application say of this role of Dirk."""
    with als(Vrager(id_van("dirk"))), connection.cursor() as cursor:
        cursor.execute("SELECT toegang.heeft_een(ARRAY[%s])", [rol])
        return cursor.fetchone()[0], rol in rollen_van(Vrager(id_van("dirk")))


@pytest.mark.parametrize("rol", sorted(set(AccountRolSoort)))
def test_een_volledige_rol_geldt(rol: str, zet: Zet) -> None:
    zet(rol)

    assert _geldt(rol) == (True, True)


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize(
    "ontbreekt",
    [
        {"organisatie": None},
        {"taak": None},
        {"screening_op": None},
        {"screening_op": date(2100, 1, 1)},
        {"bevestigd_op": None},
        {"beeindigd_op": datetime(2024, 1, 2, tzinfo=UTC)},
        {"vanaf": date(2100, 1, 1)},
        {"tot": date(2024, 1, 2)},
    ],
    ids=str,
)
def test_een_rol_die_inhoud_leest_geldt_niet_zonder(ontbreekt: dict[str, Any], zet: Zet) -> None:
    zet("procesregisseur", **ontbreekt)

    assert _geldt("procesregisseur") == (False, False)


def test_een_rol_zonder_inhoud_wacht_niet_op_een_tweede(zet: Zet) -> None:
    zet("beheerder", bevestigd_op=None)

    assert _geldt("beheerder") == (True, True)


def test_wat_niet_genoemd_is_leest_inhoud() -> None:
    """Written by hand from toegang.md section 2: these four see nothing of a casus or a person."""
    assert {"beheerder", "analist", "bestuur", "opdrachtregel"} == ROLLEN_ZONDER_INHOUD
    assert len(INHOUDSROLLEN) == 11


dagen = st.sampled_from([None, date(2020, 1, 1), date(2026, 1, 1), date(2100, 1, 1)])
momenten = st.sampled_from([None, datetime(2024, 1, 1, tzinfo=UTC)])


@given(
    rol=st.sampled_from(sorted(set(AccountRolSoort))),
    velden=st.fixed_dictionaries(
        {
            "organisatie": st.sampled_from([None, id_van("ggz")]),
            "taak": st.sampled_from([None, "a", "b", "c"]),
            "screening_op": dagen,
            "bevestigd_op": momenten,
            "beeindigd_op": momenten,
            "vanaf": dagen.filter(lambda dag: dag is not None),
            "tot": st.sampled_from([None, date(2100, 1, 2)]),
        }
    ),
)
def test_databank_en_toepassing_zeggen_altijd_hetzelfde(
    rol: str, velden: dict[str, Any], zet: Zet, beheer: psycopg.Connection
) -> None:
    beheer.execute("DELETE FROM toegang_accountrol WHERE gebruiker = %s", [id_van("dirk")])
    zet(rol, **velden)

    databank, toepassing = _geldt(rol)
    assert databank == toepassing


@pytest.mark.parametrize("rol", sorted(INHOUDSROLLEN))
def test_een_beheerder_kan_geen_rol_hebben_die_inhoud_leest(rol: str, zet: Zet) -> None:
    zet("beheerder")

    with pytest.raises(psycopg.errors.ExclusionViolation, match="accountrol_beheerder_apart"):
        zet(rol, vanaf=date(2030, 1, 1))


def test_na_zijn_laatste_dag_kan_een_beheerder_iets_anders_worden(zet: Zet) -> None:
    zet("beheerder", tot=date(2024, 6, 30))
    zet("procesregisseur", vanaf=date(2024, 7, 1))

    assert _geldt("procesregisseur") == (True, True)


@pytest.mark.asvs("8.3.1")
@pytest.mark.parametrize("wat", ["INSERT", "UPDATE", "DELETE"])
def test_de_toepassing_schrijft_geen_rol(wat: str, zet: Zet) -> None:
    opdracht = {
        "INSERT": "INSERT INTO toegang_accountrol (id) VALUES (gen_random_uuid())",
        "UPDATE": "UPDATE toegang_accountrol SET bevestigd_op = now()",
        "DELETE": "DELETE FROM toegang_accountrol",
    }[wat]
    with (
        als(Vrager(id_van("els"))),
        connection.cursor() as cursor,
        pytest.raises(ProgrammingError, match="permission denied"),
        transaction.atomic(),
    ):
        cursor.execute(opdracht)


def test_een_toets_leest_een_rol_opnieuw_die_tijdens_het_verzoek_eindigt(
    zet: Zet, beheer: psycopg.Connection
) -> None:
    zet("procesregisseur")
    with als(Vrager(id_van("dirk"))), rollen_een_keer():
        assert kijker(Recht.TRIAGE_DOEN).rollen == {AccountRolSoort.PROCESREGISSEUR}
        beheer.execute("DELETE FROM toegang_accountrol WHERE gebruiker = %s", [id_van("dirk")])

        with pytest.raises(NietToegestaan):
            toets_recht(Recht.TRIAGE_DOEN)
        with pytest.raises(NietToegestaan):
            kijker(Recht.TRIAGE_DOEN)


def test_wat_in_een_verzoek_van_rollen_is_gelezen_geldt_in_het_volgende_niet(
    zet: Zet, beheer: psycopg.Connection
) -> None:
    zet("procesregisseur")
    dirk = Vrager(id_van("dirk"))
    with als(dirk):
        with rollen_een_keer():
            rollen_van(dirk)
            beheer.execute("DELETE FROM toegang_accountrol WHERE gebruiker = %s", [id_van("dirk")])
        with rollen_een_keer():
            assert rollen_van(dirk) == frozenset()
        assert rollen_van(dirk) == frozenset()
