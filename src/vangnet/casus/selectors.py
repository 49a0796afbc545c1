# SPDX-License-Identifier: EUPL-1.2
"""Finding casussen, and why somebody sees one."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, Q, QuerySet

from vangnet.casus.models import (
    Betrokkenheid,
    Bijdrage,
    Casus,
    CasusRol,
    Verstrekking,
)
from vangnet.casus.querysets import (
    betrokkenen_voor,
    bijdragen_voor,
    geldende_inzagen,
    genoemden_voor,
    huisrollen,
    in_hele,
    leest_een_kant,
    niet_voorbij,
    partnerrollen,
    zichtbaar_voor,
)
from vangnet.casus.regels import TERUG_BINNEN, Antwoord, RolSoort
from vangnet.kern.klok import nu
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker, een_van
from vangnet.toegang.models import Inzage
from vangnet.toegang.selectors import GeldendeRol

MEESTE = 50


def casussen_zoeken(tekst: str, *, wie: Kijker, namen: bool = True) -> QuerySet[Casus]:
    """At most MEESTE casussen of `wie`: `tekst` is in the kenmerk, or each word fits a name.

    Without regard to case and accents: "sudwest" finds "Súdwest". namen: not by kenmerk alone.
    """
    past = Q(kenmerk__icontains=tekst.strip())
    if namen:
        past |= Q(Exists(_iemand(tekst, wie=wie)))
    gevonden = zichtbaar_voor(wie).filter(past)
    return gevonden.select_related("hoofdbetrokkene").order_by("-kenmerk")[:MEESTE]


def _iemand(tekst: str, *, wie: Kijker) -> QuerySet[Betrokkenheid]:
    """For an Exists of casussen: who is in it and has all words of `tekst` in the name."""
    namen = Q()
    for woord in tekst.split():
        namen &= (
            Q(persoon__achternaam__unaccent__icontains=woord)
            | Q(persoon__voornamen__unaccent__icontains=woord)
            | Q(persoon__tussenvoegsel__unaccent__icontains=woord)
        )
    return betrokkenen_voor(wie).filter(namen, casus=OuterRef("pk"))


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
    accountrol: GeldendeRol | None = None


def waarom(casus: Casus, *, wie: Kijker, kijkt: bool) -> Waarom:
    """By which rule `wie` sees `casus`, which they may open; two queries at most.

    kijkt: they have a running look with a reason at it.
    """
    inzagen = geldende_inzagen(wie) if kijkt else Inzage.objects.none()
    return _waaroms([casus], inzagen, wie=wie)[casus.pk]


def waaroms(casussen: Sequence[Casus], *, wie: Kijker) -> dict[UUID, Waarom]:
    """By which rule `wie` sees each of these, which they may open; two queries at most."""
    return _waaroms(casussen, geldende_inzagen(wie), wie=wie)


def _waaroms(
    casussen: Sequence[Casus], inzagen: QuerySet[Inzage], *, wie: Kijker
) -> dict[UUID, Waarom]:
    ids = [casus.pk for casus in casussen]
    gevonden: dict[UUID, Waarom] = {}
    for inzage in inzagen.filter(casus__in=ids).order_by("tot"):
        gevonden[inzage.casus] = Waarom(Grond.INZAGE, inzage=inzage)
    rollen = (huisrollen(wie) | partnerrollen(wie)).filter(casus__in=ids)
    oudste_eerst = rollen.select_related("organisatie").order_by("vanaf", "pk")
    # Who is named for the house and takes part for a partner sees the whole.
    for rol in sorted(oudste_eerst, key=_is_deelnemer):
        grond = Grond.DEELNEMER if _is_deelnemer(rol) else Grond.GENOEMD
        gevonden.setdefault(rol.casus_id, Waarom(grond, rol=rol))
    if over := [een for een in ids if een not in gevonden]:
        gevonden |= {een: Waarom(Grond.HUIS, accountrol=wie.huisrol) for een in over}
    return gevonden


def _is_deelnemer(rol: CasusRol) -> bool:
    return rol.rol == RolSoort.DEELNEMER


def bijdragen_van(casus: Casus, *, wie: Kijker, hooguit: int | None = None) -> Sequence[Bijdrage]:
    """What `wie` sees of what was contributed to a casus, newest first; one query."""
    return list(met_bron_en_publiek(bijdragen_voor(wie).filter(casus=casus), wie=wie)[:hooguit])


def met_bron_en_publiek(bijdragen: QuerySet[Bijdrage], *, wie: Kijker) -> QuerySet[Bijdrage]:
    """With all that is shown to `wie` of a bijdrage, newest first, in one query.

    genoemde: the names of the organisations that its audience names, as far as `wie` may know.
    een_kant: names of another side are not among them.
    """
    genoemd = genoemden_voor(wie).filter(bijdrage=OuterRef("pk"))
    return (
        bijdragen.select_related("bron", "auteur", "betrokkenheid__persoon")
        .defer("auteur__password")
        .annotate(
            genoemde=ArraySubquery(genoemd.values("organisatie__naam")),
            een_kant=leest_een_kant(wie),
        )
        .order_by("-aangemaakt_op", "pk")
    )


def werkt_voor_het_huis(casus: Casus, *, wie: Kijker) -> bool:
    """Whether `wie` works on this casus for the house: not a partner, and no look with a reason."""
    if wie.is_huis and not casus.dicht:
        return True
    return huisrollen(wie).filter(casus=casus).exists()


def werkt_eraan(casus: Casus, *, wie: Kijker) -> bool:
    """Whether `wie` works on this casus, for the house or as a partner; who only looks doesn't."""
    eigen = partnerrollen(wie).filter(casus=casus)
    return werkt_voor_het_huis(casus, wie=wie) or (wie.is_partner and eigen.exists())


