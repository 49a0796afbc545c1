# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in the open casussen of a demo, and what they contributed: all made up.

Runs under the owner role, after the package is in. It adds nothing that a figure counts.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import NamedTuple

from django.db import transaction

from vangnet.casus.models import Bijdrage, BijdragePubliek, Casus, CasusRol, Verstrekking
from vangnet.casus.regels import Antwoord, BijdrageSoort, RolSoort
from vangnet.delen.regels import Publiek
from vangnet.documenten.voorbeeld import brief, demo_brief, demo_sjabloon, demo_versies, schets
from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import ROLLEN_VAN_EEN_PARTNER

_ZAKEN, _UITNODIGINGEN = 3, 1


class Voorbeeld(NamedTuple):
    """A made-up bijdrage; van: soort of the source, empty for the house; voor: soorten named."""

    van: str
    soort: BijdrageSoort
    tekst: str
    categorie: str
    leefgebied: str
    publiek: Publiek
    voor: Sequence[str] = ()


_BIJDRAGEN: Sequence[Voorbeeld] = (
    Voorbeeld(
        "",
        BijdrageSoort.FEIT,
        "De huur is sinds drie maanden niet betaald. De verhuurder wacht met een ontruiming tot na "
        "het volgende overleg.",
        "woonsituatie",
        "huisvesting",
        Publiek.IEDEREEN,
    ),
    Voorbeeld(
        "ggz",
        BijdrageSoort.NOTITIE,
        "Komt sinds vorige maand weer op afspraken bij de behandelaar, als iemand meegaat.",
        "gezondheid",
        "geestelijke_gezondheid",
        Publiek.ORGANISATIES,
        ("ggz", "reclassering"),
    ),
    Voorbeeld(
        "politie",
        BijdrageSoort.FEIT,
        "In de afgelopen twee weken drie keer overlast gemeld in de straat. Geen aanhouding.",
        "politie",
        "justitie",
        Publiek.IEDEREEN,
    ),
    Voorbeeld(
        "",
        BijdrageSoort.NOTITIE,
        "Met de gemeente afgesproken dat wij het volgende gesprek voorbereiden.",
        "begeleiding",
        "instrumentele_adl",
        Publiek.ALLEEN_HUIS,
    ),
)
# What the newest casussen are about beside what counts, newest first: nuisance by somebody who has
# to be treated, and a home that may be lost.
_VERDERE: Sequence[Sequence[str]] = (
    ("meervoudige_problemen_gevaarlijk_gedrag", "housing_first"),
    ("meervoudige_problemen_gevaarlijk_gedrag",),
)


_BRIEF = (
    (
        "Woonstichting De Brug",
        "",
        "Over: uitstel van de ontruiming",
        "",
        "Wij wachten met de ontruiming tot na het overleg.",
        "In die tijd maakt u met de gemeente een afspraak over de huur.",
        "Dit is een verzonnen brief in een proefhuis.",
    ),
    ("Bijlage", "", "Stap 1: een gesprek bij de gemeente.", "Stap 2: een bedrag per maand."),
)
_SCHETS = ("Wie helpt?", "", "zus  -  behandelaar  -  buurvrouw", "verzonnen, proefhuis")


@transaction.atomic
def demo_delen() -> None:
    """Let the demo people take part in open casussen. Once; nothing outside a demo."""
    mensen = {een.naam: een for een in Gebruiker.objects.filter(is_demo=True)}
    partner, regisseur = mensen.get("Bram Douma"), mensen.get("Amira Terpstra")
    ggz = Organisatie.objects.filter(soort="ggz").order_by("kenmerk").first()
    if not het_huis().demo or Bijdrage.objects.exists() or not (partner and regisseur and ggz):
        return
    for een in (partner, mensen.get("Hinke Dijkstra")):
        if een:
            _wijs_aan(een, ggz)
    zaken = list(Casus.objects.filter(dicht=False).order_by("-kenmerk"))
    for casus in zaken[:_ZAKEN]:
        _doe_mee(casus, regisseur, None, RolSoort.REGISSEUR)
        _doe_mee(casus, partner, ggz, RolSoort.DEELNEMER)
        _draag_bij(casus, partner, regisseur)
    for casus in zaken[_ZAKEN : _ZAKEN + _UITNODIGINGEN]:
        CasusRol.objects.create(
            casus=casus,
            gebruiker=partner,
            organisatie=ggz,
            rol=RolSoort.DEELNEMER,
            uitgenodigd_op=vandaag(),
        )
    _noem_verdere(zaken)
    for casus in zaken[:1]:
        _verstrek(casus, regisseur)
        _leg_brief(casus, regisseur)
    for casus in zaken[:_ZAKEN]:
        _leg_documenten(casus, partner, ggz, regisseur)


def _noem_verdere(zaken: Sequence[Casus]) -> None:
    for casus, verdere in zip(zaken, _VERDERE, strict=False):
        casus.verdere_aandachtsgebieden = [een for een in verdere if een != casus.aandachtsgebied]
        casus.save(update_fields=["verdere_aandachtsgebieden"])


