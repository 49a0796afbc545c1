# SPDX-License-Identifier: EUPL-1.2
"""Finding casussen, and why somebody sees one."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.db.models import Exists, OuterRef, Q

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import betrokkenen_voor, in_hele, lopende_rollen, zichtbaar_voor
from vangnet.toegang.kijker import Kijker, lopende_inzagen

MEESTE = 50


def casussen_zoeken(tekst: str, *, wie: Kijker) -> Iterable[Casus]:
    """At most MEESTE casussen of `wie`: `tekst` is in the kenmerk, or each word fits a name.

    Without regard to case and accents: "sudwest" finds "Súdwest".
    """
    namen = Q()
    for woord in tekst.split():
        namen &= (
            Q(persoon__achternaam__unaccent__icontains=woord)
            | Q(persoon__voornamen__unaccent__icontains=woord)
            | Q(persoon__tussenvoegsel__unaccent__icontains=woord)
        )
    iemand = betrokkenen_voor(wie).filter(namen, casus=OuterRef("pk"))
    gevonden = zichtbaar_voor(wie).filter(Q(kenmerk__icontains=tekst.strip()) | Exists(iemand))
    return gevonden.select_related("hoofdbetrokkene").order_by("-kenmerk")[:MEESTE]


class Grond(StrEnum):
    """The rule by which somebody sees a casus (toegang.md section 2), strongest first."""

    INZAGE = "inzage"
    GENOEMD = "genoemd"
    DEELNEMER = "deelnemer"
    HUIS = "huis"


@dataclass(frozen=True)
class Waarom:
    """Why somebody sees a casus. rol: of GENOEMD and DEELNEMER; tot and soort: of INZAGE."""

    grond: Grond
    rol: CasusRol | None = None
    soort: str = ""
    tot: datetime | None = None


def ziet_heel(casus: Casus, *, wie: Kijker) -> bool:
    """Whether `wie` sees all of a casus that they may open, or what is shared with them."""
    return Casus.objects.filter(in_hele(wie, "pk"), pk=casus.pk).exists()


def waarom(casus: Casus, *, wie: Kijker) -> Waarom:
    """By which rule `wie` sees `casus`, which they may open; two queries at most."""
    inzage = lopende_inzagen(wie).filter(casus=casus.pk).order_by("-tot").first()
    if inzage:
        return Waarom(Grond.INZAGE, soort=inzage.soort, tot=inzage.tot)
    eigen = lopende_rollen(wie).filter(casus=casus).select_related("organisatie").first()
    if eigen is None:
        return Waarom(Grond.HUIS)
    van_het_huis = wie.ziet_genoemde_casussen_heel
    return Waarom(Grond.GENOEMD if van_het_huis else Grond.DEELNEMER, rol=eigen)
