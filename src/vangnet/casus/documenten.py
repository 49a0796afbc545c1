# SPDX-License-Identifier: EUPL-1.2
"""Documents of a casus: bijdragen whose text is the title; the room documenten has the versions."""

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import Q, QuerySet

from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus
from vangnet.casus.querysets import bijdragen_voor, net_ingetrokken_door
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.selectors import met_bron_en_publiek
from vangnet.casus.services import Inhoud, bijdrage_toevoegen
from vangnet.documenten.models import Documentversie
from vangnet.documenten.selectors import versies_van
from vangnet.documenten.services import Bestand, versie_toevoegen
from vangnet.kern.fouten import NietToegestaan
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker


class Document(NamedTuple):
    """A document with its versions, newest first."""

    bijdrage: Bijdrage
    versies: Sequence[Documentversie]


def documenten_voor(wie: Kijker) -> QuerySet[Bijdrage]:
    """The documents that `wie` sees, in any casus; taken away ones only their own, for a while."""
    kort_weg = Q(ingetrokken_op__isnull=True) | net_ingetrokken_door(wie)
    return bijdragen_voor(wie).filter(kort_weg, soort=BijdrageSoort.DOCUMENT)


def documenten_van(casus: Casus, *, wie: Kijker) -> list[Document]:
    """The documents of a casus that `wie` sees, newest first; two queries."""
    rijen = list(met_bron_en_publiek(documenten_voor(wie).filter(casus=casus), wie=wie))
    versies = versies_van(een.pk for een in rijen)
    return [Document(een, versies.get(een.pk, ())) for een in rijen]


def document_voor(document: UUID, casus: UUID, *, wie: Kijker) -> Document | None:
    """One document that `wie` sees, not taken away; None for any other and for what isn't there."""
    rij = met_bron_en_publiek(
        documenten_voor(wie).filter(pk=document, casus=casus, ingetrokken_op__isnull=True), wie=wie
    ).first()
    return Document(rij, versies_van([rij.pk]).get(rij.pk, ())) if rij else None


@transaction.atomic
def documenten_toevoegen(
    casus: Casus,
    inhoud: Inhoud,
    bestanden: Sequence[Bestand],
    *,
    auteur: UUID,
    bron: Organisatie | None,
    over: Betrokkenheid | None = None,
    eenmalig: UUID | None = None,
) -> Sequence[UUID]:
    """Add each file as a document of its own, all for the same audience; gives their ids.

    inhoud.tekst: the title of one file; empty, or with more files: each has its name as title.
    Raises GeweigerdBestand for the first kind that isn't taken in; then none is added. The same
    form sent again adds nothing. over: whom they are about, when it is about one.
    """
    gemaakt = []
    for nummer, bestand in enumerate(bestanden):
        titel = inhoud.tekst if inhoud.tekst and len(bestanden) == 1 else bestand.naam
        bijdrage = bijdrage_toevoegen(
            casus,
            replace(inhoud, soort=BijdrageSoort.DOCUMENT, tekst=titel),
            auteur=auteur,
            bron=bron,
            over=over,
            eenmalig=_sleutel(eenmalig, nummer, bestand) if eenmalig else None,
        )
        if not versies_van([bijdrage.pk]):
            versie_toevoegen(bestand, document=bijdrage.pk, dossier=casus.pk, door=auteur)
        gemaakt.append(bijdrage.pk)
    return gemaakt


def _sleutel(eenmalig: UUID, nummer: int, bestand: Bestand) -> UUID:
    """Another file is another document: who goes back and picks the right one sends it again."""
    vingerafdruk = hashlib.sha256(bestand.inhoud).hexdigest()
    return uuid5(eenmalig, f"{nummer} {bestand.naam} {vingerafdruk}")


@transaction.atomic
def document_vernieuwen(document: UUID, bestand: Bestand, *, auteur: UUID) -> Documentversie:
    """Add a newer version to one's own document. Raises NietToegestaan, GeweigerdBestand."""
    eigen = Bijdrage.objects.select_for_update(of=("self",)).filter(
        pk=document,
        auteur=auteur,
        soort=BijdrageSoort.DOCUMENT,
        ingetrokken_op__isnull=True,
    )
    bijdrage = eigen.first()
    if bijdrage is None:
        raise NietToegestaan("Dit kan niet.")
    return versie_toevoegen(bestand, document=document, dossier=bijdrage.casus_id, door=auteur)
