# SPDX-License-Identifier: EUPL-1.2
"""Finding casussen."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q

from vangnet.casus.models import Betrokkenheid, Casus

MEESTE = 50


def casussen_zoeken(tekst: str) -> Iterable[Casus]:
    """At most MEESTE casussen whose kenmerk holds `tekst`, or in which each word of it fits a name.

    Without regard to case and accents: "sudwest" finds "Súdwest".
    """
    namen = Q()
    for woord in tekst.split():
        namen &= (
            Q(persoon__achternaam__unaccent__icontains=woord)
            | Q(persoon__voornamen__unaccent__icontains=woord)
            | Q(persoon__tussenvoegsel__unaccent__icontains=woord)
        )
    iemand = Betrokkenheid.objects.filter(namen, casus=OuterRef("pk"))
    gevonden = Casus.objects.filter(Q(kenmerk__icontains=tekst.strip()) | Exists(iemand))
    return gevonden.select_related("hoofdbetrokkene").order_by("-kenmerk")[:MEESTE]
