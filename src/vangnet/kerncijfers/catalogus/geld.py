# SPDX-License-Identifier: EUPL-1.2
"""Indicators of money: sums of amounts, of years that lie wholly in the period."""

from vangnet.kerncijfers.catalogus.indicator import Afronding, Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import GELD
from vangnet.kerncijfers.catalogus.rekenwijze import Aantal, Bron

_POSTEN = (
    ("begroting", "Begroting", "Wat het huis dacht uit te geven."),
    ("dekking", "Dekking", "Waar het geld vandaan komt."),
    ("kosten", "Kosten", "Wat het huis heeft uitgegeven."),
    (
        "resultaat_financieel",
        "Financieel resultaat",
        "Wat aan het eind over of te kort is.",
    ),
    ("restant", "Restant", "Geld dat over is en naar een volgend jaar gaat."),
    ("reserve", "Reserve", "Geld dat het huis achter de hand heeft."),
)

INDICATOREN = tuple(
    Indicator(
        sleutel=sleutel,
        titel=titel,
        definitie=f"{definitie} Alleen jaren die helemaal in de periode vallen.",
        populatie="bedragen van hele jaren",
        eenheid="euro",
        gedateerd_op="jaar",
        bron="verslagen 2017 tot en met 2022",
        thema=Thema.GELD,
        berekening=Aantal(Bron(GELD, (sleutel,))),
        uitsplitsingen=("post", "bron"),
        afronding=Afronding.CENTEN,
    )
    for sleutel, titel, definitie in _POSTEN
)
