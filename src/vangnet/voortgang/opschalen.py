# SPDX-License-Identifier: EUPL-1.2
"""Opschaling as calls of the definer functions, which decide who may and write the journaal."""

import json
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vangnet.casus.models import Casus
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import sleutel_van
from vangnet.organisaties.models import Organisatie

# A typing error in the year would let somebody wait, and look, for years (sql/opschalen.sql).
LANGSTE_TERMIJN = timedelta(days=365)


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """What is brought before an aangesprokene.

    toegelaten_door, toegelaten_namens: the decider who admitted them (WGS 2.31(4)); notitie: for
    the gremium as a whole, without names.
    """

    niveau: str
    vraag: str
    aangesprokene: UUID
    organisatie: UUID
    antwoord_voor: date
    toegelaten_door: str
    toegelaten_namens: UUID
    notitie: str = ""


def casus_opschalen(
    casus: Casus, vraag: Vraag, *, afspraken: Collection[UUID], door: UUID, eenmalig: UUID
) -> UUID:
    """Bring a casus before somebody; gives the opschaling. Raises NietToegestaan.

    eenmalig: the id of the form; the same form with the same content gives the opschaling that
    there is.
    """
    inhoud = asdict(vraag)
    return UUID(
        roep(
            "voortgang.schaal_op(%s, %s, %s::jsonb, %s::uuid[], %s)",
            sleutel_van(door, eenmalig, casus.pk, "opschaling", inhoud, sorted(afspraken)),
            casus.pk,
            json.dumps(inhoud, default=str),
            list(afspraken),
        )
    )


def opschaling_beantwoorden(opschaling: UUID, *, antwoord: str) -> None:
    """Answer as who is asked; from then on they see nothing of it. Raises NietToegestaan."""
    roep("voortgang.beantwoord(%s, %s, %s)", opschaling, antwoord)


def was_gevraagd(opschaling: UUID) -> bool:
    """Whether the asker was asked for an answer, also when none is waited for any more."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT voortgang.was_gevraagd(%s)", [opschaling])
        return bool(cursor.fetchone()[0])


def opschaling_afronden(opschaling: UUID, *, uitkomst: str, opbrengst: str) -> None:
    """Say what came of it: a breakthrough or none. Raises NietToegestaan."""
    roep("voortgang.rond_af(%s, %s, %s, %s)", opschaling, uitkomst, opbrengst)


class Aanspreekbaar(NamedTuple):
    """Somebody whom an opschaling can ask, and the deelnemer that designated them."""

    gebruiker: Gebruiker
    organisatie: Organisatie

    @property
    def sleutel(self) -> str:
        """As a form sends it."""
        return f"{self.gebruiker.pk}:{self.organisatie.pk}"


def aan_te_spreken(casus: UUID) -> Sequence[Aanspreekbaar]:
    """Whom an opschaling of a casus can ask, by name; three queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gebruiker, organisatie FROM voortgang.aan_te_spreken(%s)", [casus])
        paren = cursor.fetchall()
    mensen = Gebruiker.objects.defer("password").in_bulk([mens for mens, _namens in paren])
    namens = Organisatie.objects.in_bulk([organisatie for _mens, organisatie in paren])
    gevonden = [
        Aanspreekbaar(mensen[mens], namens[organisatie])
        for mens, organisatie in paren
        if mens in mensen and organisatie in namens
    ]
    return sorted(gevonden, key=lambda een: (een.gebruiker.naam, een.organisatie.naam))


class Notitie(NamedTuple):
    """What the gremium reads of an opschaling: no name, no content."""

    casus: UUID
    kenmerk: str
    niveau: str
    datum: date
    antwoord_voor: date | None
    beantwoord_op: date | None
    notitie: str


def notities() -> Sequence[Notitie]:
    """The notes that the asker may read as a manager or for the bestuur."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(Notitie._fields)} FROM voortgang.notities()")  # noqa: S608 - own fields
        return [Notitie(*rij) for rij in cursor.fetchall()]
