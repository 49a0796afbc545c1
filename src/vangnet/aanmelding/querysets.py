# SPDX-License-Identifier: EUPL-1.2
"""Sentences over aanmeldingen: which ones somebody may see (toegang.md section 2).

The same sentence stands as policy in migration 0005: two locks, each whole without the other.
"""

from django.db.models import Q, QuerySet

from vangnet.aanmelding.models import Aanmelding, Concept
from vangnet.casus.querysets import in_hele
from vangnet.toegang.kijker import Kijker, een_van, organisaties_van
from vangnet.toegang.regels import AccountRolSoort


def zichtbaar_voor(wie: Kijker) -> QuerySet[Aanmelding]:
    """All that is open in the house; of a partner those of the own organisation."""
    eigen = organisaties_van(wie).filter(rol=AccountRolSoort.KETENPARTNER).values("organisatie")
    return Aanmelding.objects.filter(in_hele(wie) | (een_van("aanmelder", eigen) & Q(dicht=False)))


def concepten_van(wie: Kijker) -> QuerySet[Concept]:
    """What `wie` is still typing; nobody sees another's."""
    return Concept.objects.filter(auteur=wie.gebruiker)
