# SPDX-License-Identifier: EUPL-1.2
"""How many requests a second the house answers when eight people ask at once.

    python -m bench.drukte [--zaken 100000] [--seconden 20]

Real web workers on a real socket, each person with a session of their own; this process asks, on
the same processors. ANKERS are those of Open Zaak on the machine on which they were measured once.
"""

import argparse
import os
import re
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from http.client import HTTPConnection, HTTPResponse, RemoteDisconnected
from http.cookies import SimpleCookie
from statistics import median
from typing import NamedTuple
from urllib.parse import urlencode, urlsplit

import django
from django.conf import settings

from bench.toegang import p95
from bench.zaakrijen import Besluit, Rijen, zet_rijen
from tests.browser.huizen import Huis, huis, verzamel_statisch
from tests.databank import pytest_unconfigure, sjabloon, verbonden_met

MENSEN = 8
ANKERS = {"zaken, eerste bladzijde": 11.5, "een zaak openen": 49}
_BEWIJS = re.compile(rb'name="csrfmiddlewaretoken" value="(\w+)"')


class Meting(NamedTuple):
    """One kind of request: how many a second, and milliseconds that people waited."""

    naam: str
    per_seconde: float
    p50: float
    p95: float


class Mens:
    """Somebody with a session and a connection of their own."""

    def __init__(self, adres: str, koekjes: SimpleCookie) -> None:
        self._verbinding = HTTPConnection(urlsplit(adres).netloc, timeout=60)
        self._koekjes = koekjes
        self._adres = adres
        self._bewijs = ""

    def haal(self, pad: str) -> bytes:
        """A page; raises RuntimeError when it isn't there."""
        return self._vraag("GET", pad, verwacht=200)

    def stuur(self, besluit: Besluit) -> None:
        """A form, with the proof that it is ours, which any page of this session gives."""
        pad, velden = besluit
        if not self._bewijs:
            self._bewijs = self._lees_bewijs(pad)
        tekst = urlencode({**velden, "csrfmiddlewaretoken": self._bewijs})
        self._vraag("POST", pad, tekst, verwacht=302)

    def _lees_bewijs(self, pad: str) -> str:
        gevonden = _BEWIJS.search(self.haal(pad))
        if gevonden is None:
            raise RuntimeError(f"{pad}: geen formulier")
        return gevonden[1].decode()

    def _vraag(self, hoe: str, pad: str, tekst: str = "", *, verwacht: int) -> bytes:
        soort = {"Content-Type": "application/x-www-form-urlencoded"} if tekst else {}
        try:
            antwoord = self._stuur(hoe, pad, tekst, soort)
        except (RemoteDisconnected, ConnectionError):
            # A connection that was quiet for some seconds is closed: a browser opens another.
            self._verbinding.close()
            antwoord = self._stuur(hoe, pad, tekst, soort)
        inhoud = antwoord.read()
        for een in antwoord.headers.get_all("Set-Cookie", []):
            self._koekjes.load(een)
        if antwoord.status != verwacht:
            raise RuntimeError(f"{pad}: {antwoord.status}")
        return inhoud

    def _stuur(self, hoe: str, pad: str, tekst: str, soort: dict[str, str]) -> HTTPResponse:
        koekjes = "; ".join(f"{een.key}={een.value}" for een in self._koekjes.values())
        koppen = {"Cookie": koekjes, "Origin": self._adres} | soort
        self._verbinding.request(hoe, pad, tekst or None, koppen)
        return self._verbinding.getresponse()


def meet(naam: str, daden: Sequence[Callable[[], object]], seconden: float) -> Meting:
    """Everybody does their own of `daden`, over and over, until the time is over."""
    tijden: list[float] = []
    fouten: list[Exception] = []
    einde = time.monotonic() + seconden

    def werk(daad: Callable[[], object]) -> None:
        try:
            while (begin := time.monotonic()) < einde:
                daad()
                tijden.append((time.monotonic() - begin) * 1000)
        except IndexError:
            return  # nothing left to decide on
        except Exception as fout:
            fouten.append(fout)

    begin = time.monotonic()
    draden = [threading.Thread(target=werk, args=[daad]) for daad in daden]
    for draad in draden:
        draad.start()
    for draad in draden:
        draad.join()
    if fouten:
        raise fouten[0]
    duur = time.monotonic() - begin
    return Meting(naam, len(tijden) / duur, median(tijden), p95(tijden))


def _koekjes(databank: str, naam: str) -> SimpleCookie:
    """The cookies of somebody who is in."""
    from django.test import Client

    from tests.binnen import log_in

    with verbonden_met(databank):
        return log_in(Client(), naam).cookies


def _ronde(open_: Huis, rijen: Rijen, seconden: float) -> list[Meting]:
    databank = open_.omgeving["VANGNET_DATABANK"]
    mensen = [Mens(open_.adres, _koekjes(databank, "amira")) for _ in range(MENSEN)]
    metingen = []
    for naam, pad in rijen.paden.items():
        for een in mensen:
            een.haal(pad)
        metingen.append(meet(naam, [partial(een.haal, pad) for een in mensen], seconden))

    def open_er_een(mens: Mens) -> None:
        mens.stuur(rijen.besluiten.pop())

    metingen.append(
        meet("een zaak openen", [partial(open_er_een, een) for een in mensen], seconden)
    )
    return metingen


def _druk_af(zaken: int, metingen: Sequence[Meting]) -> None:
    print(f"\n{zaken:,} zaken, {MENSEN} mensen tegelijk\n")
    print("| verzoek | per seconde | p50 ms | p95 ms | anker per seconde |")
    print("|---|---|---|---|---|")
    for een in metingen:
        anker = ANKERS.get(een.naam)
        keer = f"{anker}, {een.per_seconde / anker:.1f} keer" if anker else "–"
        print(f"| {een.naam} | {een.per_seconde:.1f} | {een.p50:.0f} | {een.p95:.0f} | {keer} |")


def main() -> None:
    """Fill a house, let eight people ask, and print the table."""
    lezer = argparse.ArgumentParser()
    lezer.add_argument("--zaken", type=int, default=100_000)
    lezer.add_argument("--seconden", type=float, default=20)
    keuze = lezer.parse_args()
    verzamel_statisch()
    with huis(sjabloon(), werkers=os.cpu_count() or 1) as open_:
        with open_.beheer() as beheer:
            rijen = zet_rijen(beheer, keuze.zaken, int(keuze.seconden * 60))
        metingen = _ronde(open_, rijen, keuze.seconden)
    print(f"load {os.getloadavg()[0]:.1f} op {os.cpu_count()} processoren")
    _druk_af(keuze.zaken, metingen)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings")
    django.setup()
    settings.ALLOWED_HOSTS = [*settings.ALLOWED_HOSTS, "testserver"]
    try:
        main()
    finally:
        pytest_unconfigure()
