# SPDX-License-Identifier: EUPL-1.2
"""Indicators that are a sum of tellingen: work on persons or groups that is not a casus."""

from dataclasses import dataclass

from vangnet.kerncijfers.catalogus.indicator import Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import TELLERS
from vangnet.kerncijfers.catalogus.rekenwijze import Aantal, Bron


@dataclass(frozen=True)
class _Teller:
    """What one of these indicators has of its own; telling_soort is `sleutel` unless given."""

    sleutel: str
    titel: str
    definitie: str
    eenheid: str
    bron: str
    uitsplitsing: str = ""
    soorten: tuple[str, ...] = ()


_TELLERS = (
    _Teller(
        "briefing_fahg",
        "Briefings FAHG",
        "Keren dat de briefing FAHG bij elkaar kwam.",
        "bijeenkomsten",
        "verslag 2022",
        "maand",
    ),
    _Teller(
        "briefing_fahg_zaken",
        "Zaken in de briefing FAHG",
        "Zaken die in de briefing FAHG zijn besproken.",
        "zaken",
        "verslag 2022",
        "maand",
    ),
    _Teller(
        "screening_gedetineerden",
        "Gescreende gedetineerden",
        "Gedetineerden van wie is bekeken welke zorg en steun zij na hun vrijlating nodig hebben.",
        "personen",
        "verslagen 2021 en 2022",
        "gemeente",
        ("gescreend",),
    ),
    _Teller(
        "screening_gedetineerden_plan",
        "Gescreende gedetineerden met een plan",
        "Gescreende gedetineerden voor wie een plan is gemaakt.",
        "personen",
        "verslagen 2021 en 2022",
        "gemeente",
        ("gescreend_met_plan",),
    ),
    _Teller(
        "screening_gedetineerden_regietafel",
        "Gedetineerden aan de regietafel",
        "Gedetineerden die aan de regietafel zijn besproken.",
        "personen",
        "verslagen 2021 en 2022",
        "gemeente",
        ("besproken_regietafel",),
    ),
    _Teller(
        "doorzorg_gemeente",
        "Doorzorg met de gemeente",
        "Gedetineerden voor wie samen met de gemeente doorlopende zorg is geregeld.",
        "personen",
        "verslagen 2021 en 2022",
        "gemeente",
    ),
    _Teller(
        "doorzorg_actief",
        "Doorzorg met begeleiding",
        "Gedetineerden die bij de doorzorg actief zijn begeleid.",
        "personen",
        "verslagen 2021 en 2022",
        "gemeente",
    ),
    _Teller(
        "zelfmelders_benaderd",
        "Benaderde zelfmelders",
        "Mensen die zichzelf moeten melden voor hun straf, en die zijn benaderd.",
        "personen",
        "verslagen 2021 en 2022",
        "gemeente",
        ("zelfmelder_benaderd",),
    ),
    _Teller(
        "casustafel_radicalisering",
        "Casustafel radicalisering",
        "Keren dat het huis meedeed aan een casustafel radicalisering: geteld of als overleg "
        "vastgelegd.",
        "bijeenkomsten",
        "verslag 2022",
        "gemeente",
        ("casustafel_radicalisering", "casustafel_radicalisering_overleg"),
    ),
    _Teller(
        "drieluik_signalen",
        "Signalen in het drieluik",
        "Signalen die in het drieluik zijn besproken.",
        "signalen",
        "verslag 2022",
        "gemeente",
    ),
    _Teller(
        "jeugdgroepen",
        "Aanpak van jeugdgroepen",
        "Groepen jongeren waarvoor een aanpak is gemaakt.",
        "anders",
        "verslag 2022",
        "gemeente",
    ),
    _Teller(
        "scenarioteams",
        "Scenarioteams",
        "Incidenten waarvoor een scenarioteam bij elkaar kwam.",
        "anders",
        "verslagen vanaf 2023",
        "scenarioteam",
        ("scenarioteam_a", "scenarioteam_b"),
    ),
    *(
        _Teller(
            f"housing_first_{stap}",
            f"Housing First: {stap}",
            f"Kandidaten voor Housing First: {uitleg}.",
            "personen",
            "voorstel van Vangnet",
        )
        for stap, uitleg in (
            ("getriageerd", "besproken in de triage"),
            ("geplaatst", "geplaatst in een woning"),
            ("uitval", "gestopt"),
        )
    ),
    *(
        _Teller(
            f"levensloop_{stap}",
            f"Levensloop: {stap.replace('geincludeerd', 'geïncludeerd')}",
            f"Mensen in de aanpak levensloop: {uitleg}.",
            "personen",
            "verslag 2022",
        )
        for stap, uitleg in (
            ("aangemeld", "aangemeld"),
            ("geincludeerd", "toegelaten"),
            ("afgewezen", "niet toegelaten"),
            ("uitgestroomd", "klaar of gestopt"),
        )
    ),
)

INDICATOREN = tuple(
    Indicator(
        sleutel=teller.sleutel,
        titel=teller.titel,
        definitie=teller.definitie,
        populatie="tellingen van deze soort",
        eenheid=teller.eenheid,
        gedateerd_op="datum",
        bron=teller.bron,
        thema=Thema.REGISTERS,
        berekening=Aantal(Bron(TELLERS, teller.soorten or (teller.sleutel,))),
        uitsplitsingen=(teller.uitsplitsing,) if teller.uitsplitsing else (),
    )
    for teller in _TELLERS
)
