# SPDX-License-Identifier: EUPL-1.2
"""Somebody who is in, without the two steps that have tests of their own."""

import re

from django.test import Client

from tests.bezetting import id_van
from vangnet.gebruikers.models import Gebruiker, Sessie
from vangnet.gebruikers.sessies import sessie_beginnen
from vangnet.toegang.vrager import Vrager, als

# Differs at each request: the code of a form and the key with which it is sent once, the seconds
# that a session still has, and the minute that a print would carry or a draft was kept.
_WISSELT = re.compile(
    rb'value="[A-Za-z0-9]{64}"|data-over="\d+"|Afgedrukt op [\w ]+:\d\d'
    rb"|Bewaard als concept om \d\d:\d\d"
    rb'|name="eenmalig" value="[0-9a-f-]{36}"'
)


def zonder_wat_wisselt(inhoud: bytes) -> bytes:
    """A page to compare with another answer: without what no two answers have alike."""
    return _WISSELT.sub(b"", inhoud)


def log_in(client: Client, naam: str, *, factor: str = "totp") -> Client:
    """Let somebody of the cast in, by first name, as after password and second factor."""
    return log_in_als(client, Gebruiker.objects.get(pk=id_van(naam)), factor=factor)


def log_in_als(client: Client, gebruiker: Gebruiker, *, factor: str = "totp") -> Client:
    """Let an account in, as after password and second factor."""
    with als(Vrager(gebruiker.pk)):
        client.force_login(gebruiker)
        sessie = sessie_beginnen(gebruiker, factor=factor, apparaat="Proefbrowser")
    opslag = client.session
    opslag["sessie"] = str(sessie.pk)
    opslag.save()
    return client


def sessie_van(client: Client) -> Sessie:
    """The row of the session of this browser; read it as who is in."""
    return Sessie.objects.get(pk=client.session["sessie"])
