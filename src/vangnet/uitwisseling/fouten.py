# SPDX-License-Identifier: EUPL-1.2
"""What can be wrong with a package: each fault with its place, and with how to mend it."""

from dataclasses import dataclass
from enum import Enum


class Ernst(Enum):
    """Whether a finding stops the import."""

    FOUT = "fout"
    WAARSCHUWING = "let op"


@dataclass(frozen=True)
class Fout:
    """One finding.

    `rij` 1 is the first row of data, 0 the header or the whole file. `waarde` is what stood in
    the cell; of names, bsn and free text only its length. `soort` is a key of `SOORTEN` and
    `over` fills the gap in its sentences.
    """

    bestand: str
    rij: int
    kolom: str
    waarde: str
    soort: str
    over: str = ""

    @property
    def ernst(self) -> Ernst:
        """FOUT, unless its kind is one of the few that only ask for a look."""
        return Ernst.WAARSCHUWING if self.soort in WAARSCHUWINGEN else Ernst.FOUT

    @property
    def wat(self) -> str:
        """What is wrong, in Dutch, without a full stop."""
        return SOORTEN[self.soort][0].format(over=self.over)

    @property
    def herstel(self) -> str:
        """How to mend it, in Dutch, without a full stop."""
        return SOORTEN[self.soort][1].format(over=self.over)

    def __str__(self) -> str:
        plek = [self.bestand, f"rij {self.rij}"]
        if self.kolom:
            plek.append(f"kolom {self.kolom}")
        if self.waarde:
            plek.append(f"waarde {toonbaar(self.waarde)}")
        return f"{self.ernst.value}: {', '.join(plek)}: {self.wat}. {self.herstel}."


def toonbaar(tekst: str, *, lengte: int = 80) -> str:
    """`tekst` on one line, cut at `lengte`, without signs that could steer a terminal."""
    kort = tekst if len(tekst) <= lengte else f"{tekst[:lengte]}…"
    return "".join(teken if teken.isprintable() else "�" for teken in kort)


WAARSCHUWINGEN = frozenset({"bsn_dubbel", "bsn_dubbel_register"})
"""Kinds that are told and do not stop an import."""

_PAKKET = {
    "pad_ontbreekt": ("hier staat geen pakket", "Wijs een map, een zip of een xlsx aan"),
    "pad_soort": (
        "dit is geen map, geen zip, geen xlsx en geen versleuteld pakket",
        "Zet de CSV-bestanden in een map of een zip, of gebruik een xlsx; haal een pakket op .age "
        "opnieuw, want het begin mist",
    ),
    "leeg_pakket": ("in dit pakket staat geen enkel bestand", "Voeg minstens één CSV-bestand toe"),
    "bestand_onbekend": (
        "dit bestand hoort niet in het pakket",
        "Haal het weg, of geef het een naam uit de handleiding, zonder map ervoor",
    ),
    "bestand_dossier": (
        "dit bestand hoort bij een dossier, en dat komt alleen versleuteld binnen",
        "Haal het weg, of lever een pakket op .age (docs/beheer/pakket.md)",
    ),
    "bestand_volgorde": (
        "dit bestand staat na de documenten",
        "Zet de tabellen vooraan in de tar en de map documenten erachter",
    ),
    "bestand_dubbel": ("dit bestand staat er twee keer in", "Laat er één staan"),
    "bestand_koppeling": (
        "dit is een koppeling en geen gewoon bestand",
        "Zet het bestand zelf op deze plek",
    ),
    "bestand_pad": (
        "dit pad wijst buiten het pakket",
        "Zet het bestand zonder map en zonder .. in het pakket",
    ),
    "bestand_versleuteld": ("dit bestand is versleuteld", "Maak een zip zonder wachtwoord"),
    "bestand_dicht": (
        "dit mag niet gelezen worden",
        "Geef wie de opdracht uitvoert er leesrecht op",
    ),
    "bestand_beschadigd": ("dit bestand is beschadigd", "Maak of haal het opnieuw"),
    "pakket_te_groot": (
        "uitgepakt is dit pakket groter dan {over}",
        "Verdeel het over meer pakketten",
    ),
    "blad_te_ver": (
        "een blad heeft cellen die veel te ver weg staan",
        "Verwijder in elk blad de rijen en kolommen na de laatste echte rij en kolom",
    ),
    "bron_ontbreekt": (
        "datapackage.json noemt dit bestand, maar het staat er niet",
        "Voeg het toe, of haal het uit datapackage.json",
    ),
    "json_onleesbaar": (
        "dit is geen leesbaar datapackage.json",
        "Herstel het, of laat het weg: het hoeft er niet te zijn",
    ),
    "json_vorm": ("datapackage.json zegt {over}", "Lever UTF-8 met komma's, en pas dit aan"),
}

