# SPDX-License-Identifier: EUPL-1.2
"""The same standing decider added side by side, each on a connection of its own."""

import threading
from datetime import date
from typing import Any

from django.db import connections
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.opgeschreven import in_het_journaal
from tests.wachten import tot_er_wachten
from tests.web.aanmelden.test_vaste_beslissers import NIEUW, VASTE
from vangnet.aanmelding.models import VasteBeslisser
from vangnet.aanmelding.vastebeslissers import vaste_beslisser_toevoegen
from vangnet.toegang.vrager import Vrager, als


def test_wie_dezelfde_beslisser_tegelijk_toevoegt_leest_dat_die_er_al_staat(
    eigen_databank: str,
) -> None:
    client, gekregen = log_in(Client(), "amira"), list[Any]()

    def voeg_toe() -> None:
        try:
            gekregen.append(client.post(VASTE, NIEUW))
        finally:
            connections.close_all()

    draad = threading.Thread(target=voeg_toe)
    with als(Vrager(id_van("joris"))):
        vaste_beslisser_toevoegen("Sjoukje Officier", id_van("politie"), vanaf=date(2022, 3, 1))
        draad.start()
        tot_er_wachten(eigen_databank)
    draad.join(30)

    fouten = gekregen[0].context["formulier"].errors
    assert gekregen[0].status_code == 422
    assert in_het_journaal("vastebeslisser.geweigerd") == [(id_van("amira"), None, None, False)]
    assert fouten == {"naam": ["Deze beslisser staat al in de lijst."]}
    with als(Vrager(id_van("joris"))):
        assert VasteBeslisser.objects.filter(naam="Sjoukje Officier").count() == 1
