# SPDX-License-Identifier: EUPL-1.2
"""What somebody is typing on the screen of the day: kept for its author alone."""

from dataclasses import dataclass
from uuid import UUID

from django.db import connection, transaction

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt, Puntconcept

TEKSTEN = ("tekst", "besluit", "afspraken")


@dataclass(frozen=True, kw_only=True)
class Getypt:
    """What stands in the form; gelezen: the `versie` of the verslag that it began with."""

    tekst: str
    besluit: str
    afspraken: str
    gelezen: int


def concept_van(punt: UUID, *, auteur: UUID) -> Puntconcept | None:
    """What `auteur` was typing on this point; None when there is nothing."""
    eigen = Puntconcept.objects.filter(agendapunt=punt, auteur=auteur).first()
    return eigen if eigen and any(getattr(eigen, naam).strip() for naam in TEKSTEN) else None


@transaction.atomic
def concept_bewaren(
    punt: Agendapunt, getypt: Getypt, *, auteur: UUID, formulier: UUID | None
) -> None:
    """Keep what was typed; of the form that was saved last nothing is kept any more.

    The journaal gets a row when a concept begins: what is typed after that belongs to that act.
    """
    _een_tegelijk(punt.pk, auteur)
    eigen = Puntconcept.objects.filter(agendapunt=punt, auteur=auteur)
    if formulier and eigen.filter(formulier=formulier).exists():
        return
    begint = concept_van(punt.pk, auteur=auteur) is None
    if not eigen.update(**vars(getypt)):
        _maak(punt, auteur, **vars(getypt))
    if begint:
        leg_vast(
            Act(
                handeling="concept.begonnen",
                object_soort="puntconcept",
                object=punt.pk,
                casus=punt.casus_id,
                velden=list(TEKSTEN),
                onderwerpen=[("casus", punt.casus_id)],
            )
        )


@transaction.atomic
def concept_opgeslagen(punt: Agendapunt, *, auteur: UUID, formulier: UUID | None) -> None:
    """The form was saved: nothing waits, and what still comes from that form stays away."""
    _een_tegelijk(punt.pk, auteur)
    leeg = dict.fromkeys(TEKSTEN, "") | {"formulier": formulier}
    if not Puntconcept.objects.filter(agendapunt=punt, auteur=auteur).update(**leeg):
        _maak(punt, auteur, gelezen=0, **leeg)


def _maak(punt: Agendapunt, auteur: UUID, **velden: object) -> None:
    Puntconcept.objects.create(
        casus_id=punt.casus_id,
        agendapunt=punt,
        auteur_id=auteur,
        eerste_verwerking=vandaag(),
        **velden,
    )


def _een_tegelijk(punt: UUID, auteur: UUID) -> None:
    """A save and a text that is kept while typing arrive side by side and in any order."""
    with connection.cursor() as cursor:
        slot = f"punt {punt} {auteur}"
        cursor.execute("SELECT pg_advisory_xact_lock(hashtextextended(%s, 0))", [slot])
