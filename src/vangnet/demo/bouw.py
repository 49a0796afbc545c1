# SPDX-License-Identifier: EUPL-1.2
"""What the steps of the making share, and the small choices that they all make."""

import calendar
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from vangnet.demo.boek import Boek
from vangnet.demo.dossier import Aanvraag, Dossier
from vangnet.demo.huis import Huis, Jaar, Organisatie
from vangnet.demo.personen import Bevolking
from vangnet.demo.verdeling import deel_uit, verdeel

KANS_EERSTE_DAG = 0.03
KANS_LAATSTE_DAG = 0.06


@dataclass
class Bouw:
    """A house in the making: what is known so far, the dice and the books."""

    huis: Huis
    dobbel: Random
    bevolking: Bevolking
    blok: str = ""
    boek: Boek = field(default_factory=Boek)
    dossiers: list[Dossier] = field(default_factory=list)
    aanvragen: list[Aanvraag] = field(default_factory=list)
    rijen: dict[str, list[dict[str, str]]] = field(default_factory=dict)

    def rij(self, bestand: str, **kolommen: str) -> None:
        """Add a row to a file of the package."""
        self.rijen.setdefault(bestand, []).append(kolommen)

    def deel(self, jaar: Jaar, dimensie: str, totaal: int, *, sleutels: Iterable[str]) -> list[str]:
        """Deal the classes of a dimension over `totaal` things; book it under these figures."""
        aantallen = verdeel(totaal, jaar.verdelingen[dimensie])
        for sleutel in sleutels:
            self.boek.zet(jaar.jaar, sleutel, aantallen, dimensie=dimensie)
        return deel_uit(aantallen, self.dobbel)

    def weging(self, jaar: Jaar, dimensie: str) -> Mapping[str, float]:
        """The weights of a dimension, for things that no total binds."""
        return jaar.verdelingen[dimensie].gewicht

    def organisatie(self, groep: str, gemeente: str = "") -> Organisatie:
        """A member of a rapportgroep: one of the gemeente itself, or else one of no gemeente."""
        leden = self.huis.groepen[groep]
        eigen = [lid for lid in leden if gemeente and lid.gemeente == gemeente]
        gekozen = eigen or [lid for lid in leden if not lid.gemeente] or leden
        return self.dobbel.choices(gekozen, weights=[lid.gewicht for lid in gekozen])[0]

    def dag_in_maand(self, jaar: int, maand: int) -> date:
        """A day of the month, mostly a working day, now and then its first or last."""
        laatste = calendar.monthrange(jaar, maand)[1]
        worp = self.dobbel.random()
        if worp < KANS_EERSTE_DAG:
            return date(jaar, maand, 1)
        if worp < KANS_LAATSTE_DAG:
            return date(jaar, maand, laatste)
        dag = date(jaar, maand, self.dobbel.randint(1, laatste))
        if dag.weekday() < 5:
            return dag
        verschil = 4 - dag.weekday() if dag.day > 2 else 7 - dag.weekday()
        return dag + timedelta(days=verschil)

    def dag_tussen(self, eerste: date, laatste: date) -> date:
        """A day of the range, now and then its first or last: the borders are where counts err."""
        worp = self.dobbel.random()
        if worp < KANS_EERSTE_DAG:
            return eerste
        if worp < KANS_LAATSTE_DAG:
            return laatste
        return eerste + timedelta(days=self.dobbel.randint(0, (laatste - eerste).days))


def code(klasse: str) -> str:
    """The cell of a class: unknown is an empty cell."""
    return "" if klasse == "onbekend" else klasse


def cel(dag: date | None) -> str:
    """The cell of a day."""
    return dag.isoformat() if dag else ""
