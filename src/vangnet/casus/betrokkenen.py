# SPDX-License-Identifier: EUPL-1.2
"""Naming people on a casus and how they are related: calls of definer functions in sql/.

Those decide who may and write the journaal. Each raises NietToegestaan for what may not be done and
for what doesn't exist, without telling which. Call them last.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import betrokkenen_voor, in_eigen, met_kanten
from vangnet.casus.terug import net_gedaan
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import sleutel_van
from vangnet.kern.klok import vandaag
from vangnet.personen.models import Persoon
from vangnet.toegang.kijker import Kijker, een_van


@dataclass(frozen=True, kw_only=True)
class Nieuwkomer:
    """Somebody who comes into a casus.

    relatie_soort: what they are to relatie_met, who stands there. persoon: who is known already;
    without it the name is written down. kring, samenhang, afstemming: of a second hoofdbetrokkene,
    the conditions of BGS 2.20(2).
    """

    rol: str
    relatie_met: UUID
    relatie_soort: str
    vanaf: date
    persoon: UUID | None = None
    achternaam: str | None = None
    tussenvoegsel: str | None = None
    voornamen: str | None = None
    geboortedatum: date | None = None
    gemeente: str | None = None
    zijde: int | None = None
    kring: str | None = None
    samenhang: str | None = None
    afstemming: str | None = None


def betrokkene_toevoegen(
    casus: UUID, wie: Nieuwkomer, *, door: UUID, eenmalig: UUID | None
) -> UUID:
    """Name somebody on a casus; the same form with the same content names them once."""
    inhoud = {naam: waarde or None for naam, waarde in asdict(wie).items()}
    sleutel = sleutel_van(door, eenmalig, casus, "betrokkene", inhoud)
    persoon = inhoud.pop("persoon")
    gegeven = json.dumps(inhoud, default=str)
    return UUID(
        roep("casus.voeg_betrokkene_toe(%s, %s, %s, %s, %s)", sleutel, casus, persoon, gegeven)
    )


def betrokkenheid_beeindigen(betrokkenheid: UUID, *, tot: date) -> UUID:
    """Somebody leaves, with `tot` as the last day; gives the casus."""
    return UUID(roep("casus.beeindig_betrokkenheid(%s, %s, %s)", betrokkenheid, tot))


def betrokkenheid_herstellen(betrokkenheid: UUID) -> UUID:
    """Undo that, by who did it and within TERUG_BINNEN; gives the casus."""
    return UUID(roep("casus.herstel_betrokkenheid(%s, %s)", betrokkenheid))


def relatie_toevoegen(
    casus: UUID, *, persoon: UUID, ander: UUID, soort: str, vanaf: date | None
) -> None:
    """`ander` is `soort` of `persoon`; both stand in the casus."""
    roep("casus.leg_relatie(%s, %s, %s, %s, %s, %s)", casus, persoon, ander, soort, vanaf)


def relatie_beeindigen(casus: UUID, relatie: UUID, *, tot: date) -> None:
    """A relation between two of a casus is over, with `tot` as the last day."""
    roep("casus.beeindig_relatie(%s, %s, %s, %s)", casus, relatie, tot)


def relatie_herstellen(casus: UUID, relatie: UUID) -> None:
    """Undo that, by who did it and within TERUG_BINNEN."""
    roep("casus.herstel_relatie(%s, %s, %s)", casus, relatie)


def net_beeindigd(*, wie: Kijker) -> set[UUID]:
    """The betrokkenheden and relations that `wie` just ended, and may undo; one query."""
    return net_gedaan("betrokkene.beeindigd", "relatie.beeindigd", wie=wie)


def staan_erin(casus: Casus, *, wie: Kijker) -> Sequence[Betrokkenheid]:
    """Who stands in a casus today, as far as `wie` sees, the hoofdbetrokkene first; one query."""
    loopt = Q(tot__isnull=True) | Q(tot__gte=vandaag())
    gevonden = betrokkenen_voor(wie).filter(loopt, casus=casus).select_related("persoon")
    return sorted(
        gevonden.order_by("vanaf", "pk"), key=lambda een: een.persoon_id != casus.hoofdbetrokkene_id
    )


def stonden_erin(casus: Casus, *, wie: Kijker) -> Sequence[Betrokkenheid]:
    """Everybody who ever stood in a casus, as far as `wie` sees, by their last betrokkenheid.

    The hoofdbetrokkene first, who left last; one query.
    """
    gevonden = betrokkenen_voor(wie).filter(casus=casus).select_related("persoon")
    laatste = {een.persoon_id: een for een in gevonden.order_by("vanaf", "pk")}
    return sorted(
        laatste.values(),
        key=lambda een: (een.tot is not None, een.persoon_id != casus.hoofdbetrokkene_id),
    )


def heeft_kanten(casus: Casus) -> bool:
    """Whether people in it stand opposite each other; `casus.heeft_kanten` in the database."""
    return Casus.objects.filter(met_kanten("pk"), pk=casus.pk).exists()


def personen_van_het_huis(wie: Kijker) -> QuerySet[Persoon]:
    """Those whom `wie` works with for the house, and so may correct."""
    return Persoon.objects.filter(een_van("pk", _van_het_huis(wie).values("persoon")))


def casussen_van_het_huis(persoon: UUID, *, wie: Kijker) -> Sequence[UUID]:
    """The casussen through which `wie` may correct a person; each is told who looked or did."""
    eigen = _van_het_huis(wie).filter(persoon=persoon).order_by("casus")
    return list(eigen.values_list("casus", flat=True).distinct())


def _van_het_huis(wie: Kijker) -> QuerySet[Betrokkenheid]:
    werkt = Q(dicht=False) if wie.is_huis else Q(pk__in=())
    return Betrokkenheid.objects.filter(werkt | in_eigen(wie))
