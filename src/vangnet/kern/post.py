# SPDX-License-Identifier: EUPL-1.2
"""Sending one mail over SMTP, and what is known of it afterwards."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

# How long each step of the talk with a server may take.
_SECONDEN = 20.0


@dataclass(frozen=True)
class Postadres:
    """How the mail server is reached; beveiliging: starttls, tls or geen."""

    server: str = ""
    poort: int = 587
    beveiliging: str = "starttls"
    gebruiker: str = ""
    wachtwoord: str = ""
    van: str = ""


class NietVerzonden(Exception):
    """The mail was refused, or never handed over whole: it can be sent again."""


class GeenServer(NietVerzonden):
    """The server isn't there, hangs or hangs up: another mail has no chance now either."""


class Onzeker(Exception):
    """The connection broke while the mail was under way: it may have arrived."""


class _Verbinding(smtplib.SMTP):
    """Knows whether a mail was handed over whole, up to the dot that ends it."""

    overhandigd = False

    def send(self, s: Any) -> None:
        super().send(s)
        self.overhandigd |= isinstance(s, bytes) and s.endswith(b"\r\n.\r\n")


class _Tlsverbinding(smtplib.SMTP_SSL, _Verbinding):
    """The same, under TLS from the first byte."""


def probeer(post: Postadres) -> None:
    """Connect, greet and log in as for a mail, and leave. Raises GeenServer."""
    _verbind_of_meld(post).close()


def verstuur(bericht: EmailMessage, post: Postadres) -> None:
    """Hand one mail to the server. Raises NietVerzonden, GeenServer or Onzeker."""
    verbinding = _verbind_of_meld(post)
    try:
        verbinding.send_message(bericht)
    except Exception as fout:
        raise _uitleg(fout, overhandigd=verbinding.overhandigd) from fout
    finally:
        verbinding.close()


def _uitleg(fout: Exception, *, overhandigd: bool) -> Exception:
    """What an error says about the mail: only a clear no is an answer to one handed over."""
    naam = type(fout).__name__
    if isinstance(fout, smtplib.SMTPDataError):
        return NietVerzonden(naam)
    if overhandigd:
        return Onzeker(naam)
    # A refusal is an OSError of this library too.
    if isinstance(fout, OSError) and (
        isinstance(fout, smtplib.SMTPServerDisconnected)
        or not isinstance(fout, smtplib.SMTPException)
    ):
        return GeenServer(naam)
    return NietVerzonden(naam)


def _verbind_of_meld(post: Postadres) -> _Verbinding:
    try:
        return _verbind(post)
    except (OSError, smtplib.SMTPException) as fout:
        raise GeenServer(type(fout).__name__) from fout


def _verbind(post: Postadres) -> _Verbinding:
    if post.beveiliging == "tls":
        context = ssl.create_default_context()
        verbinding: _Verbinding = _Tlsverbinding(
            post.server, post.poort, timeout=_SECONDEN, context=context
        )
    else:
        verbinding = _Verbinding(post.server, post.poort, timeout=_SECONDEN)
    try:
        if post.beveiliging == "starttls":
            verbinding.starttls(context=ssl.create_default_context())
        verbinding.ehlo_or_helo_if_needed()
        if post.gebruiker:
            verbinding.login(post.gebruiker, post.wachtwoord)
    except BaseException:
        verbinding.close()
        raise
    return verbinding
