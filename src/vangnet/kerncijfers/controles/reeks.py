# SPDX-License-Identifier: EUPL-1.2
"""The one shape in which the checks read a figure, published or computed, and how they group it."""

import re
from collections.abc import Callable, Hashable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import NamedTuple, TypeVar

from vangnet.kerncijfers.uitsplitsing import Uitsplitsing, lees_uitsplitsing

LOS = "los"
"""The sleutel of a published figure that is none of the catalogue."""
BEREKEND = "berekend"
"""The label of a figure that Vangnet computed; a published one has a code of gepubliceerd_label."""
AFGELEID = "inferred"
"""The label of a published figure whose row lost its words: what it is about was inferred."""
PROCENT = "procent"
EURO = "euro"
FREQUENTIE = "aantal_per_"
"""How the unit of a rate begins: aantal_per_week, aantal_per_maand."""
TELEENHEDEN = frozenset(
    {
        "zaken",
        "aanmeldingen",
        "meldingen",
        "personen",
        "adviezen",
        "trajecten",
        "bijeenkomsten",
        "signalen",
        "plannen",
        "acties",
    }
)
"""The units in which things are counted, so that a longer period never holds fewer."""

S = TypeVar("S", bound=Hashable)
T = TypeVar("T")


class Bron(NamedTuple):
    """Where a figure stands; plaats is empty for a computed one."""

    rapport: str
    plaats: str


@dataclass(frozen=True, kw_only=True)
class Reekscijfer:
    """One figure, with the columns of gepubliceerd (uitwisseling.md).

    rapport: who published it; for a computed figure a name for the computation.
    van, tot: the days of the period, both included; equal for a stock.
    decimalen: to how many decimals the value was rounded; None: as many as it shows.
    citaat: the words of the report, if they came along; only the text of a class is read from it.
    """

    rapport: str
    van: date
    tot: date
    sleutel: str
    waarde: Decimal
    eenheid: str
    uitsplitsing: Uitsplitsing = ()
    populatie: str = ""
    definitie_versie: str = ""
    plaats: str = ""
    label: str = "stated"
    citaat: str = ""
    decimalen: int | None = None

    @property
    def berekend(self) -> bool:
        """Whether Vangnet computed the figure."""
        return self.label == BEREKEND

    @property
    def is_stand(self) -> bool:
        """Whether it is a stock, or a flow of a single day."""
        return self.van == self.tot

    @property
    def bron(self) -> "Bron":
        """Report and place, as a finding names them."""
        return Bron(self.rapport, self.plaats)

    @property
    def genormde_populatie(self) -> str:
        """The population without differences in case, spacing and kind of quote."""
        return " ".join(self.populatie.casefold().replace("’", "'").split())

    @property
    def stap(self) -> Decimal:
        """The unit of the last decimal to which the value was rounded."""
        if self.decimalen is not None:
            return Decimal(1).scaleb(-self.decimalen)
        exponent = self.waarde.normalize().as_tuple().exponent
        return Decimal(1).scaleb(min(int(exponent), 0))


def lees_rij(rij: Mapping[str, str | None]) -> Reekscijfer:
    """Read one row of gepubliceerd; columns that are absent or empty are unknown.

    Raises ValueError for a missing required column, a wrong date or breakdown, and
    decimal.InvalidOperation for a value that is no number.
    """
    cel = {kolom: (waarde or "").strip() for kolom, waarde in rij.items()}
    ontbreekt = [k for k in ("rapport", "van", "tot", "sleutel", "eenheid") if not cel.get(k)]
    if ontbreekt:
        raise ValueError(f"verplicht maar leeg: {', '.join(ontbreekt)}")
    return Reekscijfer(
        rapport=cel["rapport"],
        van=date.fromisoformat(cel["van"]),
        tot=date.fromisoformat(cel["tot"]),
        sleutel=cel["sleutel"],
        waarde=Decimal(cel.get("waarde", "")),
        eenheid=cel["eenheid"],
        uitsplitsing=lees_uitsplitsing(cel.get("uitsplitsing", "")),
        populatie=cel.get("populatie", ""),
        definitie_versie=cel.get("definitie_versie", ""),
        plaats=cel.get("plaats", ""),
        label=cel.get("label", "") or "stated",
        citaat=cel.get("citaat", ""),
    )


def groepeer(dingen: Iterable[T], op: Callable[[T], S]) -> dict[S, list[T]]:
    """Group figures or breakdowns by what `op` gives, each group in the order they came in."""
    groepen: dict[S, list[T]] = {}
    for ding in dingen:
        groepen.setdefault(op(ding), []).append(ding)
    return groepen


def verschillende(cijfers: Iterable[Reekscijfer]) -> list[Reekscijfer]:
    """Keep the first figure of each value."""
    eerste: dict[Decimal, Reekscijfer] = {}
    for cijfer in cijfers:
        eerste.setdefault(cijfer.waarde, cijfer)
    return list(eerste.values())


def zelfde_populatie(cijfers: Iterable[Reekscijfer]) -> bool:
    """Whether figures are stated to be about the same: one population, or all computed.

    No population on any side counts as the same; a population on one side only does not.
    """
    alle = list(cijfers)
    return len({cijfer.genormde_populatie for cijfer in alle}) <= 1 or all(
        cijfer.berekend for cijfer in alle
    )


def dag_erna(dag: date) -> date:
    """Give the next day; the last day that Python knows stays itself."""
    return dag if dag == date.max else dag + timedelta(days=1)


def natuurlijk(tekst: str) -> tuple[tuple[int, str], ...]:
    """Order texts by the numbers in them, so that line 9 comes before line 10."""
    delen = re.findall(r"\d+|\D+", tekst)
    return tuple((int(deel), "") if deel.isdecimal() else (-1, deel) for deel in delen)
