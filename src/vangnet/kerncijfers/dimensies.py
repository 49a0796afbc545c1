# SPDX-License-Identifier: EUPL-1.2
"""The dimensions of the breakdowns and their classes in order (uitwisseling.md, table dimensie).

A dimension takes its classes from a code list of `inrichting`, or has classes that are computed.
The classes of an open dimension are known only with the rows: gemeenten, rapportgroepen, months.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from vangnet.inrichting.codelijsten import CODELIJSTEN

ONBEKEND = "onbekend"
ANDERS = "Anders"
"""The computed remainder of the aanmeldergroepen, under the name that the reports give it."""


class Ordening(Enum):
    """How the classes of a dimension are put in order in a table."""

    VAST = "vast"
    AANTAL = "aantal"
    TIJD = "tijd"


@dataclass(frozen=True)
class Dimensie:
    """A way to break a figure down.

    klassen: the classes in order; of an open dimension the fixed ones, which come last.
    open: classes that the rows bring come before `klassen`, and those without rows are left out.
    sluit_uit: a published breakdown into all classes is a whole, also without a remainder in it
    (kerncijfers.md section 1, rule 8).
    uitbreidbaar: a house may add classes to the code list.
    """

    naam: str
    klassen: tuple[str, ...]
    open: bool = False
    sluit_uit: bool = False
    uitbreidbaar: bool = False
    ordening: Ordening = Ordening.VAST

    @property
    def bekende_klassen(self) -> tuple[str, ...]:
        """The classes other than onbekend."""
        return tuple(klasse for klasse in self.klassen if klasse != ONBEKEND)


SLUIT_UIT = frozenset({"inzet", "eerste_inzet", "laatste_inzet", "samenstelling", "leeftijd"})

_LIJST_VAN = {
    "inzet": "inzet",
    "eerste_inzet": "inzet",
    "laatste_inzet": "inzet",
    "samenstelling": "samenstelling",
    "aanmelder_soort": "organisatie_soort",
    "organisatie_soort": "organisatie_soort",
    "ontvanger_soort": "ontvanger_soort",
    "rol": "betrokkene_rol",
    "betrokkene_rol": "betrokkene_rol",
    "resultaat": "resultaat",
    "afsluitreden": "afsluitreden",
    "reden": "reden",
    "aandachtsgebied": "aandachtsgebied",
    "herkomst": "herkomst",
    "thema": "thema",
    "doelgroep": "doelgroep",
    "keten": "keten",
    "niveau": "niveau",
    "nadruk": "nadruk",
    "domein": "domein",
    "vervolgactie_soort": "vervolgactie_soort",
    "overleg_soort": "overleg_soort",
    "signaal_soort": "signaal_soort",
    "telling_soort": "telling_soort",
}

_LEEG_IS_ONBEKEND = {"aan": "advies_aan", "triage_besluit": "triage_besluit"}
"""Dimensions whose column may be empty: the code list, and then onbekend."""

_EIGEN_KLASSEN = {
    "leeftijd": ("0-17", "18-23", "24-40", "41-55", "56+", ONBEKEND),
    "looptijd": ("0-2", "3-5", "6-11", "12-23", "24+"),
    "herhaald": ("ja", "nee", ONBEKEND),
    "uitkomst": (*CODELIJSTEN["uitkomst"].waarden, "open"),
    "nakoming": ("op_tijd", "te_laat", "open", "vervallen"),
    "wissel": ("procesregie_ondersteuning", "ondersteuning_procesregie"),
    "scenarioteam": ("a", "b"),
    "afspraak": ("gehaald", "niet_gehaald", ONBEKEND),
}

_OPEN = (
    Dimensie("aanmelder_groep", (ANDERS, ONBEKEND), open=True, ordening=Ordening.AANTAL),
    Dimensie(
        "gemeente",
        ("buiten_regio", "detentie", ONBEKEND),
        open=True,
        ordening=Ordening.AANTAL,
    ),
    Dimensie("post", (ONBEKEND,), open=True),
    Dimensie("bron", (*CODELIJSTEN["bron"].waarden, ONBEKEND), open=True),
    Dimensie("maand", (), open=True, ordening=Ordening.TIJD),
)


def _uit_lijst(naam: str, lijst: str, *, met: tuple[str, ...] = ()) -> Dimensie:
    codes = CODELIJSTEN[lijst]
    return Dimensie(
        naam,
        (*codes.waarden, *met),
        sluit_uit=naam in SLUIT_UIT,
        uitbreidbaar=codes.uitbreidbaar,
    )


def _alle() -> Iterable[Dimensie]:
    for naam, lijst in _LIJST_VAN.items():
        yield _uit_lijst(naam, lijst)
    for naam, lijst in _LEEG_IS_ONBEKEND.items():
        yield _uit_lijst(naam, lijst, met=(ONBEKEND,))
    for naam, klassen in _EIGEN_KLASSEN.items():
        yield Dimensie(naam, klassen, sluit_uit=naam in SLUIT_UIT)
    yield from _OPEN


DIMENSIES: Mapping[str, Dimensie] = MappingProxyType(
    {dimensie.naam: dimensie for dimensie in _alle()}
)
"""Every dimension by its name."""
