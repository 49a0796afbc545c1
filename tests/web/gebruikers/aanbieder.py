# SPDX-License-Identifier: EUPL-1.2
"""A real provider, and a small server in front of it that spoils one thing at a time.

The one in front signs with a key of its own and says so: else only the signature would be tested.
"""

import base64
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import requests
from joserfc import jws, jwt
from joserfc.jwk import OctKey, RSAKey

CLIENT = "vangnet-proef"
Beweringen = dict[str, Any]
Bederf = Callable[["Voorkant", Beweringen], str]


def eerlijk(voorkant: "Voorkant", beweringen: Beweringen) -> str:
    """As it should be."""
    return jwt.encode({"alg": "RS256", "kid": "proef"}, beweringen, voorkant.sleutel)


def zet(**anders: Any) -> Bederf:
    """With other claims, well signed; None leaves one out."""

    def bederf(voorkant: "Voorkant", beweringen: Beweringen) -> str:
        samen = {**beweringen, **anders}
        return eerlijk(voorkant, {k: waarde for k, waarde in samen.items() if waarde is not None})

    return bederf


def zonder_handtekening(voorkant: "Voorkant", beweringen: Beweringen) -> str:
    """`alg: none`."""
    delen = ({"alg": "none", "typ": "JWT"}, beweringen)
    kop, inhoud = (
        base64.urlsafe_b64encode(json.dumps(deel).encode()).rstrip(b"=").decode() for deel in delen
    )
    return f"{kop}.{inhoud}."


def met_openbare_sleutel(voorkant: "Voorkant", beweringen: Beweringen) -> str:
    """HS256 with the public key, which everybody has, as its secret."""
    geheim = OctKey.import_key(voorkant.sleutel.as_pem(private=False))
    return jwt.encode({"alg": "HS256", "kid": "proef"}, beweringen, geheim, algorithms=["HS256"])


def andere_sleutel(voorkant: "Voorkant", beweringen: Beweringen) -> str:
    """Signed by somebody else under the same name."""
    vreemd = RSAKey.generate_key(2048, {"kid": "proef"})
    return jwt.encode({"alg": "RS256", "kid": "proef"}, beweringen, vreemd)


def verminkt(voorkant: "Voorkant", beweringen: Beweringen) -> str:
    """Another subject under the signature of the first."""
    kop, _inhoud, handtekening = eerlijk(voorkant, beweringen).split(".")
    inhoud = base64.urlsafe_b64encode(json.dumps({**beweringen, "sub": "iemand"}).encode())
    return f"{kop}.{inhoud.rstrip(b'=').decode()}.{handtekening}"


@dataclass
class Voorkant:
    """What stands in front: its address, its key, and how it spoils the next token."""

    achter: str
    adres: str = ""
    bederf: Bederf = eerlijk
    uitgever: str = ""
    sleutel: RSAKey = field(default_factory=lambda: RSAKey.generate_key(2048, {"kid": "proef"}))

    def ken(self, wie: str, **beweringen: Any) -> None:
        """Let the provider know somebody."""
        requests.put(f"{self.achter}/users/{wie}", json=beweringen, timeout=10)

    def log_in(self, ingang: str, wie: str) -> str:
        """What the browser does there; gives where it is sent back to."""
        antwoord = requests.post(ingang, data={"sub": wie}, timeout=10, allow_redirects=False)
        return str(antwoord.headers["Location"])

    def antwoord(self, methode: str, pad: str, inhoud: bytes, koppen: dict[str, str]) -> Any:
        """What the provider says, spoiled."""
        koppen["Host"] = self.adres.removeprefix("http://")
        echt = requests.request(
            methode, f"{self.achter}{pad}", data=inhoud, headers=koppen, timeout=10,
            allow_redirects=False,
        )  # fmt: skip
        if pad == "/jwks":
            return 200, {}, json.dumps({"keys": [self.sleutel.as_dict(private=False)]}).encode()
        tekst = echt.content
        if "openid-configuration" in pad and self.uitgever:
            tekst = json.dumps({**echt.json(), "issuer": self.uitgever}).encode()
        if pad == "/oauth2/token" and "id_token" in (gegeven := echt.json()):
            midden = jws.extract_compact(gegeven["id_token"].encode()).payload
            gegeven["id_token"] = self.bederf(self, json.loads(midden))
            tekst = json.dumps(gegeven).encode()
        return echt.status_code, dict(echt.headers), tekst


def _afhandelaar(voorkant: Voorkant) -> type[BaseHTTPRequestHandler]:
    class Afhandelaar(BaseHTTPRequestHandler):
        def _doe(self) -> None:
            inhoud = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            stand, koppen, tekst = voorkant.antwoord(
                self.command, self.path, inhoud, dict(self.headers)
            )
            self.send_response(stand)
            if "Location" in koppen:
                self.send_header("Location", koppen["Location"])
            self.send_header("Content-Length", str(len(tekst)))
            self.end_headers()
            self.wfile.write(tekst)

        do_GET = do_POST = _doe  # noqa: N815 - names of the library

        def log_message(self, format: str, *args: Any) -> None:
            """Nothing: the test says what went wrong."""

    return Afhandelaar


@contextmanager
def aanbieder() -> Iterator[Voorkant]:
    """Both, on ports of this machine."""
    with socket.create_server(("localhost", 0)) as vrij:
        poort = vrij.getsockname()[1]
    omgeving = os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1", "PYTHONWARNINGS": "ignore"}
    woorden = [sys.executable, "-m", "oidc_provider_mock", "--port", str(poort)]
    kind = subprocess.Popen(  # noqa: S603 - fixed words
        woorden, env=omgeving, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    voorkant = Voorkant(f"http://localhost:{poort}")
    server = ThreadingHTTPServer(("localhost", 0), _afhandelaar(voorkant))
    voorkant.adres = f"http://localhost:{server.server_port}"
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        _wacht_op(voorkant.achter)
        yield voorkant
    finally:
        server.shutdown()
        server.server_close()
        kind.terminate()
        kind.wait(10)


def _wacht_op(adres: str) -> None:
    einde = time.monotonic() + 40
    while time.monotonic() < einde:
        try:
            if requests.get(f"{adres}/jwks", timeout=2).ok:
                return
        except requests.RequestException:
            time.sleep(0.2)
    raise RuntimeError("de aanbieder start niet")
