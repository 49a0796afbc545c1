# SPDX-License-Identifier: EUPL-1.2
"""The addresses of the product, and which of them answer with no page."""

from django.urls import URLPattern, URLResolver, get_resolver

# Addresses that answer with a file, with a word, or by going on to a page.
GEEN_BLADZIJDE = {
    "aanmelden:bekend",
    "aanmelden:concept_bewaren",
    "aanmelden:antwoord_terug",
    "aanmelden:bijlage_bestand",
    "aanmelden:bijlage_blad",
    "aanmelden:bijlage_terug",
    "aanmelden:bijlage_weghalen",
    "aanmelden:concept_terug",
    "aanmelden:concept_weggooien",
    "aanmelden:losmaken",
    "aanmelden:vaste_beeindigen",
    "aanmelden:gelezen",
    "beeld:vraag_intrekken",
    "beheer:criterium_beeindigen",
    "beheer:sjabloon_ophalen",
    "beheer:sjabloon_terugzetten",
    "delen:antwoord",
    "delen:beperken",
    "delen:bijdrage_intrekken",
    "delen:bijdrage_terug",
    "delen:rol_beeindigen",
    "delen:rol_herstellen",
    "delen:uitnodigen",
    "documenten:bestand",
    "documenten:blad",
    "documenten:terugzetten",
    "documenten:weghalen",
    "plan:afspraak_gereed",
    "plan:vaststellen",
    "overleg:zaak_erbij",
    "overleg:punt_weg",
    "overleg:uitnodiging",
    "overleg:afgelasten",
    "overleg:begin",
    "overleg:concept",
    "overleg:genodigde_weg",
    "overleg:vaststellen",
    "overleg:verslag_docx",
    "overleg:verslag_pdf",
    "beheer:account_heropenen",
    "beheer:oordeel",
    "account_factor_weg",
    "account_passkey_maken",
    "account_sessie_einde",
    "account_sessies_einde",
    "bevestigen_gemeente",
    "bevestigen_passkey",
    "inloggen_gemeente",
    "inloggen_gemeente_terug",
    "inloggen_opnieuw",
    "inloggen_passkey",
    "inloggen_passkey_maken",
    "nazorg:antwoord",
    "nazorg:heropenvraag",
    "onderweg:contact",
    "voortgang:traject_toewijzen",
    "voortgang:veiligheid_intrekken",
    "werk:concept_bewaren",
    "werk:concept_terug",
    "werk:concept_weg",
    "sessie_stand",
    "sessie_verder",
    "cijfers:csv",
    "gereed",
    "inloggen_als_demo",
    "invoer:invoeren",
    "invoer:weggooien",
    "dossierpakket:intrekken",
    "noodtoegang:beeindigen",
    "leeft",
    "toezicht:steekproef_sluiten",
    "uitloggen",
    "weergave",
    "zaken:uitvoer",
    "zaken:zoekvak",
    "zaken:concept",
    "zaken:notitie_terug",
}


def adressen(in_: URLResolver | None = None, ruimte: str = "") -> set[str]:
    """The name of every address of the house, with the namespace before it."""
    namen: set[str] = set()
    for een in (in_ or get_resolver()).url_patterns:
        if isinstance(een, URLPattern):
            namen.add(f"{ruimte}{een.name}")
        else:
            namen |= adressen(een, f"{een.namespace}:" if een.namespace else ruimte)
    return namen
