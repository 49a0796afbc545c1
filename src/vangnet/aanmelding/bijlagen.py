# SPDX-License-Identifier: EUPL-1.2
"""Documents with a draft or an aanmelding: added, taken away and read (docs/adr/0025)."""

import hashlib
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID, uuid5

from django.db import transaction
from django.db.models import QuerySet

from vangnet.aanmelding.models import Bijlage
from vangnet.aanmelding.querysets import bijlagen_voor, met_bekende_casus
from vangnet.casus.models import Casus
from vangnet.documenten.models import Documentversie
from vangnet.documenten.selectors import versies_van
from vangnet.documenten.services import Bestand, bewaar
from vangnet.kern.daden import roep
from vangnet.toegang.kijker import Kijker

# The database says the same (sql/bijlage.sql).
HOOGSTENS_PER_AANMELDING = 20


class Bijlageregel(NamedTuple):
    """A document with its file."""

    bijlage: Bijlage
    versie: Documentversie


def bijlagen_bij(hoort_bij: UUID, *, wie: Kijker, ook_weg: bool = False) -> Sequence[Bijlageregel]:
    """What came with one draft or aanmelding, in the order of adding; two queries.

    ook_weg: also what `wie` took away and can still put back.
    """
    bij = bijlagen_voor(wie).filter(hoort_bij=hoort_bij)
    return _met_versie(bij if ook_weg else bij.filter(weg_op=None))


def bijlagen_bij_casus(casus: Casus, *, wie: Kijker) -> Sequence[Bijlageregel]:
    """What came with the aanmeldingen of a casus that `wie` knows to be of it; three queries."""
    ids = met_bekende_casus(wie).filter(casus=casus).values_list("pk", flat=True)
    return _met_versie(bijlagen_voor(wie).filter(hoort_bij__in=list(ids), weg_op=None))


def bijlage_voor(bijlage: UUID, hoort_bij: UUID, *, wie: Kijker) -> Bijlageregel | None:
    """One of them, not taken away; None for any other and for what isn't there."""
    gevonden = bijlagen_voor(wie).filter(pk=bijlage, hoort_bij=hoort_bij, weg_op=None)
    return next(iter(_met_versie(gevonden)), None)


def _met_versie(gevonden: QuerySet[Bijlage]) -> Sequence[Bijlageregel]:
    rijen = list(gevonden)
    versies = versies_van(een.pk for een in rijen)
    return [Bijlageregel(een, versies[een.pk][0]) for een in rijen if een.pk in versies]


@transaction.atomic
def bijlagen_toevoegen(
    hoort_bij: UUID, bestanden: Sequence[Bestand], *, door: UUID, eenmalig: UUID
) -> None:
    """Add each file. Raises NietToegestaan, also for one too many, and GeweigerdBestand.

    Then none is added. The same form sent again adds nothing.
    """
    for nummer, bestand in enumerate(bestanden):
        vingerafdruk = hashlib.sha256(bestand.inhoud).hexdigest()
        bijlage = uuid5(eenmalig, f"{nummer} {bestand.naam} {vingerafdruk}")
        if Bijlage.objects.filter(pk=bijlage).exists():
            continue
        roep("aanmelding.voeg_bijlage_toe(%s, %s, %s)", bijlage, hoort_bij)
        bewaar(bestand, document=bijlage, dossier=hoort_bij, door=door)


def bijlage_weghalen(bijlage: UUID) -> None:
    """Take an own one away, for ten minutes not for good. Raises NietToegestaan."""
    roep("aanmelding.haal_bijlage_weg(%s, %s)", bijlage)


def bijlage_terugzetten(bijlage: UUID) -> None:
    """Undo that. Raises NietToegestaan."""
    roep("aanmelding.zet_bijlage_terug(%s, %s)", bijlage)


def bijlagen_opruimen() -> int:
    """Destroy what was taken away an hour ago; gives how many. For the worker."""
    return int(roep("aanmelding.ruim_bijlagen_op(%s)"))
