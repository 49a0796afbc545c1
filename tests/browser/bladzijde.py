# SPDX-License-Identifier: EUPL-1.2
"""One page of the list: how one gets there."""

from collections.abc import Callable
from dataclasses import dataclass

from tests.browser.venster import ONDERSTEUNER, Venster


@dataclass(frozen=True)
class Bladzijde:
    """How one gets to a page, as whom, and with which status it comes."""

    ga: Callable[[Venster], object]
    als: str = ONDERSTEUNER
    stand: int = 200


def naar(pad: str) -> Callable[[Venster], object]:
    """The way to a page that has an address of its own."""
    return lambda venster: venster.open(pad)
