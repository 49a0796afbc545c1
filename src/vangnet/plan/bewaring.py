# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.inrichting.bewaarregels import Regel, Termijn
from vangnet.plan.models import Afspraak, Doel, Handtekening, Plan, PlanVersie

BEWARING = (
    Regel(
        model=Plan,
        velden=(
            "kenmerk",
            "casus",
            "vastgesteld_op",
            "nadruk",
            "ondertekend_op",
            "volgen_tot",
            "handtekening_reden",
            "getekende_versie",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=PlanVersie,
        velden=("casus", "nummer", "vastgesteld_op", "nadruk", "inhoud", "door"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Handtekening,
        velden=(
            "casus",
            "plan",
            "betrokkenheid",
            "ondertekend_op",
            "getekende_versie",
            "reden",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Doel,
        velden=(
            "casus",
            "leefgebied",
            "omschrijving",
            "meetbaar",
            "vastgesteld_op",
            "streefdatum",
            "resultaat",
            "beoordeeld_op",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Afspraak,
        velden=(
            "kenmerk",
            "casus",
            "gebruiker",
            "doel",
            "domein",
            "interventie",
            "omschrijving",
            "vastgesteld_op",
            "uiterlijk_op",
            "eerder_op",
            "gereed_op",
            "vervallen_op",
            "vervallen_reden",
        ),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
)
