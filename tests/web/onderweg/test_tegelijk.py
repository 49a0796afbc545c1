# SPDX-License-Identifier: EUPL-1.2
"""The same appointment made and put back side by side, each on a connection of its own."""

import threading
from datetime import timedelta
from uuid import uuid4

from django.db import connections
from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.wachten import tot_er_wachten
from tests.web.onderweg.test_onderweg import ONDERWEG, contacten
from vangnet.casus.models import Casus
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.trajecten import Contact, afspraak_maken, contact_weghalen, traject_toewijzen

TINEKE = Vrager(id_van("tineke"))


def test_wat_tegelijk_opnieuw_wordt_gemaakt_en_teruggezet_staat_er_een_keer(
    eigen_databank: str,
) -> None:
    afspraak, door = Contact(moment=nu() + timedelta(days=1)), id_van("tineke")
    with als(Vrager(id_van("amira"))):
        traject_toewijzen(id_van("casus"), aan=door)
    with als(TINEKE):
        casus = Casus.objects.get(pk=id_van("casus"))
        oud = afspraak_maken(casus, afspraak, door=door, eenmalig=uuid4())
        contact_weghalen(oud, door=door)
    client = log_in(Client(), "tineke")

    def zet_terug() -> None:
        try:
            client.post(f"{ONDERWEG}/contact/{oud}", {"uitkomst": "terug"})
        finally:
            connections.close_all()

    draad = threading.Thread(target=zet_terug)
    with als(TINEKE):
        afspraak_maken(casus, afspraak, door=door, eenmalig=uuid4())
        draad.start()
        tot_er_wachten(eigen_databank)
    draad.join(30)

    assert len([een for een in contacten() if een.weggehaald_op is None]) == 1