_BESTAND = {
    "geen_kop": ("dit bestand heeft geen kopregel", "Zet de namen van de kolommen op regel 1"),
    "kop_puntkomma": (
        "de kolommen zijn gescheiden door een puntkomma of een tab",
        "Sla het op als CSV met komma's (CSV UTF-8)",
    ),
    "kolom_onbekend": (
        "deze kolom hoort niet in dit bestand",
        "Haal hem weg, of geef hem een naam uit de handleiding",
    ),
    "kolom_dubbel": ("deze kolom staat er twee keer in", "Laat er één staan"),
    "kolom_ontbreekt": ("deze kolom ontbreekt, en {over}", "Voeg de kolom toe"),
    "bestand_geen_utf8": ("dit bestand is geen UTF-8", "Sla het op als CSV UTF-8"),
    "bestand_te_lang": (
        "dit bestand heeft meer dan {over} rijen",
        "Verdeel het over meer pakketten",
    ),
    "rij_cellen": ("deze rij heeft {over}", "Zet tekst met een komma tussen aanhalingstekens"),
    "aanhalingsteken": (
        "een aanhalingsteken sluit niet of staat midden in de tekst; de rest is niet gelezen",
        "Zet de tekst tussen aanhalingstekens en schrijf een aanhalingsteken erin dubbel",
    ),
    "cel_te_lang": (
        "een cel is te lang of een aanhalingsteken sluit niet; de rest is niet gelezen",
        "Sluit het aanhalingsteken, of kort de tekst in tot 100.000 tekens",
    ),
    "cel_geen_utf8": ("hier staat een teken dat geen UTF-8 is", "Sla het op als CSV UTF-8"),
    "cel_stuurteken": ("hier staat een onzichtbaar stuurteken", "Haal het teken weg"),
}

_CEL = {
    "verplicht": ("deze cel is leeg en moet gevuld zijn", "Vul hem in"),
    "onzichtbaar": ("hier staan tekens die je niet ziet", "Typ de tekst zelf, zonder te plakken"),
    "tekst_lang": ("deze tekst is te lang", "Kort hem in tot {over} tekens"),
    "datum_vorm": ("dit is geen dag", "Schrijf een bestaande dag als JJJJ-MM-DD"),
    "datum_bereik": ("deze dag ligt {over}", "Verbeter de datum"),
    "code": ("deze code bestaat niet", "Kies uit: {over}"),
    "ja_nee": ("dit is geen ja of nee", "Schrijf ja, nee of niets"),
    "geld": (
        "dit is geen bedrag",
        "Schrijf een getal met een punt en hoogstens twee decimalen, zonder duizendtallen",
    ),
    "geheel": ("dit is geen heel getal van 0 of meer", "Schrijf alleen cijfers"),
    "getal": ("dit is geen getal", "Schrijf cijfers met een punt voor de decimalen"),
    "getal_groot": ("dit getal is te groot", "Verbeter het getal"),
    "jaar": ("dit is geen jaar", "Schrijf een jaar tussen 1900 en 2200"),
    "gemeente": (
        "deze gemeente bestaat niet",
        "Gebruik de CBS-code (GM en vier cijfers), detentie of niets",
    ),
    "gemeente_dag": (
        "deze gemeente bestond niet op {over}",
        "Gebruik de gemeente van die dag, of verbeter de datum",
    ),
    "bsn_vorm": ("dit zijn geen negen cijfers", "Schrijf negen cijfers, ook een nul vooraan"),
    "bsn_proef": ("dit nummer haalt de elfproef niet", "Verbeter het nummer, of laat het leeg"),
    "bsn_nullen": ("een BSN bestaat niet uit negen nullen", "Laat de cel leeg"),
    "bsn_dubbel": (
        "dit BSN staat ook bij {over}",
        "Kijk of het om één persoon gaat",
    ),
    "bsn_dubbel_register": (
        "dit BSN staat in het register bij {over}",
        "Kijk of het om één persoon gaat",
    ),
    "rapportgroep": (
        "Anders en onbekend zijn zelf geen rapportgroep",
        "Laat de cel leeg: dan telt de organisatie onder Anders",
    ),
    "sleutel_onbekend": (
        "deze sleutel staat niet in de catalogus",
        "Kies een sleutel uit de catalogus, of schrijf los",
    ),
    "uitsplitsing": (
        "dit is geen uitsplitsing",
        "Schrijf dimensie=klasse, met een ; tussen meer dan één",
    ),
    "dubbel": (
        "dezelfde rij staat al op rij {over}",
        "Laat er één staan: {over} of deze",
    ),
    "verwijzing": (
        "dit kenmerk staat niet in {over} en niet in het register",
        "Voeg de rij toe aan {over}, of verbeter het kenmerk",
    ),
}

