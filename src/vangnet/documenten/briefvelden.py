# SPDX-License-Identifier: EUPL-1.2
"""The fields that a template may name, for each kind of letter: plain texts, and lists of them.

What isn't here can't be filled in: no BSN, no contributions, no scores (toegang.md section 4: a
letter gives what its writer chose to say). No Django.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from vangnet.documenten.regels import Briefsoort

# What is filled in, by the name of its field.
Waarden: TypeAlias = Mapping[str, "str | Sequence[Mapping[str, str]]"]


@dataclass(frozen=True)
class Veld:
    """A text of a letter; delen: of a list, the texts of each of its rows."""

    naam: str
    uitleg: str
    voorbeeld: str = ""
    delen: Sequence["Veld"] = ()

    @property
    def titel(self) -> str:
        """As the screen calls it."""
        return self.naam.replace("_", " ").capitalize()

    @property
    def schrijfwijze(self) -> str:
        """As one types it in Word."""
        if not self.delen:
            return "{{ " + self.naam + " }}"
        return f"{{%p for regel in {self.naam} %}} … {{%p endfor %}}"


_ALTIJD = (
    Veld("datum", "De dag waarop de brief wordt gemaakt.", "28 november 2026"),
    Veld("huis", "De naam van het huis.", "Zorg- en Veiligheidshuis Voorbeeld"),
    Veld("kenmerk", "Het kenmerk van de zaak.", "C-00123"),
    Veld("regisseur", "Wie de zaak regisseert.", "Anna Voorbeeld"),
    Veld("afzender", "Wie de brief maakt.", "Pieter Voorbeeld"),
    Veld("bericht", "Wat je zelf typt als je de brief maakt.", "Hier staat wat je typt."),
)
_AAN_MENS = (
    Veld("naam", "Voornamen en achternaam van wie de brief krijgt.", "Jan van Voorbeeld"),
    Veld("achternaam", "Alleen de achternaam, met tussenvoegsel.", "van Voorbeeld"),
    Veld("geboortedatum", "De geboortedatum van wie de brief krijgt.", "3 februari 1990"),
)
_AFSPRAKEN = Veld(
    "afspraken",
    "De afspraken van deze organisatie die nog open staan, één per keer.",
    delen=(
        Veld("omschrijving", "Wat er is afgesproken.", "Een gesprek over de woning"),
        Veld("uiterlijk_op", "De dag waarop het klaar is.", "15 december 2026"),
    ),
)

VELDEN: Mapping[Briefsoort, Sequence[Veld]] = {
    Briefsoort.DEELNEMER: (
        Veld("organisatie", "De organisatie die de brief krijgt.", "Gemeente Voorbeeld"),
        *_ALTIJD,
        _AFSPRAKEN,
    ),
    Briefsoort.BETROKKENE: (
        *_AAN_MENS,
        *_ALTIJD,
        Veld(
            "deelnemers",
            "De organisaties die meedoen in de zaak, zonder die van de andere kant.",
            "gemeente, politie",
        ),
    ),
    Briefsoort.AFSLUITEN: (
        *_AAN_MENS,
        *_ALTIJD,
        Veld("begonnen_op", "De dag waarop het huis begon.", "1 maart 2026"),
        Veld("resultaat", "Het resultaat in het voorstel om te sluiten.", "Doel gerealiseerd"),
        Veld(
            "overdracht",
            "Wie het overneemt, volgens dat voorstel. Leeg als die aan de andere kant staat.",
            "Wijkteam Voorbeeld",
        ),
    ),
}


def voorbeelden(soort: Briefsoort) -> Waarden:
    """Made-up values for every field of a kind: with these an upload is tried."""
    return {veld.naam: _voorbeeld(veld) for veld in VELDEN[soort]}


def _voorbeeld(veld: Veld) -> str | Sequence[Mapping[str, str]]:
    if not veld.delen:
        return veld.voorbeeld
    rij = {deel.naam: deel.voorbeeld for deel in veld.delen}
    return [rij, rij]


def toegestaan(soort: Briefsoort) -> Mapping[str, Sequence[str]]:
    """The names of the fields, each with the names within a row when it is a list."""
    return {veld.naam: [deel.naam for deel in veld.delen] for veld in VELDEN[soort]}


def in_volgorde(soort: Briefsoort, namen: Iterable[str]) -> Sequence[Veld]:
    """The fields of a kind with these names, as the list of fields has them."""
    gezocht = set(namen)
    return [veld for veld in VELDEN[soort] if veld.naam in gezocht]
