# SPDX-License-Identifier: EUPL-1.2
"""Templates of pages: they parse, hold no style or script of their own, and stand alone in need."""

import re
from pathlib import Path

import pytest
from django.contrib.staticfiles import finders
from django.template import Context, Engine, engines
from django.template.backends.django import DjangoTemplates

MAP = Path(__file__).resolve().parents[2] / "src" / "vangnet" / "web" / "templates"
SJABLONEN = sorted(pad.relative_to(MAP).as_posix() for pad in MAP.rglob("*.html"))
FOUTPAGINAS = ["400", "403", "404", "405", "409", "413", "429", "500", "503"]

_EIGEN_STIJL = re.compile(r"<style\b|\sstyle\s*=", re.IGNORECASE)
_EIGEN_SCRIPT = re.compile(
    r"<script\b(?![^>]*\ssrc=)|<[a-z]+\b[^<>%]*\son[a-z]+\s*=|\shx-on|javascript:|\bhx-[a-z-]+=[\"']js:",
    re.IGNORECASE,
)
_BESTAND = re.compile(r"""\{%\s*static\s+["']([^"']+)["']""")


def motor() -> Engine:
    django = engines["django"]
    assert isinstance(django, DjangoTemplates)
    return django.engine


def bron(sjabloon: str) -> str:
    return (MAP / sjabloon).read_text(encoding="utf-8")


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_een_sjabloon_is_leesbaar(sjabloon: str) -> None:
    assert motor().get_template(sjabloon).nodelist


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_een_sjabloon_draagt_geen_eigen_stijl(sjabloon: str) -> None:
    assert not _EIGEN_STIJL.search(bron(sjabloon))


@pytest.mark.asvs("3.4.3")
@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_een_sjabloon_draagt_geen_eigen_script(sjabloon: str) -> None:
    assert not _EIGEN_SCRIPT.search(bron(sjabloon))


@pytest.mark.parametrize(
    "tekst",
    ["<script>x()</script>", '<a onclick="x()">', '<a href="javascript:x()">', "<b hx-on:click=x>"],
)
def test_de_zoeker_vindt_een_eigen_script(tekst: str) -> None:
    assert _EIGEN_SCRIPT.search(tekst)


@pytest.mark.asvs("1.2.1")
@pytest.mark.asvs("1.1.2")
@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_een_sjabloon_vertrouwt_geen_invoer(sjabloon: str) -> None:
    assert "|safe" not in bron(sjabloon)
    assert "autoescape off" not in bron(sjabloon)


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_een_sjabloon_zet_geen_knop_of_veld_uit(sjabloon: str) -> None:
    assert not re.search(r"\bdisabled\b", bron(sjabloon))


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_elk_genoemd_bestand_bestaat(sjabloon: str) -> None:
    assert [naam for naam in _BESTAND.findall(bron(sjabloon)) if finders.find(naam) is None] == []


@pytest.mark.parametrize("status", FOUTPAGINAS)
def test_een_foutpagina_heeft_niets_nodig(status: str) -> None:
    pagina = motor().get_template(f"{status}.html").render(Context())

    assert f"melding {status}" in pagina
    assert pagina.count("<h1>") == 1


@pytest.mark.parametrize("status", FOUTPAGINAS)
def test_een_foutpagina_begint_in_gewone_woorden_en_eindigt_met_de_melding(status: str) -> None:
    pagina = motor().get_template(f"{status}.html").render(Context())
    voor_de_kop, na_de_kop = pagina.split("<h1>")

    assert status not in voor_de_kop.partition("<main")[2]
    assert f"Bel je hierover? Dit is melding {status}." in na_de_kop.partition("knoppen")[2]


# On these a form stands below what it is about.
LANGE_PAGINAS = (
    *("aanmelden/besluit.html", "aanmelden/navraag.html", "aanmelden/uitkomst.html"),
    *("afsluiten/controle.html", "beeld/vraag.html", "beeld/vraag_namens.html"),
    *("beeld/vraag_weigeren.html", "documenten/brief.html", "plan/overzicht.html"),
    *("voortgang/antwoord.html", "zaken/inzet.html", "zaken/ondersteuning.html"),
)


@pytest.mark.parametrize("sjabloon", LANGE_PAGINAS)
def test_wat_een_concept_meldt_staat_op_een_lange_pagina_bij_het_formulier(sjabloon: str) -> None:
    regels = [een.strip() for een in bron(sjabloon).splitlines()]
    (melding,) = (nr for nr, een in enumerate(regels) if "componenten/concept.html" in een)

    assert regels[melding + 1].startswith('<form class="formulier')
    assert "{% block concept %}{% endblock %}" in bron(sjabloon)


def test_een_foutpagina_noemt_het_nummer_van_het_spoor() -> None:
    pagina = motor().get_template("500.html").render(Context({"spoor": "abc123"}))

    assert "abc123" in pagina


def test_alleen_wat_is_meegegeven_staat_in_het_menu() -> None:
    ingangen = [{"titel": "Zaken", "url": "/zaken", "actief": True}]
    pagina = motor().get_template("basis.html").render(Context({"navigatie": ingangen}))

    assert '<a href="/zaken" aria-current="true">Zaken</a>' in pagina
    assert "Cijfers" not in pagina
    assert 'role="search"' not in pagina


def test_de_gekozen_weergave_staat_op_de_pagina() -> None:
    pagina = motor().get_template("basis.html").render(Context({"weergave": "donker"}))

    assert 'data-weergave="donker"' in pagina


def klassen(sjabloon: str) -> set[str]:
    """Class names written out in a template; those that a variable completes are left out."""
    lijsten = re.findall(r'class="([^"]*)"', re.sub(r"\{%.*?%\}", " ", sjabloon))
    return {
        klasse
        for lijst in lijsten
        for klasse in re.sub(r"\S*\{\{.*?\}\}\S*", " ", lijst).split()
        if not klasse.endswith("--")
    }


@pytest.mark.parametrize("sjabloon", SJABLONEN)
def test_elke_klasse_staat_in_de_stijl(sjabloon: str) -> None:
    bladen = (MAP.parent / "static" / "vangnet").glob("*.css")
    bekend = set(re.findall(r"\.([a-z][\w-]*)", " ".join(blad.read_text() for blad in bladen)))

    assert klassen(bron(sjabloon)) - bekend == set()
