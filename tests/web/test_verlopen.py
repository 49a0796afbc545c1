# SPDX-License-Identifier: EUPL-1.2
"""A form that is too late says so, and can be sent again when our own page sent it."""

import html
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import Settings

from tests.architectuur.boom import bestanden
from tests.bezetting import id_van
from tests.binnen import log_in
from vangnet.journaal.models import Handeling
from vangnet.toegang.vrager import Vrager, als
from vangnet.web.verlopen import KNOPPEN

Ingelogd = Callable[[str], Client]
NIEUW = f"/zaken/{id_van('casus')}/bijdragen/nieuw"
KNOP = f"/onderweg/{id_van('casus')}/contact/{id_van('contact')}"
_VELD = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
TEKST = 'Zij zei: "ik kom <morgen>".'
VAN_ONS = "http://testserver"


def _verstuur(client: Client, adres: str = NIEUW, van: str = VAN_ONS, **velden: str) -> str:
    """A form without the key of this session; gives the page that comes back."""
    client.handler.enforce_csrf_checks = True
    antwoord = client.post(adres, {"tekst": TEKST, **velden}, headers={"origin": van})
    assert antwoord.status_code == 403
    return antwoord.content.decode()


@pytest.mark.asvs("3.5.1")
def test_een_formulier_met_een_oude_sleutel_zegt_dat_het_verlopen_is(ingelogd: Ingelogd) -> None:
    pagina = _verstuur(ingelogd("amira"))

    assert "Dit formulier is verlopen" in pagina
    assert "mag deze pagina niet zien" not in pagina


def test_wat_er_was_getypt_kan_nog_een_keer_worden_verstuurd(ingelogd: Ingelogd) -> None:
    pagina = _verstuur(ingelogd("amira"))

    assert f'<form method="post" action="{NIEUW}">' in pagina
    assert "Zij zei: &quot;ik kom &lt;morgen&gt;&quot;." in pagina
    assert "Je bent nu ingelogd als Amira" in pagina


@pytest.mark.asvs("3.5.1")
@pytest.mark.parametrize("van", ["https://elders.example", "null", "https://testserver"])
def test_van_een_andere_site_komt_er_geen_knop_om_het_te_versturen(
    van: str, ingelogd: Ingelogd
) -> None:
    pagina = _verstuur(ingelogd("amira"), van=van)

    assert "Opnieuw versturen" not in pagina
    assert "ik kom" not in pagina


def test_de_weigering_noemt_de_casus_en_wie_en_blijft_staan(ingelogd: Ingelogd) -> None:
    _verstuur(ingelogd("amira"))

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="formulier.geweigerd")
    assert (rij.gebruiker, rij.object_soort, rij.object, rij.toegestaan, rij.regel) == (
        id_van("amira"),
        "casus",
        id_van("casus"),
        False,
        "csrf",
    )


@pytest.mark.parametrize(
    ("naam", "adres", "soort", "wat"),
    [
        ("amira", "/aanmeldingen/{}/besluit", "aanmelding", "aanmelding-wacht"),
        ("bram", "/aanmeldingen/concepten/{}/weggooien", "concept", "concept-bram"),
    ],
)
def test_ook_de_weigering_over_een_aanmelding_staat_in_het_journaal(
    naam: str, adres: str, soort: str, wat: str, ingelogd: Ingelogd
) -> None:
    _verstuur(ingelogd(naam), adres.format(id_van(wat)))

    with als(Vrager(id_van("frank"))):
        rij = Handeling.objects.get(handeling="formulier.geweigerd")
    assert (rij.gebruiker, rij.object_soort, rij.object) == (id_van(naam), soort, id_van(wat))


def test_ook_van_een_besluit_blijft_staan_wat_er_was_getypt(ingelogd: Ingelogd) -> None:
    adres = f"/aanmeldingen/{id_van('aanmelding-wacht')}/besluit"
    velden = {"motivering_a_problemen": "Dat zeggen de buren.", "naam_1": "Sjoukje Officier"}

    pagina = _verstuur(ingelogd("amira"), adres, **velden)

    assert "Dat zeggen de buren." in pagina
    assert "Sjoukje Officier" in pagina


def _velden(pagina: str) -> dict[str, str]:
    return {naam: html.unescape(waarde) for naam, waarde in _VELD.findall(pagina)}


def _stuur_na_uitloggen(client: Client, adres: str = NIEUW, **koppen: str) -> Any:
    client.post("/uitloggen")
    velden = {"tekst": TEKST, "nieuw": "een geheime zin"}
    return client.post(adres, velden, headers={"origin": VAN_ONS, **koppen})


def test_wie_in_een_ander_venster_uitlogde_houdt_wat_is_getypt_op_de_bladzijde(
    ingelogd: Ingelogd,
) -> None:
    antwoord = _stuur_na_uitloggen(ingelogd("amira"))

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 403
    assert "<title>Je bent uitgelogd" in pagina
    assert "is niet opgeslagen" in pagina
    assert f'<form method="post" action="{NIEUW}">' in pagina
    assert "Zij zei: &quot;ik kom &lt;morgen&gt;&quot;." in pagina
    assert "no-store" in antwoord["Cache-Control"]


