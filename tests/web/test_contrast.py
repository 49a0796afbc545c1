# SPDX-License-Identifier: EUPL-1.2
"""Colours of the theme against each other, by the formula of WCAG 2.2 (relative luminance)."""

import re
from pathlib import Path

import pytest

TEKENS = (
    Path(__file__).resolve().parents[2] / "src/vangnet/web/static/vangnet/tokens.css"
).read_text(encoding="utf-8")
PAREN = {
    naam: (licht, donker)
    for naam, licht, donker in re.findall(
        r"--vg-([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)", TEKENS
    )
}

# (text, ground): 4.5 to 1 or more.
TEKST = [
    *[
        (t, g)
        for t in ("tekst", "tekst-zacht", "link")
        for g in ("bladzijde", "vlak", "vlak-zacht")
    ],
    *[("op-merk", "merk"), ("op-merk-zacht", "merk"), ("op-merk", "merk-vlak")],
    *[("op-merk-zacht", "merk-vlak"), ("op-actie", "actie"), ("op-actie", "actie-sterk")],
    *[("link", "actie-zacht"), ("tekst", "actie-zacht"), ("vlak", "fout"), ("fout", "vlak")],
    *[(s, f"{s}-vlak") for s in ("info", "gelukt", "waarschuwing", "fout", "neutraal")],
    *[("tekst", f"{s}-vlak") for s in ("info", "gelukt", "waarschuwing", "fout")],
    *[("link", f"{s}-vlak") for s in ("info", "gelukt", "waarschuwing", "fout")],
    *[(f"op-grafiek-{n}", f"grafiek-{n}") for n in range(1, 6)],
    *[(f"op-kaart-{n}", f"kaart-{n}") for n in range(6)],
]
# (sign, ground): borders, focus and the colours of a chart: 3 to 1 or more.
VORM = [
    *[("rand", "vlak"), ("rand", "bladzijde"), ("actie", "vlak"), ("actie", "bladzijde")],
    *[("focus", g) for g in ("vlak", "bladzijde", "actie-zacht", "vlak-zacht")],
    *[("accent", "merk"), ("accent", "merk-vlak")],
    *[(f"grafiek-{n}", "vlak") for n in range(1, 6)],
]


def helderheid(kleur: str) -> float:
    kanalen = [int(kleur[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (k / 12.92 if k <= 0.04045 else ((k + 0.055) / 1.055) ** 2.4 for k in kanalen)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(een: str, ander: str) -> float:
    hoog, laag = sorted((helderheid(een), helderheid(ander)), reverse=True)
    return (hoog + 0.05) / (laag + 0.05)


@pytest.mark.parametrize(
    ("een", "ander", "verwacht"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ffffff", "#ffffff", 1.0)],
)
def test_de_formule_geeft_bekende_waarden(een: str, ander: str, verwacht: float) -> None:
    assert contrast(een, ander) == pytest.approx(verwacht, abs=0.01)


@pytest.mark.parametrize("weergave", [0, 1], ids=["licht", "donker"])
@pytest.mark.parametrize(("tekst", "grond"), TEKST)
def test_tekst_is_leesbaar(tekst: str, grond: str, weergave: int) -> None:
    assert contrast(PAREN[tekst][weergave], PAREN[grond][weergave]) >= 4.5


@pytest.mark.parametrize("weergave", [0, 1], ids=["licht", "donker"])
@pytest.mark.parametrize(("vorm", "grond"), VORM)
def test_een_teken_valt_op(vorm: str, grond: str, weergave: int) -> None:
    assert contrast(PAREN[vorm][weergave], PAREN[grond][weergave]) >= 3.0
