# SPDX-License-Identifier: EUPL-1.2
# ruff: noqa: S608 - the queries are put together from the test's own words
"""A row that is written while its casus shuts, on real connections."""

import threading
from collections.abc import Iterator

import psycopg
import pytest

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.wachten import tot_er_wachten
from vangnet.kern.databank.cluster import BEHEERDER

CASUS, RIJ = id_van("casus"), id_van("afspraak-tegelijk")
SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    VALUES (gen_random_uuid(), %s, '2022-06-01', 'deels')
"""
BEPERK = "UPDATE casus_casus SET beperkt = true WHERE id = %s"
SCHRIJF = f"""
    INSERT INTO plan_afspraak (id, kenmerk, casus_id, organisatie_id, domein, vastgesteld_op,
        uiterlijk_op)
    VALUES ('{RIJ}', 'af-tegelijk', %s, '{id_van("ggz")}', 'zorg', '2022-05-01', '2022-06-01')
"""


@pytest.fixture
def bank() -> Iterator[str]:
    with kloon() as naam:
        yield naam


def _tijdens(bank: str, eerst: str, daarna: str) -> None:
    """Do `eerst`, and `daarna` on another connection that begins before `eerst` is done."""

    def tweede() -> None:
        with cluster().verbind(BEHEERDER, bank) as ander, ander.transaction():
            ander.execute(daarna.encode(), [CASUS])

    draad = threading.Thread(target=tweede)
    with cluster().verbind(BEHEERDER, bank) as een, een.transaction():
        een.execute(eerst.encode(), [CASUS])
        draad.start()
        tot_er_wachten(bank)
    draad.join(30)


def _dicht(bank: str) -> object:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        return _een(beheer, f"SELECT dicht FROM plan_afspraak WHERE id = '{RIJ}'")


def _een(beheer: psycopg.Connection, vraag: str) -> object:
    rij = beheer.execute(vraag.encode()).fetchone()
    return rij[0] if rij else None


@pytest.mark.parametrize("dicht", [SLUIT, BEPERK], ids=["sluiten", "beperken"])
def test_wat_onder_het_sluiten_wordt_geschreven_is_dicht(bank: str, dicht: str) -> None:
    _tijdens(bank, dicht, SCHRIJF)

    assert _dicht(bank) is True


@pytest.mark.parametrize("dicht", [SLUIT, BEPERK], ids=["sluiten", "beperken"])
def test_wie_sluit_wacht_op_wie_schrijft(bank: str, dicht: str) -> None:
    _tijdens(bank, SCHRIJF, dicht)

    assert _dicht(bank) is True
