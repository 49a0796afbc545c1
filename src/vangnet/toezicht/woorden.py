# SPDX-License-Identifier: EUPL-1.2
"""What each act is called for who reads the journaal. A test holds it against the code."""

from django.utils.translation import gettext_lazy as _

WOORDEN = {
    "aanmelding.vernietigd": _("Heeft afgewezen aanmeldingen vernietigd"),
    "activering.gegeven": _("Heeft een code gegeven om een account te activeren"),
    "activering.geweigerd": _("Kon een account niet activeren"),
    "backup.gemaakt": _("Heeft een back-up gemaakt"),
    "backup.teruggezet": _("Heeft een back-up teruggezet"),
    "casus.geweigerd": _("Wilde een casus openen en mocht dat niet"),
    "casus.ingezien": _("Heeft de casus bekeken"),
    "cijfer.herleid": _("Heeft de rijen achter een cijfer bekeken"),
    "cijfers.berekend": _("Heeft kerncijfers berekend"),
    "cijfers.nagekeken": _("Heeft cijfers laten controleren"),
    "cijfers.uitgevoerd": _("Heeft cijfers als bestand meegenomen"),
    "gebruiker.beeindigd": _("Heeft een account beëindigd"),
    "gebruiker.geactiveerd": _("Heeft een account geactiveerd"),
    "gebruiker.geweigerd": _("Wilde een account bekijken en mocht dat niet"),
    "gebruiker.heropend": _("Heeft een account heropend"),
    "gebruiker.ingelogd": _("Is ingelogd"),
    "gebruiker.ingezien": _("Heeft een account bekeken"),
    "gebruiker.toegevoegd": _("Heeft een account gemaakt"),
    "gebruiker.uitgelogd": _("Is uitgelogd"),
    "gebruikers.ingezien": _("Heeft de lijst met accounts bekeken"),
    "gekeken.ingezien": _("Heeft bekeken wie er heeft gekeken"),
    "gekeken.geweigerd": _("Wilde zien wie er heeft gekeken en mocht dat niet"),
    "huis.ingesteld": _("Heeft gegevens van het huis gewijzigd"),
    "inloggen.geweigerd": _("Kon niet inloggen"),
    "invoer.afgebroken": _("Heeft een invoer afgebroken"),
    "invoer.beproefd": _("Heeft om een proef met een pakket gevraagd"),
    "invoer.gevraagd": _("Heeft om de invoer van een pakket gevraagd"),
    "invoerverslag.uitgevoerd": _("Heeft het verslag van een invoer meegenomen"),
    "journaal.doorzocht": _("Heeft het journaal doorzocht"),
    "organisatie.gewijzigd": _("Heeft een organisatie gewijzigd"),
    "organisatie.toegevoegd": _("Heeft een organisatie toegevoegd"),
    "pagina.geweigerd": _("Wilde een pagina openen en mocht dat niet"),
    "patronen.ingezien": _("Heeft opvallende patronen in het journaal bekeken"),
    "rechtenronde.getekend": _("Heeft de jaarlijkse ronde over rechten getekend"),
    "register.beproefd": _("Heeft een pakket geprobeerd, zonder iets te schrijven"),
    "register.geweigerd": _("Bood een pakket aan dat niet goed was"),
    "register.ingevoerd": _("Heeft een pakket ingevoerd"),
    "register.uitgevoerd": _("Heeft het register als bestand meegenomen"),
    "rol.afgewezen": _("Heeft een rol afgewezen"),
    "rol.beeindigd": _("Heeft een rol beëindigd"),
    "rol.bevestigd": _("Heeft een rol bevestigd"),
    "rol.gegeven": _("Heeft een rol gegeven"),
    "sleutel.gedraaid": _("Heeft nieuwe sleutels gemaakt"),
    "zaken.gezocht": _("Heeft gezocht naar een casus"),
    "zaken.ingezien": _("Heeft de casus in een lijst gezien"),
    "zaken.uitgevoerd": _("Heeft een lijst met casussen als bestand meegenomen"),
}


def woord(handeling: str) -> str:
    """The act in Dutch; its own name when it is of another version of the code."""
    return str(WOORDEN.get(handeling, handeling))
