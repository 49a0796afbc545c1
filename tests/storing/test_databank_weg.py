# SPDX-License-Identifier: EUPL-1.2
"""The database is away, or the code fails: a page that says so, and back by itself."""

from collections.abc import Callable, Iterator

import pytest
from django.db import InterfaceError, OperationalError, connection
from django.test import Client
from pytest_django import DjangoDbBlocker

from vangnet.web.gebruikers import views

Ingelogd = Callable[[str], Client]


@pytest.fixture
def client() -> Client:
    return Client(raise_request_exception=False)


@pytest.fixture
def databank_weg(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """The socket of the database leads nowhere."""
    host = connection.settings_dict["HOST"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["HOST"] = "/bestaat-niet"
        yield
        connection.settings_dict["HOST"] = host


def faal(monkeypatch: pytest.MonkeyPatch, fout: Exception) -> None:
    """The log-in page runs into `fout`."""

    def stuk(*_: object) -> None:
        raise fout

    monkeypatch.setattr(views, "InlogForm", lambda *_args, **_kwargs: stuk())


@pytest.mark.asvs("16.5.2")
@pytest.mark.usefixtures("databank_weg")
@pytest.mark.parametrize("pad", ["/inloggen", "/cijfers/", "/gereed", "/"])
def test_zonder_databank_zegt_elke_pagina_dat(pad: str, client: Client) -> None:
    antwoord = client.get(pad)

    assert antwoord.status_code == 503
    assert "Vangnet is even niet bereikbaar" in antwoord.content.decode()
    assert antwoord.headers["Retry-After"] == "10"


@pytest.mark.usefixtures("databank_weg")
def test_leeft_antwoordt_ook_zonder_databank_en_met_een_sessie(client: Client) -> None:
    client.cookies.load({"vangnet": "x", "sessionid": "x"})

    assert client.get("/leeft").content == b"ja\n"


@pytest.mark.usefixtures("databank_weg")
def test_een_onbekend_adres_heeft_de_koppen_ook_zonder_databank(client: Client) -> None:
    assert "default-src 'none'" in client.get("/bestaat-niet").headers["Content-Security-Policy"]


@pytest.mark.asvs("16.5.2")
def test_is_de_databank_terug_dan_werkt_de_pagina_weer(
    client: Client, django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> None:
    host = connection.settings_dict["HOST"]
    with django_db_blocker.unblock():
        connection.close()
        connection.settings_dict["HOST"] = "/bestaat-niet"
        zonder = client.get("/gereed").status_code
        connection.settings_dict["HOST"] = host
        met = client.get("/gereed").status_code

    assert (zonder, met) == (503, 200)


@pytest.mark.parametrize("fout", [OperationalError("weg"), InterfaceError("dicht")])
def test_valt_de_verbinding_halverwege_weg_dan_is_het_503(
    fout: Exception, client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    faal(monkeypatch, fout)

    assert client.get("/inloggen").status_code == 503


@pytest.mark.asvs("16.5.4")
@pytest.mark.asvs("16.5.1")
def test_een_fout_in_de_code_geeft_de_pagina_500_zonder_de_tekst_van_de_fout(
    client: Client, db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    faal(monkeypatch, ValueError("Kanarie-achternaam"))

    antwoord = client.get("/inloggen")

    assert antwoord.status_code == 500
    assert "Er ging iets mis bij ons" in antwoord.content.decode()
    assert "Kanarie" not in antwoord.content.decode()


def test_een_onbekend_adres_geeft_de_pagina_404(client: Client, db: None) -> None:
    antwoord = client.get("/bestaat-niet")

    assert antwoord.status_code == 404
    assert "Deze pagina is er niet" in antwoord.content.decode()
