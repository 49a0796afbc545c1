# SPDX-License-Identifier: EUPL-1.2
"""The text that somebody is typing in the note field of a casus: kept for its author alone."""

from datetime import timedelta
from uuid import UUID

from django.db import connection, transaction

from vangnet.casus.models import Bijdrage, Casus, Notitieconcept
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Inhoud, sleutel_van
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import nu, vandaag

# A text that is kept while typing comes seconds after the note that it became, never an hour.
_TE_LAAT_BINNEN = timedelta(hours=1)


def concept_van(casus: UUID, *, auteur: UUID) -> str:
    """What `auteur` was typing in this casus; empty when there is nothing."""
    eigen = Notitieconcept.objects.filter(casus=casus, auteur=auteur)
    return eigen.values_list("tekst", flat=True).first() or ""


def een_tegelijk(casus: UUID, *, auteur: UUID) -> None:
    """Let the acts of one note field come one after the other, until the transaction ends.

    A save, a text that is kept while typing and an undo arrive side by side and in any order.
    """
    with connection.cursor() as cursor:
        slot = f"notitie {casus} {auteur}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [slot])


@transaction.atomic
def concept_bewaren(
    casus: Casus, tekst: str, *, auteur: UUID, formulier: UUID | None = None
) -> None:
    """Keep the text; an empty one ends the concept.

    formulier: the id of the form in which it is typed; once that one is a note, what still comes
    from it stays away. The journaal gets a row when a concept begins: what is typed after that
    belongs to that act.
    """
    een_tegelijk(casus.pk, auteur=auteur)
    if formulier and _werd_notitie(casus, auteur, formulier):
        return
    eigen = Notitieconcept.objects.filter(casus=casus, auteur=auteur)
    if not tekst.strip():
        eigen.delete()
    elif not eigen.update(tekst=tekst):
        _begin(casus, tekst, auteur)


def _werd_notitie(casus: Casus, auteur: UUID, formulier: UUID) -> bool:
    """Whether `auteur` saved this form: the key of a note follows from its form and content."""
    eigen = Bijdrage.objects.filter(
        casus=casus,
        auteur=auteur,
        soort=BijdrageSoort.NOTITIE,
        aangemaakt_op__gte=nu() - _TE_LAAT_BINNEN,
    )
    return any(
        een.pk == sleutel_van(casus.pk, Inhoud.van(een), auteur=auteur, eenmalig=formulier)
        for een in eigen.prefetch_related("genoemd")
    )


def _begin(casus: Casus, tekst: str, auteur: UUID) -> None:
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
