# SPDX-License-Identifier: EUPL-1.2
"""`importeer`, `exporteer` and `pakketsleutel`: the register package in and out."""

import sys
from argparse import ArgumentParser, Namespace
from getpass import getpass
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from vangnet.opdrachtregel.opdracht import GELUKT, VERKEERD_AANGEROEPEN, Nodig, Opdracht

if TYPE_CHECKING:
    from vangnet.uitwisseling.slot import Sleutel


def _importeer_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "pad", metavar="PAD", type=Path, help="map, zip, xlsx of versleuteld bestand"
    )
    lezer.add_argument("--proef", action="store_true", help="doe alles, maar schrijf niets")
    lezer.add_argument(
        "--vervang",
        action="store_true",
        help="vervang van elke casus in het pakket alle inzetten, afsluitingen, betrokkenen en "
        "trajecten",
    )
    lezer.add_argument(
        "--sleutelbestand",
        metavar="PAD",
        type=Path,
        help="de geheime sleutel van een pakket met dossiers; zonder vraagt Vangnet erom",
    )


def sleutel_voor(pad: Path, sleutelbestand: Path | None) -> "Sleutel | None":
    """The key for a sealed package: from a file, or pasted at the terminal, unseen."""
    from vangnet.uitwisseling.slot import is_versleuteld, lees_sleutel, lees_sleutelbestand

    if sleutelbestand is not None:
        return lees_sleutelbestand(sleutelbestand)
    if not is_versleuteld(pad) or not sys.stdin.isatty():
        return None
    return lees_sleutel(getpass("Dit pakket is versleuteld. Plak de geheime sleutel: "))


def _importeer(keuze: Namespace) -> int:
    from vangnet.kern.spoor import nieuw_spoor
    from vangnet.opdrachtregel.vrager import opdrachtgever
    from vangnet.uitwisseling.opdrachten import importeer
    from vangnet.uitwisseling.services import Invoer

    nieuw_spoor()
    sleutel = sleutel_voor(keuze.pad, keuze.sleutelbestand)
    invoer = Invoer(keuze.pad, proef=keuze.proef, vervang=keuze.vervang, sleutel=sleutel)
    return importeer(invoer, vrager=opdrachtgever())


def _exporteer_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "pad", metavar="PAD", type=Path, help="nieuwe map, of een naam op .zip of .xlsx"
    )
    lezer.add_argument("--reden", metavar="TEKST", help="waarom; komt in het journaal")
    lezer.add_argument(
        "--dossier",
        action="store_true",
        help="ook de dossiers, versleuteld, naar een naam op .age; vraagt om --opdracht",
    )
    lezer.add_argument(
        "--opdracht",
        metavar="NUMMER",
        dest="opdracht_id",
        type=UUID,
        help="de opdracht van manager en privacy officer; haar nummer staat bij Dossierpakket",
    )


def _exporteer(keuze: Namespace) -> int:
    from vangnet.kern.spoor import nieuw_spoor
    from vangnet.opdrachtregel.vrager import opdrachtgever
    from vangnet.uitwisseling.opdrachten import exporteer, exporteer_dossier

    if keuze.dossier != (keuze.opdracht_id is not None):
        sys.stderr.write("Dossiers gaan mee met --dossier en --opdracht NUMMER samen.\n")
        return VERKEERD_AANGEROEPEN
    if keuze.dossier and keuze.reden is not None:
        sys.stderr.write("De reden van een dossierpakket staat in de opdracht. Laat --reden weg.\n")
        return VERKEERD_AANGEROEPEN
    nieuw_spoor()
    if keuze.dossier:
        return exporteer_dossier(keuze.pad, opdracht=keuze.opdracht_id, vrager=opdrachtgever())
    return exporteer(keuze.pad, reden=keuze.reden, vrager=opdrachtgever())


def _pakketsleutel_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "pad", metavar="PAD", type=Path, help="nieuw bestand voor de geheime sleutel"
    )


def _pakketsleutel(keuze: Namespace) -> int:
    from vangnet.uitwisseling.slot import maak_sleutelbestand

    openbaar = maak_sleutelbestand(keuze.pad)
    sys.stdout.write(
        f"{openbaar}\nGeef deze openbare sleutel aan het huis waarvan je het pakket krijgt. De "
        f"geheime staat in {keuze.pad}: geef hem aan niemand, en gooi hem weg als de dossiers zijn "
        "ingevoerd.\n"
    )
    return GELUKT


OPDRACHTEN = (
    Opdracht(
        naam="importeer",
        uitleg="Neem een registerpakket in, in zijn geheel of niet.",
        voorbeeld="bin/vangnet importeer pakket.zip --proef",
        doe=_importeer,
        argumenten=_importeer_argumenten,
    ),
    Opdracht(
        naam="exporteer",
        uitleg="Schrijf het hele register als registerpakket.",
        voorbeeld='bin/vangnet exporteer pakket.zip --reden "overstap naar een ander systeem"',
        doe=_exporteer,
        argumenten=_exporteer_argumenten,
    ),
    Opdracht(
        naam="pakketsleutel",
        uitleg="Maak een sleutel om een pakket met dossiers mee te ontvangen.",
        voorbeeld="bin/vangnet pakketsleutel ontvangst.key",
        doe=_pakketsleutel,
        argumenten=_pakketsleutel_argumenten,
        nodig=Nodig.NIETS,
    ),
)
