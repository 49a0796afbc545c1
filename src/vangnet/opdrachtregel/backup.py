# SPDX-License-Identifier: EUPL-1.2
"""`backup` and `herstel`: the whole house in a folder, and back into an empty house."""

import sys
from argparse import ArgumentParser, Namespace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.opdracht import GELUKT, MISLUKT, Nodig, Opdracht

if TYPE_CHECKING:
    from vangnet.kern.databank.backup import Kop, Verslag
    from vangnet.kern.databank.client import Toegangsweg


def _backup(keuze: Namespace) -> int:
    from config import settings
    from vangnet.kern.databank.backup import maak_backup

    kop = _kop()
    # First of all, so that every copy that leaves the house is in the journaal, and in itself.
    _leg_vast("backup.gemaakt", {})
    verslag = maak_backup(Path(keuze.pad), weg("backup"), kop=kop, voortgang=_toon)
    sys.stdout.write(
        f"De back-up staat in {keuze.pad}: {verslag.rijen()} rijen uit {len(verslag.tabellen)} "
        f"tabellen. Het sleutelbestand zit er niet in: bewaar een kopie van "
        f"{settings.SLEUTELBESTAND} apart, op een andere plaats.\n"
    )
    return GELUKT


def _kop() -> "Kop":
    from django.conf import settings

    from vangnet.kern.databank.backup import Kop, vingerafdrukken
    from vangnet.kern.databank.schema import gedane_migraties
    from vangnet.kern.klok import nu

    return Kop(
        moment=nu().isoformat(timespec="seconds"),
        rollen=settings.ROLLEN.voorvoegsel,
        migraties=sorted(gedane_migraties()),
        sleutels=vingerafdrukken(settings.SLEUTELS),
    )


def weg(rol: str) -> "Toegangsweg":
    """The way into the database as `rol`, for programs that know nothing of Django."""
    from config import settings
    from vangnet.kern.databank.client import Toegangsweg
    from vangnet.kern.databank.programmas import eigen_programma, serverprogramma

    gegevens = settings.databank_als(rol)
    namen = {"HOST": "host", "PORT": "port", "USER": "user", "PASSWORD": "password"}
    los = {doel: gegevens[naam] for naam, doel in namen.items() if gegevens.get(naam)}
    programma = eigen_programma
    if settings.DATABASE_URL:
        programma = partial(serverprogramma, versie=_serverversie())
    return Toegangsweg(los | {"dbname": gegevens["NAME"]} | gegevens["OPTIONS"], programma)


def _serverversie() -> int:
    from django.db import connection

    connection.ensure_connection()
    return int(connection.connection.info.server_version) // 10_000


def _herstel(keuze: Namespace) -> int:
    from config import settings
    from vangnet.kern.databank.herstel import eis_leeg, lees_verslag, verschillen, zet_terug
    from vangnet.opdrachtregel.huis import als_eigenaar

    map_ = Path(keuze.pad)
    verslag = lees_verslag(map_)
    _eis_passend(verslag, zonder_sleutels=keuze.zonder_sleutels)
    eis_leeg(weg("eigenaar"), verslag)
    zet_terug(map_, weg("eigenaar"), rollen=settings.ROLLEN, voortgang=_toon)
    _zet_databankrechten()
    anders = verschillen(verslag, weg("backup"), voortgang=_toon)
    als_eigenaar("na-herstel")
    _leg_vast("backup.teruggezet", {"tabellen": len(verslag.tabellen), "anders": len(anders)})
    if anders:
        sys.stderr.write(f"Let op: niet gelijk aan de back-up: {', '.join(anders)}\n")
        return MISLUKT
    sys.stdout.write(
        f"De back-up van {verslag.kop.moment} is teruggezet: {verslag.rijen()} rijen in "
        f"{len(verslag.tabellen)} tabellen, ook het journaal, zijn gelijk. Iedereen moet opnieuw "
        "inloggen. Vernietig opnieuw wat na dat moment is vernietigd.\n"
    )
    return GELUKT


