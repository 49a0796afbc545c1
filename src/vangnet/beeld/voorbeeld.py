# SPDX-License-Identifier: EUPL-1.2
"""Questions, scores, protective factors and hypotheses in the open casussen of a demo: all made up.

Runs under the owner role, after `casus.voorbeeld` has let the demo people take part.
"""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple

from django.db import transaction

from vangnet.beeld.models import Hypotheseoordeel, Informatievraag, Score
from vangnet.beeld.regels import Afhandeling, Moment
from vangnet.casus.models import Bijdrage, Casus, CasusRol
from vangnet.casus.regels import BijdrageSoort, RolSoort
from vangnet.delen.regels import Publiek
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import nu, vandaag
from vangnet.kern.werkdagen import na_werkdagen
from vangnet.organisaties.models import Organisatie

HOOFD = "hoofdbetrokkene"


class Voorbeeldvraag(NamedTuple):
    """A made-up question; geleden: days since it was asked; antwoord or reden: what came of it;
    gezegd_door: who gave it by telephone."""

    leefgebied: str
    vraag: str
    geleden: int
    werkdagen: int
    antwoord: str = ""
    reden: str = ""
    gezegd_door: str = ""


_VRAGEN: Sequence[Voorbeeldvraag] = (
    Voorbeeldvraag(
        "geestelijke_gezondheid", "Is er al een dag voor het eerste behandelgesprek?", 2, 5
    ),
    Voorbeeldvraag("middelengebruik", "Komt de begeleiding nog elke week langs?", 16, 5),
    Voorbeeldvraag(
        "tijdsbesteding",
        "Is er plek bij de dagbesteding?",
        20,
        5,
        antwoord="Ja, vanaf volgende maand op twee ochtenden.",
        gezegd_door="Wietske Verzinsel, begeleider",
    ),
    Voorbeeldvraag(
        "lichamelijke_gezondheid",
        "Welke medicijnen gebruikt de betrokkene?",
        25,
        5,
        reden="De cliënt wil dit niet delen, en voor het plan is het niet nodig.",
    ),
)
_SCORES: Mapping[Moment, tuple[int, Mapping[str, int]]] = {
    Moment.START: (
        55,
        {"huisvesting": 2, "financien": 1, "geestelijke_gezondheid": 2, "justitie": 2},
    ),
    Moment.EVALUATIE: (12, {"huisvesting": 3, "financien": 2, "geestelijke_gezondheid": 2}),
    Moment.EIND: (
        1,
        {"huisvesting": 4, "financien": 3, "geestelijke_gezondheid": 3, "justitie": 4},
    ),
}
_FACTOR = "Een oudere zus komt elke zondag langs en belt als het misgaat."
_HYPOTHESEN = {
    "financien": "De overlast neemt toe in de week voordat de uitkering komt.",
    "instrumentele_adl": "De post blijft liggen omdat lezen moeilijk gaat.",
}


class Zaak(NamedTuple):
    """A casus with a partner in it, for whom, and the regisseur who asks."""

    casus: Casus
    partner: Gebruiker
    organisatie: Organisatie
    regisseur: Gebruiker


@transaction.atomic
def demo_beeld() -> None:
    """Fill the tab Beeld of the casussen of the demo partner. Once, and only in a demo."""
    if not het_huis().demo or Informatievraag.objects.exists():
        return
    for nummer, zaak in enumerate(_zaken()):
        for een in _VRAGEN[nummer:]:
            _vraag(zaak, een)
        _draag_bij(zaak)
        # Only one is far enough for the end.
        _scoor(zaak, list(Moment) if nummer == 0 else [Moment.START])


def _zaken() -> Sequence[Zaak]:
    regisseur = Gebruiker.objects.filter(is_demo=True, naam="Amira Terpstra").first()
    rollen = CasusRol.objects.filter(
        gebruiker__is_demo=True, rol=RolSoort.DEELNEMER, vanaf__isnull=False
    ).select_related("casus", "gebruiker", "organisatie")
    return [
        Zaak(rol.casus, rol.gebruiker, rol.organisatie, regisseur)
        for rol in rollen.order_by("-casus__kenmerk")
        if rol.gebruiker and rol.organisatie and regisseur
    ]


