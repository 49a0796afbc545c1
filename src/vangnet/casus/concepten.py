# SPDX-License-Identifier: EUPL-1.2
"""The text that somebody is typing in the note field of a casus: kept for its author alone."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from vangnet.casus.models import Bijdrage, Notitieconcept
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Inhoud, sleutel_van
from vangnet.gebruikers.formulierconcepten import is_te_zien
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.kern.daden import roep
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu, vandaag

# A text that is kept while typing comes seconds after the note that it became, never an hour.
_TE_LAAT_BINNEN = timedelta(hours=1)


@dataclass(frozen=True)
class Venster:
    """The form that a text comes from, by its id, and which of its texts it is.

    A page that is left sends its last text beside one that is under way: they come in any order,
    and the page gets no answer to the first.
    """

    formulier: UUID | None = None
    nummer: int = 0

    def is_zelfde(self, ander: "Venster") -> bool:
        return self.formulier is not None and self.formulier == ander.formulier


ONBEKEND = Venster()


@dataclass(frozen=True)
class Getypt:
    """What somebody was typing; merk: of this text, another one at each change, empty for none."""

    tekst: str = ""
    merk: str = ""
    venster: Venster = ONBEKEND


def concept_van(casus: UUID, *, auteur: UUID) -> Getypt:
    """What `auteur` was typing in this casus, and didn't throw away; one query."""
    een = rij_van(casus, auteur=auteur)
    if een is None:
        return Getypt()
    return Getypt(een.tekst, merk_van(een), Venster(een.formulier, een.nummer or 0))


def merk_van(een: Notitieconcept) -> str:
    """Of the text that lies there now."""
    return f"{een.pk}.{een.versie}"


def rij_van(casus: UUID, *, auteur: UUID) -> Notitieconcept | None:
    """As it lies there; one query."""
    return Notitieconcept.objects.filter(casus=casus, auteur=auteur, weg_op=None).first()


def concepten_van(auteur: UUID) -> "QuerySet[Notitieconcept]":
    """What `auteur` typed in any casus, with what was thrown away just now."""
    return Notitieconcept.objects.filter(is_te_zien(), auteur=auteur)


@transaction.atomic
def concept_lezen(concept: UUID, *, auteur: UUID) -> Notitieconcept | None:
    """To be read without the casus, with its row of the journaal; None for none of `auteur`."""
    een = Notitieconcept.objects.filter(pk=concept, auteur=auteur, weg_op=None).first()
    if een:
        _leg_vast("formulierconcept.ingezien", een)
    return een


def concept_zet_weg(concept: UUID, *, weg: bool) -> bool:
    """Throw an own text away, or take it back within the hour; False when that can't be done.

    What was typed in that field since is put under what comes back.
    """
    try:
        roep("casus.zet_notitieconcept_weg(%s, %s, %s)", concept, weg)
    except NietToegestaan:
        return False
    return True


def concepten_opruimen() -> int:
    """Remove what nobody typed on for two weeks, or threw away an hour ago; how many."""
    return int(roep("casus.ruim_notitieconcepten_op(%s)"))


def een_tegelijk(casus: UUID, *, auteur: UUID) -> None:
    """Let the acts of one note field come one after the other, until the transaction ends.

    A save, a text that is kept while typing and an undo arrive side by side and in any order.
    """
    wacht_op_beurt(f"notitie {casus} {auteur}")


@transaction.atomic
def concept_bewaren(
    casus: UUID, tekst: str, *, auteur: UUID, venster: Venster = ONBEKEND, merk: str = ""
) -> Getypt:
    """Keep the text, and answer with what is kept: another text when another window holds one.

    venster: where it is typed; once that form is a note, what still comes from it stays away, and
    so does an earlier text of it. An empty text ends the concept that has this `merk`: never what
    another window keeps. Nothing is answered when nothing was to be kept. The journaal gets a row
    when a concept begins: what is typed after that belongs to that act.
    """
    een_tegelijk(casus, auteur=auteur)
    return _bewaar(casus, tekst, auteur=auteur, venster=venster, merk=merk, op=nu())


