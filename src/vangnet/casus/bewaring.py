# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long."""

from vangnet.casus.models import (
    Betrokkenheid,
    Bijdrage,
    BijdragePubliek,
    Casus,
    CasusRol,
    Inzet,
    Notitieconcept,
    Ondersteuning,
    Verstrekking,
)
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(
        model=Casus,
        velden=(
            "kenmerk",
            "samenstelling",
            "beperkt",
            "hoofdbetrokkene",
            "gemeente",
            "aandachtsgebied",
            "verdere_aandachtsgebieden",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Inzet,
        velden=("casus", "soort", "vanaf", "tot"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Ondersteuning,
        velden=("casus", "inzet", "regie_bij", "vraag", "huis_doet", "tafels", "volgende_blik"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Betrokkenheid,
        velden=(
            "casus",
            "persoon",
            "rol",
            "vanaf",
            "tot",
            "zijde",
            "kring",
            "samenhang",
            "afstemming",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=CasusRol,
        velden=("casus", "gebruiker", "organisatie", "rol", "zijde", "vanaf", "tot"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Bijdrage,
        velden=(
            "casus",
            "betrokkenheid",
            "bron",
            "auteur",
            "soort",
            "leefgebied",
            "categorie",
            "tekst",
            "grond_motivering",
            "voorwaarden",
        ),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=BijdragePubliek,
        velden=("bijdrage", "organisatie"),
        termijn=Termijn.MET_HAAR_RIJ,
    ),
    Regel(
        model=Notitieconcept,
        velden=("casus", "auteur", "tekst"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(
        model=Verstrekking,
        velden=("casus", "aan", "derde", "wat", "getoetst", "door"),
        termijn=Termijn.VIJF_JAAR,
    ),
)