def _vraag(zaak: Zaak, een: Voorbeeldvraag) -> None:
    op = vandaag() - timedelta(days=een.geleden)
    Informatievraag.objects.create(
        casus=zaak.casus,
        organisatie=zaak.organisatie,
        leefgebied=een.leefgebied,
        doel="afstemming",
        vraag=een.vraag,
        gevraagd_door=zaak.regisseur,
        gevraagd_op=op,
        uiterlijk_op=na_werkdagen(op, een.werkdagen),
        eerste_verwerking=op,
        **_afgehandeld(zaak, een),
    )


def _afgehandeld(zaak: Zaak, een: Voorbeeldvraag) -> dict[str, Any]:
    schrijver = zaak.regisseur if een.gezegd_door else zaak.partner
    einde: dict[str, Any] = {"afgehandeld_op": nu(), "afgehandeld_door": schrijver}
    if een.gezegd_door:
        einde |= {"gezegd_door": een.gezegd_door, "gezegd_op": vandaag()}
    if een.antwoord:
        van = {"auteur": schrijver, "bron": zaak.organisatie}
        bijdrage = _bijdrage(zaak.casus, BijdrageSoort.FEIT, een.antwoord, een.leefgebied, van)
        return einde | {"afhandeling": Afhandeling.GEGEVEN, "bijdrage": bijdrage}
    if een.reden:
        return einde | {"afhandeling": Afhandeling.GEWEIGERD, "reden": een.reden}
    return {}


def _van_de_partner(zaak: Zaak, soort: BijdrageSoort, tekst: str, leefgebied: str) -> Bijdrage:
    van = {"auteur": zaak.partner, "bron": zaak.organisatie}
    return _bijdrage(zaak.casus, soort, tekst, leefgebied, van)


def _bijdrage(
    casus: Casus, soort: BijdrageSoort, tekst: str, leefgebied: str, van: dict[str, Any]
) -> Bijdrage:
    return Bijdrage.objects.create(
        casus=casus,
        soort=soort,
        leefgebied=leefgebied,
        tekst=tekst,
        categorie="relaties",
        doel="afstemming",
        publiek=Publiek.IEDEREEN,
        eerste_verwerking=vandaag(),
        **van,
    )


def _draag_bij(zaak: Zaak) -> None:
    """A protective factor of the partner, and two hypotheses of the house, one of them judged."""
    _van_de_partner(zaak, BijdrageSoort.BESCHERMENDE_FACTOR, _FACTOR, "sociaal_netwerk")
    hypothesen = [
        _bijdrage(
            zaak.casus, BijdrageSoort.HYPOTHESE, tekst, leefgebied, {"auteur": zaak.regisseur}
        )
        for leefgebied, tekst in _HYPOTHESEN.items()
    ]
    Hypotheseoordeel.objects.create(
        casus=zaak.casus,
        bijdrage=hypothesen[-1],
        oordeel="verworpen",
        reden="Lezen gaat goed. De brieven kwamen op een oud adres.",
        op=vandaag(),
        door=zaak.regisseur,
        eerste_verwerking=vandaag(),
    )


def _scoor(zaak: Zaak, momenten: Sequence[Moment]) -> None:
    van = zaak.casus.betrokkenen.filter(rol=HOOFD).order_by("pk").first()
    if van is None:
        return
    for moment in momenten:
        geleden, scores = _SCORES[moment]
        op = vandaag() - timedelta(days=geleden)
        Score.objects.bulk_create(
            Score(
                casus=zaak.casus,
                betrokkenheid=van,
                leefgebied=leefgebied,
                moment=moment,
                score=score,
                op=op,
                door=zaak.regisseur,
                eerste_verwerking=op,
            )
            for leefgebied, score in scores.items()
        )
