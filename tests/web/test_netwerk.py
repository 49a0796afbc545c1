# SPDX-License-Identifier: EUPL-1.2
"""The drawing of who is in a casus."""

from vangnet.web.componenten.netwerk import Knoop, Lijn, teken

LANG = "Sietske Wolf-eschlegelsteinhausenbergerdorff"


def test_een_lange_naam_staat_verkort_in_de_tekening() -> None:
    tekening = teken([Knoop("1", "Ingrid de Vries"), Knoop("2", LANG)], [Lijn("1", "2", "Zus")])

    assert ">Ingrid de Vries<" in tekening
    assert ">Sietske Wolf-eschle…<" in tekening
    assert ">Zus<" in tekening


def test_een_naam_met_tekens_van_html_is_tekst() -> None:
    assert "&lt;b&gt;Jan" in teken([Knoop("1", "<b>Jan")], [])
