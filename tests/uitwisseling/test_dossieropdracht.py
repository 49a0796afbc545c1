# SPDX-License-Identifier: EUPL-1.2
"""Who may ask, decide and take back an order for the dossier, whatever the pages do."""

from collections.abc import Callable, Iterator

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import OPENBARE_SLEUTEL, id_van
from tests.databank import cluster, kloon
from tests.toegang.proefbank import zitting
from tests.toegang.test_inzage_acten import word
from vangnet.kern.databank.cluster import BEHEERDER

OPDRACHT = id_van("dossieropdracht")


@pytest.fixture(scope="module")
def bank() -> Iterator[psycopg.Connection]:
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as verbinding:
        yield verbinding


@pytest.fixture
def beheer(bank: psycopg.Connection) -> Iterator[psycopg.Connection]:
    """The functions check their asker themselves, so the owner of all rows may call them."""
    with bank.transaction(force_rollback=True):
        yield bank


def besluit(beheer: psycopg.Connection, *, akkoord: bool = True) -> None:
    beheer.execute(
        "SELECT uitwisseling.besluit_dossier(%s, %s, 'Nagekeken.', '')", [OPDRACHT, akkoord]
    )


def trek_in(beheer: psycopg.Connection) -> None:
    beheer.execute("SELECT uitwisseling.trek_dossier_in(%s, '')", [OPDRACHT])


def zet(beheer: psycopg.Connection, wat: str) -> None:
    """Something about the order that only time or the installation brings about."""
    beheer.execute(f"UPDATE uitwisseling_dossieropdracht SET {wat} WHERE id = %s", [OPDRACHT])  # noqa: S608


def geef_ook(beheer: psycopg.Connection, wie: str, rol: str) -> None:
    beheer.execute(
        "INSERT INTO toegang_accountrol (id, gebruiker, rol, organisatie, taak, screening_op, "
        "vanaf, gegeven_op, bevestigd_op) SELECT gen_random_uuid(), gebruiker, %s, organisatie, "
        "taak, screening_op, vanaf, gegeven_op, bevestigd_op FROM toegang_accountrol "
        "WHERE gebruiker = %s",
        [rol, id_van(wie)],
    )


def geweigerd(beheer: psycopg.Connection, daad: Callable[[psycopg.Connection], None]) -> bool:
    try:
        with beheer.transaction():
            daad(beheer)
    except InsufficientPrivilege:
        return True
    return False


def test_wie_vroeg_besluit_niet_ook_met_beide_rollen(beheer: psycopg.Connection) -> None:
    geef_ook(beheer, "mirjam", "privacy_officer")
    with zitting(beheer, "manager"):
        assert geweigerd(beheer, besluit)


def test_een_tweede_adres_van_wie_vroeg_besluit_niet(beheer: psycopg.Connection) -> None:
    beheer.execute(
        "UPDATE gebruikers_gebruiker f SET email = replace(m.email, '@', '+fg@') "
        "FROM gebruikers_gebruiker m WHERE f.id = %s AND m.id = %s",
        [id_van("frank"), id_van("mirjam")],
    )
    with zitting(beheer, "privacy_officer"):
        assert geweigerd(beheer, besluit)


@pytest.mark.parametrize(
    "wie", ["manager", "auditor", "beheerder", "procesregisseur", "opdrachtregel"]
)
def test_alleen_de_privacy_officer_besluit(wie: str, beheer: psycopg.Connection) -> None:
    with zitting(beheer, wie):
        assert geweigerd(beheer, besluit)


@pytest.mark.parametrize("wie", ["privacy_officer", "beheerder", "procesregisseur"])
def test_alleen_een_manager_vraagt(wie: str, beheer: psycopg.Connection) -> None:
    def vraag(beheer: psycopg.Connection) -> None:
        beheer.execute(
            "SELECT uitwisseling.vraag_dossier('Oost', %s, 'Wij gaan over.', '')",
            [OPENBARE_SLEUTEL],
        )

    with zitting(beheer, wie):
        assert geweigerd(beheer, vraag)


@pytest.mark.parametrize(
    "waarden",
    [(" ", OPENBARE_SLEUTEL, "Wij gaan over."), ("Oost", "age1", "Wij gaan over."),
     ("Oost", OPENBARE_SLEUTEL, "kort"), ("x" * 201, OPENBARE_SLEUTEL, "Wij gaan over.")],
)  # fmt: skip
def test_de_databank_neemt_geen_halve_vraag(
    waarden: tuple[str, str, str], beheer: psycopg.Connection
) -> None:
    with zitting(beheer, "manager"):
        assert geweigerd(
            beheer,
            lambda b: b.execute("SELECT uitwisseling.vraag_dossier(%s, %s, %s, '')", waarden),
        )


@pytest.mark.parametrize(
    "wat",
    ["besluit_voor = now()", "ingetrokken_op = now()"],
)
def test_over_wat_verlopen_of_ingetrokken_is_besluit_niemand(
    wat: str, beheer: psycopg.Connection
) -> None:
    zet(beheer, wat)
    with zitting(beheer, "privacy_officer"):
        assert geweigerd(beheer, besluit)


def test_een_besluit_valt_een_keer(beheer: psycopg.Connection) -> None:
    with zitting(beheer, "privacy_officer"):
        besluit(beheer, akkoord=False)

        assert geweigerd(beheer, besluit)


def test_een_ander_dan_wie_vroeg_of_besloot_trekt_niet_in(beheer: psycopg.Connection) -> None:
    with zitting(beheer, "privacy_officer"):
        assert geweigerd(beheer, trek_in)


@pytest.mark.parametrize(
    "wat",
    ["ingetrokken_op = now()", "geldig_tot = now()", "gebruikt_op = now(), gebruikt_in = 1"],
)
def test_wat_voorbij_is_trekt_niemand_in(wat: str, beheer: psycopg.Connection) -> None:
    goedgekeurd = "akkoord = true, besloten_op = now(), motivering = 'Goed.', besloten_door_id = "
    zet(beheer, f"{goedgekeurd} '{id_van('frank')}', geldig_tot = now() + interval '7 days'")
    zet(beheer, wat)
    with zitting(beheer, "manager"):
        assert geweigerd(beheer, trek_in)


def test_een_nee_trekt_niemand_in(beheer: psycopg.Connection) -> None:
    with zitting(beheer, "privacy_officer"):
        besluit(beheer, akkoord=False)
        word(beheer, "mirjam")

        assert geweigerd(beheer, trek_in)