def test_wie_daarna_weer_inlogt_verstuurt_het_een_keer(
    ingelogd: Ingelogd, settings: Settings
) -> None:
    """The page of before logging in has an old key: it asks who is in, and promises no more."""
    amira = ingelogd("amira")
    uit = _stuur_na_uitloggen(amira).content.decode()
    assert "Opnieuw versturen" not in uit
    assert "Ik ben weer ingelogd</button>" in uit

    log_in(amira, "amira").handler.enforce_csrf_checks = True
    # As logging in gives the browser another.
    del amira.cookies[settings.CSRF_COOKIE_NAME]
    velden, van_ons = _velden(uit), {"origin": VAN_ONS}
    antwoord = amira.post(NIEUW, velden, headers=van_ons)
    weer = antwoord.content.decode()
    assert antwoord.status_code == 403
    assert "<h1>Je bent weer ingelogd</h1>" in weer
    assert "Dit formulier is verlopen" not in weer
    assert "Je bent nu ingelogd als Amira" in weer
    assert "ik kom &lt;morgen&gt;" in weer

    # Here it arrives: not all that a bijdrage needs was filled in.
    antwoord = amira.post(NIEUW, _velden(weer), headers=van_ons)
    assert antwoord.status_code == 422


def test_ook_een_formulier_dat_in_de_bladzijde_antwoordt_houdt_wat_is_getypt(
    ingelogd: Ingelogd,
) -> None:
    """Of Onderweg: htmx puts the new #inhoud in the place of the form."""
    koppen = {"hx-request": "true", "hx-request-type": "full"}

    antwoord = _stuur_na_uitloggen(ingelogd("tineke"), **koppen)

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 403
    assert 'id="inhoud"' in pagina
    assert "Zij zei: &quot;ik kom &lt;morgen&gt;&quot;." in pagina


def test_welke_knop_er_is_ingedrukt_gaat_mee(ingelogd: Ingelogd) -> None:
    """Else what was kept as a draft would be sent."""
    client = ingelogd("amira")
    client.post("/uitloggen")
    velden = {"tekst": TEKST, "vaststellen": "ja"}

    pagina = client.post(NIEUW, velden, headers={"origin": VAN_ONS}).content.decode()

    assert '<input type="hidden" name="vaststellen" value="ja">' in pagina


def test_elke_knop_met_een_naam_staat_in_de_lijst() -> None:
    namen = {
        naam
        for pad in bestanden("src", einde=".html")
        for naam in re.findall(r'<button[^>]*\bname="([a-z_]+)"', pad.read_text(encoding="utf-8"))
    }

    assert namen == KNOPPEN


def test_na_uitloggen_met_de_hand_bewaart_de_databank_niets(ingelogd: Ingelogd) -> None:
    _stuur_na_uitloggen(ingelogd("amira"))

    for naam in ("amira", "bram"):
        assert TEKST.split('"')[0] not in ingelogd(naam).get(NIEUW).content.decode()


@pytest.mark.parametrize(
    ("adres", "koppen"),
    [
        (NIEUW, {"origin": "https://elders.example"}),
        (NIEUW, {"hx-request": "true"}),
        (KNOP, {"origin": "null"}),
        (KNOP, {"sec-fetch-mode": "cors"}),
        ("/uitloggen", {}),
    ],
    ids=["van-elders", "een-stuk-bladzijde", "knop-van-elders", "van-een-script", "uitloggen"],
)
def test_anders_gaat_wie_uitlogde_naar_het_inloggen(
    adres: str, koppen: dict[str, str], ingelogd: Ingelogd
) -> None:
    antwoord = _stuur_na_uitloggen(ingelogd("amira"), adres, **koppen)

    assert (antwoord.status_code, antwoord["Location"].split("?")[0]) == (302, "/inloggen")


def test_van_een_knop_na_uitloggen_staat_er_dat_er_niets_is_opgeslagen(ingelogd: Ingelogd) -> None:
    """Without a text there is nothing to send again."""
    tineke = ingelogd("tineke")
    tineke.post("/uitloggen")
    koppen = {"origin": VAN_ONS, "referer": f"{VAN_ONS}/onderweg/"}

    antwoord = tineke.post(KNOP, {"uitkomst": "gesproken"}, headers=koppen)

    pagina = antwoord.content.decode()
    assert antwoord.status_code == 403
    assert "Wat je net koos, is niet opgeslagen." in pagina
    assert 'href="/inloggen?next=%2Fonderweg%2F"' in pagina
    assert "Opnieuw versturen" not in pagina


def test_een_geheim_dat_te_laat_komt_staat_niet_op_de_bladzijde(ingelogd: Ingelogd) -> None:
    antwoord = _stuur_na_uitloggen(ingelogd("amira"), "/account/wachtwoord")

    assert antwoord.status_code == 403
    assert "een geheime zin" not in antwoord.content.decode()


def test_een_wachtwoord_komt_niet_terug_in_de_pagina(ingelogd: Ingelogd) -> None:
    pagina = _verstuur(ingelogd("amira"), "/account/wachtwoord", nieuw="een geheime zin")

    assert "een geheime zin" not in pagina


def test_wie_een_bestand_meestuurde_leest_ook_later_dat_het_opnieuw_moet(
    ingelogd: Ingelogd,
) -> None:
    amira, zin = ingelogd("amira"), "Een bestand kies je daarna opnieuw."
    amira.handler.enforce_csrf_checks = True
    velden = {"tekst": TEKST, "bestand": SimpleUploadedFile("brief.txt", b"Hallo")}
    met = amira.post(NIEUW, velden, headers={"origin": VAN_ONS}).content.decode()

    assert zin in met
    assert '<input type="hidden" name="met-bestand" value="ja">' in met
    assert zin in _verstuur(amira, **{"met-bestand": "ja"})
    assert zin not in _verstuur(amira)


def test_wie_de_bladzijde_om_opnieuw_te_versturen_verlaat_wordt_eerst_gevraagd(
    ingelogd: Ingelogd,
) -> None:
    assert "data-nietbewaard" in _verstuur(ingelogd("amira"))
