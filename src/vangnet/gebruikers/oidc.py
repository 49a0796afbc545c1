# SPDX-License-Identifier: EUPL-1.2
"""Logging in with the provider of a municipality: OpenID Connect, code flow with PKCE.

All of this talks to the network and nothing of it to the database: it runs before the transaction
of the request (web/aanbieder.py). Every way in which an answer can be wrong ends in Geweigerd.
"""

import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode, urlsplit

import requests
from authlib.oauth2.rfc7636 import create_s256_code_challenge
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from vangnet.gebruikers.regels import Aanbieder
from vangnet.kern.klok import nu

# Signatures with a public key only: no `none`, and no HMAC that a public key could be taken for.
_ALGORITMEN = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384")
_WACHTTIJD = 5
_MEESTE_BYTES = 100_000
_SPELING = 30


class Geweigerd(Exception):
    """The provider's answer doesn't hold; `reden` is one word for the log, not for the visitor."""

    def __init__(self, reden: str) -> None:
        super().__init__(reden)
        self.reden = reden


@dataclass(frozen=True)
class Begin:
    """What a log-in begins with: where to send the browser, and what to remember meanwhile."""

    adres: str
    onthoud: dict[str, str]


@dataclass(frozen=True)
class Identiteit:
    """Whom the provider vouches for; email: empty unless the provider has verified it.

    ingelogd_op: seconds since the epoch at which they showed the provider who they are; 0 when it
    doesn't say.
    """

    uitgever: str
    onderwerp: str
    email: str
    methoden: frozenset[str]
    ingelogd_op: int = 0


def begin(aanbieder: Aanbieder, terug: str, *, opnieuw: bool = False) -> Begin:
    """Where the browser goes; `terug` is our address to come back to. Raises Geweigerd.

    opnieuw: the provider must ask anew who this is, and afronden holds the answer to that.
    """
    onthoud = {naam: secrets.token_urlsafe(32) for naam in ("state", "nonce", "controle")}
    vraag = {
        "response_type": "code",
        "client_id": aanbieder.client,
        "redirect_uri": terug,
        "scope": "openid email",
        "state": onthoud["state"],
        "nonce": onthoud["nonce"],
        "code_challenge": create_s256_code_challenge(onthoud["controle"]),
        "code_challenge_method": "S256",
    }
    if opnieuw:
        vraag |= {"prompt": "login", "max_age": "0"}
        onthoud["opnieuw"] = str(int(nu().timestamp()))
    ingang = _adressen(aanbieder)["authorization_endpoint"]
    return Begin(f"{ingang}{'&' if urlsplit(ingang).query else '?'}{urlencode(vraag)}", onthoud)


def afronden(
    aanbieder: Aanbieder, onthouden: Mapping[str, str], antwoord: Mapping[str, str], terug: str
) -> Identiteit:
    """Whom the provider vouches for, out of what the browser brought back. Raises Geweigerd."""
    state = onthouden.get("state", "")
    if not state or not secrets.compare_digest(state.encode(), antwoord.get("state", "").encode()):
        raise Geweigerd("state")
    if antwoord.get("iss", aanbieder.uitgever) != aanbieder.uitgever:
        raise Geweigerd("iss")
    if not (code := antwoord.get("code", "")):
        raise Geweigerd("code")
    adressen = _adressen(aanbieder)
    inhoud = {
        "grant_type": "authorization_code",
        "code": code,
        "redirect_uri": terug,
        "client_id": aanbieder.client,
        "code_verifier": onthouden["controle"],
    }
    gekregen = _vraag(
        adressen["token_endpoint"], inhoud=inhoud, wie=(aanbieder.client, aanbieder.geheim)
    )
    sleutels = _vraag(adressen["jwks_uri"])
    wie = _lees(aanbieder, str(gekregen.get("id_token", "")), sleutels, onthouden["nonce"])
    if "opnieuw" in onthouden and not _is_vers(wie.ingelogd_op, sinds=int(onthouden["opnieuw"])):
        raise Geweigerd("auth_time")
    return wie