def kent_alle_rollen(casus: Casus, *, wie: Kijker) -> bool:
    """Whether `wie`, who works on this casus, knows who takes part on each side."""
    beide = partnerrollen(wie).filter(casus=casus, zijde__isnull=True)
    return werkt_voor_het_huis(casus, wie=wie) or beide.exists()


def huiscasus(casus_id: UUID, *, wie: Kijker) -> Casus | None:
    """A casus on which `wie` works for the house; None for any other, and for what isn't there."""
    casus = zichtbaar_voor(wie).filter(pk=casus_id).first()
    return casus if casus and werkt_voor_het_huis(casus, wie=wie) else None


def regiecasus(casus_id: UUID, *, wie: Kijker) -> Casus | None:
    """As huiscasus, for who holds its regie: a procesregisseur or procesondersteuner.

    A trajectbegeleider writes notes, contacts and afspraken, and hands over (toegang.md section 2).
    """
    return huiscasus(casus_id, wie=wie) if wie.is_huis else None


def bronnen_voor(casus: Casus, *, wie: Kijker) -> Sequence[Organisatie | None]:
    """From whom `wie` may bring data in, None being the house; nobody when they only look."""
    if werkt_voor_het_huis(casus, wie=wie):
        return [None, *deelnemende_organisaties(casus)]
    eigen = partnerrollen(wie).filter(casus=casus).values("organisatie")
    return list(Organisatie.objects.filter(pk__in=eigen).order_by("naam"))


def schrijft_namens(casus: Casus, reden: Waarom, *, wie: Kijker) -> Sequence[Organisatie | None]:
    """As bronnen_voor, with the source of a quick note first, from why `wie` sees the casus.

    No query, but for who looks with a reason: they may be named on the casus too.
    """
    if reden.grond in {Grond.HUIS, Grond.GENOEMD}:
        return [None]
    if reden.grond is Grond.DEELNEMER and reden.rol:
        return [reden.rol.organisatie]
    return bronnen_voor(casus, wie=wie)


def weer_erop(rol: UUID, *, wie: Kijker) -> CasusRol | None:
    """A rol that `wie` ended, of somebody who takes part again or is asked to; two queries."""
    gezien = Q(gebruiker=wie.gebruiker) | een_van("casus", zichtbaar_voor(wie).values("pk"))
    gevonden = CasusRol.objects.filter(
        gezien, pk=rol, beeindigd_op__isnull=False, beeindigd_door=wie.gebruiker
    )
    rij = gevonden.select_related("gebruiker").defer("gebruiker__password").first()
    if rij is None:
        return None
    zelfde = CasusRol.objects.filter(casus=rij.casus_id, gebruiker=rij.gebruiker_id)
    if rij.gebruiker_id is None:
        zelfde = zelfde.filter(organisatie=rij.organisatie_id)
    return rij if zelfde.filter(niet_voorbij()).exists() else None


