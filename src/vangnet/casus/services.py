# SPDX-License-Identifier: EUPL-1.2
"""Writing what is contributed to a casus, and what is given to somebody outside it."""

import hashlib
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction

from vangnet.casus.models import Betrokkenheid, Bijdrage, BijdragePubliek, Casus, Verstrekking
from vangnet.casus.regels import BijdrageSoort
from vangnet.delen.regels import Keuze, Publiek, bezwaren
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import beperking_zegt, roep
from vangnet.kern.eenmalig import is_nieuw
from vangnet.kern.eenmalig import sleutel_van as eenmalig_van
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import nu, vandaag
from vangnet.organisaties.models import Organisatie

_VELDEN = ("soort", "leefgebied", "tekst", "categorie", "doel", "onder_geheim", "grond")
_NET = timedelta(minutes=10)
_OVERIGE = ("grond_motivering", "voorwaarden", "publiek")


@dataclass(frozen=True, kw_only=True)
class Inhoud:
    """What its author may change of a bijdrage; organisaties: those that the audience names."""

    soort: str
    tekst: str
    categorie: str
    doel: str
    publiek: str
    leefgebied: str | None = None
    onder_geheim: bool = False
    grond: str | None = None
    grond_motivering: str | None = None
    voorwaarden: str | None = None
    organisaties: AbstractSet[UUID] = frozenset()

    def kolommen(self) -> dict[str, Any]:
        """The columns; a ground only where there is secrecy."""
        waarden = {naam: getattr(self, naam) or None for naam in (*_VELDEN, *_OVERIGE)}
        if not self.onder_geheim:
            waarden |= {"grond": None, "grond_motivering": None}
        return waarden | {"onder_geheim": self.onder_geheim}

    @classmethod
    def van(cls, bijdrage: Bijdrage) -> "Inhoud":
        """The content of a bijdrage as it is now."""
        genoemd = frozenset(een.organisatie_id for een in bijdrage.genoemd.all())
        kolommen = {naam: getattr(bijdrage, naam) for naam in (*_VELDEN, *_OVERIGE)}
        return cls(**kolommen, organisaties=genoemd)

    @property
    def genoemd(self) -> frozenset[UUID]:
        """The organisations of the audience; none when the audience names none."""
        return frozenset(self.organisaties if self.publiek == Publiek.ORGANISATIES else ())


def stand(bijdrage: Bijdrage) -> str:
    """How a bijdrage and its audience are now, as a form sends it along to be compared."""
    genoemd = sorted(str(een.organisatie_id) for een in bijdrage.genoemd.all())
    return f"{bijdrage.versie}-{hashlib.sha256(' '.join(genoemd).encode()).hexdigest()[:16]}"


@transaction.atomic
def bijdrage_toevoegen(
    casus: Casus,
    inhoud: Inhoud,
    *,
    auteur: UUID,
    bron: Organisatie | None,
    over: Betrokkenheid | None = None,
    eenmalig: UUID | None = None,
) -> Bijdrage:
    """Contribute to a casus. Raises VangnetFout for what can't be saved together.

    eenmalig: the id of the form that was sent; the same form with the same content, sent again,
    gives the bijdrage that there is.
    """
    _kijk_na(inhoud, bron)
    sleutel = sleutel_van(casus.pk, inhoud, auteur=auteur, eenmalig=eenmalig)
    herkomst = {"casus": casus, "auteur_id": auteur, "bron": bron, "betrokkenheid": over}
    bijdrage = Bijdrage(id=sleutel, eerste_verwerking=vandaag(), **herkomst, **inhoud.kolommen())
    if is_nieuw(bijdrage, auteur=auteur):
        _noem(bijdrage, inhoud.genoemd)
        _leg_vast("bijdrage.toegevoegd", bijdrage, inhoud)
    return bijdrage


def sleutel_van(casus: UUID, inhoud: Inhoud, *, auteur: UUID, eenmalig: UUID | None) -> UUID:
    """The key of what `auteur` contributes with this form (kern/eenmalig.py)."""
    publiek = sorted(map(str, inhoud.genoemd))
    return eenmalig_van(auteur, eenmalig, casus, publiek, inhoud.kolommen())


def staat_er_net(
    casus: UUID,
    inhoud: Inhoud,
    *,
    auteur: UUID,
    bron: Organisatie | None,
    over: Betrokkenheid | None,
    eenmalig: UUID | None,
) -> bool:
    """Whether `auteur` contributed exactly this in the last ten minutes, with another form.

    A page that is gone back to has a form of its own, and the browser puts the text in it again.
    """
    net = Bijdrage.objects.filter(
        casus=casus,
        auteur=auteur,
        bron=bron,
        betrokkenheid=over,
        tekst=inhoud.tekst,
        ingetrokken_op__isnull=True,
        aangemaakt_op__gte=nu() - _NET,
    ).exclude(pk=sleutel_van(casus, inhoud, auteur=auteur, eenmalig=eenmalig))
    gezocht = (inhoud.kolommen(), inhoud.genoemd)
    gevonden = (Inhoud.van(een) for een in net.prefetch_related("genoemd"))
    return any((een.kolommen(), een.genoemd) == gezocht for een in gevonden)


