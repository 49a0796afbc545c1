# SPDX-License-Identifier: EUPL-1.2
"""The code lists of the register package (uitwisseling.md), read from `gegevens/codelijsten.csv`.

Only codes that a column can hold stand here. Classes that are computed, such as `leeftijd` and
`nakoming`, are dimensions of the kerncijfers.
"""

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import resources
from itertools import groupby
from types import MappingProxyType

UITBREIDBAAR = frozenset(
    {"aandachtsgebied", "thema", "herkomst", "doelgroep", "reden", "afsluitreden"}
)
"""The lists to which a house may add codes of its own (uitwisseling.md, below the dimensions)."""


@dataclass(frozen=True)
class Code:
    """One code as a file or column holds it, with the Dutch words that a screen shows."""

    code: str
    label: str


@dataclass(frozen=True)
class Codelijst:
    """A closed list of codes, in the order in which tables and forms show them."""

    naam: str
    codes: tuple[Code, ...]
    uitbreidbaar: bool

    @property
    def waarden(self) -> tuple[str, ...]:
        """The bare codes, in order."""
        return tuple(code.code for code in self.codes)


def _lees() -> Mapping[str, Codelijst]:
    bestand = resources.files(__package__) / "gegevens" / "codelijsten.csv"
    rijen = csv.DictReader(bestand.read_text(encoding="utf-8").splitlines())
    lijsten: dict[str, Codelijst] = {}
    for naam, groep in groupby(rijen, key=lambda rij: rij["lijst"]):
        if naam in lijsten:
            raise ValueError(f"codelijst {naam} staat niet aaneengesloten in codelijsten.csv")
        codes = tuple(Code(code=rij["code"], label=rij["label"]) for rij in groep)
        lijsten[naam] = Codelijst(naam=naam, codes=codes, uitbreidbaar=naam in UITBREIDBAAR)
    return MappingProxyType(lijsten)


CODELIJSTEN: Mapping[str, Codelijst] = _lees()
"""Every list by its name, in the order of uitwisseling.md."""
