# SPDX-License-Identifier: EUPL-1.2
"""Indicators of trajectbegeleiding and advice."""

from datetime import date

from vangnet.kerncijfers.catalogus.indicator import Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import (
    ADVIEZEN,
    BEGELEIDE_ZAKEN,
    NIEUWE_BEGELEIDE_ZAKEN,
    VERLOOP,
)
from vangnet.kerncijfers.catalogus.rekenwijze import Aantal, Bron

INDICATOREN = (
    Indicator(
        sleutel="trajectbegeleiding",
        titel="Zaken met trajectbegeleiding",
        definitie=(
            "Zaken met trajectbegeleiding op ten minste één dag van de periode. In het verslag "
            "over 2017 heette dit escalatiewerk."
        ),
        populatie="zaken in procesregie",
        eenheid="zaken",
        gedateerd_op="vanaf en tot van het traject",
        bron="verslagen 2016, 2017, 2021 en 2022",
        thema=Thema.TRAJECTBEGELEIDING,
        berekening=Aantal(Bron(BEGELEIDE_ZAKEN)),
        definitie_versie=2,
        geldig_vanaf=date(2021, 1, 1),
    ),
    Indicator(
        sleutel="trajectbegeleiding_nieuw",
        titel="Nieuwe zaken met trajectbegeleiding",
        definitie="Van de zaken met trajectbegeleiding: de zaken die in de periode zijn aangemeld.",
        populatie="zaken in procesregie",
        eenheid="zaken",
        gedateerd_op="vanaf en tot van het traject",
        bron="verslagen 2021 en 2022",
        thema=Thema.TRAJECTBEGELEIDING,
        berekening=Aantal(Bron(NIEUWE_BEGELEIDE_ZAKEN)),
        definitie_versie=2,
        geldig_vanaf=date(2021, 1, 1),
    ),
    Indicator(
        sleutel="trajectbegeleiding_begonnen",
        titel="Begonnen trajecten",
        definitie="Trajecten die in de periode zijn begonnen. Een zaak kan er meer dan één hebben.",
        populatie="alle trajecten",
        eenheid="trajecten",
        gedateerd_op="vanaf",
        bron="voorstel van Vangnet",
        thema=Thema.TRAJECTBEGELEIDING,
        berekening=Aantal(Bron(VERLOOP, ("traject",))),
    ),
    Indicator(
        sleutel="kort_advies",
        titel="Korte adviezen",
        definitie="Vragen om advies van een professional, zonder dat er een zaak van komt.",
        populatie="adviezen van de soort kort advies",
        eenheid="adviezen",
        gedateerd_op="datum",
        bron="verslagen 2016, 2017, 2020, 2021 en 2022",
        thema=Thema.ADVIES,
        berekening=Aantal(Bron(ADVIEZEN, ("kort_advies",))),
        uitsplitsingen=("aanmelder_soort", "thema", "gemeente", "maand"),
    ),
    Indicator(
        sleutel="advies_trajectbegeleiding",
        titel="Adviezen van trajectbegeleiders",
        definitie="Adviezen van trajectbegeleiders aan een professional of een cliënt.",
        populatie="adviezen van de soort trajectbegeleiding",
        eenheid="adviezen",
        gedateerd_op="datum",
        bron="verslag 2022",
        thema=Thema.ADVIES,
        berekening=Aantal(Bron(ADVIEZEN, ("advies_trajectbegeleiding",))),
        uitsplitsingen=("aan",),
    ),
)
