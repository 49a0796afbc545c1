# SPDX-License-Identifier: EUPL-1.2
"""Deciding on an aanmelding on which somebody else decided meanwhile."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from tests.bezetting import id_van
from tests.web.aanmelden.test_besluit import PAGINA, VELDEN, WACHT
from tests.web.aanmelden.test_zelfde_persoon import ZELFDE
from tests.web.gebruikers.inlog import code_nu, eerste, met_app
from vangnet.gebruikers.models import Sessie
from vangnet.kern.klok import nu
from vangnet.toegang.vrager import Vrager, als

Ingelogd = Callable[[str], Client]


def test_wie_te_laat_besluit_leest_wat_er_is_besloten_en_door_wie(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)

    tekst = ingelogd("amira").post(PAGINA, {**VELDEN, "besluit": "advies"}).content.decode()

    besloten, ingevuld = tekst.split("Dit had jij ingevuld")
    assert "<strong>Procesregie</strong>" in besloten
    assert "Sjoukje Officier, Politie Noord" in besloten
    assert f'href="/aanmeldingen/{WACHT}"' in besloten
    assert "<dt>Wat is het besluit?</dt><dd>Advies</dd>" in ingevuld


def test_van_wie_besliste_staat_er_of_die_het_eens_was(ingelogd: Ingelogd) -> None:
    tweede = {"naam_2": "Wiebe", "organisatie_2": str(id_van("ggz")), "akkoord_2": "nee"}
    ingelogd("joris").post(PAGINA, VELDEN | tweede)

    tekst = ingelogd("amira").get(PAGINA).content.decode()

    assert "<li>Sjoukje Officier, Politie Noord: eens</li>" in tekst
    assert "<li>Wiebe, GGZ Noorderlicht: niet eens</li>" in tekst


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


def test_wat_te_laat_werd_verstuurd_wordt_geen_concept_dat_nergens_meer_voor_is(
    ingelogd: Ingelogd,
) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)
    amira = ingelogd("amira")

    antwoord = amira.post(PAGINA, VELDEN)

    assert antwoord.status_code == 409
    assert "data-conceptstand" not in antwoord.content.decode()
    assert "Concept weggooien" not in amira.get(PAGINA).content.decode()


def test_een_partner_leest_niet_wat_er_is_besloten(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)

    assert ingelogd("bram").get(PAGINA).status_code == 404


def _stuurt_te_laat(client: Client, velden: dict[str, Any]) -> None:
    """Amira sends her decision after her session has ended; then she logs in again."""
    with als(Vrager(id_van("amira"))):
        Sessie.objects.update(gezien_op=nu() - timedelta(minutes=16))
    client.post(PAGINA, velden, headers={"Referer": f"http://testserver{PAGINA}"})


def _log_in(client: Client) -> None:
    geheim = met_app("amira")
    eerste(client, "amira")
    client.post("/inloggen/code", {"code": code_nu(geheim)})


def test_wat_na_de_sessie_kwam_staat_bij_wat_een_ander_intussen_besloot(
    ingelogd: Ingelogd,
) -> None:
    amira = ingelogd("amira")
    _stuurt_te_laat(amira, {**VELDEN, "motivering_a_problemen": "Hij slaapt buiten."})
    ingelogd("joris").post(PAGINA, VELDEN)
    _log_in(amira)

    antwoord = amira.get(PAGINA)

    assert antwoord.status_code == 409
    assert "<dd>Hij slaapt buiten.</dd>" in antwoord.content.decode()


def test_wie_niets_typte_leest_geen_eigen_antwoorden(ingelogd: Ingelogd) -> None:
    ingelogd("joris").post(PAGINA, VELDEN)

    antwoord = ingelogd("amira").get(PAGINA)

    assert antwoord.status_code == 409
    assert "Dit had jij ingevuld" not in antwoord.content.decode()


@pytest.mark.parametrize("bewaard", [True, False])
def test_wie_iemand_koos_leest_terug_wie(bewaard: bool, ingelogd: Ingelogd) -> None:
    amira = ingelogd("amira")
    if bewaard:
        amira.post("/werk/concepten", {**ZELFDE, "concept-adres": PAGINA, "concept-versie": "0"})
    ingelogd("joris").post(PAGINA, VELDEN)

    antwoord = amira.get(PAGINA) if bewaard else amira.post(PAGINA, ZELFDE)

    tekst = antwoord.content.decode()
    assert "<dt>Is het een van deze mensen?</dt><dd>Kanarie-voornaam" in tekst
    assert "Naam en adres zijn gelijk." in tekst
