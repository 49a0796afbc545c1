# SPDX-License-Identifier: EUPL-1.2
"""Logging in as a person does it: an app, a passkey, and the warning that keeps what was typed."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser

from tests.browser.bladzijden import geef_wachtwoord, stel_app_in
from tests.browser.huizen import Huis
from tests.browser.venster import Venster, venster
from vangnet.gebruikers.codes import code_van, stap_nu

pytestmark = pytest.mark.browser


def _op_naam(huis: Huis) -> Huis:
    """The same house under a name: a browser makes no passkey for a number."""
    return Huis(huis.adres.replace("127.0.0.1", "localhost"), huis.omgeving)


@contextmanager
def _met_sleutel(chromium: Browser, huis: Huis) -> Iterator[Venster]:
    """A window whose device has a place for passkeys and says yes."""
    with venster(chromium, _op_naam(huis)) as open_:
        sessie = open_.blad.context.new_cdp_session(open_.blad)
        sessie.send("WebAuthn.enable")
        sessie.send(
            "WebAuthn.addVirtualAuthenticator",
            {
                "options": {
                    "protocol": "ctap2",
                    "transport": "internal",
                    "hasResidentKey": True,
                    "hasUserVerification": True,
                    "isUserVerified": True,
                    "automaticPresenceSimulation": True,
                }
            },
        )
        yield open_


def _kies(open_: Venster, naam: str) -> None:
    with open_.blad.expect_navigation():
        open_.blad.get_by_role("button", name=naam, exact=True).click()


def _maak_passkey(open_: Venster, wie: str) -> None:
    geef_wachtwoord(open_, wie)
    _kies(open_, "Passkey maken")
    assert open_.blad.url.endswith("/account/herstelcodes")


@pytest.mark.asvs("6.3.3")
def test_met_een_app_log_je_de_volgende_keer_in(chromium: Browser, demohuis: Huis) -> None:
    with venster(chromium, demohuis, breedte=360) as open_:
        geheim = stel_app_in(open_, "karin")
        open_.blad.context.clear_cookies()
        geef_wachtwoord(open_, "karin")
        veld = open_.blad.get_by_label("Code van zes cijfers")
        soort = [veld.get_attribute(naam) for naam in ("inputmode", "autocomplete")]
        veld.fill(code_van(geheim, stap_nu() + 1))
        _kies(open_, "Code controleren")

        assert soort == ["numeric", "one-time-code"]
        assert "/inloggen" not in open_.blad.url


@pytest.mark.asvs("6.3.3")
def test_met_een_passkey_log_je_in_zonder_wachtwoord(chromium: Browser, demohuis: Huis) -> None:
    with _met_sleutel(chromium, demohuis) as open_:
        _maak_passkey(open_, "anouk")
        open_.blad.context.clear_cookies()
        open_.open("/inloggen?next=/account")
        _kies(open_, "Inloggen met een passkey")

        assert open_.blad.url.endswith("/account")
        assert open_.blad.get_by_text("Passkey", exact=True).first.is_visible()


def test_met_een_passkey_als_tweede_stap(chromium: Browser, demohuis: Huis) -> None:
    with _met_sleutel(chromium, demohuis) as open_:
        _maak_passkey(open_, "frank")
        open_.blad.context.clear_cookies()
        geef_wachtwoord(open_, "frank")
        _kies(open_, "Gebruik je passkey")

        assert open_.open("/account") == 200


@pytest.mark.asvs("6.5.6")
def test_met_een_weggehaalde_passkey_kom_je_er_niet_in(chromium: Browser, demohuis: Huis) -> None:
    with _met_sleutel(chromium, demohuis) as open_:
        _maak_passkey(open_, "corrie")
        open_.open("/account/app")
        geheim = (open_.blad.locator(".sleutel").text_content() or "").replace(" ", "")
        open_.blad.get_by_label("Code van zes cijfers").fill(code_van(geheim, stap_nu()))
        open_.blad.get_by_label("Naam").fill("telefoon")
        _kies(open_, "App koppelen")
        with open_.blad.expect_navigation():
            open_.blad.locator("th[scope=row] a").first.click()
        _kies(open_, "Tweede stap weghalen")
        open_.blad.context.clear_cookies()
        open_.open("/inloggen")
        open_.blad.get_by_role("button", name="Inloggen met een passkey").click()

        open_.blad.get_by_text("Dat lukte niet").wait_for()
        assert open_.blad.url.endswith("/inloggen")
        assert all("status of 422" in een for een in open_.neem_klachten())


def test_de_waarschuwing_houdt_vast_wat_er_is_getypt(chromium: Browser, demohuis: Huis) -> None:
    with venster(chromium, demohuis, als="Jelle Wiersma") as open_:
        open_.open("/zaken/")
        open_.blad.locator("#zoek").fill("half getypt")
        open_.blad.route("**/sessie/stand", lambda vraag: vraag.fulfill(json=_bijna(open_)))
        open_.blad.evaluate("kijk()")
        knop = open_.blad.get_by_role("button", name="Verder werken")
        knop.wait_for()
        open_.blad.unroute("**/sessie/stand")
        knop.click()
        knop.wait_for(state="hidden")

        assert open_.blad.locator("#zoek").input_value() == "half getypt"


def _bijna(open_: Venster) -> dict[str, object]:
    wie = open_.blad.locator("[data-sessie]").get_attribute("data-wie")
    sleutel = open_.blad.locator("[name=csrfmiddlewaretoken]").first.input_value()
    return {"over": 115, "wie": wie, "sleutel": sleutel}


def test_na_opnieuw_inloggen_in_een_ander_tabblad_kan_het_alsnog(
    chromium: Browser, demohuis: Huis
) -> None:
    with venster(chromium, demohuis) as open_:
        open_.log_in("Jelle Wiersma")
        open_.open("/zaken/")
        open_.blad.locator("#zoek").fill("Vanderzwaluwen")
        open_.blad.context.clear_cookies()
        open_.blad.evaluate("kijk()")
        open_.blad.get_by_role("heading", name="Je bent uitgelogd").wait_for()
        nog_niet = open_.blad.get_by_text("Je bent nog niet ingelogd.")
        assert not nog_niet.is_visible()
        open_.blad.get_by_role("button", name="Ik ben weer ingelogd").click()
        nog_niet.wait_for()
        ander = open_.tabblad()
        ander.log_in("Jelle Wiersma")
        open_.blad.get_by_role("button", name="Ik ben weer ingelogd").click()
        open_.blad.get_by_role("heading", name="Je bent uitgelogd").wait_for(state="hidden")
        open_.blad.get_by_role("button", name="Zoeken", exact=True).click()
        open_.blad.wait_for_url("**/zoeken")

        assert open_.stand == 200
