# SPDX-License-Identifier: EUPL-1.2
"""What waits for the reader, what comes, and what is new, in words."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from django.utils.translation import ngettext

from vangnet.afsluiting.werkregels import NIEUW, Werkregel, Werksoort
from vangnet.gebruikers.models import Sessie
from vangnet.kern.klok import begin_van
from vangnet.kern.werkdagen import werkdagen

# What is new to somebody who was not here in the thirty days that a session is remembered.
_ANDERS = timedelta(days=7)


def sinds_vorige_keer(sessie: Sessie | None, dag: date) -> datetime:
    """When the account was last here on an earlier day; a week ago when that isn't known."""
    return (sessie.vorige_op if sessie else None) or begin_van(dag) - _ANDERS


class Nieuwregel(NamedTuple):
    """What is new in one casus, in words."""

    casus: UUID | None
    kenmerk: str
    wat: str


def wacht(blik: Sequence[Werkregel]) -> dict[str, list[Werkregel]]:
    """What waits and what comes, per kind, for the page."""
    per_soort: dict[str, list[Werkregel]] = {}
    for een in blik:
        if een.soort not in NIEUW:
            per_soort.setdefault(f"werk_{een.soort}", []).append(een)
    return per_soort


class Wachtrij(NamedTuple):
    """How many wait for triage, and for how many working days the oldest."""

    aantal: int
    werkdagen: int


def wachtrij(blik: Sequence[Werkregel], dag: date) -> Wachtrij | None:
    """The queue of aanmeldingen, where the reader opens it and somebody waits."""
    rij = next((een for een in blik if een.soort == Werksoort.TRIAGE), None)
    return Wachtrij(rij.aantal, werkdagen(rij.op, dag)) if rij else None


def nieuw(blik: Sequence[Werkregel]) -> list[Nieuwregel]:
    """What others did, a line for each casus, by kenmerk."""
    per_casus: dict[tuple[str, UUID | None], dict[Werksoort, int]] = {}
    for een in blik:
        if een.soort in NIEUW:
            per_casus.setdefault((een.kenmerk, een.casus), {})[een.soort] = een.aantal
    return [
        Nieuwregel(
            casus, kenmerk, ", ".join(_in_woorden(soort, n[soort]) for soort in NIEUW if soort in n)
        )
        for (kenmerk, casus), n in sorted(per_casus.items(), key=lambda een: een[0][0])
    ]


def _in_woorden(soort: Werksoort, aantal: int) -> str:
    zinnen = {
        Werksoort.BIJDRAGEN: ngettext("%(n)s bijdrage", "%(n)s bijdragen", aantal),
        Werksoort.ANTWOORDEN: ngettext(
            "%(n)s antwoord op een vraag", "%(n)s antwoorden op vragen", aantal
        ),
        Werksoort.AFSPRAKEN: ngettext("%(n)s nieuwe afspraak", "%(n)s nieuwe afspraken", aantal),
        Werksoort.AFGEVINKT: ngettext(
            "%(n)s afspraak afgevinkt", "%(n)s afspraken afgevinkt", aantal
        ),
        Werksoort.INZET: ngettext("%(n)s wissel van inzet", "%(n)s wissels van inzet", aantal),
        Werksoort.VEILIGHEID: ngettext(
            "%(n)s wijziging van de veiligheid", "%(n)s wijzigingen van de veiligheid", aantal
        ),
        Werksoort.PLANVERSIES: ngettext(
            "%(n)s nieuwe versie van het plan", "%(n)s nieuwe versies van het plan", aantal
        ),
        Werksoort.VERSLAGEN: ngettext(
            "%(n)s vastgesteld verslag", "%(n)s vastgestelde verslagen", aantal
        ),
    }
    return zinnen[soort] % {"n": aantal}
