# SPDX-License-Identifier: EUPL-1.2
"""Finding casussen, and why somebody sees one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import betrokkenen_voor, in_hele, lopende_rollen, zichtbaar_voor
from vangnet.toegang.kijker import Kijker, huisrol_van, lopende_inzagen
from vangnet.toegang.models import AccountRol, Inzage

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
    """Why somebody sees a casus.

    rol: of GENOEMD and DEELNEMER; inzage: of INZAGE; accountrol: of HUIS.
    """

    grond: Grond
    rol: CasusRol | None = None
    inzage: Inzage | None = None
    accountrol: AccountRol | None = None


def ziet_heel(casus: Casus, *, wie: Kijker) -> bool:
    """Whether `wie` sees all of a casus that they may open, or what is shared with them."""
    return Casus.objects.filter(in_hele(wie, "pk"), pk=casus.pk).exists()


def waarom(casus: Casus, *, wie: Kijker) -> Waarom:
    """By which rule `wie` sees `casus`, which they may open; three queries at most."""
    return waaroms([casus], wie=wie)[casus.pk]


def waaroms(casussen: Sequence[Casus], *, wie: Kijker) -> dict[UUID, Waarom]:
    """By which rule `wie` sees each of these, which they may open; three queries at most."""
    ids = [casus.pk for casus in casussen]
    gevonden: dict[UUID, Waarom] = {}
    for inzage in lopende_inzagen(wie).filter(casus__in=ids).order_by("tot"):
        gevonden[inzage.casus] = Waarom(Grond.INZAGE, inzage=inzage)
    grond = Grond.GENOEMD if wie.ziet_genoemde_casussen_heel else Grond.DEELNEMER
    rollen = lopende_rollen(wie).filter(casus__in=ids).select_related("organisatie")
    for rol in rollen.order_by("vanaf", "pk"):
        gevonden.setdefault(rol.casus_id, Waarom(grond, rol=rol))
    if over := [een for een in ids if een not in gevonden]:
        van_het_huis = huisrol_van(wie)
        gevonden |= {een: Waarom(Grond.HUIS, accountrol=van_het_huis) for een in over}
    return gevonden
