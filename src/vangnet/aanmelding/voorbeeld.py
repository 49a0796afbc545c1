# SPDX-License-Identifier: EUPL-1.2
"""What waits for triage in a demo: all made up.

Runs under the owner role, after the package is in.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, NamedTuple
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from vangnet.aanmelding.models import (
    Aanmelding,
    Antwoord,
    Beslisser,
    Bijlage,
    Concept,
    Criteriumoordeel,
    Huiscriterium,
    Huisoordeel,
    Koppeling,
    Navraag,
    VasteBeslisser,
    Vorigbesluit,
)
from vangnet.aanmelding.regels import Antwoordwijze, Criterium, RisicoSoort, RisicoVoor
from vangnet.aanmelding.services import sleutel_van
from vangnet.documenten.voorbeeld import brief, demo_versies, schets
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import nu, vandaag
from vangnet.organisaties.models import Organisatie


class Voorbeeld(NamedTuple):
    """A made-up aanmelding; dagen: how long ago; van: soort of the aanmelder."""

    kenmerk: str
    dagen: int
    van: str
    velden: dict[str, Any]


_EENMALIG = UUID("0d9a0d0e-6f0e-4d43-9a0a-9a1d3f6f7c11")
_BESLOTEN = "AM-DEMO-3"
# Of the house itself: the words, how many days ago each began, and ended.
_CRITERIA = (
    ("Er zijn kinderen in het gezin", 400, None),
    ("De buurt maakt zich grote zorgen", 400, 60),
    ("Er is al een lokale aanpak geprobeerd", 59, None),
)
_WACHTEND: Sequence[Voorbeeld] = (
    Voorbeeld(
        "AM-DEMO-1",
        12,
        "politie",
        {
            "achternaam": "Voorbeeldsma",
            "voornamen": "Jelle",
            "geboortedatum": date(1991, 5, 17),
            "aanleiding": "In zes weken elf keer overlast gemeld. De buren durven niet meer naar "
            "buiten.",
            "doel": "De straat is weer rustig, en hij krijgt hulp die blijft.",
            "geprobeerd": "De wijkagent sprak met hem. Het wijkteam kwam niet binnen.",
            "betrokken": "Politie, wijkteam, verhuurder.",
            "risico_voor": [RisicoVoor.BETROKKENE, RisicoVoor.OMGEVING],
            "risico_soort": [RisicoSoort.DREIGING, RisicoSoort.ERNSTIGE_OVERLAST],
            "leefgebieden": ["huisvesting", "middelengebruik", "justitie"],
            "criteria": list(Criterium),
            "geinformeerd": True,
        },
    ),
    Voorbeeld(
        "AM-DEMO-2",
        5,
        "ggz",
        {
            "achternaam": "Verzonnen",
            "tussenvoegsel": "van der",
            "voornamen": "Marit",
            "geboortedatum": date(2003, 11, 2),
            "aanleiding": "Zij zwerft, en wordt door een oudere man onder druk gezet.",
            "doel": "Een veilige plek, en een plan waar iedereen zich aan houdt.",
            "geprobeerd": "Twee keer opgenomen, twee keer weggelopen.",
            "risico_voor": [RisicoVoor.BETROKKENE],
            "risico_soort": [RisicoSoort.GEWELD],
            "criteria": [Criterium.PROBLEMEN, Criterium.SAMENWERKING],
            "geinformeerd": False,
            "waarom_niet_geinformeerd": "Dan hoort de man het, en dat is gevaarlijk voor haar.",
        },
    ),
    Voorbeeld(
        _BESLOTEN,
        19,
        "politie",
        {
            "achternaam": "Bedachtsma",
            "voornamen": "Rients",
            "geboortedatum": date(1978, 1, 30),
            "aanleiding": "Ruzie met de buren over een schutting, twee keer met duwen.",
            "doel": "Geen ruzie meer.",
            "geprobeerd": "De wijkagent bemiddelde een keer.",
            "criteria": [Criterium.PROBLEMEN],
            "geinformeerd": True,
        },
    ),
)


@transaction.atomic
def demo_aanmelden() -> None:
    """Give the demo a queue, and Bram a draft. Once; nothing outside a demo."""
    bram = Gebruiker.objects.filter(is_demo=True, naam="Bram Douma").first()
    al = Aanmelding.objects.filter(kenmerk__startswith="AM-DEMO-").exists()
    if not het_huis().demo or bram is None or al:
        return
    for een in _WACHTEND:
        aanmelder = (
            Organisatie.objects.filter(soort=een.van, deelnemer__isnull=False)
            .order_by("kenmerk")
            .first()
        )
        dag = vandaag() - timedelta(days=een.dagen)
        if aanmelder:
            Aanmelding.objects.create(
                kenmerk=een.kenmerk,
                ontvangen_op=dag,
                eerste_verwerking=dag,
                aanmelder=aanmelder,
                **een.velden,
            )
    _zet_criteria()
    _zet_vaste_beslissers()
    _besluit_over_de_laatste()
    _vraag_iets()
    _voeg_documenten_bij()
    _zeg_wat_onveilig_is()
    _koppel_iemand()
    Concept.objects.create(
        # Sent from its page it goes with the aanmelding, as every draft.
        id=sleutel_van(bram.pk, _EENMALIG),
        auteur=bram,
        inhoud={
            "eenmalig": str(_EENMALIG),
            "achternaam": "Conceptstra",
            "aanleiding": "Ik schrijf dit na het overleg verder uit.",
        },
        bewaard_op=nu(),
        eerste_verwerking=vandaag(),
    )


def _zet_criteria() -> None:
    """What the house wants to know itself; one of them is over."""
    for tekst, vanaf, tot in _CRITERIA:
        Huiscriterium.objects.create(
            tekst=tekst,
            vanaf=vandaag() - timedelta(days=vanaf),
            tot=vandaag() - timedelta(days=tot) if tot else None,
        )


def _zet_vaste_beslissers() -> None:
    """Who decides at the weekly table; one of them has left."""
    publiek = Organisatie.objects.filter(deelnemer="publiek").order_by("kenmerk")[:3]
    namen = (("Sjoukje Verzinsel", None), ("Harm Bedenksel", None), ("Tjitske Fantasma", 30))
    for organisatie, (naam, tot) in zip(publiek, namen, strict=False):
        VasteBeslisser.objects.create(
            naam=naam,
            organisatie=organisatie,
            vanaf=vandaag() - timedelta(days=300),
            tot=vandaag() - timedelta(days=tot) if tot else None,
        )


def _besluit_over_de_laatste() -> None:
    """One that went elsewhere, with what was found of each criterion and by whom."""
    aanmelding = Aanmelding.objects.filter(kenmerk=_BESLOTEN).first()
    publiek = Organisatie.objects.filter(deelnemer="publiek").order_by("kenmerk").first()
    if aanmelding is None or publiek is None:
        return
    Aanmelding.objects.filter(pk=aanmelding.pk).update(
        triage_op=vandaag() - timedelta(days=3),
        triage_besluit="elders",
        verwezen_naar="Buurtbemiddeling",
    )
    _geef_antwoord(aanmelding, publiek)
    for een in Criterium:
        Criteriumoordeel.objects.create(
            aanmelding=aanmelding,
            criterium=een,
            geldt=een == Criterium.PROBLEMEN,
            motivering="De buren hebben ruzie. Meer is er niet gemeld.",
        )
    for eigen in Huiscriterium.objects.filter(tot__isnull=True):
        Huisoordeel.objects.create(
            aanmelding=aanmelding,
            criterium=eigen,
            geldt="lokale aanpak" in eigen.tekst,
            motivering="Alleen de buren en de wijkagent zijn erbij betrokken.",
        )
    Beslisser.objects.create(
        aanmelding=aanmelding, naam="Sjoukje Verzinsel", organisatie=publiek, akkoord=True
    )


def _geef_antwoord(aanmelding: Aanmelding, publiek: Organisatie) -> None:
    """Decided on twice, and told to the aanmelder, who has still to read it."""
    amira = Gebruiker.objects.filter(is_demo=True, naam="Amira Terpstra").first()
    if amira:
        Vorigbesluit.objects.create(
            aanmelding=aanmelding,
            besluit="advies",
            besloten_op=vandaag() - timedelta(days=4),
            hoe={
                "oordelen": [],
                "huisoordelen": [],
                "beslissers": [
                    {"naam": "Sjoukje Verzinsel", "organisatie": publiek.naam, "akkoord": True}
                ],
            },
            waarom="Buurtbemiddeling kan meteen beginnen, dus advies is niet nodig.",
            gecorrigeerd_door=amira,
            gecorrigeerd_op=nu() - timedelta(days=3),
        )
        Antwoord.objects.create(
            aanmelding=aanmelding,
            wijze=Antwoordwijze.IN_VANGNET,
            toelichting="Buurtbemiddeling belt beide buren deze week.",
            gegeven_door=amira,
            gegeven_op=nu(),
            eerste_verwerking=vandaag(),
        )


def _vraag_iets() -> None:
    """The house waits for an answer about one of them."""
    aanmelding = Aanmelding.objects.filter(kenmerk="AM-DEMO-2").first()
    amira = Gebruiker.objects.filter(is_demo=True, naam="Amira Terpstra").first()
    if aanmelding and amira:
        Navraag.objects.create(
            aanmelding=aanmelding,
            vraag="Wie heeft nu contact met haar, en hoe vaak?",
            gevraagd_door=amira,
            gevraagd_op=nu(),
            eerste_verwerking=vandaag(),
        )


def _voeg_documenten_bij() -> None:
    """Two that came on paper, which the house added: a letter of neighbours, and a sketch."""
    aanmelding = Aanmelding.objects.filter(kenmerk="AM-DEMO-1").first()
    amira = Gebruiker.objects.filter(is_demo=True, naam="Amira Terpstra").first()
    if aanmelding is None or amira is None:
        return
    bestanden = (
        brief("brief-buren.pdf", [["Brief van de buren", "", "Het is elke nacht onrustig."]]),
        schets("plattegrond.png", ["Voordeur", "Trap", "Achtertuin"]),
    )
    for bestand in bestanden:
        bijlage = Bijlage.objects.create(hoort_bij=aanmelding.pk, door=amira)
        demo_versies([bestand], document=bijlage.pk, dossier=aanmelding.pk, door=amira.pk)


def _van_open_zaken() -> QuerySet[Aanmelding]:
    """Those that became a casus that is open, the newest casus first."""
    gevonden = Aanmelding.objects.filter(casus__dicht=False, casus__hoofdbetrokkene__isnull=False)
    return gevonden.order_by("-casus__kenmerk", "kenmerk")


def _zeg_wat_onveilig_is() -> None:
    """In three open casussen the aanmelder said for whom it is unsafe, and how."""
    for nummer, aanmelding in enumerate(_van_open_zaken()[:5:2]):
        voor = [RisicoVoor.GEZIN, RisicoVoor.PROFESSIONALS][: nummer + 1]
        soort = [RisicoSoort.DREIGING, RisicoSoort.GEWELD][: 2 - nummer % 2]
        Aanmelding.objects.filter(pk=aanmelding.pk).update(risico_voor=voor, risico_soort=soort)


def _koppel_iemand() -> None:
    """One open casus hangs on somebody who was known."""
    for aanmelding in _van_open_zaken().select_related("casus__hoofdbetrokkene")[1:2]:
        persoon = aanmelding.casus.hoofdbetrokkene if aanmelding.casus else None
        if persoon is None:
            continue
        Aanmelding.objects.filter(pk=aanmelding.pk).update(
            achternaam=persoon.achternaam,
            tussenvoegsel=persoon.tussenvoegsel,
            voornamen=persoon.voornamen,
            geboortedatum=persoon.geboortedatum,
        )
        Koppeling.objects.create(
            aanmelding=aanmelding,
            persoon=persoon,
            waarom="Naam, geboortedatum en adres zijn gelijk aan die van een eerdere zaak.",
        )