def _eis_passend(verslag: "Verslag", *, zonder_sleutels: bool) -> None:
    """Raise OmgevingFout when this code, these roles or this key file don't go with the back-up."""
    from config import settings
    from vangnet.kern.databank.backup import vingerafdrukken
    from vangnet.kern.databank.schema import Schemastand, schemastand

    kop = verslag.kop
    if schemastand(frozenset((app, naam) for app, naam in kop.migraties)) is Schemastand.ONBEKEND:
        raise OmgevingFout("De back-up is van een nieuwere versie van Vangnet. Zet die code neer.")
    if kop.rollen != settings.ROLLEN.voorvoegsel:
        raise OmgevingFout(
            f"De back-up hoort bij de rollen '{kop.rollen}'. Zet VANGNET_ROLLEN op {kop.rollen}."
        )
    hier = vingerafdrukken(settings.SLEUTELS)
    mist = any(kop.sleutels[doel].items() - hier[doel].items() for doel in ("velden", "index"))
    if mist and not zonder_sleutels:
        raise OmgevingFout(
            f"De back-up hoort bij een ander sleutelbestand: zet de kopie daarvan op de plaats van "
            f"{settings.SLEUTELBESTAND}. Is het weg? Met --zonder-sleutels gaat het ook, maar "
            "versleutelde velden (zoals het BSN) blijven dan voorgoed onleesbaar."
        )


def _zet_databankrechten() -> None:
    """The grants of the database itself are in no back-up; a server got them from its beheerder."""
    from config import settings
    from vangnet.kern.databank.cluster import Cluster
    from vangnet.kern.databank.lanceren import zet_rechten
    from vangnet.kern.databank.plek import bepaal_plek

    if not settings.DATABASE_URL:
        cluster = Cluster(bepaal_plek(settings.VANGNET_DATA), settings.ROLLEN)
        zet_rechten(cluster, settings.ROLLEN, weg("eigenaar").gegevens["dbname"])


def _na_herstel(keuze: Namespace) -> int:
    """What a back-up leaves out, and what came in later versions of the code."""
    from vangnet.opdrachtregel.beheer import migreer
    from vangnet.toegang.sleutels import sleuteltabel_terugzetten

    sleuteltabel_terugzetten()
    return migreer(keuze)


def _leg_vast(handeling: str, aantallen: dict[str, int]) -> None:
    from vangnet.journaal.services import Act, leg_vast
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    with als_opdrachtgever():
        leg_vast(
            Act(
                handeling=handeling,
                object_soort="backup",
                herkomst="opdrachtregel",
                aantallen=aantallen,
            )
        )


def _toon(stap: str, gedaan: int, van: int) -> None:
    """One line that is written over; nothing when nobody looks."""
    if sys.stderr.isatty():
        einde = "\n" if gedaan == van else ""
        sys.stderr.write(f"\r{stap}: tabel {gedaan} van {van}{einde}")
        sys.stderr.flush()


def _pad(lezer: ArgumentParser) -> None:
    lezer.add_argument("pad", metavar="PAD", help="map van de back-up")


def _herstel_argumenten(lezer: ArgumentParser) -> None:
    _pad(lezer)
    lezer.add_argument(
        "--zonder-sleutels",
        action="store_true",
        help="ook als het sleutelbestand van de back-up er niet meer is",
    )


OPDRACHTEN = (
    Opdracht(
        naam="backup",
        uitleg="Maak een back-up van het huis in een nieuwe map, zonder het sleutelbestand.",
        voorbeeld="bin/vangnet backup /media/kluis/vangnet-2026-11-23",
        doe=_backup,
        argumenten=_pad,
    ),
    Opdracht(
        naam="herstel",
        uitleg="Zet een back-up terug in een leeg huis en kijk na of alles er weer is.",
        voorbeeld="VANGNET_DATA=/srv/herstel bin/vangnet herstel /media/kluis/vangnet-2026-11-23",
        doe=_herstel,
        argumenten=_herstel_argumenten,
        nodig=Nodig.DATABANK,
    ),
    Opdracht(
        naam="na-herstel",
        uitleg="Onderdeel van herstel.",
        voorbeeld="bin/vangnet herstel PAD",
        doe=_na_herstel,
        nodig=Nodig.EIGENAAR,
        verborgen=True,
    ),
)
