# SPDX-License-Identifier: EUPL-1.2
"""Every file and column of the register package, version 1, as uitwisseling.md lists them."""

from collections.abc import Mapping
from types import MappingProxyType

from vangnet.uitwisseling.formaat.typen import Bestand, Kolom, Soort

VERSIE = "1"


def _kenmerk(naam: str) -> Kolom:
    return Kolom(naam, Soort.KENMERK, verplicht=True)


def _naar(naam: str, bestand: str, *, verplicht: bool = False) -> Kolom:
    return Kolom(naam, Soort.VERWIJZING, verplicht=verplicht, verwijst=bestand)


def _tekst(naam: str, *, verplicht: bool = False) -> Kolom:
    return Kolom(naam, Soort.TEKST, verplicht=verplicht, gesloten=True)


def _naam(naam: str, *, verplicht: bool = False) -> Kolom:
    return Kolom(naam, Soort.TEKST, verplicht=verplicht, gesloten=True, zichtbaar=True)


def _woord(naam: str, *, verplicht: bool = False) -> Kolom:
    """A short text that names no person, so that an error may show it."""
    return Kolom(naam, Soort.TEKST, verplicht=verplicht)


def _dag(naam: str, *, verplicht: bool = False, later_mag: bool = False) -> Kolom:
    return Kolom(naam, Soort.DATUM, verplicht=verplicht, later_mag=later_mag)


def _code(naam: str, codelijst: str = "", *, verplicht: bool = False) -> Kolom:
    return Kolom(naam, Soort.CODE, verplicht=verplicht, codelijst=codelijst or naam)


def _getal(naam: str, soort: Soort = Soort.GETAL, *, verplicht: bool = False) -> Kolom:
    return Kolom(naam, soort, verplicht=verplicht)


_GEMEENTE = Kolom("gemeente", Soort.GEMEENTE)
_EERSTE_VERWERKING = _dag("eerste_verwerking")
_VANAF = _dag("vanaf", verplicht=True)
_TOT = _dag("tot", later_mag=True)
_DATUM = _dag("datum", verplicht=True)
_CASUS = _naar("casus_id", "casussen", verplicht=True)
_PERSOON = _naar("persoon_id", "personen", verplicht=True)

