# SPDX-License-Identifier: EUPL-1.2
"""Indicators of casussen: stock, flow, result and where they went."""

from datetime import date

from vangnet.kerncijfers.catalogus.indicator import PEILDATUM, Afronding, Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import (
    AFSLUITINGEN_PROCESREGIE,
    LOPENDE_ZAKEN,
    NIEUWE_ZAKEN,
    OPEN_ZAKEN,
    VERLOOP,
)
from vangnet.kerncijfers.catalogus.rekenwijze import Aandeel, Aantal, Bron

_REGIE = "afsluitingen met procesregie als laatste inzet"

INDICATOREN = (
    Indicator(
        sleutel="zaken_aangemeld",
        titel="Nieuwe zaken",
        definitie=(
            "Zaken die na triage zijn geopend, voor procesregie of ondersteuning. Een zaak telt op "
            "de dag waarop de eerste aanmelding is ontvangen. Een heropende zaak telt niet opnieuw."
        ),
        populatie="alle zaken",
        eenheid="zaken",
        gedateerd_op="aangemeld_op",
        bron="verslagen 2017, 2020, 2021 en 2022",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(NIEUWE_ZAKEN)),
        uitsplitsingen=(
            "eerste_inzet",
            "gemeente",
            "aanmelder_soort",
            "aanmelder_groep",
            "keten",
            "herkomst",
            "aandachtsgebied",
            "maand",
        ),
    ),
    Indicator(
        sleutel="zaken_openstaand",
        titel="Open zaken",
        definitie=(
            "Zaken die open zijn aan het begin van de peildatum. Een zaak die op de dag ervoor is "
            "afgesloten, is dan niet meer open."
        ),
        populatie="alle zaken",
        eenheid="zaken",
        gedateerd_op=PEILDATUM,
        bron="verslagen 2021 en 2022",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(OPEN_ZAKEN)),
        uitsplitsingen=("inzet", "looptijd"),
    ),
    Indicator(
        sleutel="zaken_lopend",
        titel="Lopende zaken",
        definitie="Zaken die op ten minste één dag van de periode open waren.",
        populatie="alle zaken",
        eenheid="zaken",
        gedateerd_op="elke dag van de periode",
        bron="voorstel van Vangnet",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(LOPENDE_ZAKEN)),
        uitsplitsingen=("laatste_inzet",),
    ),
    Indicator(
        sleutel="zaken_gewisseld",
        titel="Zaken die van inzet wisselden",
        definitie="Keren dat een zaak van procesregie naar ondersteuning ging, of andersom.",
        populatie="wisselingen van inzet",
        eenheid="zaken",
        gedateerd_op="vanaf van de nieuwe inzet",
        bron="voorstel van Vangnet",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(VERLOOP, ("wissel",))),
        uitsplitsingen=("wissel",),
    ),
    Indicator(
        sleutel="zaken_heropend",
        titel="Heropende zaken",
        definitie="Keren dat een afgesloten zaak weer open ging.",
        populatie="heropeningen",
        eenheid="zaken",
        gedateerd_op="heropend_op",
        bron="voorstel van Vangnet",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(VERLOOP, ("heropening",))),
    ),
    Indicator(
        sleutel="zaken_afgesloten",
        titel="Afgesloten zaken",
        definitie="Keren dat een zaak is afgesloten. De dag van afsluiten is de laatste open dag.",
        populatie="alle afsluitingen",
        eenheid="zaken",
        gedateerd_op="afgesloten_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(VERLOOP, ("afsluiting",))),
        uitsplitsingen=("laatste_inzet", "afsluitreden"),
    ),
    Indicator(
        sleutel="goed_resultaat",
        titel="Afgesloten met een goed resultaat",
        definitie=(
            "Deel van de afgesloten zaken in procesregie waarvan het doel is gehaald. Tot en met "
            "2020 was dit iets anders: alle afsluitingen met 'beheersbaar of opgelost'."
        ),
        populatie=_REGIE,
        eenheid="procent",
        gedateerd_op="afgesloten_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.ZAKEN,
        berekening=Aandeel(Bron(AFSLUITINGEN_PROCESREGIE), "resultaat", ("doel_gerealiseerd",)),
        uitsplitsingen=("resultaat",),
        afronding=Afronding.HELE_PROCENTEN,
        definitie_versie=2,
        geldig_vanaf=date(2021, 1, 1),
    ),
    Indicator(
        sleutel="overdracht",
        titel="Overgedragen aan",
        definitie=(
            "Afgesloten zaken in procesregie, naar de organisatie die de zorg daarna als eerste "
            "heeft."
        ),
        populatie=_REGIE,
        eenheid="zaken",
        gedateerd_op="afgesloten_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.ZAKEN,
        berekening=Aantal(Bron(AFSLUITINGEN_PROCESREGIE)),
        uitsplitsingen=("ontvanger_soort",),
    ),
)
