# SPDX-License-Identifier: EUPL-1.2
"""Reading the journaal: the trace of a dossier, of oneself, and a search for who supervises.

Which rows somebody sees is the policies' to decide; these sentences only choose and order.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from vangnet.aanmelding.querysets import koppelingen_voor, staat_in_de_zaak
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.journaal.models import Handeling, Onderwerp
from vangnet.kern.klok import begin_van
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.models import Inzage
from vangnet.toezicht.woorden import doel_in_woorden, oordeel_in_woorden, woord

PER_PAGINA = 50
_OORDEEL = "inzage.beoordeeld"
# The first word of what is done with an aanmelding.
_BIJ_AANMELDING = frozenset({"aanmelding", "antwoord", "bijlage", "navraag"})


@dataclass(frozen=True, kw_only=True)
class Spoorfilter:
    """Which acts: days in Europe/Amsterdam, both counted; empty is all."""

    van: date | None = None
    tot: date | None = None
    gebruiker: UUID | None = None
    handeling: str = ""
    casus: UUID | None = None
    geweigerd: bool = False
    noodtoegang: bool = False

    def als_q(self) -> Q:
        """The condition on acts."""
        voorwaarde = Q()
        if self.van:
            voorwaarde &= Q(moment__gte=begin_van(self.van))
        if self.tot:
            voorwaarde &= Q(moment__lt=begin_van(self.tot + timedelta(days=1)))
        for veld in ("gebruiker", "handeling", "casus"):
            if waarde := getattr(self, veld):
                voorwaarde &= Q(**{veld: waarde})
        if self.geweigerd:
            voorwaarde &= Q(toegestaan=False)
        return voorwaarde & Q(noodtoegang__isnull=False) if self.noodtoegang else voorwaarde


@dataclass(frozen=True)
class Regel:
    """An act as a page shows it.

    bij_aanmelding: it is about one, so kenmerk is of the casus that she was joined to. inzage:
    under what kind of look it was done, or empty.
    """

    moment: datetime
    wie: str
    organisatie: str
    functie: str
    wat: str
    doel: str
    kenmerk: str
    bij_aanmelding: bool
    toegestaan: bool
    inzage: str


@dataclass(frozen=True)
class Spoor:
    """One page of acts, newest first; volgende: where the next page begins, or empty."""

    regels: Sequence[Regel]
    volgende: str


def spoor_van_dossier(acts: QuerySet[Handeling], keuze: Spoorfilter, *, na: str) -> Spoor:
    """Who has looked at a casus or a person; acts: of `acts_op_casus` or `acts_op_persoon`."""
    return _pagina(acts.filter(keuze.als_q()), na)


def acts_op_casus(casus: UUID) -> QuerySet[Handeling]:
    """The acts that concern a casus, for who may open its trace."""
    return Handeling.objects.filter(
        pk__in=Onderwerp.objects.filter(onderwerp=casus).values("handeling")
    )


def acts_op_persoon(persoon: UUID, *, wie: Kijker) -> QuerySet[Handeling]:
    """The acts that concern a person, each through a casus that `wie` sees: another stays hidden.

    An act that names no casus itself, such as a list, shows through one of its casussen. What
    concerns an aanmelding concerns who it was found to be about (docs/adr/0042): read first, one
    query, for then the acts are looked up by the ids of their subjects.
    """
    zichtbaar = zichtbaar_voor(wie)
    koppelingen = koppelingen_voor(wie).filter(staat_in_de_zaak(), persoon=persoon)
    gemeld = list(koppelingen.values_list("aanmelding", flat=True))
    van_casus = Q(casus__isnull=True) | Exists(zichtbaar.filter(pk=OuterRef("casus")))
    over = Onderwerp.objects.filter(van_casus, onderwerp__in=[persoon, *gemeld])
    door = Q(Exists(zichtbaar.filter(pk=OuterRef("onderwerp"))), soort="casus")
    bij = Onderwerp.objects.filter(door | Q(onderwerp__in=gemeld), handeling=OuterRef("pk"))
    return Handeling.objects.filter(Exists(bij), pk__in=over.values("handeling"))


def eigen_spoor(keuze: Spoorfilter, *, wie: Kijker, na: str) -> Spoor:
    """What `wie` did.

    To a partner an act on an aanmelding names no casus: which one she was joined to is not theirs
    to know before the answer, nor when it is about the other side.
    """
    acts = Handeling.objects.filter(keuze.als_q(), gebruiker=wie.gebruiker)
    spoor = _pagina(acts, na)
    if wie.is_huis:
        return spoor
    return replace(spoor, regels=[_zonder_zaak(een) for een in spoor.regels])


def doorzoek(keuze: Spoorfilter, *, na: str) -> Spoor:
    """All acts that fit; the policies give them to who supervises only."""
    return _pagina(Handeling.objects.filter(keuze.als_q()), na)


def kijkers_van(acts: QuerySet[Handeling]) -> list[tuple[UUID, str]]:
    """Accounts that did one of `acts`, by name."""
    ids = [id_ for id_ in acts.values_list("gebruiker", flat=True).distinct() if id_]
    mensen = Gebruiker.objects.filter(pk__in=ids).order_by("naam")
    return list(mensen.values_list("pk", "naam"))


def alle_kijkers() -> list[tuple[UUID, str]]:
    """Every account, by name."""
    return list(Gebruiker.objects.order_by("naam").values_list("pk", "naam"))


def _pagina(acts: QuerySet[Handeling], na: str) -> Spoor:
    if grens := _grens(na):
        moment, id_ = grens
        acts = acts.filter(Q(moment__lt=moment) | Q(moment=moment, pk__lt=id_))
    rijen = list(acts.order_by("-moment", "-pk")[: PER_PAGINA + 1])
    getoond = rijen[:PER_PAGINA]
    laatste = getoond[-1] if len(rijen) > PER_PAGINA else None
    volgende = f"{laatste.moment.isoformat()}_{laatste.pk}" if laatste else ""
    return Spoor(in_woorden(getoond), volgende)


def _grens(na: str) -> tuple[datetime, UUID] | None:
    """Moment and id of the last act of the page before; None for anything else."""
    moment, _streep, id_ = na.partition("_")
    try:
        # Over the end of the calendar in another zone it isn't one that we made.
        return datetime.fromisoformat(moment).astimezone(UTC), UUID(id_)
    except (ValueError, OverflowError):
        return None


def in_woorden(acts: Sequence[Handeling]) -> list[Regel]:
    """Names beside the bare ids, in the same order; a fixed number of queries for any length."""
    mensen = {een.pk: een for een in Gebruiker.objects.filter(pk__in=_ids(acts, "gebruiker"))}
    namen = _waarden(Organisatie.objects.all(), _ids(acts, "organisatie"), "naam")
    # The house itself designates accounts too.
    huis = het_huis()
    namen[huis.pk] = huis.naam
    kenmerken = kenmerken_van(_ids(acts, "casus"))
    soorten = _soorten_van_inzagen(acts)
    oordelen = _oordelen(acts)
    regels = [
        _regel(een, mensen, namen=namen, kenmerken=kenmerken, soorten=soorten) for een in acts
    ]
    return [
        replace(regel, doel=oordelen.get(act.object, "")) if act.handeling == _OORDEEL else regel
        for act, regel in zip(acts, regels, strict=True)
    ]


def _oordelen(acts: Sequence[Handeling]) -> dict[UUID | None, str]:
    """The verdict on each look that was judged, for who looked and who supervises.

    Of the look itself: an act says only that it was judged, and one of before said how to all.
    """
    beoordeeld = _ids([een for een in acts if een.handeling == _OORDEEL], "object")
    if not beoordeeld:
        return {}
    inzagen = Inzage.objects.filter(pk__in=beoordeeld).values_list("pk", "oordeel")
    return {pk: oordeel_in_woorden(oordeel or "") for pk, oordeel in inzagen}


def _soorten_van_inzagen(acts: Sequence[Handeling]) -> dict[UUID, str]:
    """By the id of a look what kind it was: the act that opened it says so, to who sees that."""
    onder = [een for een in acts if een.noodtoegang]
    geopend = Handeling.objects.filter(
        handeling="inzage.geopend",
        gebruiker__in=_ids(onder, "gebruiker"),
        object__in=_ids(onder, "noodtoegang"),
    )
    return {een.object: een.regel for een in geopend if een.object}


def _ids(acts: Sequence[Handeling], veld: str) -> set[UUID]:
    return {waarde for een in acts if (waarde := getattr(een, veld))}


def _waarden(rijen: QuerySet[Any], ids: set[UUID], veld: str) -> dict[UUID, str]:
    return dict(rijen.filter(pk__in=ids).values_list("pk", veld))


def _regel(
    act: Handeling,
    mensen: Mapping[UUID, Gebruiker],
    *,
    namen: Mapping[UUID, str],
    kenmerken: Mapping[UUID, str],
    soorten: Mapping[UUID, str],
) -> Regel:
    wie = mensen.get(act.gebruiker) if act.gebruiker else None
    return Regel(
        moment=act.moment,
        wie=wie.naam if wie else "",
        organisatie=namen.get(act.organisatie, "") if act.organisatie else "",
        functie=wie.functie if wie else "",
        wat=woord(act.handeling),
        doel=doel_in_woorden(act.doel),
        kenmerk=kenmerken.get(act.casus, "") if act.casus else "",
        bij_aanmelding=act.handeling.partition(".")[0] in _BIJ_AANMELDING,
        toegestaan=act.toegestaan,
        inzage=soorten.get(act.noodtoegang, "inzage") if act.noodtoegang else "",
    )


def _zonder_zaak(regel: Regel) -> Regel:
    return replace(regel, kenmerk="") if regel.bij_aanmelding else regel


def kenmerken_van(casussen: set[UUID]) -> dict[UUID, str]:
    """The kenmerk of each casus that the asker may see, or supervises."""
    zichtbaar = _waarden(Casus.objects.all(), casussen, "kenmerk")
    with connection.cursor() as cursor:
        cursor.execute("SELECT id, kenmerk FROM toezicht.kenmerken(%s::uuid[])", [list(casussen)])
        return zichtbaar | {UUID(str(id_)): kenmerk for id_, kenmerk in cursor.fetchall()}


def casus_van(kenmerk: str) -> UUID | None:
    """The casus of a kenmerk, for who supervises."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT toezicht.casus_van(%s)", [kenmerk])
        gevonden = cursor.fetchone()[0]
    return UUID(str(gevonden)) if gevonden else None