@transaction.atomic
def concept_aanvullen(
    casus: UUID, tekst: str, *, auteur: UUID, venster: Venster = ONBEKEND, merk: str = ""
) -> Notitieconcept | None:
    """Keep what comes from a field that is there no more, where its author kept a text of it.

    As concept_bewaren, but it begins none, and its two weeks run on: who types on can't keep a text
    about a casus that is shut for longer. The answer is what lies there now. The database lets each
    author write an own text that is there, whatever became of the casus.
    """
    een_tegelijk(casus, auteur=auteur)
    eerst = rij_van(casus, auteur=auteur)
    if tekst.strip() and eerst:
        op = eerst.bewaard_op
        _bewaar(casus, tekst, auteur=auteur, venster=venster, merk=merk, op=op)
    return rij_van(casus, auteur=auteur)


def _bewaar(
    casus: UUID, tekst: str, *, auteur: UUID, venster: Venster, merk: str, op: datetime
) -> Getypt:
    """op: since when nobody typed on, from which its two weeks run."""
    if venster.formulier and _werd_notitie(casus, auteur, venster.formulier):
        return Getypt()
    nu_bewaard = concept_van(casus, auteur=auteur)
    if venster.is_zelfde(nu_bewaard.venster) and venster.nummer < nu_bewaard.venster.nummer:
        return nu_bewaard
    if not tekst.strip():
        concept_weg(casus, auteur=auteur, merk=merk, tekst="", venster=venster)
        return Getypt()
    if van_ander_venster(nu_bewaard, merk=merk, tekst=tekst, venster=venster):
        return nu_bewaard
    _schrijf(casus, tekst, auteur, venster, op)
    return concept_van(casus, auteur=auteur)


def van_ander_venster(
    bewaard: Getypt, *, merk: str, tekst: str, venster: Venster = ONBEKEND
) -> bool:
    """Whether a form that knows `merk` and holds `tekst` would lose what is kept.

    What this form itself sent before, or what stands in `tekst` as a whole, is an earlier stage of
    it, of which the answer came too late to be known.
    """
    if bewaard.merk == merk or venster.is_zelfde(bewaard.venster):
        return False
    return _plat(bewaard.tekst) not in _plat(tekst)


def _werd_notitie(casus: UUID, auteur: UUID, formulier: UUID) -> bool:
    """Whether `auteur` saved this form: the key of a note follows from its form and content."""
    eigen = Bijdrage.objects.filter(
        casus=casus,
        auteur=auteur,
        soort=BijdrageSoort.NOTITIE,
        aangemaakt_op__gte=nu() - _TE_LAAT_BINNEN,
    )
    return any(
        een.pk == sleutel_van(casus, Inhoud.van(een), auteur=auteur, eenmalig=formulier)
        for een in eigen.prefetch_related("genoemd")
    )


def _schrijf(casus: UUID, tekst: str, auteur: UUID, venster: Venster, op: datetime) -> None:
    van = {"formulier": venster.formulier, "nummer": venster.nummer, "bewaard_op": op}
    # What was thrown away stays what it was: for an hour it can be taken back.
    eigen = Notitieconcept.objects.filter(casus=casus, auteur=auteur, weg_op=None)
    if eigen.update(tekst=tekst, **van):
        return
    concept = Notitieconcept.objects.create(
        casus_id=casus, auteur_id=auteur, tekst=tekst, eerste_verwerking=vandaag(), **van
    )
    _leg_vast("formulierconcept.begonnen", concept)


def _leg_vast(handeling: str, concept: Notitieconcept) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="notitieconcept",
            object=concept.pk,
            casus=concept.casus_id,
            velden=["tekst"],
            onderwerpen=[("casus", concept.casus_id)],
        )
    )


def concept_weg(
    casus: UUID, *, auteur: UUID, merk: str, tekst: str, venster: Venster = ONBEKEND
) -> None:
    """End the concept of `auteur`: the note was saved, of a form that knew `merk`.

    What another window keeps stays.
    """
    nu_bewaard = concept_van(casus, auteur=auteur)
    if not van_ander_venster(nu_bewaard, merk=merk, tekst=tekst, venster=venster):
        Notitieconcept.objects.filter(casus=casus, auteur=auteur, weg_op=None).delete()


def is_bewaard(tekst: str, concept: Notitieconcept) -> bool:
    """Whether all of `tekst` stands in what was kept."""
    return _plat(tekst) in _plat(concept.tekst)


def _plat(tekst: str) -> str:
    return tekst.replace("\r\n", "\n").strip()
