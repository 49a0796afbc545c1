# SPDX-License-Identifier: EUPL-1.2
"""The text that somebody is typing in the note field of a casus: kept for its author alone."""

from uuid import UUID

from django.db import transaction

from vangnet.casus.models import Casus, Notitieconcept
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag


def concept_van(casus: UUID, *, auteur: UUID) -> str:
    """What `auteur` was typing in this casus; empty when there is nothing."""
    eigen = Notitieconcept.objects.filter(casus=casus, auteur=auteur)
    return eigen.values_list("tekst", flat=True).first() or ""


@transaction.atomic
def concept_bewaren(casus: Casus, tekst: str, *, auteur: UUID) -> None:
    """Keep the text; an empty one ends the concept.

    The journaal gets a row when a concept begins: what is typed after that belongs to that act.
    """
    eigen = Notitieconcept.objects.filter(casus=casus, auteur=auteur)
    if not tekst.strip():
        eigen.delete()
        return
    if eigen.update(tekst=tekst):
        return
    concept = Notitieconcept.objects.create(
        casus=casus, auteur_id=auteur, tekst=tekst, eerste_verwerking=vandaag()
    )
    leg_vast(
        Act(
            handeling="concept.begonnen",
            object_soort="notitieconcept",
            object=concept.pk,
            casus=casus.pk,
            velden=["tekst"],
            onderwerpen=[("casus", casus.pk)],
        )
    )


def concept_weg(casus: UUID, *, auteur: UUID) -> None:
    """End the concept of `auteur`: the note was saved."""
    Notitieconcept.objects.filter(casus=casus, auteur=auteur).delete()
