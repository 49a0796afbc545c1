# SPDX-License-Identifier: EUPL-1.2
"""Acts of this room: calls of definer functions, which decide who may and write the journaal.

Each raises NietToegestaan for what may not be done and for what doesn't exist, without telling
which. Call them last.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any
from uuid import UUID, uuid5

from django.db import ProgrammingError, connection
from psycopg.errors import InsufficientPrivilege

from vangnet.aanmelding.regels import ontleed_achternaam
from vangnet.kern.daden import roep
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.spoor import huidig_spoor


def afgewezen_vernietigen(aanmeldingen: Collection[UUID]) -> int:
    """Destroy those of these aanmeldingen that triage turned down, with their history.

    Returns how many there were; one that is unknown or waits for triage is passed over in silence.
    Whether the term has passed is for the caller to know. Raises NietToegestaan for an asker that
    is not the command line or a clock job. The act writes its own journaal row: call it last.
    """
    with connection.cursor() as cursor:
        try:
            cursor.execute(
                "SELECT aanmelding.vernietig_afgewezen(%s::uuid[], %s)",
                [list(aanmeldingen), huidig_spoor()],
            )
        except ProgrammingError as fout:
            if isinstance(fout.__cause__, InsufficientPrivilege):
                raise NietToegestaan("Dit mag je niet.") from fout
            raise
        return int(cursor.fetchone()[0])


@dataclass(frozen=True, kw_only=True)
class Melding:
    """What a deelnemer reports; achternaam as typed, with its tussenvoegsel."""

    aanmelder: UUID
    achternaam: str
    aanleiding: str
    doel: str
    geprobeerd: str
    voornamen: str | None = None
    geboortedatum: date | None = None
    gemeente: str | None = None
    aangedragen_door: str | None = None
    herkomst: str | None = None
    aandachtsgebied: str | None = None
    betrokken: str | None = None
    andere_gemeenten: str | None = None
    risico_voor: list[str] = field(default_factory=list)
    risico_soort: list[str] = field(default_factory=list)
    leefgebieden: list[str] = field(default_factory=list)
    geinformeerd: bool | None = None
    waarom_niet_geinformeerd: str | None = None
    criteria: list[str] = field(default_factory=list)

    def kolommen(self) -> dict[str, Any]:
        """By the names of the table; a reason only when there is something to explain."""
        kolommen = {naam: waarde for naam, waarde in asdict(self).items() if waarde not in ("", [])}
        kolommen |= ontleed_achternaam(self.achternaam)._asdict()
        kolommen["aanmelder_id"] = kolommen.pop("aanmelder")
        if self.geinformeerd is not False:
            kolommen["waarom_niet_geinformeerd"] = None
        return kolommen


def sleutel_van(auteur: UUID, eenmalig: UUID) -> UUID:
    """The key of a draft, and of the aanmelding that it becomes: only its author arrives at it."""
    return uuid5(auteur, f"aanmelding {eenmalig}")


def concept_bewaren(sleutel: UUID, velden: Mapping[str, Any]) -> None:
    """Keep what is being typed. Also refuses a draft that has been sent."""
    roep("aanmelding.bewaar_concept(%s, %s, %s)", sleutel, json.dumps(velden))


def concept_weggooien(sleutel: UUID) -> None:
    """Throw an own draft away, for an hour not for good."""
    roep("aanmelding.gooi_concept_weg(%s, %s)", sleutel)


def concept_terughalen(sleutel: UUID) -> None:
    """Take back what was thrown away within the hour."""
    roep("aanmelding.haal_concept_terug(%s, %s)", sleutel)


def concepten_opruimen() -> int:
    """Remove drafts that nobody touched for two weeks, or threw away an hour ago; gives how many.

    For the worker, under the account of the command line. The act writes its own journaal row.
    """
    return int(roep("aanmelding.ruim_concepten_op(%s)"))


def aanmelding_indienen(sleutel: UUID, melding: Melding) -> str:
    """Send an aanmelding; gives its kenmerk. Sent again, it gives the one that there is.

    Empty: something else was sent under this key before, and nothing is saved now.
    """
    inhoud = json.dumps(melding.kolommen(), default=str)
    return roep("aanmelding.dien_in(%s, %s, %s)", sleutel, inhoud)
