# SPDX-License-Identifier: EUPL-1.2
"""Charts: readable without colour or sight, and allowed by the content policy."""

import re
from collections.abc import Callable
from xml.etree import ElementTree

import pytest
from django.utils.safestring import SafeString

from vangnet.web.componenten import grafiek, vormen

JAREN: list[grafiek.Punt] = [("2020", 244.0), ("2021", 206.0), ("2022", 1226.0)]
INZET: list[grafiek.Reeks] = [
    ("Procesregie", JAREN),
    ("Ondersteuning", [("2020", 104.0), ("2021", None), ("2022", 95)]),
]
VORMEN: dict[str, Callable[[str], SafeString]] = {
    "staven": lambda titel: grafiek.staven(JAREN, titel=titel),
    "kolommen": lambda titel: grafiek.kolommen(JAREN, titel=titel),
    "stapels": lambda titel: grafiek.stapels(INZET, titel=titel),
    "lijn": lambda titel: grafiek.lijn(INZET, titel=titel),
    "balkjes": lambda titel: grafiek.balkjes(JAREN, titel=titel),
}
elke_vorm = pytest.mark.parametrize("vorm", VORMEN)


def tekeningen(html: str) -> list[ElementTree.Element]:
    """The svg images of a chart; fails when one is not well-formed."""
    gevonden = re.findall(r"<svg[^>]*role=.*?</svg>", html, re.DOTALL)
    return [ElementTree.fromstring(svg) for svg in gevonden]  # noqa: S314 - made by ourselves


def teksten(svg: ElementTree.Element) -> list[str]:
    return [element.text or "" for element in svg.iter("text")]


@elke_vorm
def test_een_grafiek_is_een_beeld_met_een_titel(vorm: str) -> None:
    for svg in tekeningen(VORMEN[vorm]("Zaken per jaar")):
        titel = svg.find("title")
        assert svg.get("role") == "img"
        assert titel is not None
        assert titel.text == "Zaken per jaar"
        assert titel.get("id") in (svg.get("aria-labelledby") or "").split()


@elke_vorm
def test_een_grafiek_draagt_geen_stijl_en_geen_script(vorm: str) -> None:
    assert not re.search(r"<style|\sstyle=|<script|\son[a-z]+=|href=", VORMEN[vorm]("Zaken"))


@elke_vorm
def test_de_kleuren_van_een_grafiek_zijn_tekens_van_het_thema(vorm: str) -> None:
    kleuren = set(re.findall(r'\b(?:fill|stroke)="([^"]+)"', VORMEN[vorm]("Zaken")))

    assert {kleur for kleur in kleuren if not kleur.startswith("var(--vg-")} <= {
        "none",
        "transparent",
    }


@elke_vorm
def test_geen_twee_onderdelen_hebben_hetzelfde_id(vorm: str) -> None:
    ids = re.findall(r'\sid="([^"]+)"', VORMEN[vorm]("Zaken"))

    assert len(ids) == len(set(ids)) > 0


@elke_vorm
def test_een_titel_kan_geen_opmaak_worden(vorm: str) -> None:
    assert "<b>" not in VORMEN[vorm]("<b>Zaken</b>")


@elke_vorm
def test_dezelfde_cijfers_geven_dezelfde_tekst(vorm: str) -> None:
    eerste = VORMEN[vorm]("Zaken")
    grafiek._teken.cache_clear()

    assert VORMEN[vorm]("Zaken") == eerste


@pytest.mark.parametrize("vorm", ["staven", "stapels", "lijn"])
def test_er_is_een_brede_en_een_smalle_tekening(vorm: str) -> None:
    breed, smal = tekeningen(VORMEN[vorm]("Zaken"))

    assert (breed.get("class"), smal.get("class")) == ("grafiek__breed", "grafiek__smal")
    assert (breed.get("viewBox") or "").startswith("0 0 560 ")
    assert (smal.get("viewBox") or "").startswith("0 0 320 ")


def test_elke_staaf_heeft_zijn_naam_en_zijn_waarde() -> None:
    for svg in tekeningen(grafiek.staven(JAREN, titel="Zaken")):
        assert {"2020", "2021", "2022", "244", "206", "1.226"} <= set(teksten(svg))


