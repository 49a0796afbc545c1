# SPDX-License-Identifier: EUPL-1.2
"""The register package as data: what each file and column may hold."""

from vangnet.uitwisseling.formaat.bestanden import BESTANDEN, PER_CASUS, VERSIE
from vangnet.uitwisseling.formaat.dossier import ALLE, DOSSIER, VERSIE_DOSSIER, codes_van
from vangnet.uitwisseling.formaat.typen import (
    KENMERK_LENGTE,
    TEKST_LENGTE,
    Bestand,
    Kolom,
    Soort,
)

__all__ = [
    "ALLE",
    "BESTANDEN",
    "DOSSIER",
    "KENMERK_LENGTE",
    "PER_CASUS",
    "TEKST_LENGTE",
    "VERSIE",
    "VERSIE_DOSSIER",
    "Bestand",
    "Kolom",
    "Soort",
    "codes_van",
]
