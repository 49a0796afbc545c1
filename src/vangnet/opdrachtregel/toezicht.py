# SPDX-License-Identifier: EUPL-1.2
"""`start`: watch over web and worker until Ctrl-C, and stop everything cleanly."""

import http.client
import signal
import socket
import sys
import time
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from types import FrameType

from config import settings
from vangnet.kern.databank.cluster import Cluster
from vangnet.kern.databank.lanceren import herstart_na_uitval, slot
from vangnet.kern.databank.plek import maak_datamap
from vangnet.kern.fouten import OmgevingFout
from vangnet.opdrachtregel.huis import databank_aan, in_het_huis
from vangnet.opdrachtregel.kinderen import Kind, herstart_wie_dood_is, stop_alle
from vangnet.opdrachtregel.opdracht import Nodig

_STOPSIGNALEN = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)
_POORTEN = 50
_RONDE = 1.0
_OPSTARTTIJD = 60


def draai_alles(*, demo: bool) -> None:
    """Run until Ctrl-C or SIGTERM; prints the address when the pages answer."""
    # Also SIGINT: a shell lets what it starts in the background ignore it.
    for signaal in _STOPSIGNALEN:
        signal.signal(signaal, _als_ctrl_c)
    with ExitStack() as stapel:
        cluster = databank_aan(stapel)
        niemand = not _huis_klaarmaken(demo=demo)
        ingang = stapel.enter_context(_vrije_poort(settings.POORT))
        kinderen = _kinderen(ingang)
        stapel.callback(stop_alle, kinderen)
        # Last in, first run: from here on nobody can break off the stopping.
        stapel.callback(_negeer_ctrl_c)
        with suppress(KeyboardInterrupt):
            _wacht_op_antwoord(ingang.getsockname()[1], kinderen)
            if niemand:
                _zeg(
                    "Er zijn nog geen accounts. Maak er een: bin/vangnet gebruiker toevoegen --help"
                )
            _zeg("Stoppen: Ctrl-C")
            _bewaak(cluster, kinderen)
        _zeg("Vangnet stopt …")
    _zeg("Vangnet is gestopt.")


def _als_ctrl_c(_signaal: int, _plek: FrameType | None) -> None:
    raise KeyboardInterrupt


def _negeer_ctrl_c() -> None:
    for signaal in _STOPSIGNALEN:
        signal.signal(signaal, signal.SIG_IGN)


def _huis_klaarmaken(*, demo: bool) -> bool:
    """Schema up to date, demo in a new database, static files gathered; by one start at a time.

    Returns whether there is an account that a person can log in with.
    """
    maak_datamap(settings.VANGNET_DATA)
    with slot(settings.VANGNET_DATA, "klaarmaken"), in_het_huis(Nodig.HUIS):
        from django.core.management import call_command
        from django.db import connection

        from vangnet.gebruikers.selectors import er_zijn_mensen
        from vangnet.opdrachtregel.demo import demo_is_begonnen, demo_vullen, huis_is_leeg

        if huis_is_leeg() and (demo_is_begonnen() or (demo and not settings.DATABASE_URL)):
            _zeg("De demo-provincie wordt gemaakt …")
            for regel in demo_vullen():
                _zeg(regel)
        call_command("collectstatic", interactive=False, verbosity=0)
        iemand = er_zijn_mensen()
        connection.close()
        return iemand


def _vrije_poort(voorkeur: int) -> socket.socket:
    """A listening socket on loopback; bound here and handed down, so nobody can slip in between."""
    for poort in range(voorkeur, voorkeur + _POORTEN):
        ingang = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        # Without this a port that was just left stays taken for a minute.
        ingang.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            ingang.bind(("127.0.0.1", poort))
        except OSError:
            ingang.close()
            continue
        ingang.listen(512)
        return ingang
    raise OmgevingFout(
        f"De poorten {voorkeur} tot en met {voorkeur + _POORTEN - 1} zijn bezet. "
        "Kies een andere met VANGNET_POORT."
    )


def _kinderen(ingang: socket.socket) -> list[Kind]:
    fd = ingang.fileno()
    web = ["gunicorn", "--config", "python:config.gunicorn", "--bind", f"fd://{fd}", "config.wsgi"]
    return [
        Kind("web", [sys.executable, "-m", *web], doorgeven=[fd]),
        Kind("taken", [sys.executable, "-m", "vangnet", "werker"]),
    ]


def _wacht_op_antwoord(poort: int, kinderen: Sequence[Kind]) -> None:
    einde = time.monotonic() + _OPSTARTTIJD
    while time.monotonic() < einde:
        herstart_wie_dood_is(kinderen)
        if _is_gereed(poort):
            _zeg(f"Vangnet draait op http://127.0.0.1:{poort}")
            return
        time.sleep(0.2)
    raise OmgevingFout("De webpagina's antwoorden niet. Kijk naar de regels hierboven.")


def _is_gereed(poort: int) -> bool:
    """Whether /gereed answers well. Not through a proxy that the environment may name."""
    verbinding = http.client.HTTPConnection("127.0.0.1", poort, timeout=5)
    try:
        verbinding.request("GET", "/gereed", headers={"Host": _host()})
        return verbinding.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        verbinding.close()


def _host() -> str:
    eerste = next(iter(settings.ALLOWED_HOSTS), "*")
    return "127.0.0.1" if eerste == "*" else eerste.lstrip(".")


def _bewaak(cluster: Cluster | None, kinderen: Sequence[Kind]) -> None:
    while True:
        time.sleep(_RONDE)
        if cluster is not None:
            herstart_na_uitval(cluster)
        herstart_wie_dood_is(kinderen)


def _zeg(tekst: str) -> None:
    sys.stdout.write(f"{tekst}\n")
    sys.stdout.flush()
