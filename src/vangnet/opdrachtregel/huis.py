# SPDX-License-Identifier: EUPL-1.2
"""Have the house at hand: database running, schema up to date, a narrow account to act under."""

import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.opdracht import Nodig

if TYPE_CHECKING:
    from vangnet.kern.databank.cluster import Cluster


@contextmanager
def in_het_huis(nodig: Nodig) -> Iterator[None]:
    """Everything that `nodig` asks for, for as long as the block lasts."""
    if nodig is Nodig.NIETS:
        yield
        return
    with ExitStack() as stapel:
        databank_aan(stapel)
        if nodig is Nodig.EIGENAAR:
            os.environ["VANGNET_ALS_EIGENAAR"] = "1"
        _django()
        if nodig is Nodig.HUIS:
            _bijgewerkt()
            _sleutels_kloppen()
        if nodig is Nodig.DIENST:
            _bekend_schema()
        yield


def databank_aan(stapel: ExitStack) -> "Cluster | None":
    """Start the embedded database unless a server is set; it stops when `stapel` closes.

    Returns the embedded server that this process holds, if any.
    """
    from config import settings
    from vangnet.kern.databank.lanceren import ingebouwde_databank

    if settings.DATABASE_URL or os.environ.get("VANGNET_SOCKET"):
        return None
    cluster = stapel.enter_context(ingebouwde_databank(settings.VANGNET_DATA, settings.ROLLEN))
    os.environ["VANGNET_SOCKET"] = str(cluster.plek.socket)
    stapel.callback(os.environ.pop, "VANGNET_SOCKET", None)
    # The settings module was read before the socket was known.
    settings.DATABASES["default"]["HOST"] = str(cluster.plek.socket)
    return cluster


def _django() -> None:
    import django

    if os.environ.get("VANGNET_ALS_EIGENAAR"):
        from config import settings

        settings.DATABASES["default"] = settings.databank_als("eigenaar")
    django.setup()


def _bijgewerkt() -> None:
    """Bring an embedded database up to date; a server is an administrator's to update."""
    from django.conf import settings

    from vangnet.gebruikers.models import Gebruiker
    from vangnet.kern.databank.schema import Schemastand, schemastand

    if not settings.DATABASE_URL and (
        schemastand() is Schemastand.OUDER
        or not Gebruiker.objects.filter(systeemnaam=systeemnaam()).exists()
    ):
        als_eigenaar("migreer")
    _bekend_schema()


def _bekend_schema() -> None:
    from vangnet.kern.databank.schema import eis_bekend_schema
    from vangnet.toegang.startcontrole import eis_smalle_rechten

    eis_bekend_schema()
    eis_smalle_rechten()


def _sleutels_kloppen() -> None:
    """Raise OmgevingFout when the database doesn't know our keys: it would show no row at all."""
    from django.db import connection

    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    with als_opdrachtgever() as vrager, connection.cursor() as cursor:
        cursor.execute("SELECT toegang.vrager()")
        if cursor.fetchone()[0] != vrager.gebruiker:
            raise OmgevingFout(
                "Het sleutelbestand hoort niet bij deze databank. Zet het goede sleutelbestand "
                "terug. Is dit bestand met opzet nieuw? Voer dan uit: bin/vangnet migreer"
            )


def als_eigenaar(*woorden: str, invoer: str = "") -> str:
    """Run a command in a process of its own under the owner role; this one stays the application.

    invoer: text for its stdin. Returns what it says on stdout. Raises OmgevingFout when it fails,
    with its own sentence.
    """
    resultaat = subprocess.run(  # noqa: S603 - own program, fixed words
        [sys.executable, "-m", "vangnet", *woorden],
        env=os.environ | {"VANGNET_ALS_EIGENAAR": "1"},
        input=invoer,
        capture_output=True,
        text=True,
    )
    if resultaat.returncode != 0:
        raise OmgevingFout(resultaat.stderr.strip() or "Bijwerken van de databank is mislukt.")
    return resultaat.stdout


def systeemnaam() -> str:
    """Name of the operating-system user who gives the command."""
    return pwd.getpwuid(os.geteuid()).pw_name
