# SPDX-License-Identifier: EUPL-1.2
"""A look with a reason has the same name in the journaal as where it is judged."""

import re
from collections.abc import Callable

import pytest
from django.template.loader import render_to_string
from django.test import Client

from tests.bezetting import id_van
from tests.web.noodtoegang.test_openen import ZAAK, open_, tekst

Ingelogd = Callable[[str], Client]
pytestmark = pytest.mark.django_db
CHIP = re.compile(r'<span class="chip[^"]*">(Noodtoegang|Controle|Met een reden)</span>')


@pytest.mark.parametrize(
    ("wie", "reden", "naam"),
    [("mirjam", "acuut_gevaar", "Noodtoegang"), ("frank", "audit", "Controle")],
)
@pytest.mark.parametrize(
    ("lezer", "adres"),
    [
        ("auke", "/toezicht/?noodtoegang=on"),
        ("amira", f"/toezicht/casus/{id_van('casus')}"),
    ],
)
def test_een_inzage_heet_in_het_spoor_naar_haar_soort(
    wie: str, reden: str, naam: str, lezer: str, adres: str, ingelogd: Ingelogd
) -> None:
    kijker = ingelogd(wie)
    open_(kijker, reden=reden)
    kijker.get(ZAAK)

    assert set(CHIP.findall(tekst(ingelogd(lezer).get(adres)))) == {naam}


def test_wie_keek_leest_bij_mijn_inzages_hoe_het_ging(ingelogd: Ingelogd) -> None:
    kijker = ingelogd("frank")
    open_(kijker, reden="audit")
    kijker.get(f"/personen/{id_van('betrokkene')}")

    assert CHIP.findall(tekst(kijker.get("/toezicht/mijn"))) == ["Controle", "Controle"]


def test_boven_een_zaak_staat_dat_het_een_controle_is(ingelogd: Ingelogd) -> None:
    kijker = ingelogd("frank")
    open_(kijker, reden="audit")

    assert re.search(r"Controle tot \d\d:\d\d", tekst(kijker.get(ZAAK)))


def test_een_inzage_waarvan_de_lezer_de_soort_niet_ziet_heet_niet_noodtoegang() -> None:
    assert CHIP.findall(render_to_string("toezicht/inzage.html", {"inzage": "inzage"})) == [
        "Met een reden"
    ]
