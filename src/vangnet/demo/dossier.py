# SPDX-License-Identifier: EUPL-1.2
"""A casus while the demo is being made: its facts in the order in which they happened."""

from dataclasses import dataclass, field
from datetime import date

from vangnet.demo.huis import Organisatie
from vangnet.demo.personen import Persoon

PROCESREGIE = "procesregie"
ONDERSTEUNING = "ondersteuning"


@dataclass
class Inzet:
    """A period of one inzet; `tot` is the last day that counts, None while it runs."""

    soort: str
    vanaf: date
    tot: date | None = None


@dataclass
class Sluiting:
    """A closing; `heropend_op` when the casus was opened again."""

    afgesloten_op: date
    inzet: str
    afsluitreden: str = ""
    resultaat: str = ""
    overdracht: str = ""
    heropend_op: date | None = None


@dataclass
class Rol:
    """The rol of a person in a casus; without `vanaf` it is undated."""

    persoon: Persoon
    rol: str
    vanaf: date | None = None
    tot: date | None = None


@dataclass
class Aanvraag:
    """An aanmelding as received; without dossier its triage opened no casus."""

    ontvangen_op: date
    aanmelder: Organisatie
    gemeente: str
    herkomst: str
    aandachtsgebied: str
    triage_op: date
    besluit: str
    reden: str = ""
    aangedragen_door: str = ""
    dossier: "Dossier | None" = None
    eerste: bool = False
    aanmelding_id: str = ""


@dataclass
class Dossier:
    """A casus with what happened to it so far."""

    aangemeld_op: date
    eerste_inzet: str
    samenstelling: str
    gemeente: str
    aandachtsgebied: str
    hoofdbetrokkene: Persoon
    inzetten: list[Inzet]
    sluitingen: list[Sluiting] = field(default_factory=list)
    rollen: list[Rol] = field(default_factory=list)
    trajecten: list[tuple[date, date | None]] = field(default_factory=list)
    casus_id: str = ""

    @property
    def is_open(self) -> bool:
        """True while no closing is in force."""
        return not self.sluitingen or self.sluitingen[-1].heropend_op is not None

    @property
    def inzet(self) -> str:
        """The inzet that was begun last."""
        return self.inzetten[-1].soort

    @property
    def laatste_dag(self) -> date:
        """The day of the last event; the next one comes on or after it."""
        dagen = [self.inzetten[-1].vanaf]
        if self.sluitingen:
            dagen.append(self.sluitingen[-1].afgesloten_op)
        return max(dagen)

    def open_op(self, dag: date) -> bool:
        """True when the casus is open at some moment of this day."""
        if dag < self.aangemeld_op:
            return False
        return not any(
            sluiting.afgesloten_op < dag
            and (sluiting.heropend_op is None or dag < sluiting.heropend_op)
            for sluiting in self.sluitingen
        )

    def inzet_op(self, dag: date) -> str:
        """The inzet of that day; before the first one begins, the first."""
        begonnen = [inzet for inzet in self.inzetten if inzet.vanaf <= dag]
        return (begonnen or self.inzetten[:1])[-1].soort
