# SPDX-License-Identifier: EUPL-1.2
"""The descriptor of a package (Frictionless Data Package), so that other tools read it too."""

import json
from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.uitwisseling.formaat import (
    ALLE,
    BESTANDEN,
    VERSIE,
    Bestand,
    Kolom,
    Soort,
    codes_van,
)

_TYPEN: Mapping[Soort, Mapping[str, Any]] = MappingProxyType(
    {
        Soort.DATUM: {"type": "date", "format": "default"},
        Soort.JA_NEE: {"type": "boolean", "trueValues": ["ja"], "falseValues": ["nee"]},
        Soort.GELD: {"type": "number"},
        Soort.GETAL: {"type": "number"},
        Soort.GEHEEL: {"type": "integer"},
    }
)


def datapackage(bestanden: Mapping[str, Bestand] = BESTANDEN, versie: str = VERSIE) -> bytes:
    """The whole of `datapackage.json`; it says what the files can hold, not what they do."""
    pakket = {
        "profile": "data-package",
        "name": "registerpakket",
        "title": "Registerpakket van een Zorg- en Veiligheidshuis",
        "version": versie,
        "resources": [_bron(bestand) for bestand in bestanden.values()],
    }
    return (json.dumps(pakket, ensure_ascii=False, indent=2) + "\n").encode()


def _bron(bestand: Bestand) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_veld(kolom) for kolom in bestand.kolommen],
        "missingValues": [""],
    }
    if bestand.kenmerk:
        schema["primaryKey"] = bestand.kenmerk
    verwijzingen = bestand.kolommen_van(Soort.VERWIJZING)
    if verwijzingen:
        schema["foreignKeys"] = [_verwijzing(kolom) for kolom in verwijzingen]
    return {
        "profile": "tabular-data-resource",
        "name": bestand.naam,
        "path": f"{bestand.naam}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    }


def _veld(kolom: Kolom) -> dict[str, Any]:
    veld: dict[str, Any] = {"name": kolom.naam, **_TYPEN.get(kolom.soort, {"type": "string"})}
    eisen: dict[str, Any] = {}
    if kolom.verplicht:
        eisen["required"] = True
    if kolom.soort is Soort.CODE and not _is_uitbreidbaar(kolom.codelijst):
        eisen["enum"] = list(codes_van(kolom.codelijst))
    return {**veld, "constraints": eisen} if eisen else veld


def _is_uitbreidbaar(lijst: str) -> bool:
    return lijst in CODELIJSTEN and CODELIJSTEN[lijst].uitbreidbaar


def _verwijzing(kolom: Kolom) -> dict[str, Any]:
    doel = ALLE[kolom.verwijst]
    return {
        "fields": kolom.naam,
        "reference": {"resource": doel.naam, "fields": doel.kenmerk},
    }
