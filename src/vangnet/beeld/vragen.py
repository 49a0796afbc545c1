# SPDX-License-Identifier: EUPL-1.2
"""Asking a partner, and answering: provide, or refuse with a reason (WGS 1.5, BGS 1.5).

Each act writes the journaal. The policies (migrations 0002 and 0006) hold the same.
"""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from vangnet.beeld.models import Informatievraag
from vangnet.beeld.regels import LANGSTE_TERMIJN, REDEN_MINSTENS, Afhandeling
from vangnet.casus.models import Betrokkenheid, Casus, CasusRol
from vangnet.casus.regels import Antwoord
from vangnet.casus.services import Inhoud, bijdrage_toevoegen
from vangnet.delen.regels import Publiek
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import is_nieuw, sleutel_van
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import nu, vandaag
from vangnet.kern.werkdagen import na_werkdagen
from vangnet.organisaties.models import Organisatie


@dataclass(frozen=True, kw_only=True)
class Vraaginhoud:
    """What is asked, of whom; werkdagen: how many they get to answer."""

    organisatie: Organisatie
    leefgebied: str
    doel: str
    vraag: str
    werkdagen: int
    over: Betrokkenheid | None = None

    def uiterlijk_op(self, dag: date) -> date:
        """The last day to answer what is asked on `dag`."""
        return na_werkdagen(dag, self.werkdagen)


@transaction.atomic
def vraag_stellen(
    casus: Casus, inhoud: Vraaginhoud, *, door: UUID, eenmalig: UUID | None = None
) -> UUID:
    """Ask an organisation of a casus one question; gives its id.

    Raises VangnetFout for a term out of bounds, or when nobody there may see whom it is about.
    eenmalig: the id of the form; the same form with the same content gives the question that is.
    """
    _kijk_na(casus, inhoud)
    over = inhoud.over
    kolommen: dict[str, Any] = {
        "leefgebied": inhoud.leefgebied,
        "doel": inhoud.doel,
        "vraag": inhoud.vraag,
        "organisatie_id": inhoud.organisatie.pk,
        "betrokkenheid_id": over.pk if over else None,
        "uiterlijk_op": inhoud.uiterlijk_op(vandaag()),
    }
    sleutel = sleutel_van(door, eenmalig, casus.pk, "informatievraag", kolommen)
    vraag = Informatievraag(
        id=sleutel,
        casus=casus,
        gevraagd_door_id=door,
        gevraagd_op=vandaag(),
        eerste_verwerking=vandaag(),
        **kolommen,
    )
    if is_nieuw(vraag, gevraagd_door=door):
        _leg_vast("informatievraag.gesteld", vraag, list(kolommen))
    return sleutel


def _kijk_na(casus: Casus, inhoud: Vraaginhoud) -> None:
    if not 1 <= inhoud.werkdagen <= LANGSTE_TERMIJN:
        raise VangnetFout(f"Geef een termijn van 1 tot en met {LANGSTE_TERMIJN} werkdagen.")
    zijde = inhoud.over.zijde if inhoud.over else None
    zijden = set(
        CasusRol.objects.filter(
            casus=casus, organisatie=inhoud.organisatie, beeindigd_op__isnull=True
        )
        .exclude(antwoord__isnull=False, antwoord=Antwoord.GEWEIGERD)
        .values_list("zijde", flat=True)
    )
    if not zijden:
        raise VangnetFout("Deze organisatie doet niet mee in de zaak.")
    if zijde is not None and not zijden & {None, zijde}:
        raise VangnetFout(
            "Deze organisatie staat aan de andere kant en mag niets over deze persoon zien. "
            "Vraag het aan een andere organisatie."
        )


@dataclass(frozen=True)
class Gezegd:
    """Who of the partner answered or refused by telephone, and on which day."""

    door: str
    op: date

    def kolommen(self) -> dict[str, Any]:
        """As the question keeps it. Raises VangnetFout for a day that has yet to come."""
        if self.op > vandaag():
            raise VangnetFout("De dag van het gesprek ligt in de toekomst.")
        return {"gezegd_door": self.door, "gezegd_op": self.op}