def _wijs_aan(partner: Gebruiker, organisatie: Organisatie) -> None:
    """The partner works for a partner: so far the house stood in, because nobody else was there."""
    AccountRol.objects.filter(gebruiker=partner.pk, rol__in=ROLLEN_VAN_EEN_PARTNER).update(
        organisatie=organisatie.pk
    )
    Gebruiker.objects.filter(pk=partner.pk).update(organisatie=organisatie)


def _doe_mee(casus: Casus, wie: Gebruiker, organisatie: Organisatie | None, rol: RolSoort) -> None:
    dag = vandaag() - timedelta(days=60)
    CasusRol.objects.create(
        casus=casus,
        gebruiker=wie,
        organisatie=organisatie,
        rol=rol,
        uitgenodigd_op=dag,
        antwoord=Antwoord.AANVAARD,
        vanaf=dag,
    )


def _draag_bij(casus: Casus, partner: Gebruiker, regisseur: Gebruiker) -> None:
    for een in _BIJDRAGEN:
        bron = Organisatie.objects.filter(soort=een.van).order_by("kenmerk").first()
        geheim = een.van == "ggz"
        bijdrage = Bijdrage.objects.create(
            casus=casus,
            auteur=partner if geheim else regisseur,
            bron=bron,
            soort=een.soort,
            leefgebied=een.leefgebied,
            tekst=een.tekst,
            categorie=een.categorie,
            doel="afstemming",
            onder_geheim=geheim,
            grond="toestemming" if geheim else None,
            grond_motivering="De cliënt tekende ervoor en weet met wie." if geheim else None,
            voorwaarden="Bespreek dit niet met de verhuurder." if geheim else None,
            publiek=een.publiek,
            eerste_verwerking=vandaag(),
        )
        for soort in een.voor:
            if voor := Organisatie.objects.filter(soort=soort).order_by("kenmerk").first():
                BijdragePubliek.objects.create(bijdrage=bijdrage, organisatie=voor)
                if not CasusRol.objects.filter(casus=casus, organisatie=voor).exists():
                    CasusRol.objects.create(casus=casus, organisatie=voor, rol=RolSoort.DEELNEMER)


def _leg_documenten(
    casus: Casus, partner: Gebruiker, ggz: Organisatie, regisseur: Gebruiker
) -> None:
    """A letter in two versions for everybody, and a drawing of the partner for the house."""
    gewoon = {"casus": casus, "soort": BijdrageSoort.DOCUMENT, "doel": "afstemming"}
    gedeeld = Bijdrage.objects.create(
        auteur=regisseur,
        tekst="Brief over het uitstel van de huur",
        categorie="woonsituatie",
        publiek=Publiek.IEDEREEN,
        eerste_verwerking=vandaag(),
        **gewoon,
    )
    eigen = Bijdrage.objects.create(
        auteur=partner,
        bron=ggz,
        tekst="Wie er helpt, in een tekening",
        categorie="begeleiding",
        publiek=Publiek.ALLEEN_HUIS,
        eerste_verwerking=vandaag(),
        **gewoon,
    )
    demo_versies(
        [brief("brief-concept.pdf", _BRIEF[:1]), brief("brief.pdf", _BRIEF)],
        document=gedeeld.pk,
        dossier=casus.pk,
        door=regisseur.pk,
    )
    demo_versies(
        [schets("wie-helpt.png", _SCHETS)], document=eigen.pk, dossier=casus.pk, door=partner.pk
    )


def _leg_brief(casus: Casus, regisseur: Gebruiker) -> None:
    """A letter of the house, and the template of its beheerder."""
    for rol in AccountRol.objects.filter(rol="beheerder").order_by("vanaf", "pk")[:1]:
        demo_sjabloon(rol.gebruiker)
    rij = Bijdrage.objects.create(
        casus=casus,
        soort=BijdrageSoort.DOCUMENT,
        doel="afstemming",
        auteur=regisseur,
        tekst="Brief aan een betrokkene",
        categorie="begeleiding",
        publiek=Publiek.ALLEEN_HUIS,
        eerste_verwerking=vandaag(),
    )
    regels = ("Zorg- en Veiligheidshuis (proefhuis)", "Kom je maandag om tien uur langs?")
    demo_versies(
        [demo_brief("brief-betrokkene.docx", regels)],
        document=rij.pk,
        dossier=casus.pk,
        door=regisseur.pk,
    )


def _verstrek(casus: Casus, door: Gebruiker) -> None:
    Verstrekking.objects.create(
        casus=casus,
        derde="Woonstichting De Brug, consulent",
        geheimhouding_op=vandaag() - timedelta(days=30),
        wat="Dat er een plan is voor de huur, en wie de contactpersoon is.",
        grond="derde_in_overleg",
        getoetst="Nodig om de ontruiming uit te stellen. De gemeente had geen bezwaar.",
        op=vandaag() - timedelta(days=20),
        door=door,
        eerste_verwerking=vandaag(),
    )
