# SPDX-License-Identifier: EUPL-1.2
"""The made-up people of a demo house: birth dates that give an age class, test BSNs, families."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

from stdnum.nl.bsn import is_valid

from vangnet.demo.namen import achternaam, voornamen

LEEFTIJDSGRENZEN = {
    "0-17": (9, 17),
    "18-23": (18, 23),
    "24-40": (24, 40),
    "41-55": (41, 55),
    "56+": (56, 79),
}
KANS_JARIG = 0.03
KANS_SCHRIKKELDAG = 0.02
KANS_ZONDER_BSN = 0.08


@dataclass
class Persoon:
    """A made-up person; `bekend_op` is the first day on which the house knew of them."""

    persoon_id: str
    achternaam: str
    voornamen: str
    tussenvoegsel: str
    geboortedatum: date | None
    geslacht: str
    bsn: str
    gemeente: str
    bekend_op: date

    def rij(self) -> dict[str, str]:
        """The row of `personen`."""
        return {
            "persoon_id": self.persoon_id,
            "achternaam": self.achternaam,
            "voornamen": self.voornamen,
            "tussenvoegsel": self.tussenvoegsel,
            "geboortedatum": self.geboortedatum.isoformat() if self.geboortedatum else "",
            "geslacht": self.geslacht,
            "bsn": self.bsn,
            "gemeente": self.gemeente,
            "eerste_verwerking": self.bekend_op.isoformat(),
        }


def proefbsns() -> Iterator[str]:
    """The BSNs 9999xxxxx that pass the eleven-test: a range that is never given to anyone."""
    return filter(is_valid, (f"9999{staart:05d}" for staart in range(100_000)))


def leeftijd_op(geboren: date, dag: date) -> int:
    """Age in whole years; who was born on 29 February has a birthday on 1 March in other years."""
    return dag.year - geboren.year - ((dag.month, dag.day) < (geboren.month, geboren.day))


def past_in_klasse(geboren: date | None, dag: date, klasse: str) -> bool:
    """True when somebody born then is in this age class on that day."""
    if geboren is None or klasse not in LEEFTIJDSGRENZEN:
        return False
    laagste, hoogste = LEEFTIJDSGRENZEN[klasse]
    return laagste <= leeftijd_op(geboren, dag) <= hoogste


def geboren_in_klasse(klasse: str, dag: date, dobbel: Random) -> date | None:
    """A birth date that gives the class on that day, now and then exactly on the birthday."""
    if klasse not in LEEFTIJDSGRENZEN:
        return None
    laagste, hoogste = LEEFTIJDSGRENZEN[klasse]
    if klasse == "0-17":
        laagste = min(dobbel.randint(laagste, hoogste), dobbel.randint(14, 17))
    return geboren_met_leeftijd(dobbel.randint(laagste, hoogste), dag, dobbel)


def geboren_met_leeftijd(leeftijd: int, dag: date, dobbel: Random) -> date:
    """A birth date that gives this age on that day."""
    verjaardag = _jaren_eerder(dag, leeftijd)
    worp = dobbel.random()
    if worp < KANS_JARIG and leeftijd_op(verjaardag, dag) == leeftijd:
        return verjaardag
    eerste = _jaren_eerder(dag, leeftijd + 1) + timedelta(days=2)
    if worp < KANS_JARIG + KANS_SCHRIKKELDAG and (schrikkel := _schrikkeldag(eerste, verjaardag)):
        return schrikkel
    return eerste + timedelta(days=dobbel.randrange((verjaardag - eerste).days))


def _jaren_eerder(dag: date, jaren: int) -> date:
    if (dag.month, dag.day) == (2, 29):
        return date(dag.year - jaren, 2, 28)
    return dag.replace(year=dag.year - jaren)


def _schrikkeldag(eerste: date, laatste: date) -> date | None:
    for jaar in {eerste.year, laatste.year}:
        if jaar % 4 == 0 and eerste < date(jaar, 2, 29) < laatste:
            return date(jaar, 2, 29)
    return None


class Bevolking:
    """Makes people one by one, each with an identifier and mostly an own test BSN."""

    def __init__(
        self, dobbel: Random, *, blok: str = "", bsns: Iterator[str] | None = None
    ) -> None:
        self._dobbel = dobbel
        self._blok = blok
        self._bsns = bsns if bsns is not None else proefbsns()
        self.personen: list[Persoon] = []

    def nieuw(
        self,
        geboren: date | None,
        *,
        gemeente: str,
        bekend_op: date,
        familie: Persoon | None = None,
        geslacht: str = "",
    ) -> Persoon:
        """Add a person; one of the family bears its surname."""
        dobbel = self._dobbel
        geslacht = (
            geslacht
            or dobbel.choices(("man", "vrouw", "anders", "onbekend"), weights=(62, 35, 1, 2))[0]
        )
        tussenvoegsel, naam = achternaam(dobbel)
        if familie is not None:
            tussenvoegsel, naam = familie.tussenvoegsel, familie.achternaam
        persoon = Persoon(
            persoon_id=f"P-{self._blok}{len(self.personen) + 1:05d}",
            achternaam=naam,
            voornamen=voornamen(geslacht, dobbel),
            tussenvoegsel=tussenvoegsel,
            geboortedatum=geboren,
            geslacht=geslacht,
            bsn="" if dobbel.random() < KANS_ZONDER_BSN else next(self._bsns, ""),
            gemeente=gemeente,
            bekend_op=bekend_op,
        )
        self.personen.append(persoon)
        return persoon