def test_een_onbekende_waarde_is_een_streepje() -> None:
    breed, _smal = tekeningen(grafiek.staven([("Vlieland", None)], titel="Zaken"))

    assert set(teksten(breed)) == {"Vlieland", "–"}


def test_staven_beginnen_bij_nul() -> None:
    breed, _smal = tekeningen(grafiek.staven([("A", 50), ("B", 100)], titel="Zaken"))
    lengtes = [
        float(re.findall(r"h([\d.]+)v", pad.get("d", ""))[0])
        for pad in breed.iter("path")
        if pad.get("fill", "").startswith("var(--vg-grafiek")
    ]

    assert lengtes[1] == pytest.approx(2 * lengtes[0], rel=0.001)


def test_nadruk_maakt_de_andere_staven_stil() -> None:
    html = grafiek.kolommen(JAREN, titel="Zaken", nadruk={"2022"})

    assert html.count("var(--vg-grafiek-1)") == 1
    assert html.count("var(--vg-grafiek-stil)") == 2


def test_weinig_kolommen_hebben_een_tekening_en_veel_twee() -> None:
    maanden = [(str(nummer), 1.0) for nummer in range(1, 13)]

    assert len(tekeningen(grafiek.kolommen(JAREN, titel="Zaken"))) == 1
    assert len(tekeningen(grafiek.kolommen(maanden, titel="Zaken"))) == 2


def test_aan_het_einde_van_een_lijn_staan_naam_en_laatste_waarde() -> None:
    breed, _smal = tekeningen(grafiek.lijn(INZET, titel="Zaken"))

    assert {"Procesregie 1.226", "Ondersteuning 95"} <= set(teksten(breed))


def test_de_delen_van_een_stapel_staan_in_de_legenda() -> None:
    delen = [("0 t/m 17", 22.0), ("18 t/m 23", 31.0)]
    html = grafiek.stapels([("2022", delen)], titel="Leeftijd")

    assert "</svg>0 t/m 17</li>" in html
    assert "</svg>18 t/m 23</li>" in html


def test_een_zesde_kleur_wordt_geweigerd() -> None:
    delen = [(f"deel {nummer}", 1.0) for nummer in range(6)]

    with pytest.raises(ValueError, match="five colours"):
        grafiek.stapels([("2022", delen)], titel="Te veel")


def test_reeksen_met_andere_labels_worden_geweigerd() -> None:
    with pytest.raises(ValueError, match="same labels"):
        grafiek.lijn([("a", [("2021", 1.0)]), ("b", [("2022", 1.0)])], titel="Scheef")


@pytest.mark.parametrize(
    ("waarde", "eenheid", "tekst"),
    [
        (1234, "", "1.234"),
        (1.6, "", "1,6"),
        (64, "%", "64%"),
        (3, "zaken", "3 zaken"),
        (0, "", "0"),
    ],
)
def test_een_getal_staat_er_zoals_mensen_het_lezen(waarde: float, eenheid: str, tekst: str) -> None:
    assert grafiek.getal(waarde, eenheid) == tekst


@pytest.mark.parametrize("breedte", [560, 320])
def test_elke_vorm_is_een_geldige_vega_lite_beschrijving(breedte: int) -> None:
    rij = [("2021", 206.0, "206", True)]
    deel = [("Procesregie", "2021", 91.0, "91", 1)]

    assert vormen.staven(rij, breedte=breedte).to_dict(validate=True)
    assert vormen.kolommen(rij, breedte=breedte).to_dict(validate=True)
    assert vormen.stapels(deel, breedte=breedte).to_dict(validate=True)
    assert vormen.lijn(deel, breedte=breedte).to_dict(validate=True)


def test_de_huisletter_zet_tekst_in_een_plaatje() -> None:
    """An unknown letter would print nothing: two labels of another length must differ in width."""
    kort, lang = (
        tekeningen(grafiek.staven([(naam, 1)], titel="x"))[0]
        for naam in ("Ee", "Noardeast-Fryslân en Súdwest-Fryslân")
    )

    marges = [
        float(re.findall(r"translate\(([\d.]+)", svg[1].get("transform", ""))[0])
        for svg in (kort, lang)
    ]

    assert marges[1] - marges[0] > 150
