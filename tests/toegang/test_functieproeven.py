# SPDX-License-Identifier: EUPL-1.2
"""The functions that only acts and lists ask answer what the page on access says."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.databank import cluster
from tests.toegang.functieproeven import PROEVEN, gezegd
from tests.toegang.klokproeven import Proef
from tests.toegang.test_relaties import relatiebank
from vangnet.kern.databank.cluster import BEHEERDER

pytestmark = pytest.mark.postgres15
__all__ = ["relatiebank"]


@pytest.fixture(scope="module")
def beheer(relatiebank: str) -> Iterator[psycopg.Connection]:
    """The superuser, who puts each row in place and takes it away."""
    with cluster().verbind(BEHEERDER, relatiebank) as verbinding:
        yield verbinding


@pytest.mark.asvs("8.2.2")
@pytest.mark.parametrize("proef", PROEVEN, ids=[een.zin for een in PROEVEN])
def test_een_functie_antwoordt_wat_de_zin_zegt(proef: Proef, beheer: psycopg.Connection) -> None:
    assert gezegd(beheer, proef) == proef.antwoord
