# SPDX-License-Identifier: EUPL-1.2
"""The referee's tables, as written by hand in the CSV files beside this page.

Nothing in here comes from production code: who is meant by a word in the column `wie` is written
here by hand too, from toegang.md section 2.
"""

import csv
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

MAP = Path(__file__).parent
WERKWOORDEN = ("select", "insert", "update", "delete", "truncate")


class Wie(NamedTuple):
    """An asker: somebody of the cast (tests/bezetting.py), and the kind of asking."""

    naam: str
    soort: str


# Every account role of toegang.md section 2, every kind of asker, and the ones that are over.
VRAGERS: Mapping[str, Wie | None] = {
    "bezoeker": None,
    "procesregisseur": Wie("amira", "mens"),
    "procesondersteuner": Wie("joris", "mens"),
    "trajectbegeleider": Wie("tineke", "mens"),
    "ketenpartner": Wie("bram", "mens"),
    "collega_van_ketenpartner": Wie("chantal", "mens"),
    "partner_van_elders": Wie("piet", "mens"),
    "coordinator": Wie("cor", "mens"),
    "aangesprokene": Wie("anja", "mens"),
    "manager": Wie("mirjam", "mens"),
    "kwaliteitsmedewerker": Wie("karin", "mens"),
    "analist": Wie("anouk", "mens"),
    "privacy_officer": Wie("frank", "mens"),
    "auditor": Wie("auke", "mens"),
    "contactpunt": Wie("corrie", "mens"),
    "beheerder": Wie("els", "mens"),
    "bestuur": Wie("bas", "mens"),
    "zonder_rol": Wie("dirk", "mens"),
    "rol_voorbij": Wie("oda", "mens"),
    "rol_nog_niet": Wie("koos", "mens"),
    "rol_niet_bevestigd": Wie("petra", "mens"),
    "rol_zonder_screening": Wie("wim", "mens"),
    "rol_zonder_organisatie": Wie("rik", "mens"),
    "rol_ineens_beeindigd": Wie("ties", "mens"),
    "opdrachtregel": Wie("opdracht", "opdracht"),
    "opdrachtregel_als_mens": Wie("opdracht", "mens"),
    "procesregisseur_als_opdracht": Wie("amira", "opdracht"),
    "invoer": Wie("joris", "invoer"),
    "taak": Wie("joris", "taak"),
    "halverwege": Wie("amira", "inlog"),
    "herkenning": Wie("amira", "herkenning"),
}
_HUIS = frozenset(
    {"procesregisseur", "procesondersteuner", "procesregisseur_als_opdracht", "invoer", "taak"}
)
_PARTNERS = frozenset({"ketenpartner", "collega_van_ketenpartner", "partner_van_elders"})
_TOEZICHT = frozenset({"privacy_officer", "auditor"})
_BUITEN = frozenset({"bezoeker", "halverwege", "herkenning"})
_GENOEMDEN = _HUIS | _PARTNERS | {"trajectbegeleider"}
_OPDRACHTREGEL = frozenset({"opdrachtregel", "opdrachtregel_als_mens"})
GROEPEN: Mapping[str, frozenset[str]] = {
    "iedereen": frozenset(VRAGERS),
    "ingelogd": frozenset(VRAGERS) - _BUITEN,
    "mensen": frozenset(naam for naam, wie in VRAGERS.items() if wie and wie.soort == "mens"),
    "niemand": frozenset(),
    "huis": _HUIS,
    "partners": _PARTNERS,
    "inzagevragers": _HUIS | _TOEZICHT | {"manager"},
    "toezicht": _TOEZICHT,
    "ingelogd_zonder_toezicht": frozenset(VRAGERS) - _BUITEN - _TOEZICHT,
    "genoemden": _GENOEMDEN,
    "aanmelders": _HUIS | _PARTNERS,
    # The bank holds a draft of these two.
    "schrijvers_van_concepten": frozenset({"ketenpartner"}),
    "casuslezers": _GENOEMDEN | {"manager", "privacy_officer", "auditor"},
    "cijferlezers": _HUIS
    | _OPDRACHTREGEL
    | {"manager", "kwaliteitsmedewerker", "analist", "bestuur"},
    "invoerders": frozenset({"opdrachtregel", "invoer"}),
    "beheerders": _OPDRACHTREGEL | {"beheerder"},
    "rechtenlezers": frozenset({"beheerder", "manager", "privacy_officer", "auditor"}),
}


class Tabelregel(NamedTuple):
    """One line of tabellen.csv, for one verb."""

    tabel: str
    rol: str
    werkwoord: str
    wie: frozenset[str]
    rijen: str
    kolommen: tuple[str, ...]

    def mag(self, vrager: str) -> bool:
        """Whether this line gives `vrager` rows."""
        return vrager in self.wie


def regels(bestand: str, *, scheiding: str = ",") -> list[dict[str, str]]:
    """The lines of a CSV beside this page; lines that begin with # explain."""
    with (MAP / bestand).open(encoding="utf-8", newline="") as lezer:
        inhoud = (regel for regel in lezer if not regel.startswith("#"))
        return list(csv.DictReader(inhoud, delimiter=scheiding))


def wie(tekst: str) -> frozenset[str]:
    """The askers meant by the words of a column `wie`; an unknown word is an error."""
    gekozen: set[str] = set()
    for woord in tekst.split():
        gekozen |= GROEPEN[woord] if woord in GROEPEN else {_bekend(woord)}
    return frozenset(gekozen)


def _bekend(woord: str) -> str:
    if woord not in VRAGERS:
        raise KeyError(f"'{woord}' staat niet in tests/toegang/blad.py")
    return woord


@cache
def tabelregels() -> tuple[Tabelregel, ...]:
    """tabellen.csv, one entry for each verb."""
    return tuple(
        Tabelregel(
            tabel=regel["tabel"],
            rol=regel["rol"],
            werkwoord=werkwoord,
            wie=wie(regel["wie"]),
            rijen=regel["rijen"],
            kolommen=tuple(regel["kolommen"].split()) if werkwoord in {"select", "update"} else (),
        )
        for regel in regels("tabellen.csv")
        for werkwoord in regel["werkwoorden"].split()
    )


def regels_van(tabel: str, rol: str, werkwoord: str) -> list[Tabelregel]:
    """What the referee says of one table, role and verb; nothing means: refused."""
    return [
        regel
        for regel in tabelregels()
        if (regel.tabel, regel.rol, regel.werkwoord) == (tabel, rol, werkwoord)
    ]


@cache
def zonder_beleid() -> frozenset[str]:
    """The tables that the referee lets go without row-level security, each with its reason."""
    return frozenset(regel["tabel"] for regel in regels("zonder_beleid.csv"))


def heeft_geen_beleid(tabel: str) -> bool:
    """Whether the table, or its whole schema, goes without row-level security."""
    return bool({tabel, f"{tabel.split('.')[0]}.*"} & zonder_beleid())
