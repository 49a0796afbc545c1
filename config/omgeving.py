# SPDX-License-Identifier: EUPL-1.2
"""Settings from the environment: typed, each declared once, each secret also readable from a file.

`bin/vangnet instellingen` lists what is declared here; a test holds it against the handbook.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from vangnet.kern.fouten import OmgevingFout

T = TypeVar("T")


@dataclass(frozen=True)
class Instelling:
    """One declared setting: name, what it is for (Dutch), default and present value, secret or not.

    Of a secret the value says only whether it was set.
    """

    naam: str
    uitleg: str
    standaard: str
    waarde: str
    geheim: bool


INSTELLINGEN: dict[str, Instelling] = {}


def _lees(naam: str, uitleg: str, standaard: str, *, geheim: bool) -> str:
    waarde = _uit_bestand(naam) if geheim else None
    if waarde is None:
        waarde = os.environ.get(naam, standaard)
    getoond = ("gezet" if waarde else "niet gezet") if geheim else waarde
    INSTELLINGEN[naam] = Instelling(naam, uitleg, standaard, getoond, geheim)
    return waarde


def _uit_bestand(naam: str) -> str | None:
    bestand = os.environ.get(f"{naam}_FILE")
    if not bestand:
        return None
    try:
        return Path(bestand).read_text(encoding="utf-8").strip()
    except OSError as fout:
        raise OmgevingFout(
            f"{naam}_FILE wijst naar {bestand}, maar dat bestand is niet te lezen "
            f"({fout.strerror})."
        ) from fout


def tekst(naam: str, uitleg: str, *, standaard: str = "", geheim: bool = False) -> str:
    """A text setting; `geheim` ones may also come from the file named by NAAM_FILE."""
    return _lees(naam, uitleg, standaard, geheim=geheim)


def _omgezet(naam: str, waarde: str, soort: Callable[[str], T], verwacht: str) -> T:
    try:
        return soort(waarde)
    except (ValueError, KeyError):
        raise OmgevingFout(f"{naam} is '{waarde}', maar moet {verwacht} zijn.") from None


def getal(naam: str, uitleg: str, *, standaard: int) -> int:
    """A whole number. Raises OmgevingFout when the value is something else."""
    waarde = _lees(naam, uitleg, str(standaard), geheim=False)
    return _omgezet(naam, waarde, int, "een heel getal")


def vlag(naam: str, uitleg: str, *, standaard: bool = False) -> bool:
    """Yes or no, written `ja` or `nee`. Raises OmgevingFout when the value is something else."""
    waarde = _lees(naam, uitleg, "ja" if standaard else "nee", geheim=False)
    keuze = {"ja": True, "nee": False}
    return _omgezet(naam, waarde.strip().lower(), keuze.__getitem__, "'ja' of 'nee'")


def lijst(naam: str, uitleg: str, *, standaard: str = "") -> list[str]:
    """Several values, parted by commas."""
    waarde = _lees(naam, uitleg, standaard, geheim=False)
    return [deel.strip() for deel in waarde.split(",") if deel.strip()]


def keuze(naam: str, uitleg: str, *, uit: tuple[str, ...]) -> str:
    """One of `uit`, the first when nothing is set. Raises OmgevingFout for anything else."""
    waarde = _lees(naam, uitleg, uit[0], geheim=False)
    return _omgezet(naam, waarde, dict(zip(uit, uit, strict=True)).__getitem__, " of ".join(uit))
