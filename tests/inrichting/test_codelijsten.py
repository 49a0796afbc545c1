# SPDX-License-Identifier: EUPL-1.2
import re
from dataclasses import FrozenInstanceError

import pytest

from vangnet.inrichting.codelijsten import CODELIJSTEN, Code

AANTAL_CODES = {
    "organisatie_soort": 19,
    "keten": 4,
    "deelnemer": 3,
    "geslacht": 4,
    "relatie_soort": 7,
    "triage_besluit": 5,
    "reden": 7,
    "samenstelling": 2,
    "inzet": 2,
    "afsluitreden": 14,
    "resultaat": 4,
    "ontvanger_soort": 12,
    "betrokkene_rol": 8,
    "nadruk": 3,
    "domein": 4,
    "overleg_soort": 7,
    "niveau": 2,
    "uitkomst": 2,
    "advies_soort": 2,
    "advies_aan": 2,
    "thema": 14,
    "telling_soort": 20,
    "doelgroep": 8,
    "vervolgactie_soort": 5,
    "herkomst": 12,
    "aandachtsgebied": 13,
    "signaal_soort": 5,
    "financieel_soort": 7,
    "bron": 4,
    "prestatie_soort": 4,
    "gepubliceerd_label": 3,
    "leefgebied": 13,
    "categorie": 12,
    "deeldoel": 4,
    "geheimgrond": 4,
    "verstrekkingsgrond": 4,
}


def test_elke_codelijst_is_er_met_al_haar_codes() -> None:
    assert {naam: len(lijst.codes) for naam, lijst in CODELIJSTEN.items()} == AANTAL_CODES


@pytest.mark.parametrize("naam", AANTAL_CODES)
def test_een_code_staat_een_keer_in_haar_lijst(naam: str) -> None:
    waarden = CODELIJSTEN[naam].waarden
    assert len(set(waarden)) == len(waarden)


@pytest.mark.parametrize("naam", AANTAL_CODES)
def test_een_label_staat_een_keer_in_zijn_lijst(naam: str) -> None:
    labels = [code.label for code in CODELIJSTEN[naam].codes]
    assert len(set(labels)) == len(labels)


@pytest.mark.parametrize("naam", AANTAL_CODES)
def test_een_code_is_kleine_letters_met_streepjes_onderaan(naam: str) -> None:
    assert all(re.fullmatch(r"[a-z]+(_[a-z]+)*", waarde) for waarde in CODELIJSTEN[naam].waarden)


@pytest.mark.parametrize("naam", AANTAL_CODES)
def test_een_label_is_gevuld_en_zonder_witruimte_eromheen(naam: str) -> None:
    assert all(code.label and code.label == code.label.strip() for code in CODELIJSTEN[naam].codes)


def test_alleen_zes_lijsten_zijn_uitbreidbaar() -> None:
    uitbreidbaar = {naam for naam, lijst in CODELIJSTEN.items() if lijst.uitbreidbaar}
    assert uitbreidbaar == {
        "aandachtsgebied",
        "thema",
        "herkomst",
        "doelgroep",
        "reden",
        "afsluitreden",
    }


def test_de_volgorde_is_die_van_het_registerpakket() -> None:
    assert CODELIJSTEN["resultaat"].waarden == (
        "doel_gerealiseerd",
        "deels",
        "niet",
        "niet_te_beoordelen",
    )


def test_een_code_draagt_haar_nederlandse_label() -> None:
    assert CODELIJSTEN["advies_aan"].codes[1] == Code(code="client", label="Cliënt")


def test_een_code_is_onveranderlijk() -> None:
    with pytest.raises(FrozenInstanceError):
        CODELIJSTEN["keten"].codes[0].label = "Anders"  # type: ignore[misc]
