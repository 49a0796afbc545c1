# SPDX-License-Identifier: EUPL-1.2
"""Changing the side of somebody in a casus, and whom that shows them to or hides them from."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q

from vangnet.casus.models import Betrokkenheid, CasusRol
from vangnet.casus.regels import Antwoord, RolSoort
from vangnet.kern.daden import roep
from vangnet.kern.klok import vandaag

# None: on no side, where all who take part see the person.
ZIJDEN = (1, 2, None)


@dataclass(frozen=True)
class Zijdegevolg:
    """What becomes of one choice: who of the partners sees the person from then on, and who not
    any more; by name with their organisation."""

    zijde: int | None
    ziet_wel: Sequence[str]
    ziet_niet: Sequence[str]


def zijdegevolgen(betrokkenheid: Betrokkenheid) -> Sequence[Zijdegevolg]:
    """Of each side where the person isn't yet; one query."""
    rollen = CasusRol.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=vandaag()),
        casus=betrokkenheid.casus_id,
        rol=RolSoort.DEELNEMER,
        gebruiker__isnull=False,
        antwoord=Antwoord.AANVAARD,
        beeindigd_op__isnull=True,
    ).select_related("gebruiker", "organisatie")
    partners = list(rollen.defer("gebruiker__password").order_by("organisatie__naam", "pk"))
    return [
        _gevolg(partners, betrokkenheid.zijde, naar)
        for naar in ZIJDEN
        if naar != betrokkenheid.zijde
    ]


def _gevolg(partners: Sequence[CasusRol], van: int | None, naar: int | None) -> Zijdegevolg:
    return Zijdegevolg(
        naar,
        ziet_wel=[_wie(een) for een in partners if not _ziet(een, van) and _ziet(een, naar)],
        ziet_niet=[_wie(een) for een in partners if _ziet(een, van) and not _ziet(een, naar)],
    )


def _ziet(rol: CasusRol, zijde: int | None) -> bool:
    return zijde is None or rol.zijde is None or rol.zijde == zijde


def _wie(rol: CasusRol) -> str:
    mens = rol.gebruiker.naam if rol.gebruiker else ""
    return f"{mens} ({rol.organisatie.naam})" if rol.organisatie else mens


def zijde_wisselen(betrokkenheid: UUID, *, zijde: int | None, reden: str) -> UUID:
    """Somebody comes to stand on another side, or on none; gives the casus.

    Raises NietToegestaan.
    """
    return UUID(roep("casus.wissel_zijde(%s, %s, %s, %s)", betrokkenheid, zijde, reden))
