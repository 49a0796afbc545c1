# SPDX-License-Identifier: EUPL-1.2
"""Which accounts there are."""

from collections.abc import Sequence

from django.db.models import Q

from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag


def er_zijn_mensen() -> bool:
    """Whether anybody has an account, besides the command line itself."""
    return Gebruiker.objects.filter(systeemnaam__isnull=True).exists()


def demopersonen() -> Sequence[Gebruiker]:
    """The made-up accounts of a demo, by name; none unless this database was made as a demo."""
    if not het_huis().demo:
        return []
    actief = Q(actief_tot__isnull=True) | Q(actief_tot__gte=vandaag())
    return list(Gebruiker.objects.filter(actief, is_demo=True).order_by("-functie", "naam"))