def _is_vers(moment: int, *, sinds: int) -> bool:
    """Whether somebody showed who they are after we asked, and not in the future."""
    return sinds - _SPELING <= moment <= int(nu().timestamp()) + _SPELING


def _lees(aanbieder: Aanbieder, token: str, sleutels: Mapping[str, Any], nonce: str) -> Identiteit:
    toets = jwt.JWTClaimsRegistry(
        leeway=_SPELING,
        iss={"essential": True, "value": aanbieder.uitgever},
        aud={"essential": True, "value": aanbieder.client},
        exp={"essential": True},
        iat={"essential": True},
        nonce={"essential": True, "value": nonce},
        sub={"essential": True},
    )
    try:
        gelezen = jwt.decode(token, KeySet.import_key_set(dict(sleutels)), algorithms=_ALGORITMEN)  # type: ignore[arg-type]
        toets.validate(gelezen.claims)
    except (JoseError, ValueError, TypeError, KeyError) as fout:
        raise Geweigerd(type(fout).__name__) from None
    beweringen = gelezen.claims
    # A token for several parties says for which one it was made (OIDC Core, 3.1.3.7).
    if beweringen.get("azp", aanbieder.client) != aanbieder.client:
        raise Geweigerd("azp")
    is_nagegaan = beweringen.get("email_verified") is True
    methoden, moment = beweringen.get("amr") or [], beweringen.get("auth_time")
    return Identiteit(
        uitgever=aanbieder.uitgever,
        onderwerp=str(beweringen["sub"]),
        email=str(beweringen.get("email", "")) if is_nagegaan else "",
        methoden=frozenset(str(een) for een in methoden if isinstance(methoden, list)),
        ingelogd_op=moment if type(moment) is int else 0,
    )


def _adressen(aanbieder: Aanbieder) -> dict[str, str]:
    """What the provider publishes about itself; it must say that it is the one in the settings."""
    gekregen = _vraag(f"{aanbieder.uitgever.rstrip('/')}/.well-known/openid-configuration")
    if gekregen.get("issuer") != aanbieder.uitgever:
        raise Geweigerd("issuer")
    namen = ("authorization_endpoint", "token_endpoint", "jwks_uri")
    adressen = {naam: str(gekregen.get(naam, "")) for naam in namen}
    veilig = urlsplit(aanbieder.uitgever).scheme
    if any(urlsplit(adres).scheme != veilig for adres in adressen.values()):
        raise Geweigerd("adres")
    return adressen


def _vraag(
    adres: str, *, inhoud: Mapping[str, str] | None = None, wie: tuple[str, str] | None = None
) -> dict[str, Any]:
    """JSON of the provider: no redirect is followed, nothing long or slow is waited for."""
    try:
        with requests.request(
            "POST" if inhoud else "GET",
            adres,
            data=inhoud,
            auth=wie,
            timeout=_WACHTTIJD,
            allow_redirects=False,
            stream=True,
        ) as antwoord:
            tekst = _inhoud_van(antwoord)
            if antwoord.status_code != requests.codes.ok:
                raise Geweigerd("antwoord")
    except requests.RequestException:
        raise Geweigerd("netwerk") from None
    try:
        gelezen = json.loads(tekst)
    except (ValueError, RecursionError):
        raise Geweigerd("antwoord") from None
    if not isinstance(gelezen, dict):
        raise Geweigerd("antwoord")
    return gelezen


def _inhoud_van(antwoord: requests.Response) -> bytes:
    """The beginning of an answer, unpacked; a broken one raises RequestException."""
    gelezen = b""
    for deel in antwoord.iter_content(_MEESTE_BYTES):
        gelezen += deel
        if len(gelezen) >= _MEESTE_BYTES:
            break
    return gelezen
