# SPDX-License-Identifier: EUPL-1.2
"""The map of tiles: every gemeente has its name and value in text, whatever its colour."""

import re

import pytest

from vangnet.web.componenten.kaart import Tegel, tegelkaart

TEGELS = [
    Tegel(code="GM0080", naam="Leeuwarden", kolom=1, rij=0),
    Tegel(code="GM1900", naam="Súdwest-Fryslân", kolom=0, rij=1),
    Tegel(code="GM0096", naam="Vlieland", kolom=0, rij=0),
]


def test_elke_tegel_heeft_naam_en_waarde() -> None:
    kaart = tegelkaart(TEGELS, {"GM0080": 62, "GM1900": 1019}, titel="Zaken")

    for tekst in ("Leeuwarden", "62", "Súdwest-Fryslân", "1.019", "Vlieland", "–"):
        assert f">{tekst}</text>" in kaart


def test_een_lezer_zonder_zicht_hoort_alle_waarden() -> None:
    kaart = tegelkaart(TEGELS, {"GM0080": 62}, titel="Zaken", eenheid="zaken")

    assert "Leeuwarden: 62 zaken, Súdwest-Fryslân: –, Vlieland: –</desc>" in kaart


def test_een_smalle_tegel_draagt_het_begin_van_de_naam() -> None:
    marren = Tegel(code="GM1940", naam="De Fryske Marren", kolom=0, rij=0)
    _breed, smal = tegelkaart([marren], {}, titel="Zaken").split("grafiek__smal")

    assert ">Frys</text>" in smal


@pytest.mark.parametrize(
    ("waarde", "stap"), [(None, 0), (0, 0), (1, 1), (19, 1), (20, 2), (79, 4), (80, 5), (100, 5)]
)
def test_de_kleur_volgt_de_waarde_in_vijf_gelijke_stappen(waarde: float | None, stap: int) -> None:
    hoogste = Tegel(code="X", naam="Hoogste", kolom=0, rij=0)
    kaart = tegelkaart([TEGELS[0], hoogste], {"GM0080": waarde, "X": 100}, titel="Zaken")

    assert re.findall(r'fill="var\(--vg-kaart-(\d)\)"', kaart)[0] == str(stap)


def test_een_kaart_zonder_tegels_is_leeg() -> None:
    assert "<rect" not in tegelkaart([], {}, titel="Niets")