@transaction.atomic
def vraag_beantwoorden(
    vraag: Informatievraag,
    inhoud: Inhoud,
    *,
    auteur: UUID,
    gezegd: Gezegd | None = None,
    eenmalig: UUID | None = None,
) -> UUID:
    """Provide what was asked as a bijdrage of the organisation that was asked; gives its id.

    gezegd: the house writes down for the partner what was said by telephone; the partner is then
    always among who sees it. Raises VangnetFout for what can't be saved, NietToegestaan when it
    isn't open for them any more.
    """
    if inhoud.publiek == Publiek.WERKNOTITIE:
        raise VangnetFout("Een antwoord is niet alleen voor jezelf. Kies wie het mag zien.")
    aan_de_telefoon = gezegd.kolommen() if gezegd else {}
    bijdrage = bijdrage_toevoegen(
        vraag.casus,
        _ook_voor(vraag.organisatie, inhoud) if gezegd else inhoud,
        auteur=auteur,
        bron=vraag.organisatie,
        over=vraag.betrokkenheid,
        eenmalig=eenmalig,
    )
    _handel_af(vraag, Afhandeling.GEGEVEN, door=auteur, bijdrage=bijdrage, **aan_de_telefoon)
    return bijdrage.pk


def _ook_voor(partner: Organisatie, inhoud: Inhoud) -> Inhoud:
    """The same for an audience with the partner in it: they see what was said for them."""
    if inhoud.publiek == Publiek.IEDEREEN:
        return inhoud
    return replace(inhoud, publiek=Publiek.ORGANISATIES, organisaties=inhoud.genoemd | {partner.pk})


@transaction.atomic
def vraag_weigeren(
    vraag: Informatievraag, *, reden: str, door: UUID, gezegd: Gezegd | None = None
) -> None:
    """Refuse with a reason. Raises VangnetFout without one, NietToegestaan when it isn't open.

    gezegd: the house writes down for the partner what was said by telephone.
    """
    if len(reden.strip()) < REDEN_MINSTENS:
        raise VangnetFout("Schrijf in een zin waarom je dit niet geeft.")
    aan_de_telefoon = gezegd.kolommen() if gezegd else {}
    _handel_af(vraag, Afhandeling.GEWEIGERD, door=door, reden=reden.strip(), **aan_de_telefoon)


@transaction.atomic
def vraag_intrekken(vraag: Informatievraag, *, door: UUID) -> None:
    """Take a question back. Raises NietToegestaan when it isn't open any more."""
    _handel_af(vraag, Afhandeling.INGETROKKEN, door=door)


def vraag_heropenen(vraag: UUID) -> UUID:
    """Undo that, by who did it and within TERUG_BINNEN; gives the casus.

    Raises NietToegestaan otherwise, and when the organisation no longer takes part.
    """
    return UUID(roep("beeld.heropen_vraag(%s, %s)", vraag))


_HANDELINGEN = {
    Afhandeling.GEGEVEN: "informatievraag.beantwoord",
    Afhandeling.GEWEIGERD: "informatievraag.afgewezen",
    Afhandeling.INGETROKKEN: "informatievraag.ingetrokken",
}


def _handel_af(vraag: Informatievraag, hoe: Afhandeling, *, door: UUID, **verder: Any) -> None:
    """Only while it is open: of two at the same moment the first counts."""
    open_ = Informatievraag.objects.filter(pk=vraag.pk, afhandeling__isnull=True)
    einde = {"afhandeling": hoe, "afgehandeld_op": nu(), "afgehandeld_door": door}
    if not open_.update(**einde, **verder):
        raise NietToegestaan("Dit kan niet.")
    _leg_vast(_HANDELINGEN[hoe], vraag, [*einde, *verder])


def _leg_vast(handeling: str, vraag: Informatievraag, velden: list[str]) -> None:
    over = vraag.betrokkenheid
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="informatievraag",
            object=vraag.pk,
            casus=vraag.casus_id,
            velden=velden,
            onderwerpen=[
                ("casus", vraag.casus_id),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )
