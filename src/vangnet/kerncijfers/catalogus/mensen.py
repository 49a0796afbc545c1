# SPDX-License-Identifier: EUPL-1.2
"""Indicators of who the casussen are about."""

from vangnet.kerncijfers.catalogus.indicator import Afronding, Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import BETROKKENEN, NIEUWE_ZAKEN
from vangnet.kerncijfers.catalogus.rekenwijze import Aandeel, Aantal, Bron, PerStuk

_NIEUW = "zaken die in de periode zijn aangemeld"
_NIEUWE_REGIE = "personen in zaken die in de periode zijn aangemeld voor procesregie"

INDICATOREN = (
    Indicator(
        sleutel="personen_betrokken",
        titel="Betrokken personen",
        definitie=(
            "Mensen met een rol in de nieuwe zaken in procesregie. Ieder mens telt één keer. De "
            "rol is begonnen op of voor de laatste dag van de periode, of heeft geen datum."
        ),
        populatie=_NIEUWE_REGIE,
        eenheid="personen",
        gedateerd_op="aangemeld_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.MENSEN,
        berekening=Aantal(Bron(BETROKKENEN)),
        uitsplitsingen=("rol",),
    ),
    Indicator(
        sleutel="personen_betrokken_per_casus",
        titel="Betrokken personen per zaak",
        definitie="Het aantal betrokken personen, gedeeld door het aantal van die zaken.",
        populatie=_NIEUWE_REGIE,
        eenheid="anders",
        gedateerd_op="aangemeld_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.MENSEN,
        berekening=PerStuk(
            Bron(BETROKKENEN), deler=(Bron(NIEUWE_ZAKEN), "eerste_inzet", "procesregie")
        ),
        afronding=Afronding.EEN_DECIMAAL,
    ),
    Indicator(
        sleutel="leeftijd",
        titel="Leeftijd",
        definitie=(
            "Nieuwe zaken naar de leeftijd van de hoofdbetrokkene, in hele jaren op de dag van "
            "aanmelden. Wie op 29 februari is geboren, is in andere jaren op 1 maart jarig."
        ),
        populatie=_NIEUW,
        eenheid="zaken",
        gedateerd_op="aangemeld_op",
        bron="verslagen 2017, 2020, 2021 en 2022",
        thema=Thema.MENSEN,
        berekening=Aantal(Bron(NIEUWE_ZAKEN)),
        uitsplitsingen=("leeftijd",),
    ),
    Indicator(
        sleutel="leeftijd_0_23",
        titel="Hoofdbetrokkene jonger dan 24",
        definitie=(
            "Deel van de nieuwe zaken met een hoofdbetrokkene van 0 tot en met 23 jaar: de "
            "aandelen van de twee jongste klassen samen."
        ),
        populatie=_NIEUW,
        eenheid="procent",
        gedateerd_op="aangemeld_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.MENSEN,
        berekening=Aandeel(Bron(NIEUWE_ZAKEN), "leeftijd", ("0-17", "18-23")),
        afronding=Afronding.HELE_PROCENTEN,
    ),
    Indicator(
        sleutel="samenstelling",
        titel="Persoon of systeem",
        definitie="Nieuwe zaken over één persoon, of over een heel gezin of netwerk.",
        populatie=_NIEUW,
        eenheid="zaken",
        gedateerd_op="aangemeld_op",
        bron="verslagen 2016, 2017, 2020, 2021 en 2022",
        thema=Thema.MENSEN,
        berekening=Aantal(Bron(NIEUWE_ZAKEN)),
        uitsplitsingen=("samenstelling",),
    ),
)
