# SPDX-License-Identifier: EUPL-1.2
"""Commands of an administrator: schema, roles, settings, keys."""

import sys
from argparse import ArgumentParser, Namespace

from vangnet.opdrachtregel.opdracht import GELUKT, Nodig, Opdracht


def _migreer(_: Namespace) -> int:
    from django.core.management import call_command
    from django.db import connection

    from vangnet.gebruikers.services import opdrachtregelaccount_zetten
    from vangnet.inrichting.services import basisgegevens_zetten
    from vangnet.opdrachtregel.huis import systeemnaam
    from vangnet.toegang.sleutels import vragersleutels_zetten

    with connection.cursor() as cursor:
        # Two updates at once would trip over each other; the lock goes with the connection.
        cursor.execute("SET lock_timeout = '5min'")
        cursor.execute("SELECT pg_advisory_lock(715517)")
        cursor.execute("SET lock_timeout = '15s'")
    call_command("migrate", interactive=False, verbosity=0)
    vragersleutels_zetten()
    basisgegevens_zetten()
    opdrachtregelaccount_zetten(systeemnaam())
    return GELUKT


def _rollen(keuze: Namespace) -> int:
    from config import settings
    from vangnet.kern.databank.rollen import als_script

    sys.stdout.write(als_script(settings.ROLLEN, keuze.databank) + "\n")
    return GELUKT


def _rollen_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("--databank", default="vangnet", help="naam van de databank")


def _instellingen(_: Namespace) -> int:
    from config import settings
    from config.omgeving import INSTELLINGEN

    assert settings.ROLLEN  # noqa: S101 - reading the settings declares them
    for instelling in sorted(INSTELLINGEN.values(), key=lambda een: een.naam):
        extra = " (of een bestand: " + instelling.naam + "_FILE)" if instelling.geheim else ""
        standaard = f" Standaard: {instelling.standaard}" if instelling.standaard else ""
        sys.stdout.write(f"{instelling.naam}{extra}\n    {instelling.uitleg}{standaard}\n")
    return GELUKT


def _sleutel(_: Namespace) -> int:
    from config import settings
    from vangnet.kern.databank.sleutelbestand import draai
    from vangnet.opdrachtregel.huis import als_eigenaar

    nummer = draai(settings.SLEUTELBESTAND)
    als_eigenaar("migreer")
    sys.stdout.write(
        f"Sleutel {nummer} is gemaakt en in gebruik. Leg een kopie van {settings.SLEUTELBESTAND} "
        "apart weg en start Vangnet opnieuw.\n"
    )
    return GELUKT


def _sleutel_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("wat", choices=["draai"], help="maak een nieuwe sleutel voor elk doel")


OPDRACHTEN = (
    Opdracht(
        naam="migreer",
        uitleg="Werk de databank bij naar de versie van deze code.",
        voorbeeld="bin/vangnet migreer",
        doe=_migreer,
        nodig=Nodig.EIGENAAR,
    ),
    Opdracht(
        naam="rollen",
        uitleg="Toon de SQL die een beheerder van de databankserver één keer uitvoert.",
        voorbeeld="bin/vangnet rollen --databank zvh | psql -U postgres",
        doe=_rollen,
        argumenten=_rollen_argumenten,
        nodig=Nodig.NIETS,
    ),
    Opdracht(
        naam="instellingen",
        uitleg="Toon alle instellingen, met hun uitleg.",
        voorbeeld="bin/vangnet instellingen",
        doe=_instellingen,
        nodig=Nodig.NIETS,
    ),
    Opdracht(
        naam="sleutel",
        uitleg="Maak nieuwe sleutels; de oude blijven nodig om te lezen.",
        voorbeeld="bin/vangnet sleutel draai",
        doe=_sleutel,
        argumenten=_sleutel_argumenten,
        nodig=Nodig.HUIS,
    ),
)
