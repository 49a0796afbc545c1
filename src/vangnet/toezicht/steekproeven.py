# SPDX-License-Identifier: EUPL-1.2
"""Reading samples: how far each is, and its acts in words. The policies decide who sees them."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Q

from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import huidige_vrager
from vangnet.toezicht.models import Steekproef, Steekproefregel
from vangnet.toezicht.selectors import Regel, in_woorden

_IN_LIJST = 100


@dataclass(frozen=True)
class Stand:
    """A sample, who drew and closed it, and how far it is."""

    steekproef: Steekproef
    door: str
    gesloten_door: str
    regels: int
    beoordeeld: int

    @property
    def te_gaan(self) -> int:
        """Acts without a finding."""
        return self.regels - self.beoordeeld


@dataclass(frozen=True)
class Getrokken:
    """One drawn act; eigen: it is the asker's own, so somebody else judges it."""

    rij: Steekproefregel
    act: Regel
    door: str
    eigen: bool

    @property
    def te_beoordelen(self) -> bool:
        """Whether the asker can give a finding."""
        return self.rij.beoordeeld_op is None and not self.eigen


def steekproeven() -> list[Stand]:
    """The last samples, newest first."""
    return _standen(Steekproef.objects.order_by("-getrokken_op")[:_IN_LIJST])


def steekproef_met_stand(id_: UUID) -> Stand | None:
    """One sample; None when there is none to see."""
    return next(iter(_standen(Steekproef.objects.filter(pk=id_))), None)


def getrokken_handelingen(steekproef: UUID) -> list[Getrokken]:
    """All acts of one sample, in the order of the draw."""
    return _getrokken(Steekproefregel.objects.filter(steekproef=steekproef).order_by("plek"))


def getrokken_handeling(regel: UUID) -> Getrokken | None:
    """One drawn act; None when there is none to see."""
    rijen = Steekproefregel.objects.filter(pk=regel).select_related("steekproef")
    return next(iter(_getrokken(rijen)), None)


def volgende_regel(steekproef: UUID) -> UUID | None:
    """The first drawn act that the asker can judge."""
    gevonden = (een for een in getrokken_handelingen(steekproef) if een.te_beoordelen)
    eerste = next(gevonden, None)
    return eerste.rij.pk if eerste else None


def _standen(rijen: Any) -> list[Stand]:
    geteld = rijen.annotate(
        regels_n=Count("regels"),
        beoordeeld_n=Count("regels", filter=Q(regels__beoordeeld_op__isnull=False)),
    )
    lijst = list(geteld)
    namen = _namen([een.getrokken_door for een in lijst] + [een.gesloten_door for een in lijst])
    return [
        Stand(
            een,
            namen.get(een.getrokken_door, ""),
            namen.get(een.gesloten_door, ""),
            een.regels_n,
            een.beoordeeld_n,
        )
        for een in lijst
    ]


def _getrokken(rijen: Any) -> list[Getrokken]:
    lijst = list(rijen)
    acts = list(Handeling.objects.filter(pk__in=[een.handeling for een in lijst]))
    woorden = dict(zip([act.pk for act in acts], in_woorden(acts), strict=True))
    van = {act.pk: act.gebruiker for act in acts}
    namen = _namen([een.beoordeeld_door for een in lijst])
    vrager = huidige_vrager()
    ik = vrager.gebruiker if vrager else None
    return [
        Getrokken(
            een,
            woorden[een.handeling],
            namen.get(een.beoordeeld_door, ""),
            van[een.handeling] == ik,
        )
        for een in lijst
        if een.handeling in woorden
    ]


def _namen(ids: Sequence[UUID | None]) -> dict[UUID | None, str]:
    mensen = Gebruiker.objects.filter(pk__in={id_ for id_ in ids if id_})
    return dict(mensen.values_list("pk", "naam"))
