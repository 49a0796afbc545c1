# SPDX-License-Identifier: EUPL-1.2
"""Figures for the tests of the checks: one made by hand, and the published ones."""

import csv
from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from importlib import resources
from typing import Any

from vangnet.kerncijfers.controles import BEREKEND, Bevinding, Reekscijfer, controleer
from vangnet.kerncijfers.uitsplitsing import lees_uitsplitsing

Rij = dict[str, str]


def cijfer(
    sleutel: str, waarde: int | str | Decimal, uitsplitsing: str = "", **velden: Any
) -> Reekscijfer:
    """A published figure about 2022 in zaken, unless the fields say otherwise."""
    jaar = velden.pop("jaar", 2022)
    vast: dict[str, Any] = {
        "rapport": "Verslag",
        "van": date(jaar, 1, 1),
        "tot": date(jaar, 12, 31),
        "eenheid": "zaken",
    }
    return Reekscijfer(
        sleutel=sleutel,
        waarde=Decimal(waarde),
        uitsplitsing=lees_uitsplitsing(uitsplitsing),
        **(vast | velden),
    )


def berekend(
    sleutel: str, waarde: int | str | Decimal, uitsplitsing: str = "", **velden: Any
) -> Reekscijfer:
    """The same, but computed by Vangnet."""
    vast = {"rapport": "Vangnet", "label": BEREKEND}
    return cijfer(sleutel, waarde, uitsplitsing, **(vast | velden))


def tabel(sleutel: str, dimensie: str, waarden: dict[str, int], **velden: Any) -> list[Reekscijfer]:
    """A published figure for each class of a dimension."""
    return [
        cijfer(sleutel, waarde, f"{dimensie}={klasse}", **velden)
        for klasse, waarde in waarden.items()
    ]


def stand(waarde: int, dag: date, uitsplitsing: str = "", **velden: Any) -> Reekscijfer:
    """A stock of open casussen."""
    return cijfer("zaken_openstaand", waarde, uitsplitsing, **(velden | {"van": dag, "tot": dag}))


def getallen(bevinding: Bevinding) -> tuple[int, ...]:
    """The numbers of a finding, which are whole ones in these tests."""
    return tuple(int(waarde) for waarde in bevinding.waarden)


def gevonden(cijfers: Iterable[Reekscijfer]) -> list[tuple[str, str]]:
    """The verdict and the check of each finding."""
    return [(str(b.oordeel), b.controle) for b in controleer(cijfers)]


def tegenspraken(cijfers: Iterable[Reekscijfer]) -> list[Bevinding]:
    """The findings that are a tegenspraak."""
    return [b for b in controleer(cijfers) if b.oordeel == "tegenspraak"]


def gepubliceerde_rijen() -> list[Rij]:
    """The published figures of the demo, as the rows of their file."""
    bestand = resources.files("vangnet.demo") / "gegevens" / "gepubliceerd.csv"
    return list(csv.DictReader(bestand.read_text(encoding="utf-8").splitlines()))
