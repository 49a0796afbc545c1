# SPDX-License-Identifier: EUPL-1.2
"""Two houses to open in a browser: the demo, and one in which nothing was ever recorded."""

import hashlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from urllib.error import URLError
from urllib.request import urlopen

import psycopg

from config.settings import STATIC_ROOT
from tests.databank import WORTEL, cluster, kaal_sjabloon, kloon, maak_sjabloon, sjabloon, voer_uit
from vangnet.kern.databank.cluster import BEHEERDER

_OPSTARTTIJD = 60
_LAATSTE_IS_OUDER = """
    UPDATE gebruikers_sessie SET gezien_op = gezien_op - %s, begonnen_op = begonnen_op - %s
     WHERE id = (SELECT id FROM gebruikers_sessie ORDER BY begonnen_op DESC LIMIT 1)
"""
LANGE_NAAM = "Vanderzwaluwenburg-Bontekoestraatsterhuizen" * 2
_MET_LANGE_NAAM = """
    UPDATE personen_persoon SET achternaam = %s, voornamen = 'Wilhelmina Johanna Frederika'
    WHERE id = (SELECT hoofdbetrokkene_id FROM casus_casus WHERE kenmerk = 'ZVH-2022-0001')
"""


@dataclass
class Huis:
    """A house that answers on `adres`.

    staten: the cookies of who logged in before. zaken: the paths of casussen that a test opened.
    """

    adres: str
    omgeving: dict[str, str]
    staten: dict[str, Any] = field(default_factory=dict)
    zaken: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def beheer(self) -> Iterator[psycopg.Connection]:
        """The administrator of its database, each statement of whom counts at once."""
        with cluster().verbind(BEHEERDER, self.omgeving["VANGNET_DATABANK"]) as verbinding:
            verbinding.autocommit = True
            yield verbinding

    def maak_zitting_ouder(self, *, stil: timedelta, langst: timedelta = timedelta(0)) -> None:
        """The session that began last was last seen, and began, so much longer ago."""
        with self.beheer() as verbinding:
            assert verbinding.execute(_LAATSTE_IS_OUDER, [stil, langst]).rowcount == 1


def leeg_sjabloon() -> str:
    """Template of a house marked as a demo, with its people to log in as, and nothing else."""
    return maak_sjabloon(f"sjabloon_leeg_{_stand()}", _vul_leeg, van=kaal_sjabloon())


def demo_sjabloon() -> str:
    """Template with the demo province and the cast of the tests."""
    return maak_sjabloon(f"sjabloon_demo_{_stand()}", _vul_demo, van=zuiver_sjabloon())


def zuiver_sjabloon() -> str:
    """Template with the demo province as a visitor gets it, brought in as any package."""
    return maak_sjabloon(f"sjabloon_zuiver_{_stand()}", _vul_zuiver, van=leeg_sjabloon())


def _stand() -> str:
    """Changes with what the demo is made of, and with the ordinary template."""
    som = hashlib.sha256(sjabloon().encode())
    for voorbeeld in sorted((WORTEL / "src/vangnet").glob("*/voorbeeld*.py")):
        som.update(voorbeeld.read_bytes())
    for map_ in ("demo", "uitwisseling", "kerncijfers/sql"):
        for bron in sorted((WORTEL / "src/vangnet" / map_).rglob("*.*")):
            if bron.is_file() and "__pycache__" not in bron.parts:
                som.update(bron.read_bytes())
    return som.hexdigest()[:16]


def _vul_leeg(databank: str) -> None:
    voer_uit("vangnet", "demo-merk", databank=databank, eigenaar=True)


def _vul_zuiver(databank: str) -> None:
    voer_uit("vangnet", "demo", databank=databank)


def _vul_demo(databank: str) -> None:
    voer_uit("tests.bezetting", databank=databank, eigenaar=True)
    with cluster().verbind(BEHEERDER, databank) as verbinding:
        verbinding.execute(_MET_LANGE_NAAM, [LANGE_NAAM])


@contextmanager
def huis(van: str, *, werkers: int) -> Iterator[Huis]:
    """The pages of a clone of template `van`, served as in production, on a free port."""
    with kloon(van) as databank, socket.create_server(("127.0.0.1", 0)) as ingang:
        omgeving = os.environ | {"VANGNET_DATABANK": databank}
        fd = ingang.fileno()
        opdracht = ["gunicorn", "--config", "python:config.gunicorn", "--workers", str(werkers)]
        with proces(
            [*opdracht, "--bind", f"fd://{fd}", "config.wsgi"], omgeving, doorgeven=(fd,)
        ) as kind:
            gereed = Huis(f"http://127.0.0.1:{ingang.getsockname()[1]}", omgeving)
            _wacht_op(f"{gereed.adres}/gereed", kind)
            yield gereed


def verzamel_statisch() -> None:
    """Style and script in the folder from which the server gives them."""
    opdracht = [sys.executable, "-m", "django", "collectstatic", "--no-input", "--verbosity=0"]
    subprocess.run(opdracht, cwd=WORTEL, check=True)  # noqa: S603 - own program, fixed words
    assert STATIC_ROOT.is_dir()


@contextmanager
def proces(
    woorden: list[str], omgeving: dict[str, str], doorgeven: tuple[int, ...] = ()
) -> Iterator[subprocess.Popen[bytes]]:
    """A module of Python in a process of its own, ended with the block."""
    with ExitStack() as stapel:
        kind = subprocess.Popen(  # noqa: S603 - own program, fixed words
            [sys.executable, "-m", *woorden], env=omgeving, cwd=WORTEL, pass_fds=doorgeven
        )
        stapel.callback(kind.wait, 20)
        stapel.callback(kind.terminate)
        yield kind


def _wacht_op(adres: str, kind: subprocess.Popen[bytes]) -> None:
    einde = time.monotonic() + _OPSTARTTIJD
    while time.monotonic() < einde and kind.poll() is None:
        try:
            with urlopen(adres, timeout=5):  # noqa: S310 - our own address
                return
        except (URLError, OSError):
            time.sleep(0.1)
    raise RuntimeError(f"{adres} antwoordt niet.")
