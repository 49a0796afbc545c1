# SPDX-License-Identifier: EUPL-1.2
"""The brake on guessing: it holds a guesser, and locks nobody else out."""

import pytest
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from tests.web.gebruikers.inlog import code_nu, eerste, fout, is_binnen, met_app

pytestmark = pytest.mark.django_db


def _van(adres: str) -> Client:
    return Client(REMOTE_ADDR=adres)


@pytest.mark.asvs("6.3.1")
def test_na_tien_fouten_van_een_plek_op_een_account_is_er_een_rem() -> None:
    for _keer in range(10):
        assert eerste(_van("10.0.0.1"), wachtwoord="verkeerd").status_code == 422
    cache.clear()

    assert eerste(_van("10.0.0.1")).status_code == 429


def test_wie_van_elders_komt_heeft_geen_last_van_die_rem() -> None:
    for _keer in range(12):
        eerste(_van("10.0.0.1"), wachtwoord="verkeerd")

    assert eerste(_van("10.0.0.2")).status_code == 302


@pytest.mark.asvs("6.3.1")
def test_na_twintig_fouten_van_een_plek_is_er_een_rem_op_elk_account() -> None:
    for keer in range(20):
        eerste(_van("10.0.0.1"), f"iemand{keer}", "verkeerd")

    assert eerste(_van("10.0.0.1"), "joris").status_code == 429


def test_goed_inloggen_telt_niet_mee() -> None:
    for _keer in range(12):
        assert eerste(_van("10.0.0.1")).status_code == 302


def _was_hier_eerder(naam: str) -> Client:
    """A browser with which somebody came in and went out again."""
    client, geheim = _van("10.0.0.1"), met_app(naam)
    eerste(client, naam)
    assert client.post("/inloggen/code", {"code": code_nu(geheim)}).status_code == 302
    client.post("/uitloggen")
    return client


def _rem_op(adres: str) -> None:
    for keer in range(21):
        eerste(_van(adres), f"iemand{keer}", "verkeerd")
    for _keer in range(11):
        eerste(_van(adres), "amira", "verkeerd")


@pytest.mark.asvs("6.3.1")
def test_wie_achter_hetzelfde_adres_zit_als_een_rader_komt_nog_binnen_met_de_eigen_browser() -> (
    None
):
    bekend = _was_hier_eerder("amira")
    _rem_op("10.0.0.1")

    assert eerste(_van("10.0.0.1")).status_code == 429
    assert eerste(bekend).status_code == 302


def test_een_bekende_browser_helpt_een_ander_account_niet() -> None:
    van_joris = _was_hier_eerder("joris")
    _rem_op("10.0.0.1")

    assert eerste(van_joris, "amira").status_code == 429


def test_een_verzonnen_koekje_maakt_geen_bekende_browser() -> None:
    """Of a cookie of this account with another name: each would have tries of its own."""
    echt = _was_hier_eerder("amira").cookies["apparaat"].value
    _rem_op("10.0.0.1")
    client = _van("10.0.0.1")
    client.cookies["apparaat"] = "a" * 32 + echt[32:]

    assert eerste(client).status_code == 429


def test_een_bekende_browser_mag_niet_vaker_raden_dan_een_andere() -> None:
    bekend = _was_hier_eerder("amira")
    for _keer in range(10):
        assert eerste(bekend, wachtwoord="verkeerd").status_code == 422

    assert eerste(bekend).status_code == 429


@pytest.mark.asvs("6.3.1")
def test_zes_verkeerde_codes_en_dan_is_er_een_rem() -> None:
    client, geheim = _van("10.0.0.1"), met_app("amira")
    eerste(client)
    for _keer in range(6):
        assert client.post("/inloggen/code", {"code": fout(geheim)}).status_code == 422

    assert client.post("/inloggen/code", {"code": code_nu(geheim)}).status_code == 429
    assert not is_binnen(client)


def test_een_code_in_een_ander_schrift_is_een_poging() -> None:
    client, geheim = _van("10.0.0.1"), met_app("amira")
    eerste(client)
    for _keer in range(6):
        assert client.post("/inloggen/code", {"code": "１２３４５６"}).status_code == 422

    assert client.post("/inloggen/code", {"code": code_nu(geheim)}).status_code == 429


@pytest.mark.asvs("15.3.4")
@pytest.mark.alles
def test_een_verzonnen_afzender_helpt_niet_zonder_tls() -> None:
    for keer in range(20):
        Client(REMOTE_ADDR="10.0.0.1", headers={"X-Forwarded-For": f"192.0.2.{keer}"}).post(
            "/inloggen", {"email": f"{keer}@proef.invalid", "wachtwoord": "verkeerd"}
        )

    assert eerste(_van("10.0.0.1")).status_code == 429


@pytest.mark.asvs("15.3.4")
def test_een_verzonnen_afzender_voor_die_van_de_webserver_helpt_niet(settings: Settings) -> None:
    settings.ACHTER_TLS = True
    for keer in range(20):
        kop = f"192.0.2.{keer}, 198.51.100.7"
        Client(REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": kop}).post(
            "/inloggen", {"email": f"{keer}@proef.invalid", "wachtwoord": "verkeerd"}
        )

    dezelfde = Client(REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "9.9.9.9, 198.51.100.7"})
    ander = Client(REMOTE_ADDR="127.0.0.1", headers={"X-Forwarded-For": "198.51.100.8"})
    assert eerste(dezelfde).status_code == 429
    assert eerste(ander).status_code == 302


@pytest.mark.alles
def test_een_heel_net_van_ipv6_telt_als_een_plek() -> None:
    for keer in range(20):
        eerste(_van(f"2001:db8::{keer + 1:x}"), f"iemand{keer}", "verkeerd")

    assert eerste(_van("2001:db8::ffff")).status_code == 429