@transaction.atomic
def bijdrage_wijzigen(bijdrage_id: UUID, inhoud: Inhoud, *, auteur: UUID, gelezen: str) -> None:
    """Change one's own bijdrage; gelezen: its `stand` when the author read it.

    Raises NietToegestaan when it isn't theirs (any more), BotsendeVersie when it changed meanwhile,
    VangnetFout when a hypothese would become a fact, or the other way round, or when a partner
    would no longer see what was said for them.
    """
    eigen = Bijdrage.objects.select_for_update(of=("self",)).select_related("bron")
    bijdrage = eigen.filter(pk=bijdrage_id, auteur=auteur, ingetrokken_op__isnull=True).first()
    if bijdrage is None:
        raise NietToegestaan("Dit kan niet.")
    if stand(bijdrage) != gelezen:
        raise BotsendeVersie("Deze bijdrage is intussen veranderd.")
    if BijdrageSoort.HYPOTHESE in {bijdrage.soort, inhoud.soort} and bijdrage.soort != inhoud.soort:
        raise VangnetFout("Een hypothese blijft een hypothese. Voeg een nieuwe bijdrage toe.")
    _kijk_na(inhoud, bijdrage.bron)
    kolommen = inhoud.kolommen()
    veranderd = [naam for naam, waarde in kolommen.items() if getattr(bijdrage, naam) != waarde]
    with (
        beperking_zegt(
            "Dit is het antwoord van een partner. Kies een publiek waar die partner bij hoort."
        ),
        transaction.atomic(),
    ):
        _noem(bijdrage, inhoud.genoemd)
        Bijdrage.objects.filter(pk=bijdrage.pk).update(**kolommen)
        _noem_niet_meer(bijdrage, inhoud.genoemd)
    _leg_vast("bijdrage.gewijzigd", bijdrage, inhoud, velden=veranderd)


def bijdrage_intrekken(bijdrage_id: UUID) -> None:
    """Take one's own bijdrage back. Raises NietToegestaan."""
    roep("casus.trek_bijdrage_in(%s, %s)", bijdrage_id)


def bijdrage_terugzetten(bijdrage_id: UUID) -> None:
    """Undo that, within TERUG_BINNEN; of a document too. Raises NietToegestaan."""
    roep("casus.zet_bijdrage_terug(%s, %s)", bijdrage_id)


def _kijk_na(inhoud: Inhoud, bron: Organisatie | None) -> None:
    gevonden = bezwaren(
        Keuze(
            publiek=inhoud.publiek,
            organisaties=inhoud.genoemd,
            categorie=inhoud.categorie,
            onder_geheim=inhoud.onder_geheim,
            grond=inhoud.grond or "",
            grond_motivering=inhoud.grond_motivering or "",
            bron_soort=bron.soort if bron else "",
        )
    )
    if gevonden:
        raise VangnetFout(" ".join(gevonden.values()))


def _noem(bijdrage: Bijdrage, genoemd: AbstractSet[UUID]) -> None:
    """Let the audience name these organisations too."""
    nu = set(bijdrage.genoemd.values_list("organisatie", flat=True))
    BijdragePubliek.objects.bulk_create(
        BijdragePubliek(bijdrage=bijdrage, organisatie_id=een) for een in sorted(genoemd - nu)
    )


def _noem_niet_meer(bijdrage: Bijdrage, genoemd: AbstractSet[UUID]) -> None:
    """Let the audience name no others than these; who falls out sees it no more."""
    BijdragePubliek.objects.filter(bijdrage=bijdrage).exclude(organisatie__in=genoemd).delete()


def _leg_vast(
    handeling: str, bijdrage: Bijdrage, inhoud: Inhoud, *, velden: list[str] | None = None
) -> None:
    over = bijdrage.betrokkenheid
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="bijdrage",
            object=bijdrage.pk,
            casus=bijdrage.casus_id,
            velden=[*_VELDEN, *_OVERIGE] if velden is None else velden,
            aantallen={"organisaties": len(inhoud.genoemd)},
            onderwerpen=[
                ("casus", bijdrage.casus_id),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )


@dataclass(frozen=True, kw_only=True)
class Gift:
    """What is given to whom outside the casus, and how that was checked."""

    wat: str
    grond: str
    getoetst: str
    op: date
    aan: Organisatie | None = None
    derde: str | None = None
    geheimhouding_op: date | None = None

    def kolommen(self) -> dict[str, Any]:
        """The columns; a signature only of a third party."""
        return {
            **vars(self),
            "derde": self.derde or None,
            "geheimhouding_op": self.geheimhouding_op if self.derde else None,
        }


@transaction.atomic
def verstrekking_vastleggen(casus: Casus, gift: Gift, *, door: UUID) -> Verstrekking:
    """Record a verstrekking (toegang.md section 4); the row can't be changed after this."""
    if gift.op > vandaag():
        raise VangnetFout("De dag van verstrekken ligt in de toekomst.")
    verstrekking = Verstrekking.objects.create(
        casus=casus, door_id=door, eerste_verwerking=vandaag(), **gift.kolommen()
    )
    leg_vast(
        Act(
            handeling="verstrekking.vastgelegd",
            object_soort="verstrekking",
            object=verstrekking.pk,
            casus=casus.pk,
            velden=["aan", "derde", "wat", "grond", "getoetst", "op"],
            onderwerpen=[("casus", casus.pk)],
        )
    )
    return verstrekking
