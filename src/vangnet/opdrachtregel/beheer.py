# SPDX-License-Identifier: EUPL-1.2
"""Commands of an administrator: schema, roles, settings, keys."""

import sys
from argparse import ArgumentParser, Namespace

from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.opdracht import GELUKT, Nodig, Opdracht

# One update at a time; any number that nobody else uses.
_SLOTNUMMER = 715517
_WACHT_OP_ANDER = "5min"
_WACHT_OP_TABEL = "15s"


def migreer(_: Namespace) -> int:
    """Bring schema, keys, code lists and the caller's account up to date, under the owner role.

    Raises OmgevingFout when somebody holds what it needs, or when the schema is of newer code.
    """
    from django.core.management import call_command
    from django.db import OperationalError
    from psycopg.errors import LockNotAvailable

    from vangnet.gebruikers.services import opdrachtregelaccount_zetten
    from vangnet.inrichting.services import basisgegevens_zetten
    from vangnet.kern.databank.schema import eis_geen_nieuwer_schema
    from vangnet.opdrachtregel.huis import systeemnaam
    from vangnet.toegang.sleutels import vragersleutels_zetten
    from vangnet.toegang.startcontrole import rechten_vastleggen, rechten_vrijgeven

    try:
        _neem_migratieslot()
        eis_geen_nieuwer_schema()
        rechten_vrijgeven()
        call_command("migrate", interactive=False, verbosity=0)
        rechten_vastleggen()
        vragersleutels_zetten()
        basisgegevens_zetten()
        opdrachtregelaccount_zetten(systeemnaam())
    except OperationalError as fout:
        if not isinstance(fout.__cause__, LockNotAvailable):
            raise
        raise OmgevingFout(
            "De databank is in gebruik, dus bijwerken lukt nu niet. Er is niets half gewijzigd. "
            "Stop web en werker, of wacht tot een andere bijwerking klaar is. Probeer het dan "
            "opnieuw."
        ) from fout
    return GELUKT


def _neem_migratieslot() -> None:
    """Wait for another update; the lock goes with the connection, also when this is killed."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [_WACHT_OP_ANDER])
        cursor.execute("SELECT pg_advisory_lock(%s)", [_SLOTNUMMER])
        cursor.execute("SELECT set_config('lock_timeout', %s, false)", [_WACHT_OP_TABEL])


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
        extra = f" (of een bestand: {instelling.naam}_FILE)" if instelling.geheim else ""
        sys.stdout.write(f"{instelling.naam}{extra}\n    {instelling.uitleg}\n")
        sys.stdout.write(f"    Nu: {instelling.waarde or 'leeg'}\n")
    return GELUKT


def _sleutel(_: Namespace) -> int:
    from config import settings
    from vangnet.journaal.services import Act, leg_vast
    from vangnet.opdrachtregel.huis import als_eigenaar
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    nummer = int(als_eigenaar("sleutel-zetten"))
    with als_opdrachtgever():
        leg_vast(
            Act(
                handeling="sleutel.gedraaid",
                object_soort="sleutel",
                herkomst="opdrachtregel",
                aantallen={"nummer": nummer},
            )
        )
    sys.stdout.write(
        f"Sleutel {nummer} is gemaakt. Start Vangnet opnieuw, dan is hij in gebruik; wie is "
        f"ingelogd, blijft ingelogd. Leg een kopie van {settings.SLEUTELBESTAND} apart weg, niet "
        "bij de back-up.\n"
    )
    return GELUKT


def _sleutel_zetten(_: Namespace) -> int:
    """Database first, file second: killed in between, the database knows one key too many."""
    from config import settings
    from vangnet.kern.databank.sleutelbestand import bewaar, gedraaid
    from vangnet.toegang.sleutels import vragersleutels_zetten

    bos = gedraaid(settings.SLEUTELS)
    vragersleutels_zetten(bos)
    bewaar(settings.SLEUTELBESTAND, bos)
    sys.stdout.write(f"{bos.nieuwste('vrager')[0]}\n")
    return GELUKT


def _sleutel_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("wat", choices=["draai"], help="maak een nieuwe sleutel voor elk doel")


OPDRACHTEN = (
    Opdracht(
        naam="migreer",
        uitleg="Werk de databank bij naar de versie van deze code.",
        voorbeeld="bin/vangnet migreer",
        doe=migreer,
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
        uitleg="Toon alle instellingen, met hun uitleg en wat nu geldt.",
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
    ),
    Opdracht(
        naam="sleutel-zetten",
        uitleg="Onderdeel van sleutel.",
        voorbeeld="bin/vangnet sleutel draai",
        doe=_sleutel_zetten,
        nodig=Nodig.EIGENAAR,
        verborgen=True,
    ),
)
