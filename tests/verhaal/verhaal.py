# SPDX-License-Identifier: EUPL-1.2
"""Who are logged in during the story, where its casus is, and what is counted."""

from datetime import timedelta
from typing import Any

from django.test import Client

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.verhaal.scherm import Scherm
from tests.verhaal.tijd import later
from vangnet.kern.klok import vandaag
from vangnet.kerncijfers.berekening import bereken
from vangnet.toegang.vrager import Vrager, als

MENSEN = ("bram", "piet", "amira", "oda", "tineke", "anja", "mirjam")


def dag_van_nu() -> str:
    """Today, as somebody types it."""
    return f"{vandaag():%d-%m-%Y}"


class Verhaal:
    """aanmelding, zaak: their addresses; kenmerk: of the casus."""

    def __init__(self, databank: str) -> None:
        self._databank = databank
        self._schermen = {naam: Scherm(log_in(Client(), naam)) for naam in MENSEN}
        self.aanmelding = self.zaak = self.kenmerk = ""

    def bij(self, naam: str, pad: str) -> Scherm:
        """The screen of somebody, at an address."""
        return self._schermen[naam].ga(pad)

    def in_zaak(self, naam: str, deel: str = "") -> Scherm:
        """The screen of somebody, at a page of the casus."""
        return self.bij(naam, f"{self.zaak}{deel}")

    def later(self, dagen: int) -> None:
        """So many days pass."""
        later(self._databank, dagen)

    def cijfers(self) -> dict[str, Any]:
        """Each kerncijfer that is not nothing, as the pages compute it.

        Over 1,500 days, which are never whole months, with the stock of tonight.
        """
        dag = vandaag()
        with als(Vrager(id_van("amira"))):
            alle = bereken(dag - timedelta(days=1500), dag, dag + timedelta(days=1)).cijfers
        return {sleutel: cijfer.waarde for sleutel, cijfer in alle.items() if cijfer.waarde}
