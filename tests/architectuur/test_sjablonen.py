# SPDX-License-Identifier: EUPL-1.2
"""Templates: each is used, and each Dutch text in them can be translated."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.architectuur.boom import bestanden, kort

_ZONDER_TEKST = re.compile(
    r"""
      \{%-?\s*comment\b.*?\{%\s*endcomment\s*%\}       # comments
    | \{\#.*?\#\}
    | <!--.*?-->
    | \{%\s*blocktranslate\b.*?\{%\s*endblocktranslate\s*%\}   # marked texts
    | \{%.*?%\} | \{\{.*?\}\}                          # tags and values
    | <(script|style|code|kbd)\b.*?</\1>               # not a language of people
    | &\#?\w+;
    """,
    re.VERBOSE | re.DOTALL,
)
_GELEZEN_ATTRIBUUT = re.compile(
    r"""\b(?:alt|aria-label|placeholder|title)=(["'])(.*?)\1""", re.DOTALL
)
_ELEMENT = re.compile(r"<[^>]*>", re.DOTALL)
_WOORD = re.compile(r"[^\W\d_]{2,}")
_TE_VERTALEN = re.compile(r"""(?:translate|_\()\s*"([^"]*)"|%}([^{]*)\{%\s*endblocktranslate""")
_PLECHTIG = re.compile(r"\b[Uu]w?\b")
NAMEN = {"Vangnet", "CSV", "xlsx", "SVG", "EUPL"}
"""Words that are the same in every language."""


def losse_woorden(sjabloon: str) -> set[str]:
    """Words that a reader sees or hears and that no translator would."""
    rest = _ZONDER_TEKST.sub(" ", sjabloon)
    voorgelezen = " ".join(tekst for _, tekst in _GELEZEN_ATTRIBUUT.findall(rest))
    return set(_WOORD.findall(_ELEMENT.sub(" ", rest) + voorgelezen)) - NAMEN


def naam_van(sjabloon: Path) -> str:
    """The name under which Django finds a template."""
    return sjabloon.as_posix().split("/templates/", 1)[1]


def vervangt_een_van_django(naam: str) -> bool:
    """Whether Django itself asks for a template of this name."""
    django = find_spec("django")
    assert django is not None
    (wortel,) = django.submodule_search_locations or []
    return any(
        (Path(wortel) / map_ / naam).exists()
        for map_ in ("forms/templates", "forms/jinja2", "views/templates")
    )


def roepnaam(naam: str) -> str:
    """What a user of this template writes; a page of a status is asked for by its number."""
    return f"foutpagina({naam[:3]}" if re.fullmatch(r"\d{3}\.html", naam) else naam


def test_elk_sjabloon_wordt_gebruikt() -> None:
    bronnen = bestanden("src", "config", einde=".py") + bestanden("src", einde=".html")
    teksten = {pad: pad.read_text(encoding="utf-8") for pad in bronnen}
    namen = {sjabloon: naam_van(sjabloon) for sjabloon in bestanden("src", einde=".html")}
    ongebruikt = [
        naam
        for sjabloon, naam in namen.items()
        if not vervangt_een_van_django(naam)
        and not any(roepnaam(naam) in tekst for pad, tekst in teksten.items() if pad != sjabloon)
    ]

    assert ongebruikt == []


@pytest.mark.parametrize("sjabloon", bestanden("src", einde=".html"), ids=kort)
def test_elke_tekst_in_een_sjabloon_is_te_vertalen(sjabloon: Path) -> None:
    assert losse_woorden(sjabloon.read_text(encoding="utf-8")) == set()


def test_het_scherm_zegt_je() -> None:
    plechtig = [
        f"{kort(pad)}: {''.join(tekst)}"
        for pad in bestanden("src/vangnet/web", einde=".html")
        + bestanden("src/vangnet/web", einde=".py")
        for tekst in _TE_VERTALEN.findall(pad.read_text(encoding="utf-8"))
        if _PLECHTIG.search("".join(tekst))
    ]

    assert plechtig == []


@pytest.mark.parametrize(
    ("sjabloon", "gevonden"),
    [
        ("<h1>Zaken</h1>", {"Zaken"}),
        ('<img alt="Grafiek" src="/zaken.png">', {"Grafiek"}),
        ('<h1>{% translate "Zaken" %}</h1>', set()),
        ("{% blocktranslate %}Er zijn {{ n }} zaken{% endblocktranslate %}", set()),
        ("<p>{{ zaak.kenmerk }} &middot; 12</p>", set()),
    ],
)
def test_de_zoeker_vindt_alleen_losse_tekst(sjabloon: str, gevonden: set[str]) -> None:
    assert losse_woorden(sjabloon) == gevonden
