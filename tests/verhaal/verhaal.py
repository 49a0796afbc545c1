# SPDX-License-Identifier: EUPL-1.2
"""Who are logged in during the story, where its casus is, and what is counted."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from tests.verhaal.scherm import Scherm
from tests.verhaal.tijd import later
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.klok import vandaag
from vangnet.kerncijfers.berekening import bereken
from vangnet.toegang.vrager import Vrager, als


def dag_van_nu() -> str:
    """Today, as somebody types it."""
    return f"{vandaag():%d-%m-%Y}"


@dataclass(frozen=True)
class Huis:
    """The house in which the story is told.

    mensen: e-mail address of who plays a part, by the first name that the part has in the cast.
    criteria: those of the house itself, with the answers. beslist_mee: who decides with the police.
    """

    databank: str
    mensen: Mapping[str, str]
    schermen: Mapping[str, Scherm]
    ggz: str
    criteria: Mapping[str, str] = field(default_factory=dict)
    beslist_mee: Mapping[str, str] = field(default_factory=dict)


class Verhaal:
    """aanmelding, zaak: their addresses; kenmerk: of the casus."""

    def __init__(self, huis: Huis) -> None:
        self.huis = huis
        self.aanmelding = self.zaak = self.kenmerk = ""
        self._geweest = 0

    def bij(self, wie: str, pad: str) -> Scherm:
        """The screen of somebody, at an address."""
        return self.huis.schermen[wie].ga(pad)

    def in_zaak(self, wie: str, deel: str = "") -> Scherm:
        """The screen of somebody, at a page of the casus."""
        return self.bij(wie, f"{self.zaak}{deel}")

    def naam(self, wie: str) -> str:
        """What the house calls somebody."""
        return self._account(wie).naam

    def later(self, dagen: int) -> None:
        """So many days pass."""
        later(self.huis.databank, dagen)
        self._geweest += dagen

    def cijfers(self) -> dict[str, Any]:
        """Each kerncijfer that is not nothing, as the pages compute it.

        From the first day of the story, which is never whole months, with the stock of tonight.
        """
        dag = vandaag()
        eerste = dag - timedelta(days=self._geweest)
        with als(Vrager(self._account("amira").pk)):
            alle = bereken(eerste, dag, dag + timedelta(days=1)).cijfers
        return {sleutel: cijfer.waarde for sleutel, cijfer in alle.items() if cijfer.waarde}

    def _account(self, wie: str) -> Gebruiker:
        return Gebruiker.objects.get(email=self.huis.mensen[wie])
