# SPDX-License-Identifier: EUPL-1.2
"""Acts of this room: calls of definer functions, which decide who may and write the journaal.

Each raises NietToegestaan for what may not be done and for what doesn't exist, without telling
which. Call them last: afterwards the casus may be shut for who asked.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from vangnet.aanmelding.besluiten import Stem
from vangnet.afsluiting.regels import Wijze
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import sleutel_van


@dataclass(frozen=True, kw_only=True)
class Beslissing:
    """What the deelnemers decided: why, how and when, and who they were (WGS 2.31(8))."""

    motivering: str
    wijze: Wijze
    genomen_op: date
    stemmen: Sequence[Stem]


@dataclass(frozen=True, kw_only=True)
class Sluiting(Beslissing):
    """A decision to close.

    resultaat: of procesregie and of nothing else; overdracht: the accepted handover that goes on;
    volgen_gestopt: why a signed plan is followed no longer.
    """

    afsluitreden: str
    geinformeerd: bool
    resultaat: str | None = None
    overdracht: UUID | None = None
    waarom_niet_geinformeerd: str | None = None
    volgen_gestopt: str | None = None


@dataclass(frozen=True, kw_only=True)
class Overdrachtvraag:
    """Whom is asked to go on; gebruiker: who there answers, when they take part.

    gesprek_op: of a warm one, the day on which they talk together; wat: what goes along.
    """

    organisatie: UUID
    soort: str
    functie: str
    warm: bool
    gebruiker: UUID | None = None
    gesprek_op: date | None = None
    wat: str = ""


def overdracht_vragen(
    casus: UUID, vraag: Overdrachtvraag, *, door: UUID, eenmalig: UUID | None = None
) -> UUID:
    """Ask a receiver to go on with a casus; gives the handover.

    eenmalig: the id of the form; the same form with the same content gives the one that there is.
    """
    inhoud = asdict(vraag)
    sleutel = sleutel_van(door, eenmalig, casus, "overdracht", inhoud)
    return UUID(
        roep("afsluiting.draag_over(%s, %s, %s)", casus, _json(inhoud | {"sleutel": sleutel}))
    )


def overdracht_beantwoorden(overdracht: UUID, antwoord: str, *, reden: str = "") -> UUID:
    """What the receiver says, or that the house asks no longer; gives the casus.

    antwoord: an Antwoord, or TERUGGENOMEN of what was accepted. Raises NietToegestaan.
    """
    return UUID(
        roep("afsluiting.beantwoord_overdracht(%s, %s, %s, %s)", overdracht, str(antwoord), reden)
    )


def overdracht_heropenen(overdracht: UUID) -> UUID:
    """Undo that the house asks no longer, by who did and within TERUG_BINNEN; gives the casus."""
    return UUID(roep("afsluiting.heropen_overdracht(%s, %s)", overdracht))


def sluiten_voorstellen(casus: UUID, sluiting: Sluiting) -> UUID:
    """Write down a decision to close, for a second regisseur to check; gives the decision."""
    return UUID(roep("afsluiting.stel_voor(%s, %s, %s)", casus, _json(asdict(sluiting))))


def sluiten_controleren(besluit: UUID, *, akkoord: bool, reden: str = "") -> UUID:
    """Agree as the second regisseur, which closes the casus; or give it back. Gives the casus."""
    return UUID(roep("afsluiting.controleer(%s, %s, %s, %s)", besluit, akkoord, reden))


def nazorg_beantwoorden(nazorg: UUID, *, in_zorg: bool) -> None:
    """Whether the person is really in care, as the receiver said."""
    roep("afsluiting.beantwoord_nazorg(%s, %s, %s)", nazorg, in_zorg)


def nazorg_heropenen(nazorg: UUID) -> None:
    """Take that answer back, so that the question waits again; today's or yesterday's."""
    roep("afsluiting.heropen_nazorg(%s, %s)", nazorg)


def casus_heropenen(kenmerk: str, beslissing: Beslissing) -> UUID:
    """Open a closed casus again from today; gives its id."""
    return UUID(roep("afsluiting.heropen(%s, %s, %s)", kenmerk, _json(asdict(beslissing))))


def _json(inhoud: Mapping[str, Any]) -> str:
    return json.dumps(inhoud, default=str)
