# SPDX-License-Identifier: EUPL-1.2
"""A mail server on a socket, that keeps what it gets or fails in the way that a test wants."""

import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage


@dataclass
class Postbus:
    """weigert: answers no to every recipient; verbreekt: hangs up with the mail in hand.

    weigert_wie: answers no to this one. zwijgt_bij: says nothing any more at this word of the
    client, at GROET before the first, or at PUNT when it has the mail.
    """

    poort: int = 0
    weigert: bool = False
    verbreekt: bool = False
    weigert_wie: str = ""
    zwijgt_bij: str = ""
    dicht: threading.Event = field(default_factory=threading.Event)
    mails: list[EmailMessage] = field(default_factory=list)

    def aan(self, adres: str) -> list[EmailMessage]:
        return [een for een in self.mails if een["To"] == adres]


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    bus: Postbus


class _Gesprek(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        if self._zwijgt("GROET"):
            return
        self._zeg("220 proef")
        while regel := self.rfile.readline():
            woord = regel.split()[0].upper()
            if self._zwijgt(woord.decode()):
                return
            if not (self._neem_aan() if woord == b"DATA" else self._antwoord(woord, regel)):
                return

    def _zwijgt(self, woord: str) -> bool:
        """Say nothing until the server closes, when it has to at `woord`."""
        return self.server.bus.zwijgt_bij == woord and self.server.bus.dicht.wait()

    def _antwoord(self, woord: bytes, regel: bytes) -> bool:
        bus = self.server.bus
        wie = bus.weigert_wie.encode()
        weigert = woord == b"RCPT" and (bus.weigert or (wie and wie in regel))
        vast = {b"EHLO": "250 8BITMIME", b"QUIT": "221 dag"}
        self._zeg("451 nu even niet" if weigert else vast.get(woord, "250 goed"))
        return woord != b"QUIT"

    def _neem_aan(self) -> bool:
        self._zeg("354 kom maar")
        regels = list(iter(self.rfile.readline, b".\r\n"))
        gelezen = message_from_bytes(b"".join(regels), policy=policy.default)
        assert isinstance(gelezen, EmailMessage)
        self.server.bus.mails.append(gelezen)
        if self._zwijgt("PUNT"):
            return False
        if not self.server.bus.verbreekt:
            self._zeg("250 bewaard")
        return not self.server.bus.verbreekt

    def _zeg(self, regel: str) -> None:
        self.wfile.write(f"{regel}\r\n".encode())


@contextmanager
def postbus() -> Iterator[Postbus]:
    """The server, until the end of the block."""
    with _Server(("127.0.0.1", 0), _Gesprek) as server:
        server.bus = Postbus(poort=server.server_address[1])
        draad = threading.Thread(target=server.serve_forever, daemon=True)
        draad.start()
        yield server.bus
        server.bus.dicht.set()
        server.shutdown()
        draad.join()
