# SPDX-License-Identifier: EUPL-1.2
"""What `importeer` and `exporteer` say: faults on stderr, one a line; the result on stdout."""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TextIO
from uuid import UUID

from vangnet.toegang.vrager import Vrager
from vangnet.uitwisseling.dossier.uitvoeren import dossier_uitvoeren
from vangnet.uitwisseling.fouten import SOORTEN, Fout, toonbaar
from vangnet.uitwisseling.invoer.laden import Voortgang
from vangnet.uitwisseling.invoer.vergelijken import Stand
from vangnet.uitwisseling.invoer.verslag import Uitkomst
from vangnet.uitwisseling.services import Invoer, register_invoeren, register_uitvoeren

GELUKT, MISLUKT, VERKEERD_AANGEROEPEN = 0, 1, 2
_BREEDTE = 60


def importeer(invoer: Invoer, *, vrager: Vrager) -> int:
    """Take a package in and tell how it went; returns the exit code."""
    voortgang = voortgangsregel(sys.stderr)

    def meld(fout: Fout) -> None:
        sys.stderr.write(f"{fout}\n")

    uitkomst = register_invoeren(invoer, vrager=vrager, meld=meld, voortgang=voortgang)
    wis(sys.stderr)
    for regel in samenvatting(uitkomst):
        sys.stderr.write(f"{regel}\n")
    for regel in tabel(uitkomst):
        sys.stdout.write(f"{regel}\n")
    if uitkomst.met_kanten and not uitkomst.aantal_fouten:
        sys.stdout.write(f"{_kantenzin(uitkomst.met_kanten)}\n")
    sys.stdout.write(f"{_slotzin(uitkomst, invoer)}\n")
    return MISLUKT if uitkomst.aantal_fouten else GELUKT


def exporteer(pad: Path, *, reden: str | None, vrager: Vrager) -> int:
    """Write the register out as a package; asks for a reason when none is given."""
    reden = reden if reden is not None else _vraag_reden()
    if not reden.strip():
        sys.stderr.write("Geef met --reden op waarom het register wordt uitgevoerd.\n")
        return VERKEERD_AANGEROEPEN
    voortgang = voortgangsregel(sys.stderr)
    uitvoer = register_uitvoeren(pad, reden=reden, vrager=vrager, voortgang=voortgang)
    wis(sys.stderr)
    for naam, aantal in uitvoer.aantallen.items():
        sys.stdout.write(f"{naam:<20}{_getal(aantal):>12}\n")
    for zin in uitvoer.zonder_kolom:
        sys.stdout.write(f"{zin}\n")
    sys.stdout.write(f"Het register staat in {pad}.\n")
    return GELUKT


def exporteer_dossier(pad: Path, *, opdracht: UUID, vrager: Vrager) -> int:
    """Write register and casework out, sealed for who the order names; returns the exit code."""
    voortgang = voortgangsregel(sys.stderr)
    uitvoer = dossier_uitvoeren(pad, opdracht=opdracht, vrager=vrager, voortgang=voortgang)
    wis(sys.stderr)
    for naam, aantal in uitvoer.aantallen.items():
        sys.stdout.write(f"{naam:<20}{_getal(aantal):>12}\n")
    for zin in uitvoer.blijft:
        sys.stdout.write(f"{zin}\n")
    sys.stdout.write(
        f"Het pakket met de dossiers staat versleuteld in {pad}. Alleen {uitvoer.ontvanger} kan "
        "het openen. De opdracht is gebruikt.\n"
    )
    return GELUKT


def samenvatting(uitkomst: Uitkomst) -> Iterator[str]:
    """When there are many faults: how often each kind stands in each column."""
    if len(uitkomst.per_soort) == sum(uitkomst.per_soort.values()):
        return
    for (bestand, kolom, soort), aantal in uitkomst.per_soort.items():
        plek = f"{bestand}, kolom {kolom}" if kolom else bestand
        yield f"samen: {_getal(aantal)} keer in {plek}: {SOORTEN[soort][0].format(over='…')}."


def tabel(uitkomst: Uitkomst) -> Iterator[str]:
    """New, changed, same, wrong and dropped rows by file, with a header."""
    koppen = ("nieuw", "gewijzigd", "gelijk", "fout", "vervalt")
    yield f"{'bestand':<20}" + "".join(f"{kop:>12}" for kop in koppen)
    for naam, stand in uitkomst.standen.items():
        yield f"{naam:<20}" + "".join(f"{_getal(aantal):>12}" for aantal in _aantallen(stand))


def _aantallen(stand: Stand) -> tuple[int, ...]:
    return (stand.nieuw, stand.gewijzigd, stand.gelijk, stand.fout, stand.vervalt)


def _kantenzin(zaken: Sequence[str]) -> str:
    """What a regisseur has to know before anybody is invited; the identifiers come from outside."""
    namen = ", ".join(toonbaar(zaak) for zaak in zaken)
    return (
        "In deze zaken staan mensen tegenover elkaar, elk aan een kant. Laat de procesregisseur "
        f"dat nakijken en bij elke uitnodiging van een partner een kant kiezen: {namen}."
    )


def _slotzin(uitkomst: Uitkomst, invoer: Invoer) -> str:
    if uitkomst.aantal_fouten:
        woord = "fout" if uitkomst.aantal_fouten == 1 else "fouten"
        return f"Niets ingevoerd: {_getal(uitkomst.aantal_fouten)} {woord}."
    if invoer.proef:
        return "Dit was een proef: er is niets ingevoerd."
    return "Het pakket is ingevoerd."


def _vraag_reden() -> str:
    """Ask at the terminal; without one there is nobody to answer."""
    if not sys.stdin.isatty():
        return ""
    sys.stderr.write("Waarom voer je het register uit? Dit komt in het journaal: ")
    sys.stderr.flush()
    return sys.stdin.readline()


def _getal(aantal: int) -> str:
    return f"{aantal:,}".replace(",", ".")


def voortgangsregel(stroom: TextIO) -> Voortgang:
    """Shows the running step on one line of a terminal; says nothing elsewhere."""
    if not stroom.isatty():
        return lambda stap, aantal: None

    def toon(stap: str, aantal: int) -> None:
        regel = f"{stap}: {_getal(aantal)} rijen" if aantal else stap
        stroom.write(f"\r{regel:<{_BREEDTE}}")
        stroom.flush()

    return toon


def wis(stroom: TextIO) -> None:
    """Clear the line of progress."""
    if stroom.isatty():
        stroom.write(f"\r{' ' * _BREEDTE}\r")
