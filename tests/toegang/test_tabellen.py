# SPDX-License-Identifier: EUPL-1.2
"""Every cell of the referee: table, verb, role of the database and asker, carried out for real."""

import psycopg
import pytest

from tests.toegang.cellen import Scheidsrechter
from tests.toegang.proefbank import Proefbank

pytestmark = pytest.mark.postgres15


@pytest.mark.parametrize("rol", ["app", "invoer", "cijfers"])
def test_elke_cel_geeft_wat_de_scheidsrechter_zegt(
    rol: str, scheidsrechter: Scheidsrechter, app: psycopg.Connection
) -> None:
    eerder = scheidsrechter.cellen

    assert scheidsrechter.oordeel(app, rol) == []
    # A table that is not tried would be right about everything.
    assert scheidsrechter.cellen - eerder > 1000


def test_de_zegelrol_mag_nog_niets(bank: Proefbank, scheidsrechter: Scheidsrechter) -> None:
    assert scheidsrechter.oordeel(bank.beheer, "zegel", vragers=["bezoeker"]) == []
