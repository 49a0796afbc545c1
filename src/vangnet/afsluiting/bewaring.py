# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.afsluiting.models import (
    Afsluiting,
    Besluit,
    Besluitstem,
    Heropenvraag,
    Nazorg,
    Overdracht,
)
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(
        model=Afsluiting,
        velden=(
            "casus",
            "afgesloten_op",
            "afsluitreden",
            "resultaat",
            "overdracht",
            "heropend_op",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Overdracht,
        velden=(
            "casus",
            "organisatie",
            "functie",
            "gebruiker",
            "gesprek_op",
            "wat",
            "antwoord",
            "reden",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Besluit,
        velden=(
            "casus",
            "soort",
            "motivering",
            "genomen_op",
            "resultaat",
            "overdracht",
            "waarom_niet_geinformeerd",
            "volgen_gestopt",
            "terug_reden",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Besluitstem,
        velden=("besluit", "naam", "organisatie", "akkoord"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Heropenvraag,
        velden=("kenmerk", "gevraagd_door"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Nazorg,
        velden=("casus", "kenmerk", "organisatie", "functie", "in_zorg"),
        termijn=Termijn.VIJF_JAAR,
    ),
)
