# SPDX-License-Identifier: EUPL-1.2
"""What hangs on a casus or an author is seen by who sees that, in the database too."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.databank import cluster
from tests.toegang.aanhang import PROEVEN, gezien
from tests.toegang.aanhangproef import Proef
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
def test_wat_eraan_hangt_ziet_wie_de_rest_ziet(proef: Proef, beheer: psycopg.Connection) -> None:
    assert gezien(beheer, proef) == proef.aantal
