# SPDX-License-Identifier: EUPL-1.2
"""Every request leaves the acts that the referee of the journaal says.

That each call is missed when it is left out: tests/storing/test_daden_bijten.py.
"""

from collections.abc import Callable
from typing import NamedTuple
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import reverse, reverse_lazy
from pytest_django import Settings

from tests.architectuur.boom import WORTEL
from tests.bezetting import id_van
from tests.opgeschreven import opgeschreven
from tests.toegang.adressen import paginaregels
from tests.toegang.blad import regels
from vangnet.toezicht.woorden import WOORDEN

pytestmark = pytest.mark.django_db
Ingelogd = Callable[[str], Client]


class Handelingsregel(NamedTuple):
    """One line of handelingen.csv."""

    naam: str
    methode: str
    argumenten: str
    inhoud: str
    vrager: str
    handelingen: tuple[str, ...]

    def vraag(self, client: Client) -> None:
        """Make the request."""
        adres = reverse(self.naam, kwargs=_paren(self.argumenten, " "))
        if self.methode == "POST":
            client.post(adres, _paren(self.inhoud, "|"))
        else:
            client.get(adres)


def _paren(tekst: str, scheiding: str) -> dict[str, str | UUID]:
    paren = [deel.split("=", 1) for deel in tekst.split(scheiding) if deel]
    return {naam: _waarde(waarde) for naam, waarde in paren}


def _waarde(tekst: str) -> str | UUID:
    if tekst == "*":
        return uuid4()
    return id_van(tekst[1:]) if tekst.startswith("@") else tekst


def handelingsregels() -> list[Handelingsregel]:
    """handelingen.csv."""
    return [
        Handelingsregel(
            regel["naam"],
            regel["methode"],
            regel["argumenten"],
            regel["inhoud"],
            regel["vrager"],
            tuple(regel["handelingen"].split()) if regel["handelingen"] != "geen" else (),
        )
        for regel in regels("handelingen.csv")
    ]


REGELS = handelingsregels()


@pytest.fixture(autouse=True)
def losse_bestanden(settings: Settings) -> None:
    opslag = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    settings.STORAGES = {**settings.STORAGES, "staticfiles": opslag}


@pytest.mark.asvs("16.3.2")
@pytest.mark.parametrize("regel", REGELS, ids=lambda een: f"{een.naam} {een.methode} {een.vrager}")
def test_een_verzoek_laat_na_wat_de_scheidsrechter_zegt(
    regel: Handelingsregel, ingelogd: Ingelogd
) -> None:
    client = Client() if regel.vrager == "bezoeker" else ingelogd(regel.vrager)
    with opgeschreven() as gedaan:
        regel.vraag(client)

    assert tuple(gedaan) == regel.handelingen


@pytest.mark.asvs("16.3.2")
@pytest.mark.parametrize(
    ("adres", "nagelaten"),
    [
        (f"/zaken/{id_van('casus')}/bijdragen/nieuw", ["formulier.geweigerd"]),
        (f"/zaken/{id_van('geen casus')}/bijdragen/nieuw", ["formulier.geweigerd"]),
        (f"/personen/{id_van('betrokkene')}", ["formulier.geweigerd"]),
        (reverse_lazy("delen:antwoord", args=[id_van("rol")]), ["formulier.geweigerd"]),
        (reverse_lazy("noodtoegang:beeindigen", args=[id_van("inzage")]), ["formulier.geweigerd"]),
        ("/account/wachtwoord", []),
    ],
)
def test_een_formulier_zonder_de_juiste_sleutel_laat_een_weigering_na(
    adres: str, nagelaten: list[str], ingelogd: Ingelogd
) -> None:
    client = ingelogd("amira")
    client.handler.enforce_csrf_checks = True
    with opgeschreven() as gedaan:
        antwoord = client.post(str(adres), {"tekst": "x"}, headers={"origin": "http://elders"})

    assert (antwoord.status_code, gedaan) == (403, nagelaten)


def test_wat_een_onbekende_zonder_sleutel_verstuurt_laat_niets_na() -> None:
    with opgeschreven() as gedaan:
        Client(enforce_csrf_checks=True).post(f"/zaken/{id_van('casus')}/bijdragen/nieuw")

    assert gedaan == []


def test_elk_adres_heeft_een_regel() -> None:
    """Also a page that concerns nobody says so. A method that no page takes needs no line."""
    nodig = {(een.naam, een.methode) for een in paginaregels() if een.mag != "405"}
    nodig -= {(een.naam, een.methode) for een in paginaregels() if een.mag == een.anders == "404"}

    assert sorted(nodig - {(een.naam, een.methode) for een in REGELS}) == []


def test_elke_handeling_staat_in_een_test() -> None:
    """The words that the FG reads are all acts that there are; a test there holds that list."""
    proeven = "".join(
        pad.read_text(encoding="utf-8")
        for pad in (WORTEL / "tests").rglob("*")
        if pad.suffix in {".py", ".csv"}
    )

    assert [naam for naam in WOORDEN if naam not in proeven] == []