_REGELS = {
    "vervang_in_gebruik": (
        "van een casus in dit pakket zijn deze rijen niet te vervangen, want wat er in Vangnet bij "
        "is geschreven wijst ernaar",
        "Voer in zonder te vervangen, of haal die casus uit het pakket",
    ),
    "tot_voor_vanaf": ("de laatste dag ligt voor de eerste, {over}", "Verbeter een van beide"),
    "relatie_zelf": ("niemand heeft een relatie met zichzelf", "Verbeter een van beide personen"),
    "triage_voor_ontvangst": (
        "de triage ligt voor de ontvangst op {over}",
        "Verbeter een van beide dagen",
    ),
    "casus_zonder_besluit": (
        "een casus hoort alleen bij het besluit procesregie of ondersteuning",
        "Verbeter het besluit, of laat casus_id leeg",
    ),
    "besluit_zonder_casus": (
        "bij het besluit {over} hoort een casus",
        "Vul casus_id in, of verbeter het besluit",
    ),
    "gereed_en_vervallen": (
        "een afspraak is gereed of vervallen, niet allebei",
        "Laat een van beide dagen leeg",
    ),
    "vervolgactie_voor_melding": (
        "deze dag ligt voor de melding van {over}",
        "Verbeter een van beide dagen",
    ),
    "kenmerk_gelijk": (
        "dit kenmerk is op streepjes, spaties en hoofdletters na gelijk aan {over}",
        "Geef een van beide casussen een ander kenmerk",
    ),
    "zonder_aanmelding": (
        "deze casus heeft geen aanmelding",
        "Voeg een aanmelding toe die naar deze casus wijst",
    ),
    "zonder_inzet": ("deze casus heeft geen inzet", "Voeg een rij toe aan inzetten"),
    "hoofdbetrokkene": (
        "deze persoon heeft niet de rol hoofdbetrokkene in deze casus",
        "Voeg die rol toe aan betrokkenen, of verbeter de persoon",
    ),
    "gemeente_aanmelding": (
        "de eerste aanmelding heeft een andere gemeente: {over}",
        "Maak beide gelijk",
    ),
    "inzet_voor_aanmelding": (
        "de eerste inzet begint voor de aanmelding op {over}",
        "Verbeter een van beide dagen",
    ),
    "inzet_overlap": (
        "deze inzet overlapt de vorige, die loopt tot en met {over}",
        "Laat de vorige een dag eerder eindigen",
    ),
    "inzet_overlap_open": (
        "de vorige inzet van deze casus heeft geen einde",
        "Vul tot in bij de vorige inzet",
    ),
    "inzet_gat": (
        "deze inzet begint niet op {over}, de dag na de vorige of de dag van heropening",
        "Verbeter een van beide dagen",
    ),
    "inzet_na_sluiting": (
        "deze inzet begint na de afsluiting op {over}, zonder heropening",
        "Vul heropend_op in bij die afsluiting, of verbeter de dag",
    ),
    "inzet_eind": (
        "de laatste inzet voor deze afsluiting eindigt op {over}",
        "Laat hem eindigen op de dag van afsluiten, of laat tot leeg",
    ),
    "afsluiting_zonder_inzet": (
        "voor deze afsluiting is geen inzet begonnen",
        "Verbeter de dag van afsluiten of die van de inzet",
    ),
    "sluiting_voor_aanmelding": (
        "de casus is afgesloten voor de aanmelding op {over}",
        "Verbeter een van beide dagen",
    ),
    "heropend_voor_sluiting": (
        "de casus is heropend op of voor de dag van afsluiten, {over}",
        "Verbeter een van beide dagen",
    ),
    "sluiting_zonder_heropening": (
        "de casus was al afgesloten op {over} en is daarna niet heropend",
        "Vul heropend_op in bij die afsluiting, of haal er een weg",
    ),
    "resultaat_ontbreekt": (
        "bij afsluiten van procesregie hoort een resultaat",
        "Vul het resultaat in",
    ),
    "al_ondertekend": (
        "plan {over} is hier ondertekend, en deze lege cel haalt die dag weg",
        "Zet hier de dag van de eerste handtekening, of laat de kolom ondertekend_op weg",
    ),
    "na_de_eerste": (
        "plan {over} is hier al voor deze dag ondertekend",
        "Zet hier de dag van de eerste handtekening, of laat de kolom ondertekend_op weg",
    ),
    "resultaat_te_veel": (
        "een resultaat hoort alleen bij afsluiten van procesregie",
        "Laat de cel leeg, of verbeter de laatste inzet",
    ),
    "overdracht_te_veel": (
        "een overdracht hoort alleen bij afsluiten van procesregie",
        "Laat de cel leeg, of verbeter de laatste inzet",
    ),
    "traject_zonder_procesregie": (
        "niet op elke dag van dit traject is de inzet procesregie",
        "Verbeter vanaf of tot, of de inzetten van de casus",
    ),
}

