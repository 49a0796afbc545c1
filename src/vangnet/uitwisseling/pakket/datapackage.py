# SPDX-License-Identifier: EUPL-1.2
"""The `datapackage.json` beside the files: what it says must be so."""

import json
from collections.abc import Iterator
from typing import BinaryIO

from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.pakket.zips import wijst_buiten

NAAM = "datapackage.json"
_GROOTSTE = 10 * 1024**2


def toets_datapackage(stroom: BinaryIO, aanwezig: frozenset[str]) -> list[Fout]:
    """The faults of a descriptor beside the files `aanwezig` (names with suffix)."""
    try:
        inhoud = json.loads(stroom.read(_GROOTSTE).decode("utf-8-sig"))
        bronnen = inhoud.get("resources", [])
        return [fout for bron in bronnen for fout in _toets_bron(bron, aanwezig)]
    except (ValueError, AttributeError, TypeError, RecursionError):
        return [Fout(NAAM, 0, "", "", "json_onleesbaar")]


def _toets_bron(bron: dict[str, object], aanwezig: frozenset[str]) -> Iterator[Fout]:
    pad = bron["path"] if "path" in bron else f"{bron.get('name')}.csv"
    for deel in pad if isinstance(pad, list) else [pad]:
        if wijst_buiten(str(deel)):
            yield Fout(str(deel), 0, "", "", "bestand_pad")
        elif deel not in aanwezig:
            yield Fout(str(deel), 0, "", "", "bron_ontbreekt")
    yield from _toets_vorm(bron)


def _toets_vorm(bron: dict[str, object]) -> Iterator[Fout]:
    codering = str(bron.get("encoding", "utf-8"))
    if codering.lower().replace("_", "-") not in ("utf-8", "utf8", "utf-8-sig"):
        yield Fout(NAAM, 0, "encoding", codering, "json_vorm", "dat de tekst geen UTF-8 is")
    dialect = bron.get("dialect")
    scheiding = dialect.get("delimiter", ",") if isinstance(dialect, dict) else ","
    if scheiding != ",":
        yield Fout(NAAM, 0, "delimiter", str(scheiding), "json_vorm", "dat er geen komma's zijn")
