# SPDX-License-Identifier: EUPL-1.2
"""The gemeenten of the Netherlands by day since 1 January 2007, from `gegevens/gemeenten.csv`.

The codes are those of CBS (`GM0080`). Where the rows come from and how they were checked stands in
`gegevens/README.md`.
"""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from types import MappingProxyType

from vangnet.kern.klok import dag_uit


@dataclass(frozen=True)
class Gemeente:
    """One gemeente with the days on which its code counts, both inclusive.

    `vanaf` is None when it existed before 2007, `tot` is None while it exists. `opvolgers` are the
    codes of every gemeente that took over its ground or a part of it the day after `tot`.
    """

    code: str
    naam: str
    vanaf: date | None
    tot: date | None
    opvolgers: tuple[str, ...]

    def is_geldig_op(self, dag: date) -> bool:
        """Whether the gemeente existed on `dag`; any day before 2007 counts for the oldest."""
        return (self.vanaf is None or self.vanaf <= dag) and (self.tot is None or dag <= self.tot)


@lru_cache(maxsize=1)
def gemeenten() -> Mapping[str, Gemeente]:
    """Every gemeente that existed on or after 1 January 2007, by code, in order of code."""
    bestand = resources.files(__package__) / "gegevens" / "gemeenten.csv"
    rijen = csv.DictReader(bestand.read_text(encoding="utf-8").splitlines())
    return MappingProxyType({rij["code"]: _gemeente(rij) for rij in rijen})


def _gemeente(rij: Mapping[str, str]) -> Gemeente:
    return Gemeente(
        code=rij["code"],
        naam=rij["naam"],
        vanaf=dag_uit(rij["vanaf"]),
        tot=dag_uit(rij["tot"]),
        opvolgers=tuple(rij["opvolgers"].split(";")) if rij["opvolgers"] else (),
    )


def geldig_op(code: str, dag: date) -> bool:
    """Whether `code` was the code of a gemeente on `dag`; an unknown code never is."""
    gemeente = gemeenten().get(code)
    return gemeente is not None and gemeente.is_geldig_op(dag)


def voorgangers(codes: Iterable[str]) -> frozenset[str]:
    """Every gemeente that went, wholly or in part, into one of `codes`, also by way of another.

    The given codes themselves are not among them, unless one went into another.
    """
    gevonden: set[str] = set()
    te_doen = list(codes)
    while te_doen:
        nieuw = _directe_voorgangers().get(te_doen.pop(), frozenset()) - gevonden
        gevonden |= nieuw
        te_doen.extend(nieuw)
    return frozenset(gevonden)


@lru_cache(maxsize=1)
def _directe_voorgangers() -> Mapping[str, frozenset[str]]:
    per_opvolger: dict[str, set[str]] = {}
    for gemeente in gemeenten().values():
        for opvolger in gemeente.opvolgers:
            per_opvolger.setdefault(opvolger, set()).add(gemeente.code)
    return {opvolger: frozenset(codes) for opvolger, codes in per_opvolger.items()}
