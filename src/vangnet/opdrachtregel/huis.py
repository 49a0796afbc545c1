# SPDX-License-Identifier: EUPL-1.2
"""Have the house at hand: database running, schema up to date, and a narrow account to act under."""

import os
import pwd
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.opdracht import Nodig


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
            yield
            return
        _django()
        _bijgewerkt()
        yield


def databank_aan(stapel: ExitStack) -> None:
    """Start the embedded database unless a server is set; it stops when `stapel` closes."""
    from config import settings
    from vangnet.kern.databank.lanceren import ingebouwde_databank

    if settings.DATABASE_URL or os.environ.get("VANGNET_SOCKET"):
        return
    cluster = stapel.enter_context(ingebouwde_databank(settings.VANGNET_DATA, settings.ROLLEN))
    os.environ["VANGNET_SOCKET"] = str(cluster.plek.socket)
    stapel.callback(os.environ.pop, "VANGNET_SOCKET", None)
    # The settings module was read before the socket was known.
    settings.DATABASES["default"]["HOST"] = str(cluster.plek.socket)


def _django() -> None:
    import django

    if os.environ.get("VANGNET_ALS_EIGENAAR"):
        from config import settings

        settings.DATABASES["default"] = settings.databank_als("eigenaar")
    django.setup()


def _bijgewerkt() -> None:
    """Bring an embedded database up to date; a server is an administrator's to update."""
    from django.conf import settings

    from vangnet.kern.databank.schema import schema_is_bij

    if schema_is_bij():
        return
    if settings.DATABASE_URL:
        raise OmgevingFout(
            "De databank heeft een andere versie dan deze code. Laat een beheerder uitvoeren: "
            "bin/vangnet migreer"
        )
    als_eigenaar("migreer")


def als_eigenaar(*woorden: str) -> None:
    """Run a command in a process of its own under the owner role; this one stays the application.

    Raises OmgevingFout when it fails.
    """
    resultaat = subprocess.run(  # noqa: S603 - own program, fixed words
        [sys.executable, "-m", "vangnet", *woorden],
        env=os.environ | {"VANGNET_ALS_EIGENAAR": "1"},
        capture_output=True,
        text=True,
    )
    if resultaat.returncode != 0:
        raise OmgevingFout(f"Bijwerken van de databank is mislukt.\n{resultaat.stderr.strip()}")


def systeemnaam() -> str:
    """Name of the operating-system user who gives the command."""
    return pwd.getpwuid(os.geteuid()).pw_name
