# SPDX-License-Identifier: EUPL-1.2
"""The pages of the referee: its lines, the addresses of the resolver, and real requests."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple
from uuid import uuid4

from django.http import HttpResponseBase
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from tests.bezetting import id_van
from tests.toegang.blad import VRAGERS, regels, wie

METHODEN = ("GET", "POST")
# Who can sit behind a browser: the askers of kind mens.
MENSEN = {naam: mens.naam for naam, mens in VRAGERS.items() if mens and mens.soort == "mens"}


class Paginaregel(NamedTuple):
    """One line of paginas.csv."""

    naam: str
    methode: str
    argumenten: str
    wie: frozenset[str]
    mag: str
    anders: str
    bezoeker: str

    def adres(self) -> str:
        """The address with its arguments filled in."""
        paren = [deel.split("=", 1) for deel in self.argumenten.split()]
        return reverse(self.naam, kwargs={naam: _waarde(tekst) for naam, tekst in paren})

    def verwacht(self, vrager: str) -> str:
        """The outcome for one asker."""
        if vrager == "bezoeker":
            return self.bezoeker
        return self.mag if vrager in self.wie else self.anders


def _waarde(tekst: str) -> object:
    if tekst == "*":
        return uuid4()
    return id_van(tekst[1:]) if tekst.startswith("@") else tekst


@cache
def paginaregels() -> tuple[Paginaregel, ...]:
    """paginas.csv."""
    return tuple(
        Paginaregel(
            naam=regel["naam"],
            methode=regel["methode"],
            argumenten=regel["argumenten"],
            wie=wie(regel["wie"]),
            mag=regel["mag"],
            anders=regel["anders"],
            bezoeker=regel["bezoeker"],
        )
        for regel in regels("paginas.csv")
    )


def namen() -> list[str]:
    """The name of every address of the resolver; one without a name shows its path."""
    return [naam for naam, _patroon in patronen()]


def patronen(in_: URLResolver | None = None, ruimte: str = "") -> Iterator[tuple[str, URLPattern]]:
    """Every address of the resolver, by its name with the namespace before it."""
    for een in (in_ or get_resolver()).url_patterns:
        if isinstance(een, URLPattern):
            yield ruimte + (een.name or f"zonder naam: {een.pattern}"), een
        else:
            yield from patronen(een, ruimte + (f"{een.namespace}:" if een.namespace else ""))


def vraag(client: Client, regel: Paginaregel) -> HttpResponseBase:
    """One real request, with a field that no form knows."""
    if regel.methode == "POST":
        return client.post(regel.adres(), {"onbekend": "veld"})
    return client.get(regel.adres())


def uitkomst(antwoord: HttpResponseBase) -> str:
    """The status, or `inloggen` for a redirect to the log-in page."""
    naar = antwoord.headers.get("Location", "")
    if antwoord.status_code == 302 and naar.startswith(reverse("inloggen")):
        return "inloggen"
    return str(antwoord.status_code)
