# SPDX-License-Identifier: EUPL-1.2
"""Deciding on an aanmelding on which somebody else decided meanwhile."""

from collections.abc import Callable

from django.test import Client

from tests.web.aanmelden.test_besluit import PAGINA, VELDEN, WACHT

Ingelogd = Callable[[str], Client]


def test_wie_te_laat_besluit_leest_wat_er_is_besloten_en_door_wie(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)

    tekst = ingelogd("amira").post(PAGINA, {**VELDEN, "besluit": "advies"}).content.decode()

    besloten, ingevuld = tekst.split("Dit had jij ingevuld")
    assert "<strong>Procesregie</strong>" in besloten
    assert "Sjoukje Officier, Politie Noord" in besloten
    assert f'href="/aanmeldingen/{WACHT}"' in besloten
    assert "<dt>Wat is het besluit?</dt><dd>Advies</dd>" in ingevuld


def test_een_concept_van_een_besluit_dat_een_ander_nam_is_te_lezen_en_weg_te_gooien(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    gegevens = {
        **VELDEN,
        "concept-adres": PAGINA,
        "concept-versie": "0",
        "verwezen_naar": "Elders.",
        "waarom_zelfde": "Zijn adres is gelijk.",
    }
    amira.post("/werk/concepten", gegevens)
    ingelogd("joris").post(PAGINA, VELDEN)

    antwoord = amira.get(PAGINA)

    assert antwoord.status_code == 409
    assert "<dt>Waarheen?</dt><dd>Elders.</dd>" in antwoord.content.decode()
    assert "Zijn adres is gelijk." in antwoord.content.decode()
    assert "Concept weggooien" in antwoord.content.decode()


def test_een_partner_leest_niet_wat_er_is_besloten(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)

    assert ingelogd("bram").get(PAGINA).status_code == 404
