# SPDX-License-Identifier: EUPL-1.2
"""What is missing in an aanmelding: asked back to the aanmelder, and answered by them."""

from collections.abc import Sequence
from uuid import UUID, uuid5

from vangnet.aanmelding.models import Aanmelding, Navraag
from vangnet.kern.daden import roep


def sleutel_van_vraag(auteur: UUID, eenmalig: UUID, vraag: str) -> UUID:
    """The key of a question: a form sent twice asks once; with another text it asks that too."""
    return uuid5(auteur, f"navraag {eenmalig} {vraag}")


def navraag_doen(sleutel: UUID, aanmelding: UUID, vraag: str) -> None:
    """Ask the aanmelder something while the aanmelding waits. Raises NietToegestaan.

    Asked again under the same key, it is the question that there is.
    """
    roep("aanmelding.vraag_na(%s, %s, %s, %s)", sleutel, aanmelding, vraag)


def navraag_beantwoorden(navraag: UUID, antwoord: str) -> UUID:
    """Answer once, for the aanmelder; gives the aanmelding. Raises NietToegestaan."""
    return UUID(roep("aanmelding.beantwoord_navraag(%s, %s, %s)", navraag, antwoord))


def navragen_bij(aanmelding: Aanmelding) -> Sequence[Navraag]:
    """What was asked about an aanmelding that the asker sees, oldest first; one query."""
    return list(Navraag.objects.filter(aanmelding=aanmelding).order_by("gevraagd_op"))
