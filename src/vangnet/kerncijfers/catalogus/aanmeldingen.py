# SPDX-License-Identifier: EUPL-1.2
"""Indicators of what comes in."""

from vangnet.kerncijfers.catalogus.indicator import Afronding, Indicator, Thema
from vangnet.kerncijfers.catalogus.populatie import AANMELDINGEN, NIET_IN_BEHANDELING
from vangnet.kerncijfers.catalogus.rekenwijze import Aantal, Bron, PerMaand

INDICATOREN = (
    Indicator(
        sleutel="aanmeldingen",
        titel="Aanmeldingen",
        definitie=(
            "Alle aanmeldingen die in de periode zijn ontvangen. Ook als de triage later besluit "
            "om er geen zaak van te maken."
        ),
        populatie="alle aanmeldingen",
        eenheid="aanmeldingen",
        gedateerd_op="ontvangen_op",
        bron="verslagen 2017, 2021 en 2022",
        thema=Thema.AANMELDINGEN,
        berekening=Aantal(Bron(AANMELDINGEN)),
        uitsplitsingen=(
            "maand",
            "gemeente",
            "aanmelder_soort",
            "aanmelder_groep",
            "keten",
            "herkomst",
            "aandachtsgebied",
        ),
    ),
    Indicator(
        sleutel="aanmeldingen_per_maand",
        titel="Aanmeldingen per maand",
        definitie=(
            "Het aantal aanmeldingen, gedeeld door het aantal maanden. Alleen voor een periode van "
            "hele maanden."
        ),
        populatie="alle aanmeldingen",
        eenheid="aantal_per_maand",
        gedateerd_op="ontvangen_op",
        bron="verslag 2022",
        thema=Thema.AANMELDINGEN,
        berekening=PerMaand(Bron(AANMELDINGEN)),
        afronding=Afronding.EEN_DECIMAAL,
    ),
    Indicator(
        sleutel="aanmeldingen_niet_in_behandeling",
        titel="Aanmeldingen zonder zaak",
        definitie=(
            "Aanmeldingen waarover de triage in de periode besloot om er geen zaak van te maken."
        ),
        populatie="aanmeldingen na triage, zonder zaak",
        eenheid="aanmeldingen",
        gedateerd_op="triage_op",
        bron="voorstel van Vangnet",
        thema=Thema.AANMELDINGEN,
        berekening=Aantal(Bron(NIET_IN_BEHANDELING)),
        uitsplitsingen=("reden", "triage_besluit", "aanmelder_soort"),
    ),
)
