# SPDX-License-Identifier: EUPL-1.2
"""Who may write the safety of a casus, and take that back, by the policies alone."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg.errors import InsufficientPrivilege

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.blad import VRAGERS
from tests.toegang.proefbank import als_app, relatiesjabloon, zitting
from tests.toegang.relaties import casus_van
from tests.toegang.test_relaties import KLAAR
from vangnet.kern.databank.cluster import BEHEERDER

_VRAGERS = {een.naam: vrager for vrager, een in VRAGERS.items() if een and een.soort == "mens"}
ZEG = (
    "INSERT INTO voortgang_veiligheidsrisico (id, casus_id, datum, reden, door_id, na_id) "
    "VALUES (gen_random_uuid(), %(casus)s, '2024-04-02', 'x', %(door)s, %(na)s)"
)
TREK_IN = "UPDATE voortgang_veiligheidsrisico SET ingetrokken_op = now() WHERE id = %(na)s"
WIE_MAG = pytest.mark.parametrize(
    ("wie", "geval", "mag"),
    [
        ("amira", "lopend", True),
        ("joris", "beperkt", True),
        ("amira", "heropend", True),
        ("amira", "beperkt", False),
        ("amira", "beperkt_nood", False),
        ("amira", "gesloten", False),
        ("frank", "gesloten", False),
        ("mirjam", "nood", False),
        ("tineke", "traject", False),
        ("bram", "lopend", False),
        ("els", "lopend", False),
    ],
)


@pytest.fixture(scope="module")
def bank() -> Iterator[str]:
    """A clone with a casus for each relation; each has a risk by whom the test says."""
    with kloon(relatiesjabloon()) as naam:
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(KLAAR)
        yield naam


@pytest.fixture
def app(bank: str) -> Iterator[psycopg.Connection]:
    with als_app(bank) as verbinding:
        yield verbinding


def _doe(app: psycopg.Connection, wie: str, geval: str, opdracht: str, door: str) -> int:
    """How many rows it wrote, rolled back; none when it is refused."""
    waarden = {
        "casus": id_van(casus_van(geval)),
        "door": id_van(door),
        "na": id_van(f"veiligheid-{geval}"),
    }
    with zitting(app, _VRAGERS[wie]):
        try:
            with app.transaction():
                geschreven = app.execute(opdracht, waarden).rowcount
                raise psycopg.Rollback
        except InsufficientPrivilege:
            return 0
    return geschreven


@WIE_MAG
def test_alleen_wie_de_regie_heeft_schrijft_de_veiligheid_van_een_open_zaak(
    wie: str, geval: str, mag: bool, app: psycopg.Connection
) -> None:
    assert _doe(app, wie, geval, ZEG, wie) == int(mag)


def test_niemand_schrijft_de_veiligheid_op_naam_van_een_ander(app: psycopg.Connection) -> None:
    assert _doe(app, "amira", "lopend", ZEG, "joris") == 0


@WIE_MAG
def test_alleen_wie_de_regie_heeft_trekt_de_eigen_wijziging_in(
    wie: str, geval: str, mag: bool, bank: str, app: psycopg.Connection
) -> None:
    _geef(bank, geval, wie)

    assert _doe(app, wie, geval, TREK_IN, wie) == int(mag)


def test_niemand_trekt_de_wijziging_van_een_ander_in(bank: str, app: psycopg.Connection) -> None:
    _geef(bank, "lopend", "joris")

    assert _doe(app, "amira", "lopend", TREK_IN, "amira") == 0


def _geef(bank: str, geval: str, wie: str) -> None:
    """The risk of this casus is now by `wie`."""
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(
            "UPDATE voortgang_veiligheidsrisico SET door_id = %s WHERE id = %s",
            [id_van(wie), id_van(f"veiligheid-{geval}")],
        )
