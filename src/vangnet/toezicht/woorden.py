# SPDX-License-Identifier: EUPL-1.2
"""What each act is called for who reads the journaal. A test holds it against the code."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from vangnet.toegang.regels import Inzagereden
from vangnet.toezicht.regels import Bevinding

WOORDEN = {
    "casus.onbeperkt": _("Heeft de beperking van de casus opgeheven"),
    "casus.beperkt": _("Heeft de casus beperkt"),
    "casusrol.overgedragen": _("Heeft een rol in de casus overgedragen"),
    "casusrol.beeindigd": _("Heeft een rol in de casus beëindigd"),
    "casusrol.geweigerd": _("Heeft een uitnodiging geweigerd"),
    "casusrol.aanvaard": _("Heeft een uitnodiging aanvaard"),
    "casusrol.uitgenodigd": _("Heeft iemand voor de casus uitgenodigd"),
    "verstrekking.vastgelegd": _("Heeft vastgelegd wat aan een ander is gegeven"),
    "deelname.geweigerd": _("Wilde iets doen in een casus en mocht dat niet"),
    "casusrollen.ingezien": _("Heeft bekeken welke collega een rol heeft"),
    "deelname.ingezien": _("Heeft bekeken wie er meedoet"),
    "bijdrage.ingetrokken": _("Heeft een eigen bijdrage ingetrokken"),
    "bijdrage.gewijzigd": _("Heeft een eigen bijdrage gewijzigd"),
    "bijdrage.toegevoegd": _("Heeft een bijdrage geschreven"),
    "aanmelding.besloten": _("Heeft een besluit over een aanmelding vastgelegd"),
    "navraag.gesteld": _("Heeft de aanmelder iets gevraagd"),
    "navraag.beantwoord": _("Heeft een vraag over een aanmelding beantwoord"),
    "casus.geopend": _("Heeft een nieuwe casus geopend"),
    "aanmelding.geweigerd": _("Wilde een aanmelding bekijken en mocht dat niet"),
    "aanmelding.ingediend": _("Heeft iemand aangemeld"),
    "aanmelding.ingezien": _("Heeft een aanmelding bekeken"),
    "aanmeldingen.ingezien": _("Heeft de lijst met aanmeldingen bekeken"),
    "afspraak.geweigerd": _("Wilde een afspraak bekijken of wijzigen en mocht dat niet"),
    "afspraak.gereed": _("Heeft een afspraak afgevinkt"),
    "afspraak.gewijzigd": _("Heeft een afspraak gewijzigd"),
    "afspraak.ingezien": _("Heeft een afspraak geopend"),
    "afspraak.toegevoegd": _("Heeft een afspraak gemaakt"),
    "afspraak.vervallen": _("Heeft een afspraak laten vervallen"),
    "afspraak.weer_open": _("Heeft een afspraak weer opengezet"),
    "plan.geweigerd": _("Wilde een plan bekijken of wijzigen en mocht dat niet"),
    "plan.ingezien": _("Heeft plan en afspraken van de casus bekeken"),
    "plan.ondertekend": _("Heeft vastgelegd dat het plan is ondertekend"),
    "plan.vastgesteld": _("Heeft een plan vastgesteld"),
    "planversie.ingezien": _("Heeft een versie van het plan geopend"),
    "afsluiting.geweigerd": _("Wilde iets doen om een casus te sluiten en mocht dat niet"),
    "afsluiting.ingezien": _("Heeft bekeken hoe ver het sluiten van de casus is"),
    "afsluiting.teruggegeven": _("Heeft een voorstel om de casus te sluiten teruggegeven"),
    "afsluiting.voorgesteld": _("Heeft een besluit om de casus te sluiten opgeschreven"),
    "casus.afgesloten": _("Heeft als tweede regisseur de casus gesloten"),
    "casus.heropend": _("Heeft de casus heropend"),
    "nazorg.beantwoord": _("Heeft opgeschreven of de betrokkene in zorg is"),
    "nazorg.geweigerd": _("Wilde een vraag van de nazorg beantwoorden en mocht dat niet"),
    "nazorg.ingezien": _("Heeft de lijst van de nazorg bekeken"),
    "overdracht.aangeboden": _("Heeft gevraagd of een ander verdergaat met de casus"),
    "overdracht.aanvaard": _("Heeft een overdracht aanvaard"),
    "overdracht.geweigerd": _("Heeft een overdracht geweigerd"),
    "overdracht.ingetrokken": _("Heeft de vraag om een overdracht ingetrokken"),
    "overdracht.ingezien": _("Heeft de vraag om een overdracht geopend"),
    "overdracht.inzage_geweigerd": _("Wilde een overdracht bekijken en mocht dat niet"),
    "werk.ingezien": _("Heeft het eigen werk bekeken"),
    "concept.begonnen": _("Is een aanmelding begonnen"),
    "concept.bewaard": _("Heeft een concept van een aanmelding bewaard"),
    "concept.ingezien": _("Heeft een eigen concept van een aanmelding geopend"),
    "concept.weggegooid": _("Heeft een eigen concept van een aanmelding weggegooid"),
    "aanmelding.vernietigd": _("Heeft afgewezen aanmeldingen vernietigd"),
    "activering.gegeven": _("Heeft een code gegeven om een account te activeren"),
    "activering.geweigerd": _("Kon een account niet activeren"),
    "backup.gemaakt": _("Heeft een back-up gemaakt"),
    "backup.teruggezet": _("Heeft een back-up teruggezet"),
    "bijdrage.geweigerd": _("Wilde een bijdrage bekijken en mocht dat niet"),
    "bijdrage.ingezien": _("Heeft een eigen bijdrage geopend om haar te wijzigen"),
    "casus.geweigerd": _("Wilde een casus openen en mocht dat niet"),
    "casus.ingezien": _("Heeft de casus bekeken"),
    "cijfer.herleid": _("Heeft de rijen achter een cijfer bekeken"),
    "cijfers.berekend": _("Heeft kerncijfers berekend"),
    "cijfers.nagekeken": _("Heeft cijfers laten controleren"),
    "cijfers.uitgevoerd": _("Heeft cijfers als bestand meegenomen"),
    "factor.hernoemd": _("Heeft een tweede stap een andere naam gegeven"),
    "factor.toegevoegd": _("Heeft een tweede stap toegevoegd"),
    "factor.verwijderd": _("Heeft een tweede stap weggehaald"),
    "formulier.geweigerd": _("Verstuurde een formulier dat verlopen was of van elders kwam"),
    "gebruiker.beeindigd": _("Heeft een account beëindigd"),
    "gebruiker.bevestigd": _("Heeft de tweede stap nog een keer gezet"),
    "gebruiker.geactiveerd": _("Heeft een account geactiveerd"),
    "gebruiker.geweigerd": _("Wilde een account bekijken en mocht dat niet"),
    "gebruiker.gewijzigd": _("Heeft naam of e-mailadres van een account gewijzigd"),
    "gebruiker.heropend": _("Heeft een account heropend"),
    "gebruiker.ingelogd": _("Is ingelogd"),
    "gebruiker.ingezien": _("Heeft een account bekeken"),
    "gebruiker.oidc_gekoppeld": _("Is gekoppeld aan de aanbieder van de gemeente"),
    "gebruiker.oidc_gezet": _("Heeft gezet of een account via de gemeente inlogt"),
    "gebruiker.toegevoegd": _("Heeft een account gemaakt"),
    "gebruiker.uitgelogd": _("Is uitgelogd"),
    "gebruiker.wachtwoord_gezet": _("Heeft het eigen wachtwoord veranderd"),
    "gebruikers.ingezien": _("Heeft de lijst met accounts bekeken"),
    "gekeken.ingezien": _("Heeft bekeken wie er heeft gekeken"),
    "gekeken.geweigerd": _("Wilde zien wie er heeft gekeken en mocht dat niet"),
    "herstelcodes.gemaakt": _("Heeft herstelcodes gemaakt"),
    "huis.ingesteld": _("Heeft gegevens van het huis gewijzigd"),
    "inloggen.geweigerd": _("Kon niet inloggen"),
    "inzage.beeindigd": _("Heeft een inzage beëindigd"),
    "inzage.beoordeeld": _("Heeft een inzage van een ander beoordeeld"),
    "inzage.geopend": _("Heeft de casus geopend met een reden"),
    "inzage.geweigerd": _("Wilde een casus openen met een reden en mocht dat niet"),
    "inzage.ingezien": _("Heeft een inzage van een ander bekeken"),
    "inzagen.ingezien": _("Heeft bekeken welke inzagen op een oordeel wachten"),
    "invoer.afgebroken": _("Heeft een invoer afgebroken"),
    "invoer.beproefd": _("Heeft om een proef met een pakket gevraagd"),
    "invoer.gevraagd": _("Heeft om de invoer van een pakket gevraagd"),
    "invoerverslag.uitgevoerd": _("Heeft het verslag van een invoer meegenomen"),
    "journaal.doorzocht": _("Heeft het journaal doorzocht"),
    "organisatie.gewijzigd": _("Heeft een organisatie gewijzigd"),
    "organisatie.toegevoegd": _("Heeft een organisatie toegevoegd"),
    "pagina.geweigerd": _("Wilde een pagina openen en mocht dat niet"),
    "patronen.ingezien": _("Heeft opvallende patronen in het journaal bekeken"),
    "persoon.geweigerd": _("Wilde een persoon openen en mocht dat niet"),
    "persoon.ingezien": _("Heeft de persoon bekeken"),
    "rechtenronde.getekend": _("Heeft de jaarlijkse ronde over rechten getekend"),
    "register.beproefd": _("Heeft een pakket geprobeerd, zonder iets te schrijven"),
    "register.geweigerd": _("Bood een pakket aan dat niet goed was"),
    "register.ingevoerd": _("Heeft een pakket ingevoerd"),
    "register.uitgevoerd": _("Heeft het register als bestand meegenomen"),
    "rol.afgewezen": _("Heeft een rol afgewezen"),
    "rol.beeindigd": _("Heeft een rol beëindigd"),
    "rol.bevestigd": _("Heeft een rol bevestigd"),
    "rol.gegeven": _("Heeft een rol gegeven"),
    "sessie.alle_beeindigd": _("Heeft alle sessies van een account beëindigd"),
    "sessie.beeindigd": _("Heeft een eigen sessie beëindigd"),
    "sessie.verlopen": _("Is vanzelf uitgelogd"),
    "sleutel.gedraaid": _("Heeft nieuwe sleutels gemaakt"),
    "steekproef.beoordeeld": _("Heeft een handeling uit een steekproef beoordeeld"),
    "steekproef.gesloten": _("Heeft een steekproef gesloten"),
    "steekproef.getrokken": _("Heeft een steekproef uit het journaal getrokken"),
    "steekproef.geweigerd": _("Wilde een steekproef openen en mocht dat niet"),
    "steekproef.ingezien": _("Heeft een steekproef bekeken"),
    "tekst.bewaard": _("Was te laat met een formulier; de tekst is een uur bewaard"),
    "tekst.teruggegeven": _("Heeft bewaarde tekst terug in het formulier"),
    "zaken.gezocht": _("Heeft gezocht naar een casus"),
    "zaken.ingezien": _("Heeft de casus in een lijst gezien"),
    "zaken.uitgevoerd": _("Heeft een lijst met casussen als bestand meegenomen"),
}

BEVINDINGEN = {
    Bevinding.RECHTMATIG: _("Rechtmatig"),
    Bevinding.ONRECHTMATIG: _("Onrechtmatig"),
    Bevinding.NADER_ONDERZOEK: _("Nader onderzoek"),
}


REDENEN: dict[Inzagereden, Any] = {
    Inzagereden.ACUUT_GEVAAR: _("Er is nu gevaar"),
    Inzagereden.VERVANGING: _("Wie erover gaat, is er niet en het kan niet wachten"),
    Inzagereden.TERUGGEKEERD: _("Iemand van vroeger meldt zich"),
    Inzagereden.VERZOEK_BETROKKENE: _("Iemand vraagt naar de eigen gegevens"),
    Inzagereden.STEEKPROEF: _("Het dossier is getrokken voor een steekproef"),
    Inzagereden.KLACHT_OF_INCIDENT: _("Er is een klacht of een incident"),
    Inzagereden.AUDIT: _("Het dossier hoort bij een audit"),
}
_DOELEN = {
    **{str(reden): zin for reden, zin in REDENEN.items()},
    "kerncijfers": _("Kerncijfers"),
    "toezicht": _("Toezicht"),
    "uitwisseling": _("Invoer van een pakket"),
}


def doel_in_woorden(doel: str) -> str:
    """The purpose of an act in Dutch; a sentence that somebody typed stays as it is."""
    return str(_DOELEN.get(doel, doel))


def woord(handeling: str) -> str:
    """The act in Dutch; its own name when it is of another version of the code."""
    return str(WOORDEN.get(handeling, handeling))


def bevinding_in_woorden(bevinding: str) -> str:
    """A finding in Dutch; empty when there is none yet."""
    return str(BEVINDINGEN[Bevinding(bevinding)]) if bevinding else ""
