# SPDX-License-Identifier: EUPL-1.2
"""`importeer` and `exporteer`: the register package in and out."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from vangnet.opdrachtregel.opdracht import Opdracht


def _importeer_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("pad", metavar="PAD", type=Path, help="map, zip of xlsx met het pakket")
    lezer.add_argument("--proef", action="store_true", help="doe alles, maar schrijf niets")
    lezer.add_argument(
        "--vervang",
        action="store_true",
        help="vervang van elke casus in het pakket alle inzetten, afsluitingen, betrokkenen en "
        "trajecten",
    )


def _importeer(keuze: Namespace) -> int:
    from vangnet.kern.spoor import nieuw_spoor
    from vangnet.opdrachtregel.vrager import opdrachtgever
    from vangnet.uitwisseling.opdrachten import importeer
    from vangnet.uitwisseling.services import Invoer

    nieuw_spoor()
    invoer = Invoer(keuze.pad, proef=keuze.proef, vervang=keuze.vervang)
    return importeer(invoer, vrager=opdrachtgever())


def _exporteer_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "pad", metavar="PAD", type=Path, help="nieuwe map, of een naam op .zip of .xlsx"
    )
    lezer.add_argument("--reden", metavar="TEKST", help="waarom; komt in het journaal")


def _exporteer(keuze: Namespace) -> int:
    from vangnet.kern.spoor import nieuw_spoor
    from vangnet.opdrachtregel.vrager import opdrachtgever
    from vangnet.uitwisseling.opdrachten import exporteer

    nieuw_spoor()
    return exporteer(keuze.pad, reden=keuze.reden, vrager=opdrachtgever())


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
)
