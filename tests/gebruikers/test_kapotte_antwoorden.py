# SPDX-License-Identifier: EUPL-1.2
"""A provider whose answer breaks off or can't be unpacked is refused; no error page comes of it."""

import json
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from vangnet.gebruikers import oidc
from vangnet.gebruikers.regels import Aanbieder

_GOED = json.dumps({"naam": "waarde"}).encode()
# What stands in front of the body, and the body.
ANTWOORDEN = {
    "/heel": (f"Content-Length: {len(_GOED)}", _GOED),
    "/in-stukken": ("Transfer-Encoding: chunked", b'3\r\n{"a\r\n5\r\n": 1}\r\n0\r\n\r\n'),
    "/geen-gzip": ("Content-Encoding: gzip\r\nContent-Length: 4", b"niks"),
    "/breekt-af": ("Content-Length: 500", b"{"),
    "/kapot-stuk": ("Transfer-Encoding: chunked", b"zz\r\n{"),
    "/diep": ("Content-Length: 90000", b"[" * 90_000),
    "/geen-utf8": ("Content-Length: 2", b"\xff\xfe"),
    "/te-lang": ("Content-Length: 200002", b'"' + b"x" * 200_000 + b'"'),
}


class _Server(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        kop, inhoud = ANTWOORDEN[self.path]
        self.wfile.write(f"HTTP/1.1 200 OK\r\nConnection: close\r\n{kop}\r\n\r\n".encode())
        self.wfile.write(inhoud)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Server) as luistert:
        Thread(target=luistert.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{luistert.server_port}"
        luistert.shutdown()


@pytest.mark.parametrize(
    ("pad", "verwacht"), [("/heel", {"naam": "waarde"}), ("/in-stukken", {"a": 1})]
)
def test_een_heel_antwoord_wordt_gelezen(pad: str, verwacht: object, server: str) -> None:
    assert oidc._vraag(f"{server}{pad}") == verwacht


@pytest.mark.parametrize("pad", [pad for pad in ANTWOORDEN if pad not in {"/heel", "/in-stukken"}])
def test_een_kapot_antwoord_wordt_geweigerd(pad: str, server: str) -> None:
    with pytest.raises(oidc.Geweigerd):
        oidc._vraag(f"{server}{pad}")


@pytest.mark.parametrize("state", ["é", "\ud7ff", "😀", ""])
def test_een_state_met_andere_tekens_wordt_geweigerd(state: str) -> None:
    aanbieder = Aanbieder("https://gemeente.invalid", "vangnet", "geheim", "Gemeente", frozenset())

    with pytest.raises(oidc.Geweigerd, match="state"):
        oidc.afronden(aanbieder, {"state": "echt"}, {"state": state, "code": "x"}, "terug")
