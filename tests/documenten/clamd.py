# SPDX-License-Identifier: EUPL-1.2
"""A server that speaks as clamd does over a unix socket, for tests: it knows one virus, EICAR."""

import socket
import struct
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# In two halves, so that a scanner over this checkout doesn't find it.
EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + b"ANTIVIRUS-TEST-FILE!$H+H*"
# On this one it hangs up without a word.
KAPOT = b"hier loopt de scanner op stuk"


@contextmanager
def clamd(pad: Path, *, antwoord: str = "", hoogstens: int = 25_000_000) -> Iterator[list[bytes]]:
    """Gives the list of files that it was sent. antwoord: what it says of whatever it gets."""
    gezien: list[bytes] = []
    server = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    server.bind(str(pad))
    server.listen()

    def bedien() -> None:
        while (verbinding := _volgende(server)) is not None:
            with verbinding:
                bestand = _lees(verbinding)
                gezien.append(bestand)
                if KAPOT not in bestand:
                    zin = antwoord or _oordeel(bestand, hoogstens)
                    verbinding.sendall(zin.encode() + b"\0")

    draad = threading.Thread(target=bedien, daemon=True)
    draad.start()
    try:
        yield gezien
    finally:
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        draad.join(5)
        pad.unlink(missing_ok=True)


def _volgende(server: socket.socket) -> socket.socket | None:
    try:
        return server.accept()[0]
    except OSError:
        return None


def _lees(verbinding: socket.socket) -> bytes:
    stroom = verbinding.makefile("rb")
    assert stroom.read(10) == b"zINSTREAM\0"
    bestand = b""
    while lengte := struct.unpack("!I", stroom.read(4))[0]:
        bestand += stroom.read(lengte)
    return bestand


def _oordeel(bestand: bytes, hoogstens: int) -> str:
    if len(bestand) > hoogstens:
        return "INSTREAM size limit exceeded. ERROR"
    return "stream: Eicar-Test-Signature FOUND" if EICAR in bestand else "stream: OK"
