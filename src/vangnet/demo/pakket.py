# SPDX-License-Identifier: EUPL-1.2
"""Make the register package of a fictitious house: the steps in order, and the files."""

import csv
import json
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, TextIO

from vangnet.demo.boek import Boek
from vangnet.demo.bouw import Bouw
from vangnet.demo.gepubliceerd import Afwijking, lees_gepubliceerd, vergelijk
from vangnet.demo.gezinnen import omring
from vangnet.demo.huis import Huis, lees_huis
from vangnet.demo.personen import Bevolking, proefbsns
from vangnet.demo.rijen import nummer, schrijf_huis_op, schrijf_op
from vangnet.demo.tellers import tel_mee
from vangnet.demo.trajecten import begeleid
from vangnet.demo.verloop import doorloop
from vangnet.demo.werk import werk
from vangnet.demo.zaken import nieuwe_aanmeldingen, voeg_aan_zaken_toe
from vangnet.uitwisseling.formaat import BESTANDEN

GEPUBLICEERD = "gepubliceerd"
GEMAAKT = [bestand for naam, bestand in BESTANDEN.items() if naam != GEPUBLICEERD]
EENMALIG = {"organisaties", "prestatieafspraken", "financien", "tellingen"}


@dataclass
class Verslag:
    """What was made.

    rijen: one for each published figure that the package can't give.
    bestanden: the number of rows written, by file.
    boek: what was dealt, of the first block.
    """

    rijen: list[Afwijking] = field(default_factory=list)
    bestanden: dict[str, int] = field(default_factory=dict)
    boek: Boek = field(default_factory=Boek)

    @property
    def aantal_rijen(self) -> int:
        """All rows that were written."""
        return sum(self.bestanden.values())


def maak_pakket(huis: Path, doel: Path, *, zaad: int, factor: int = 1) -> Verslag:
    """Write the package of a house file to the folder `doel`; equal input gives equal bytes.

    `factor` repeats the house with other dice and identifiers, block by block, for a package as
    large as wanted: only one block is in memory. Raises HuisFout when the house file is wrong.
    """
    invoer = lees_huis(huis)
    doel.mkdir(parents=True, exist_ok=True)
    verslag = Verslag(bestanden={bestand.naam: 0 for bestand in GEMAAKT})
    bsns = proefbsns()
    with _Schrijvers(doel) as schrijvers:
        for blok in range(factor):
            bouw = _maak_blok(invoer, zaad + blok, f"{blok:04d}-" if factor > 1 else "", bsns)
            for bestand, rijen in bouw.rijen.items():
                if blok and bestand in EENMALIG:
                    continue
                schrijvers.schrijf(bestand, rijen)
                verslag.bestanden[bestand] += len(rijen)
            if blok == 0:
                verslag.boek = bouw.boek
    verslag.rijen = vergelijk(verslag.boek, lees_gepubliceerd(invoer.gepubliceerd))
    if invoer.gepubliceerd:
        shutil.copyfile(invoer.gepubliceerd, doel / "gepubliceerd.csv")
    _schrijf_beschrijving(invoer, doel)
    return verslag


def _maak_blok(huis: Huis, zaad: int, blok: str, bsns: Iterator[str]) -> Bouw:
    dobbel = Random(zaad)  # noqa: S311 - made-up data, no secret
    bouw = Bouw(huis, dobbel, Bevolking(dobbel, blok=blok, bsns=bsns), blok)
    volgende = [jaar.openstaand for jaar in huis.jaren[1:]] + [None]
    for jaar, straks_open in zip(huis.jaren, volgende, strict=True):
        maanden = nieuwe_aanmeldingen(bouw, jaar)
        doorloop(bouw, jaar, straks_open=straks_open)
        voeg_aan_zaken_toe(bouw, jaar, maanden)
        omring(bouw, jaar)
        tel_mee(bouw, jaar)
    nummer(bouw)
    begeleid(bouw)
    werk(bouw)
    schrijf_huis_op(bouw)
    schrijf_op(bouw)
    for bestand, rijen in bouw.rijen.items():
        _zet_op_volgorde(rijen, BESTANDEN[bestand].sleutel)
    return bouw


def _zet_op_volgorde(rijen: list[dict[str, str]], sleutel: tuple[str, ...]) -> None:
    rijen.sort(key=lambda rij: [rij.get(naam, "") for naam in sleutel])


class _Schrijvers:
    """The open CSV files of a package; a file is made, with its header, at its first rows."""

    def __init__(self, doel: Path) -> None:
        self._doel = doel
        self._open: dict[str, tuple[TextIO, Any]] = {}

    def __enter__(self) -> "_Schrijvers":
        for bestand in GEMAAKT:
            stroom = (self._doel / f"{bestand.naam}.csv").open("w", encoding="utf-8", newline="")
            schrijver = csv.DictWriter(
                stroom, list(bestand.per_naam), restval="", lineterminator="\n"
            )
            schrijver.writeheader()
            self._open[bestand.naam] = (stroom, schrijver)
        return self

    def schrijf(self, bestand: str, rijen: list[dict[str, str]]) -> None:
        self._open[bestand][1].writerows(rijen)

    def __exit__(self, *_: object) -> None:
        for stroom, _schrijver in self._open.values():
            stroom.close()


def _schrijf_beschrijving(huis: Huis, doel: Path) -> None:
    """The Frictionless datapackage.json: which files there are, and their columns as text."""
    bronnen = [
        {
            "name": naam,
            "path": f"{naam}.csv",
            "encoding": "utf-8",
            "schema": {"fields": [{"name": kolom, "type": "string"} for kolom in bestand.per_naam]},
        }
        for naam, bestand in BESTANDEN.items()
        if (doel / f"{naam}.csv").exists()
    ]
    beschrijving = {"name": "registerpakket", "title": huis.naam, "resources": bronnen}
    tekst = json.dumps(beschrijving, ensure_ascii=False, indent=1)
    (doel / "datapackage.json").write_text(tekst + "\n", encoding="utf-8")
