# SPDX-License-Identifier: EUPL-1.2
"""The tabs of a room: what the reader may open, and none when that is one page."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

Ingelogd = Callable[[str], Client]


@pytest.mark.parametrize(
    ("naam", "pad", "tabs"),
    [
        ("mirjam", "/beheer/bevestigen", ["Bevestigen", "Rollen nalopen", "Rondes"]),
        ("frank", "/beheer/rondes/", []),
        ("mirjam", "/noodtoegang/", ["Openen", "Beoordelen"]),
        ("amira", "/noodtoegang/", []),
    ],
)
def test_een_kamer_toont_de_tabs_die_je_mag_openen(
    naam: str, pad: str, tabs: list[str], ingelogd: Ingelogd
) -> None:
    bladzijde = ingelogd(naam).get(pad).content.decode()
    balk = re.search(r'<nav class="tabs".*?</nav>', bladzijde, re.S)

    assert (re.findall(r">([^<>\n]+)</a>", balk[0]) if balk else []) == tabs


@pytest.mark.django_db
def test_de_tab_waar_je_bent_is_gemerkt(ingelogd: Ingelogd) -> None:
    bladzijde = ingelogd("mirjam").get("/beheer/bevestigen").content.decode()
    balk = bladzijde.split('<nav class="tabs"')[1].split("</nav>")[0]

    assert re.findall(r'aria-current="page">([^<]+)<', balk) == ["Bevestigen"]
