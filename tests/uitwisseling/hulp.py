# SPDX-License-Identifier: EUPL-1.2
"""A small sound register as CSV, to break in one place at a time."""

import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.db import connection

from tests.bezetting import id_van
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.fouten import Fout
from vangnet.uitwisseling.invoer.verslag import Uitkomst
from vangnet.uitwisseling.services import Invoer, register_invoeren, register_uitvoeren
from vangnet.uitwisseling.slot import Sleutel

OPDRACHT = Vrager(id_van("opdracht"), VragerSoort.OPDRACHT)

GAAF: Mapping[str, str] = {
    "organisaties": "organisatie_id,naam,soort,keten\nO1,Politie,politie,justitie\n",
    "personen": (
        "persoon_id,achternaam,voornamen,geboortedatum,bsn,gemeente\n"
        "P1,Jansma,Anna,1990-02-28,999990007,GM0080\n"
        "P2,Pietersma,,,,\n"
    ),
    "casussen": "casus_id,samenstelling,hoofdbetrokkene,gemeente\nC1,individu,P1,GM0080\n",
    "aanmeldingen": (
        "aanmelding_id,ontvangen_op,aanmelder,gemeente,triage_op,triage_besluit,casus_id\n"
        "A1,2022-03-01,O1,GM0080,2022-03-03,procesregie,C1\n"
    ),
    "inzetten": "casus_id,soort,vanaf,tot\nC1,procesregie,2022-03-03,\n",
    "betrokkenen": "casus_id,persoon_id,rol,vanaf\nC1,P1,hoofdbetrokkene,2022-03-01\n",
}


@dataclass
class Verloop:
    """How an import went, with the faults that were told."""

    uitkomst: Uitkomst
    fouten: list[Fout] = field(default_factory=list)

    @property
    def plekken(self) -> list[tuple[str, int, str, str]]:
        """File, row, column and kind of each fault."""
        return [(f.bestand, f.rij, f.kolom, f.soort) for f in self.fouten]


def schrijf(map_: Path, bestanden: Mapping[str, str]) -> Path:
    """A package folder of texts."""
    map_.mkdir(parents=True, exist_ok=True)
    for naam, tekst in bestanden.items():
        (map_ / f"{naam}.csv").write_text(tekst, encoding="utf-8")
    return map_


def schrijf_zip(pad: Path, ingangen: Mapping[str, str]) -> Path:
    """A zip of texts by whole name."""
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, tekst in ingangen.items():
            archief.writestr(naam, tekst)
    return pad


def voer_in(
    pad: Path, *, proef: bool = False, vervang: bool = False, sleutel: Sleutel | None = None
) -> Verloop:
    """Import as the command line does."""
    fouten: list[Fout] = []
    invoer = Invoer(pad, proef=proef, vervang=vervang, sleutel=sleutel)
    uitkomst = register_invoeren(
        invoer, vrager=OPDRACHT, meld=fouten.append, voortgang=lambda stap, aantal: None
    )
    return Verloop(uitkomst, fouten)


def voer_uit(pad: Path) -> Path:
    """Export as the command line does."""
    register_uitvoeren(pad, reden="proef", vrager=OPDRACHT, voortgang=lambda stap, aantal: None)
    return pad


@contextmanager
def als_invoer() -> Iterator[None]:
    """Reads as an import does: also what is closed, and people who are in no casus."""
    with als(OPDRACHT), connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL ROLE {settings.ROLLEN.invoer}")
        yield
        cursor.execute("RESET ROLE")
