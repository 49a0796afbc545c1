# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.aanmelding.models import (
    Aanmelding,
    Antwoord,
    Beslisser,
    Bijlage,
    Concept,
    Criteriumoordeel,
    Huisoordeel,
    Koppeling,
    Navraag,
    VasteBeslisser,
    Vorigbesluit,
)
from vangnet.inrichting.bewaarregels import Regel, Termijn

# Termijn.NIET_OPGENOMEN is carried out by `vernietigen.py`, which the worker calls each minute.
BEWARING = (
    Regel(
        model=Aanmelding,
        velden=(
            "kenmerk",
            "ontvangen_op",
            "aangedragen_door",
            "herkomst",
            "gemeente",
            "aandachtsgebied",
            "aanleiding",
            "achternaam",
            "tussenvoegsel",
            "voornamen",
            "geboortedatum",
            "doel",
            "geprobeerd",
            "betrokken",
            "andere_gemeenten",
            "risico_voor",
            "risico_soort",
            "leefgebieden",
            "geinformeerd",
            "waarom_niet_geinformeerd",
            "criteria",
            "ingediend_door",
            "triage_op",
            "triage_besluit",
            "reden",
            "verwezen_naar",
            "casus",
        ),
        termijn=Termijn.NIET_OPGENOMEN,
    ),
    Regel(
        model=Criteriumoordeel,
        velden=("aanmelding", "criterium", "geldt", "motivering"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Huisoordeel,
        velden=("aanmelding", "criterium", "geldt", "motivering"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(model=Navraag, velden=("aanmelding", "vraag", "antwoord"), termijn=Termijn.MET_HAAR_RIJ),
    Regel(model=Antwoord, velden=("aanmelding", "toelichting"), termijn=Termijn.MET_HAAR_RIJ),
    Regel(
        model=Koppeling,
        velden=("aanmelding", "persoon", "waarom"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Vorigbesluit,
        velden=("aanmelding", "verwezen_naar", "hoe", "waarom"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    # With the draft or the aanmelding; its file, and the key, too (sql/bijlage.sql).
    Regel(model=Bijlage, velden=("hoort_bij", "door"), termijn=Termijn.MET_HAAR_RIJ),
    Regel(model=VasteBeslisser, velden=("naam",), termijn=Termijn.MET_HET_ACCOUNT),
    Regel(model=Beslisser, velden=("aanmelding", "naam"), termijn=Termijn.MET_HAAR_RIJ),
    # Gone when it is sent or thrown away, and two weeks after its author last typed.
    Regel(model=Concept, velden=("inhoud",), termijn=Termijn.NIET_OPGENOMEN),
)