_ORGANISATIES = Bestand(
    "organisaties",
    (
        _kenmerk("organisatie_id"),
        _naam("naam", verplicht=True),
        _code("soort", "organisatie_soort", verplicht=True),
        _code("keten", verplicht=True),
        _code("deelnemer"),
        _dag("convenant_op"),
        _woord("rapportgroep"),
    ),
    ("organisatie_id",),
)
_PERSONEN = Bestand(
    "personen",
    (
        _kenmerk("persoon_id"),
        _naam("achternaam", verplicht=True),
        _naam("voornamen"),
        _naam("tussenvoegsel"),
        Kolom("geboortedatum", Soort.DATUM, gesloten=True),
        _code("geslacht"),
        Kolom("bsn", Soort.BSN, gesloten=True),
        _GEMEENTE,
        _EERSTE_VERWERKING,
    ),
    ("persoon_id",),
)
_RELATIES = Bestand(
    "relaties",
    (
        _PERSOON,
        _naar("andere_persoon_id", "personen", verplicht=True),
        _code("soort", "relatie_soort", verplicht=True),
        _dag("vanaf"),
        _TOT,
    ),
    ("persoon_id", "andere_persoon_id", "soort", "vanaf"),
)
_AANMELDINGEN = Bestand(
    "aanmeldingen",
    (
        _kenmerk("aanmelding_id"),
        _dag("ontvangen_op", verplicht=True),
        _naar("aanmelder", "organisaties", verplicht=True),
        _tekst("aangedragen_door"),
        _code("herkomst"),
        _GEMEENTE,
        _code("aandachtsgebied"),
        _tekst("aanleiding"),
        _dag("triage_op"),
        _code("triage_besluit"),
        _code("reden"),
        _naar("casus_id", "casussen"),
        _EERSTE_VERWERKING,
    ),
    ("aanmelding_id",),
    datum="ontvangen_op",
)
_CASUSSEN = Bestand(
    "casussen",
    (
        _kenmerk("casus_id"),
        _code("samenstelling", verplicht=True),
        _naar("hoofdbetrokkene", "personen"),
        _GEMEENTE,
        _code("aandachtsgebied"),
        _EERSTE_VERWERKING,
    ),
    ("casus_id",),
)
_INZETTEN = Bestand(
    "inzetten",
    (_CASUS, _code("soort", "inzet", verplicht=True), _VANAF, _TOT),
    ("casus_id", "vanaf"),
)
_AFSLUITINGEN = Bestand(
    "afsluitingen",
    (
        _CASUS,
        _dag("afgesloten_op", verplicht=True),
        _code("afsluitreden"),
        _code("resultaat"),
        _code("overdracht", "ontvanger_soort"),
        _dag("heropend_op"),
    ),
    ("casus_id", "afgesloten_op"),
)
_BETROKKENEN = Bestand(
    "betrokkenen",
    (
        _CASUS,
        _PERSOON,
        _code("rol", "betrokkene_rol", verplicht=True),
        _dag("vanaf"),
        _TOT,
        _EERSTE_VERWERKING,
    ),
    ("casus_id", "persoon_id", "rol", "vanaf"),
)
_TRAJECTEN = Bestand("trajecten", (_CASUS, _VANAF, _TOT), ("casus_id", "vanaf"))
_PLANNEN = Bestand(
    "plannen",
    (
        _kenmerk("plan_id"),
        _naar("casus_id", "casussen"),
        _dag("vastgesteld_op", verplicht=True),
        _code("nadruk", verplicht=True),
        _dag("ondertekend_op"),
        _dag("volgen_tot", later_mag=True),
    ),
    ("plan_id",),
)
_AFSPRAKEN = Bestand(
    "afspraken",
    (
        _kenmerk("afspraak_id"),
        _CASUS,
        _naar("organisatie_id", "organisaties", verplicht=True),
        _code("domein", verplicht=True),
        _tekst("interventie"),
        _tekst("omschrijving"),
        _dag("vastgesteld_op", verplicht=True),
        _dag("uiterlijk_op", verplicht=True, later_mag=True),
        _dag("gereed_op"),
        _dag("vervallen_op"),
    ),
    ("afspraak_id",),
)
_OVERLEGGEN = Bestand(
    "overleggen",
    (
        _kenmerk("overleg_id"),
        _DATUM,
        _code("soort", "overleg_soort", verplicht=True),
        _naar("casus_id", "casussen"),
        _GEMEENTE,
    ),
    ("overleg_id",),
    datum="datum",
)
_OPSCHALINGEN = Bestand(
    "opschalingen",
    (_CASUS, _DATUM, _code("niveau", verplicht=True), _code("uitkomst")),
    ("casus_id", "datum", "niveau"),
)
_ADVIEZEN = Bestand(
    "adviezen",
    (
        _kenmerk("advies_id"),
        _DATUM,
        _code("soort", "advies_soort", verplicht=True),
        _naar("organisatie_id", "organisaties"),
        _code("aan", "advies_aan"),
        _code("thema"),
        _GEMEENTE,
    ),
    ("advies_id",),
    datum="datum",
)
_TELLINGEN = Bestand(
    "tellingen",
    (
        _DATUM,
        _code("soort", "telling_soort", verplicht=True),
        _getal("aantal", Soort.GEHEEL, verplicht=True),
        _GEMEENTE,
    ),
    ("datum", "soort", "gemeente"),
    datum="datum",
)
_MELDINGEN = Bestand(
    "meldingen",
    (
        _kenmerk("melding_id"),
        _DATUM,
        _code("doelgroep", verplicht=True),
        Kolom("herhaald", Soort.JA_NEE),
        _naar("organisatie_id", "organisaties"),
        _GEMEENTE,
        _EERSTE_VERWERKING,
    ),
    ("melding_id",),
    datum="datum",
)
_VERVOLGACTIES = Bestand(
    "vervolgacties",
    (
        _naar("melding_id", "meldingen", verplicht=True),
        _code("soort", "vervolgactie_soort", verplicht=True),
        _dag("datum"),
    ),
    ("melding_id", "soort", "datum"),
)
_PRIORITERINGEN = Bestand(
    "prioriteringen",
    (
        _PERSOON,
        _code("doelgroep", verplicht=True),
        _VANAF,
        _TOT,
        _GEMEENTE,
        _woord("criteria_versie"),
        _EERSTE_VERWERKING,
    ),
    ("persoon_id", "doelgroep", "vanaf"),
    datum="vanaf",
)
_PRESTATIEAFSPRAKEN = Bestand(
    "prestatieafspraken",
    (
        _woord("afspraak", verplicht=True),
        _tekst("financier", verplicht=True),
        _dag("van", verplicht=True),
        _dag("tot", verplicht=True, later_mag=True),
        _woord("gemeenten"),
        _code("doelgroep"),
        _code("soort", "prestatie_soort", verplicht=True),
        _getal("doel", verplicht=True),
        _getal("gerealiseerd"),
    ),
    ("afspraak", "van"),
)
_SIGNALEN = Bestand(
    "signalen",
    (
        _kenmerk("signaal_id"),
        _DATUM,
        _code("soort", "signaal_soort", verplicht=True),
        _code("thema"),
        _tekst("geadresseerd_aan"),
        _dag("geadresseerd_op"),
        _dag("antwoord_op"),
    ),
    ("signaal_id",),
)
_FINANCIEN = Bestand(
    "financien",
    (
        _getal("jaar", Soort.GEHEEL, verplicht=True),
        _code("soort", "financieel_soort", verplicht=True),
        _woord("post", verplicht=True),
        _code("bron"),
        _getal("bedrag", Soort.GELD, verplicht=True),
        _dag("besluit_op"),
    ),
    ("jaar", "soort", "post", "bron"),
)
_GEPUBLICEERD = Bestand(
    "gepubliceerd",
    (
        _woord("rapport", verplicht=True),
        _dag("van", verplicht=True),
        _dag("tot", verplicht=True, later_mag=True),
        _woord("sleutel", verplicht=True),
        _woord("uitsplitsing"),
        _woord("populatie"),
        _woord("definitie_versie"),
        _getal("waarde", verplicht=True),
        _woord("eenheid", verplicht=True),
        _woord("plaats"),
        _code("label", "gepubliceerd_label"),
        _tekst("citaat"),
    ),
    ("rapport", "van", "tot", "sleutel", "uitsplitsing", "populatie", "eenheid", "plaats"),
)

# A file stands after every file that it refers to, so that this is also the order of writing.
BESTANDEN: Mapping[str, Bestand] = MappingProxyType(
    {
        bestand.naam: bestand
        for bestand in (
            _ORGANISATIES,
            _PERSONEN,
            _RELATIES,
            _CASUSSEN,
            _AANMELDINGEN,
            _INZETTEN,
            _AFSLUITINGEN,
            _BETROKKENEN,
            _TRAJECTEN,
            _PLANNEN,
            _AFSPRAKEN,
            _OVERLEGGEN,
            _OPSCHALINGEN,
            _ADVIEZEN,
            _TELLINGEN,
            _MELDINGEN,
            _VERVOLGACTIES,
            _PRIORITERINGEN,
            _PRESTATIEAFSPRAKEN,
            _SIGNALEN,
            _FINANCIEN,
            _GEPUBLICEERD,
        )
    }
)
"""Every file by its name."""

PER_CASUS = ("inzetten", "afsluitingen", "betrokkenen", "trajecten")
"""The files whose rows `--vervang` replaces for each casus that stands in one of them."""
