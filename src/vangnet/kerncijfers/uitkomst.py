# SPDX-License-Identifier: EUPL-1.2
"""What a computation gives: figures with their breakdowns, ready to be shown."""

from dataclasses import dataclass
from datetime import date

from vangnet.kerncijfers.catalogus.indicator import Indicator
from vangnet.kerncijfers.rekenen import Getal, Verandering


@dataclass(frozen=True)
class Klasse:
    """A class of a breakdown: its count or amount, and its share in whole percents, if any."""

    klasse: str
    aantal: Getal
    aandeel: int | None


@dataclass(frozen=True)
class Cijfer:
    """A figure of one period; waarde is None for a mean or a percent of nothing.

    uitsplitsingen: the classes of each dimension, in the order in which they are shown.
    """

    indicator: Indicator
    waarde: Getal | None
    uitsplitsingen: dict[str, tuple[Klasse, ...]]


@dataclass(frozen=True)
class Kerncijfers:
    """The figures of one period; stocks are taken at the start of the peildatum."""

    van: date
    tot: date
    peildatum: date
    cijfers: dict[str, Cijfer]


@dataclass(frozen=True)
class Vergelijking:
    """A figure beside the same figure of the period before; what can't be compared is None."""

    nu: Cijfer
    eerder: Cijfer | None
    verandering: Verandering | None