# Who got a sealed package can't take a row out of it.
_ZONDER_DE_RIJ = "Vraag het andere huis om een nieuw pakket zonder deze rij"

_DOSSIER = {
    "uuid": ("dit is geen UUID", "Schrijf 32 cijfers en letters a tot en met f, met streepjes"),
    "streefdatum_vroeg": (
        "de streefdatum ligt voor de dag van het doel, {over}",
        "Verbeter een van beide dagen",
    ),
    "resultaat_zonder_dag": ("een resultaat heeft een dag", "Vul beide in, of laat beide leeg"),
    "grond_bij_geheim": (
        "een grond met een motivering van tien tekens hoort bij een geheim, en alleen daarbij",
        "Vul grond en grond_motivering in, of schrijf nee bij onder_geheim",
    ),
    "nummer_nul": ("versies beginnen bij 1", "Verbeter het nummer"),
    "sha256_vorm": ("dit is geen SHA-256", "Schrijf 64 cijfers en letters a tot en met f"),
    "over_niet_betrokken": (
        "deze persoon is niet betrokken bij casus {over}",
        "Voeg de persoon toe aan betrokkenen, of laat deze persoon hier weg",
    ),
    "geen_hoofdbetrokkene": (
        "deze persoon is geen hoofdbetrokkene van de casus van plan {over}, of was het alleen "
        "voordat dat plan er was",
        "Verbeter de rol of tot bij betrokkenen, of laat deze handtekening weg",
    ),
    "voor_de_eerste": (
        "plan {over} is niet ondertekend, of pas na deze dag",
        "Zet bij plannen in ondertekend_op de dag van de eerste handtekening",
    ),
    "publiek_noemt_niet": (
        "het publiek van deze bijdrage is {over} en noemt geen organisaties",
        "Schrijf organisaties bij publiek, of haal deze rij weg",
    ),
    "geen_document": ("deze bijdrage is een {over} en geen document", "Verbeter een van beide"),
    "dossier_anders": (
        "deze rij staat hier al en is hier anders of afgeschermd",
        f"{_ZONDER_DE_RIJ}: een dossier wordt bij het invoeren niet gewijzigd",
    ),
    "kant_anders": (
        "deze persoon stond hier eerder aan een andere kant, of is hier van zijn kant gehaald",
        "Laat een procesregisseur de kant hier gelijk maken, of vraag het andere huis om een nieuw "
        "pakket zonder deze rij",
    ),
    "casus_in_gebruik": (
        "aan deze casus doet hier al iemand mee, die dan meer of minder zou zien",
        f"{_ZONDER_DE_RIJ}, en voer dossiers in voordat iemand aan de casus meedoet",
    ),
    "aanmelding_bestaat": (
        "deze aanmelding staat hier al en krijgt geen oordelen of beslissers uit een pakket",
        f"{_ZONDER_DE_RIJ}: oordelen en beslissers komen alleen samen met hun aanmelding binnen",
    ),
    "bijdrage_bestaat": (
        "deze bijdrage staat hier al en krijgt er niets bij",
        _ZONDER_DE_RIJ,
    ),
    "document_ontbreekt": ("het bestand {over} zit niet in het pakket", "Voeg het toe"),
    "document_anders": (
        "omvang of SHA-256 van het bestand is anders dan hier staat",
        "Lever het bestand dat bij deze rij hoort",
    ),
    "document_soort": (
        "het bestand is niet van dit soort, of zijn naam eindigt er niet op",
        "Lever een heel bestand van een soort die Vangnet aanneemt, met die naam",
    ),
    "document_te_groot": ("dit bestand is groter dan 20 MB", "Maak het kleiner"),
}

SOORTEN: dict[str, tuple[str, str]] = {**_PAKKET, **_BESTAND, **_CEL, **_REGELS, **_DOSSIER}
"""Of each kind: what is wrong and how to mend it, with `{over}` as the gap."""
