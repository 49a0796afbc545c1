# SPDX-License-Identifier: EUPL-1.2
"""Two first scores of one moment at once, each on a connection of its own."""

import threading
from datetime import date
from typing import Any

import pytest
from django.db import connections
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.wachten import tot_er_wachten
from vangnet.beeld.models import Score
from vangnet.beeld.regels import Moment
from vangnet.beeld.scores import scores_vastleggen
from vangnet.casus.models import Betrokkenheid
from vangnet.toegang.vrager import Vrager, als

AMIRA = id_van("amira")
SCORES = f"/zaken/{id_van('casus')}/scores/{id_van('betrokkene')}"


def _op_het_eind() -> list[tuple[str, int]]:
    with als(Vrager(AMIRA)):
        return [(str(een.op), een.score) for een in Score.objects.filter(moment="eind")]


@pytest.mark.parametrize("dag", ["1-12-2022", "2-12-2022"])
def test_wie_tegelijk_voor_het_eerst_scoort_gaat_niet_ongezien_over_de_eerste_heen(
    dag: str, eigen_databank: str
) -> None:
    client, gekregen = log_in(Client(), "amira"), list[Any]()
    velden = {"moment": "eind", "op": dag, "gebied_huisvesting": "3"}

    def bewaar() -> None:
        try:
            gekregen.append(client.post(SCORES, velden).status_code)
        finally:
            connections.close_all()

    draad = threading.Thread(target=bewaar)
    with als(Vrager(AMIRA)):
        hoofd = Betrokkenheid.objects.get(casus=id_van("casus"), persoon=id_van("betrokkene"))
        scores_vastleggen(
            hoofd,
            {"huisvesting": 4},
            moment=Moment.EIND,
            op=date(2022, 12, 1),
            gelezen="",
            door=AMIRA,
        )
        draad.start()
        tot_er_wachten(eigen_databank, zolang=draad.is_alive)
    draad.join(30)

    assert _op_het_eind() == [("2022-12-01", 4)]
    assert gekregen == [409]
