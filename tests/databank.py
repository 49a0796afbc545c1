# SPDX-License-Identifier: EUPL-1.2
"""pytest plugin: the test databases. Loaded before Django reads its settings.

One template with migrations, code lists and the fixed cast, committed; each worker, and each test
that must commit, gets a clone. Tests connect as the application role, as production does.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

WORTEL = Path(__file__).resolve().parent.parent
# Whatever house this shell is set to, the tests make their own.
for _naam in ("DATABASE_URL", "DATABASE_URL_FILE", "DATABASE_URL_EIGENAAR"):
    os.environ.pop(_naam, None)
os.environ.setdefault("VANGNET_DATA", str(WORTEL / ".vangnet" / "test"))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")

from config import settings as instellingen  # noqa: E402 - the folder has to be chosen first
from vangnet.kern.databank.cluster import BEHEERDER, Cluster  # noqa: E402
from vangnet.kern.databank.lanceren import (  # noqa: E402
    ingebouwde_databank,
    maak_databank,
    verwijder_databank,
)

# Style and script straight from the source: nothing is gathered before a test.
instellingen.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
instellingen.STORAGES["staticfiles"]["BACKEND"] = (
    "django.contrib.staticfiles.storage.StaticFilesStorage"
)
instellingen.WHITENOISE_USE_FINDERS = True  # type: ignore[attr-defined]  # read by whitenoise

_stapel = ExitStack()
_cluster: Cluster | None = None


def cluster() -> Cluster:
    """The test server; started on first use and stopped when pytest ends."""
    global _cluster
    if _cluster is None:
        lopend = ingebouwde_databank(instellingen.VANGNET_DATA, instellingen.ROLLEN)
        _cluster = _stapel.enter_context(lopend)
        os.environ["VANGNET_SOCKET"] = str(_cluster.plek.socket)
        with _cluster.verbind(BEHEERDER, "postgres") as verbinding:
            # A test database may be lost with the power.
            for regel in ("fsync = off", "synchronous_commit = off", "full_page_writes = off"):
                verbinding.execute(f"ALTER SYSTEM SET {regel}")
            verbinding.execute("SELECT pg_reload_conf()")
    return _cluster


def pytest_unconfigure() -> None:
    """Let go of the server; the last process out stops it."""
    _stapel.close()


_OUDERDOM = """
    SELECT datname,
           (pg_stat_file('base/' || oid || '/PG_VERSION', true)).modification
               < now() - interval '3 hours'
    FROM pg_database
"""


def _vingerafdruk() -> str:
    """Changes when anything changes that the template is made of."""
    som = hashlib.sha256(instellingen.SLEUTELBESTAND.read_bytes())
    bronnen = [
        *WORTEL.glob("src/vangnet/*/migrations/*.py"),
        *WORTEL.glob("src/vangnet/*/sql/*.sql"),
        *WORTEL.glob("src/vangnet/inrichting/**/*.*"),
        *WORTEL.glob("src/vangnet/gebruikers/*.py"),
        WORTEL / "src/vangnet/kern/migraties.py",
        WORTEL / "src/vangnet/kern/databank/rollen.py",
        WORTEL / "tests/bezetting.py",
        WORTEL / "requirements.txt",
    ]
    for bron in sorted(bronnen):
        if "__pycache__" not in bron.parts:
            som.update(str(bron.relative_to(WORTEL)).encode() + bron.read_bytes())
    return som.hexdigest()[:16]


def kaal_sjabloon() -> str:
    """Name of the template with migrations and code lists only, of which the others are made."""
    return maak_sjabloon(f"sjabloon_kaal_{_vingerafdruk()}", _migreer)


def sjabloon() -> str:
    """Name of the template database; made when it isn't there."""
    return maak_sjabloon(f"sjabloon_{_vingerafdruk()}", _bezet, van=kaal_sjabloon())


def maak_sjabloon(naam: str, vullen: Callable[[str], None], *, van: str | None = None) -> str:
    """Have template `naam`, filled by `vullen` from empty or from a copy of template `van`.

    One process makes it at a time; returns `naam`.
    """
    with _slot(), cluster().verbind(BEHEERDER, "postgres") as verbinding:
        rijen = verbinding.execute(_OUDERDOM).fetchall()
        if naam in {str(rij[0]) for rij in rijen}:
            return naam
        for oud, is_oud in rijen:
            # Not the young ones: another pytest may be working with them at this moment.
            if is_oud and oud != van and str(oud).startswith(("sjabloon_", "half_", "proef_")):
                verwijder_databank(cluster(), str(oud))
        half = f"half_{uuid4().hex[:12]}"
        maak_databank(cluster(), instellingen.ROLLEN, half, sjabloon=van)
        vullen(half)
        verbinding.execute(f"ALTER DATABASE {half} RENAME TO {naam}")
    return naam


def _migreer(databank: str) -> None:
    voer_uit("vangnet", "migreer", databank=databank, eigenaar=True)


def _bezet(databank: str) -> None:
    voer_uit("tests.bezetting", databank=databank, eigenaar=True)


def voer_uit(module: str, *woorden: str, databank: str, eigenaar: bool = False) -> None:
    """Run a module of ours in a process of its own on `databank`."""
    omgeving = os.environ | {"VANGNET_DATABANK": databank}
    omgeving |= {"VANGNET_ALS_EIGENAAR": "1"} if eigenaar else {}
    resultaat = subprocess.run(  # noqa: S603 - own program, fixed words
        [sys.executable, "-m", module, *woorden],
        env=omgeving,
        cwd=WORTEL,
        capture_output=True,
        text=True,
    )
    if resultaat.returncode:
        raise RuntimeError(f"{module} {' '.join(woorden)}: {resultaat.stderr}")


@contextmanager
def _slot() -> Iterator[None]:
    with (instellingen.VANGNET_DATA / "sjabloon.slot").open("w") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield


@contextmanager
def kloon(van: str | None = None) -> Iterator[str]:
    """A fresh copy of template `van`, default that of sjabloon(); gone at the end of the block."""
    naam = f"proef_{uuid4().hex[:12]}"
    maak_databank(cluster(), instellingen.ROLLEN, naam, sjabloon=van or sjabloon())
    try:
        yield naam
    finally:
        verwijder_databank(cluster(), naam)


@contextmanager
def verbonden_met(naam: str) -> Iterator[None]:
    """Django's connection points at database `naam`."""
    from django.db import connection

    vorige = connection.settings_dict["NAME"]
    connection.close()
    connection.settings_dict["NAME"] = naam
    connection.settings_dict["HOST"] = str(cluster().plek.socket)
    try:
        yield
    finally:
        connection.close()
        connection.settings_dict["NAME"] = vorige
