# SPDX-License-Identifier: EUPL-1.2
"""What is missing in an aanmelding: asked back to the aanmelder, and answered by them."""

from collections.abc import Sequence
from uuid import UUID

from vangnet.aanmelding.models import Aanmelding, Navraag
from vangnet.kern.daden import roep


def navraag_doen(aanmelding: UUID, vraag: str) -> None:
    """Ask the aanmelder something while the aanmelding waits. Raises NietToegestaan."""
    roep("aanmelding.vraag_na(%s, %s, %s)", aanmelding, vraag)


def navraag_beantwoorden(navraag: UUID, antwoord: str) -> UUID:
    """Answer once, for the aanmelder; gives the aanmelding. Raises NietToegestaan."""
    return UUID(roep("aanmelding.beantwoord_navraag(%s, %s, %s)", navraag, antwoord))


def navragen_bij(aanmelding: Aanmelding) -> Sequence[Navraag]:
    """What was asked about an aanmelding that the asker sees, oldest first; one query."""
    return list(Navraag.objects.filter(aanmelding=aanmelding).order_by("gevraagd_op"))
