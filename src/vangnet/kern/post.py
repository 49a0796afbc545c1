# SPDX-License-Identifier: EUPL-1.2
"""Sending one mail over SMTP, and what is known of it afterwards."""

import smtplib
import ssl
from dataclasses import dataclass
from email.message import EmailMessage

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
    """The server is not there or refused the mail: it can be sent again."""


class Onzeker(Exception):
    """The connection broke while the mail was under way: it may have arrived."""


def verstuur(bericht: EmailMessage, post: Postadres) -> None:
    """Hand one mail to the server. Raises NietVerzonden or Onzeker."""
    try:
        verbinding = _verbind(post)
    except (OSError, smtplib.SMTPException) as fout:
        raise NietVerzonden(type(fout).__name__) from fout
    try:
        verbinding.send_message(bericht)
    except (smtplib.SMTPServerDisconnected, OSError) as fout:
        # A refusal is an OSError of this library too.
        if isinstance(fout, smtplib.SMTPException) and not isinstance(
            fout, smtplib.SMTPServerDisconnected
        ):
            raise NietVerzonden(type(fout).__name__) from fout
        raise Onzeker(type(fout).__name__) from fout
    finally:
        verbinding.close()


def _verbind(post: Postadres) -> smtplib.SMTP:
    if post.beveiliging == "tls":
        context = ssl.create_default_context()
        verbinding: smtplib.SMTP = smtplib.SMTP_SSL(
            post.server, post.poort, timeout=_SECONDEN, context=context
        )
    else:
        verbinding = smtplib.SMTP(post.server, post.poort, timeout=_SECONDEN)
    try:
        if post.beveiliging == "starttls":
            verbinding.starttls(context=ssl.create_default_context())
        if post.gebruiker:
            verbinding.login(post.gebruiker, post.wachtwoord)
    except BaseException:
        verbinding.close()
        raise
    return verbinding
