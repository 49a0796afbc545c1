# SPDX-License-Identifier: EUPL-1.2
"""The manual that errors point to names every file, column and code of the format."""

from pathlib import Path

import pytest

from tests.uitwisseling.handleiding import codes_van, gebruikte_lijsten, tabel_van
from vangnet.uitwisseling.formaat import ALLE

_BLADZIJDE = Path(__file__).parents[2] / "docs" / "beheer" / "pakket-kolommen.md"


def _tekst() -> str:
    return _BLADZIJDE.read_text(encoding="utf-8")


@pytest.mark.parametrize("naam", ALLE)
def test_elk_bestand_staat_met_zijn_kolommen_in_de_handleiding(naam: str) -> None:
    assert f"\n{tabel_van(ALLE[naam])}\n" in _tekst()


@pytest.mark.parametrize("naam", gebruikte_lijsten())
def test_elke_codelijst_staat_met_zijn_codes_in_de_handleiding(naam: str) -> None:
    assert f"\n{codes_van(naam)}\n" in _tekst()


def test_de_handleiding_noemt_geen_bestand_dat_er_niet_is() -> None:
    koppen = [regel[4:] for regel in _tekst().splitlines() if regel.startswith("### ")]

    assert koppen == list(ALLE)
