# SPDX-License-Identifier: EUPL-1.2
"""The start page of each role, and the two questions of a watcher."""

from collections.abc import Callable

import pytest
from django.test import Client

Ingelogd = Callable[[str], Client]


@pytest.mark.parametrize(
    ("naam", "pagina"),
    [
        ("amira", "/werk/"),
        ("joris", "/werk/"),
        ("tineke", "/onderweg/"),
        ("bram", "/werk/"),
        ("mirjam", "/werk/leiding"),
        ("anouk", "/cijfers/"),
        ("bas", "/cijfers/"),
        ("els", "/beheer/"),
        ("cor", "/zaken/rollen"),
    ],
)
def test_je_begint_op_de_eerste_pagina_die_je_mag_zien(
    naam: str, pagina: str, ingelogd: Ingelogd
) -> None:
    assert ingelogd(naam).get("/").headers["Location"] == pagina


def test_wie_nog_niets_mag_leest_dat_en_wie_te_vragen(ingelogd: Ingelogd) -> None:
    tekst = ingelogd("dirk").get("/").content.decode()

    assert "Vraag aan je contactpersoon bij het huis" in tekst


def test_leeft_antwoordt_zonder_inloggen() -> None:
    assert Client().get("/leeft").content == b"ja\n"


def test_gereed_zegt_ja_bij_een_bekend_schema(db: None) -> None:
    assert Client().get("/gereed").content == b"ja\n"


def test_de_keuze_voor_donker_blijft_in_een_cookie(db: None) -> None:
    antwoord = Client().post("/weergave", {"weergave": "donker", "terug": "/inloggen"})

    assert (antwoord.headers["Location"], antwoord.cookies["weergave"].value) == (
        "/inloggen",
        "donker",
    )


@pytest.mark.asvs("5.2.1")
def test_een_verzoek_van_vele_megabytes_wordt_niet_gelezen() -> None:
    antwoord = Client().post(
        "/weergave", data=b"", content_type="text/plain", CONTENT_LENGTH="900000000"
    )

    assert antwoord.status_code == 413


@pytest.mark.asvs("5.2.1")
def test_een_te_groot_verzoek_krijgt_de_pagina_413(db: None) -> None:
    antwoord = Client().post("/weergave", {"terug": "x" * 3_000_000})

    assert antwoord.status_code == 413
