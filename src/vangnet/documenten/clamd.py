# SPDX-License-Identifier: EUPL-1.2
"""Asks clamd whether a file is clean, over its socket (command INSTREAM)."""

import socket
import struct
from collections.abc import Iterable
from contextlib import closing

from vangnet.documenten.regels import Scan

_WACHT_SECONDEN = 30.0
_MEESTE_ANTWOORD = 4096


class ScannerWeg(Exception):
    """The scanner can't be reached or doesn't answer as clamd does."""


def scan(adres: str, stukken: Iterable[bytes]) -> Scan:
    """What clamd at `adres` says of the file: schoon, besmet, or that it could not tell.

    adres: `unix:/path` or `host:port`. Raises ScannerWeg.
    """
    try:
        with closing(_verbind(adres)) as verbinding:
            heel = _stuur(verbinding, stukken)
            uitslag = _uitslag(_antwoord(verbinding))
    except (OSError, ValueError) as fout:
        raise ScannerWeg("De virusscanner is er niet.") from fout
    return uitslag if heel or uitslag is not Scan.SCHOON else Scan.KON_NIET


def _stuur(verbinding: socket.socket, stukken: Iterable[bytes]) -> bool:
    """Whether clamd took all of it: it hangs up on what it finds too large, and has said so."""
    try:
        verbinding.sendall(b"zINSTREAM\0")
        for stuk in stukken:
            verbinding.sendall(struct.pack("!I", len(stuk)) + stuk)
        verbinding.sendall(struct.pack("!I", 0))
    except (BrokenPipeError, ConnectionResetError):
        return False
    return True


def _verbind(adres: str) -> socket.socket:
    if adres.startswith("unix:"):
        verbinding = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        verbinding.settimeout(_WACHT_SECONDEN)
        try:
            verbinding.connect(adres.removeprefix("unix:"))
        except OSError:
            verbinding.close()
            raise
        return verbinding
    host, _, poort = adres.rpartition(":")
    return socket.create_connection((host.strip("[]"), int(poort)), timeout=_WACHT_SECONDEN)


def _antwoord(verbinding: socket.socket) -> str:
    gelezen = b""
    while not gelezen.endswith(b"\0") and len(gelezen) < _MEESTE_ANTWOORD:
        stuk = verbinding.recv(1024)
        if not stuk:
            break
        gelezen += stuk
    return gelezen.decode("utf-8", "replace").strip("\0\n ")


def _uitslag(antwoord: str) -> Scan:
    """Only the one sentence that says so is clean; whatever else clamd says is not."""
    if antwoord == "stream: OK":
        return Scan.SCHOON
    if antwoord.endswith(" FOUND"):
        return Scan.BESMET
    if antwoord.endswith(" ERROR"):
        return Scan.KON_NIET
    raise ScannerWeg("De virusscanner antwoordt niet.")
