# SPDX-License-Identifier: EUPL-1.2
"""Every file and column of the register package, version 1, as uitwisseling.md lists them."""

from collections.abc import Mapping
from types import MappingProxyType

from vangnet.uitwisseling.formaat.kolommen import (
    code,
    dag,
    eigennaam,
    getal,
    kenmerk,
    naar,
    tekst,
    woord,
)
from vangnet.uitwisseling.formaat.typen import Bestand, Kolom, Soort

VERSIE = "1"


_GEMEENTE = Kolom("gemeente", Soort.GEMEENTE)
_EERSTE_VERWERKING = dag("eerste_verwerking")
_VANAF = dag("vanaf", verplicht=True)
_TOT = dag("tot", later_mag=True)
_DATUM = dag("datum", verplicht=True)
_CASUS = naar("casus_id", "casussen", verplicht=True)
_PERSOON = naar("persoon_id", "personen", verplicht=True)

_ORGANISATIES = Bestand(
    "organisaties",
    (
        kenmerk("organisatie_id"),
        eigennaam("naam", verplicht=True),
        code("soort", "organisatie_soort", verplicht=True),
        code("keten", verplicht=True),
        code("deelnemer"),
        dag("convenant_op"),
        woord("rapportgroep"),
    ),
    ("organisatie_id",),
)
_PERSONEN = Bestand(
    "personen",
    (
        kenmerk("persoon_id"),
        eigennaam("achternaam", verplicht=True),
        eigennaam("voornamen"),
        eigennaam("tussenvoegsel"),
        Kolom("geboortedatum", Soort.DATUM, gesloten=True),
        code("geslacht"),
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
        naar("andere_persoon_id", "personen", verplicht=True),
        code("soort", "relatie_soort", verplicht=True),
        dag("vanaf"),
        _TOT,
    ),
    ("persoon_id", "andere_persoon_id", "soort", "vanaf"),
)
_AANMELDINGEN = Bestand(
    "aanmeldingen",
    (
        kenmerk("aanmelding_id"),
        dag("ontvangen_op", verplicht=True),
        naar("aanmelder", "organisaties", verplicht=True),
        tekst("aangedragen_door"),
        code("herkomst"),
        _GEMEENTE,
        code("aandachtsgebied"),
        tekst("aanleiding"),
        dag("triage_op"),
        code("triage_besluit"),
        code("reden"),
        naar("casus_id", "casussen"),
        _EERSTE_VERWERKING,
    ),
    ("aanmelding_id",),
    datum="ontvangen_op",
)
_CASUSSEN = Bestand(
    "casussen",
    (
        kenmerk("casus_id"),
        code("samenstelling", verplicht=True),
        naar("hoofdbetrokkene", "personen"),
        _GEMEENTE,
        code("aandachtsgebied"),
        _EERSTE_VERWERKING,
    ),
    ("casus_id",),
)
_INZETTEN = Bestand(
    "inzetten",
    (_CASUS, code("soort", "inzet", verplicht=True), _VANAF, _TOT),
    ("casus_id", "vanaf"),
)
_AFSLUITINGEN = Bestand(
    "afsluitingen",
    (
        _CASUS,
        dag("afgesloten_op", verplicht=True),
        code("afsluitreden"),
        code("resultaat"),
        code("overdracht", "ontvanger_soort"),
        dag("heropend_op"),
    ),
    ("casus_id", "afgesloten_op"),
)
_BETROKKENEN = Bestand(
    "betrokkenen",
    (
        _CASUS,
        _PERSOON,
        code("rol", "betrokkene_rol", verplicht=True),
        dag("vanaf"),
        _TOT,
        _EERSTE_VERWERKING,
    ),
    ("casus_id", "persoon_id", "rol", "vanaf"),
)
_TRAJECTEN = Bestand("trajecten", (_CASUS, _VANAF, _TOT), ("casus_id", "vanaf"))
_PLANNEN = Bestand(
    "plannen",
    (
        kenmerk("plan_id"),
        naar("casus_id", "casussen"),
        dag("vastgesteld_op", verplicht=True),
        code("nadruk", verplicht=True),
        dag("ondertekend_op"),
        dag("volgen_tot", later_mag=True),
    ),
    ("plan_id",),
)
_AFSPRAKEN = Bestand(
    "afspraken",
    (
        kenmerk("afspraak_id"),
        _CASUS,
        naar("organisatie_id", "organisaties"),
        code("domein", verplicht=True),
        tekst("interventie"),
        tekst("omschrijving"),
        dag("vastgesteld_op", verplicht=True),
        dag("uiterlijk_op", verplicht=True, later_mag=True),
        dag("gereed_op"),
        dag("vervallen_op"),
    ),
    ("afspraak_id",),
)
_OVERLEGGEN = Bestand(
    "overleggen",
    (
        kenmerk("overleg_id"),
        dag("datum", verplicht=True, later_mag=True),
        code("soort", "overleg_soort", verplicht=True),
        naar("casus_id", "casussen"),
        _GEMEENTE,
    ),
    ("overleg_id",),
    datum="datum",
)
_OPSCHALINGEN = Bestand(
    "opschalingen",
    (_CASUS, _DATUM, code("niveau", verplicht=True), code("uitkomst")),
    ("casus_id", "datum", "niveau"),
)
_ADVIEZEN = Bestand(
    "adviezen",
    (
        kenmerk("advies_id"),
        _DATUM,
        code("soort", "advies_soort", verplicht=True),
        naar("organisatie_id", "organisaties"),
        code("aan", "advies_aan"),
        code("thema"),
        _GEMEENTE,
    ),
    ("advies_id",),
    datum="datum",
)
_TELLINGEN = Bestand(
    "tellingen",
    (
        _DATUM,
        code("soort", "telling_soort", verplicht=True),
        getal("aantal", Soort.GEHEEL, verplicht=True),
        _GEMEENTE,
    ),
    ("datum", "soort", "gemeente"),
    datum="datum",
)
_MELDINGEN = Bestand(
    "meldingen",
    (
        kenmerk("melding_id"),
        _DATUM,
        code("doelgroep", verplicht=True),
        Kolom("herhaald", Soort.JA_NEE),
        naar("organisatie_id", "organisaties"),
        _GEMEENTE,
        _EERSTE_VERWERKING,
    ),
    ("melding_id",),
    datum="datum",
)
_VERVOLGACTIES = Bestand(
    "vervolgacties",
    (
        naar("melding_id", "meldingen", verplicht=True),
        code("soort", "vervolgactie_soort", verplicht=True),
        dag("datum"),
    ),
    ("melding_id", "soort", "datum"),
)
_PRIORITERINGEN = Bestand(
    "prioriteringen",
    (
        _PERSOON,
        code("doelgroep", verplicht=True),
        _VANAF,
        _TOT,
        _GEMEENTE,
        woord("criteria_versie"),
        _EERSTE_VERWERKING,
    ),
    ("persoon_id", "doelgroep", "vanaf"),
    datum="vanaf",
)
_PRESTATIEAFSPRAKEN = Bestand(
    "prestatieafspraken",
    (
        woord("afspraak", verplicht=True),
        tekst("financier", verplicht=True),
        dag("van", verplicht=True),
        dag("tot", verplicht=True, later_mag=True),
        woord("gemeenten"),
        code("doelgroep"),
        code("soort", "prestatie_soort", verplicht=True),
        getal("doel", verplicht=True),
        getal("gerealiseerd"),
    ),
    ("afspraak", "van"),
)
_SIGNALEN = Bestand(
    "signalen",
    (
        kenmerk("signaal_id"),
        _DATUM,
        code("soort", "signaal_soort", verplicht=True),
        code("thema"),
        tekst("geadresseerd_aan"),
        dag("geadresseerd_op"),
        dag("antwoord_op"),
    ),
    ("signaal_id",),
)
_FINANCIEN = Bestand(
    "financien",
    (
        getal("jaar", Soort.GEHEEL, verplicht=True),
        code("soort", "financieel_soort", verplicht=True),
        woord("post", verplicht=True),
        code("bron"),
        getal("bedrag", Soort.GELD, verplicht=True),
        dag("besluit_op"),
    ),
    ("jaar", "soort", "post", "bron"),
)
_GEPUBLICEERD = Bestand(
    "gepubliceerd",
    (
        woord("rapport", verplicht=True),
        dag("van", verplicht=True),
        dag("tot", verplicht=True, later_mag=True),
        woord("sleutel", verplicht=True),
        woord("uitsplitsing"),
        woord("populatie"),
        woord("definitie_versie"),
        getal("waarde", verplicht=True),
        woord("eenheid", verplicht=True),
        woord("plaats"),
        code("label", "gepubliceerd_label"),
        tekst("citaat"),
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
