# SPDX-License-Identifier: EUPL-1.2
"""Two procesregisseurs at the side of one person at once, each on a connection of their own."""

import threading
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.wachten import tot_er_wachten
from vangnet.casus.models import Betrokkenheid
from vangnet.casus.zijden import zijde_wisselen
from vangnet.toegang.vrager import Vrager, als

CASUS = id_van("casus")
REDEN = "De buurman wordt bedreigd."
EERST = "Zij staan tegenover elkaar."


def _hoofd() -> Betrokkenheid:
    with als(Vrager(id_van("amira"))):
        return Betrokkenheid.objects.get(casus=CASUS, rol="hoofdbetrokkene")


@pytest.mark.parametrize(
    ("naar", "eerst", "stand", "daarna"),
    [
        # A colleague chose the other side, or the same for another reason.
        (2, EERST, 409, 2),
        (1, EERST, 409, 1),
        # The own double click.
        (1, REDEN, 302, 1),
    ],
)
def test_wie_tegelijk_een_kant_kiest_gaat_niet_ongezien_over_de_eerste_heen(
    naar: int, eerst: str, stand: int, daarna: int, eigen_databank: str
) -> None:
    client, gekregen, hoofd = log_in(Client(), "amira"), list[Any](), _hoofd()
    blad = f"/zaken/{CASUS}/personen/{hoofd.pk}/kant"

    def wissel() -> None:
        try:
            gekregen.append(client.post(blad, {"zijde": "1", "reden": REDEN, "van": "0"}))
        finally:
            connections.close_all()

    draad = threading.Thread(target=wissel)
    with als(Vrager(id_van("amira"))):
        zijde_wisselen(hoofd.pk, gelezen=None, zijde=naar, reden=eerst)
        draad.start()
        tot_er_wachten(eigen_databank)
    draad.join(30)

    assert (gekregen[0].status_code, _hoofd().zijde) == (stand, daarna)
    if stand == 409:
        assert f"Nu is het: Kant {daarna}." in gekregen[0].content.decode()
