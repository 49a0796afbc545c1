# SPDX-License-Identifier: EUPL-1.2
"""The clone of the referee: made once for each worker, changed by nobody."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.toegang.cellen import Scheidsrechter
from tests.toegang.proefbank import Proefbank, als_app, proefbank


@pytest.fixture(scope="session")
def bank() -> Iterator[Proefbank]:
    with proefbank() as klaar:
        yield klaar


@pytest.fixture(scope="session")
def scheidsrechter(bank: Proefbank) -> Scheidsrechter:
    return Scheidsrechter(bank)


@pytest.fixture
def app(bank: Proefbank) -> Iterator[psycopg.Connection]:
    """A connection of the application to the referee's clone."""
    with als_app(bank.naam) as verbinding:
        yield verbinding