def deelnemende_organisaties(casus: Casus) -> Sequence[Organisatie]:
    """The organisations that take part in a casus, or are invited to, by name."""
    rollen = CasusRol.objects.filter(niet_voorbij(), casus=casus, organisatie__isnull=False)
    return list(Organisatie.objects.filter(pk__in=rollen.values("organisatie")).order_by("naam"))


def organisaties_tegenover(betrokkenheid: Betrokkenheid) -> frozenset[Organisatie]:
    """The organisations in a casus on a side alone where the person isn't: not to be named to them.

    Of a person without a side that is each that has one.
    """
    rollen = CasusRol.objects.filter(
        niet_voorbij(), casus=betrokkenheid.casus_id, organisatie__isnull=False
    )
    met_kant = Organisatie.objects.filter(
        pk__in=rollen.filter(zijde__isnull=False).values("organisatie")
    )
    zelfde = rollen.filter(zijde=betrokkenheid.zijde).values("organisatie")
    return frozenset(met_kant.exclude(pk__in=zelfde) if betrokkenheid.zijde else met_kant)


def rollen_van(casus: Casus) -> Sequence[CasusRol]:
    """Everybody who takes part, is invited, declined or took part, as far as the asker sees."""
    rollen = CasusRol.objects.filter(casus=casus).select_related("gebruiker", "organisatie")
    rollen = rollen.defer("gebruiker__password")
    return list(rollen.order_by("beeindigd_op", "organisatie__naam", "aangemaakt_op"))


def uitnodigingen(wie: Kijker) -> Sequence[CasusRol]:
    """Invitations that wait for the answer of `wie`, all that they ever declined, and then the own
    rollen that they just ended.

    Of their casus only the kenmerk is known; casus.net_geweigerd says what was declined just now.
    """
    net_beeindigd = Q(beeindigd_door=wie.gebruiker, beeindigd_op__gte=nu() - TERUG_BINNEN)
    rollen = CasusRol.objects.filter(
        (niet_voorbij() & Q(antwoord__isnull=True))
        | Q(antwoord=Antwoord.GEWEIGERD)
        | (net_beeindigd & ~Q(rol=RolSoort.TRAJECTBEGELEIDER)),
        gebruiker=wie.gebruiker,
    ).select_related("organisatie")
    eerst_open = [F(naam).asc(nulls_first=True) for naam in ("beeindigd_op", "antwoord")]
    return list(rollen.order_by(*eerst_open, "uitgenodigd_op", "pk"))


def is_ingetrokken(rol: UUID, *, wie: Kijker) -> bool:
    """Whether it is an invitation of `wie` that was taken back before they answered it."""
    eigen = CasusRol.objects.filter(pk=rol, gebruiker=wie.gebruiker)
    return eigen.filter(antwoord__isnull=True, beeindigd_op__isnull=False).exists()


def rollen_van_collegas(organisaties: Iterable[UUID]) -> Sequence[CasusRol]:
    """Running rollen by name for these organisations, as their coordinator may know of."""
    rollen = CasusRol.objects.filter(
        niet_voorbij(),
        gebruiker__isnull=False,
        antwoord=Antwoord.AANVAARD,
        organisatie__in=organisaties,
    )
    rollen = rollen.select_related("gebruiker", "organisatie").defer("gebruiker__password")
    return list(rollen.order_by("gebruiker__naam"))


def verstrekkingen_van(casus: Casus, *, wie: Kijker) -> Sequence[Verstrekking]:
    """What was given to somebody outside the casus, newest first; a partner sees none."""
    gevonden = Verstrekking.objects.filter(in_hele(wie), casus=casus)
    gevonden = gevonden.select_related("aan", "door").defer("door__password")
    return list(gevonden.order_by("-op", "-aangemaakt_op"))
