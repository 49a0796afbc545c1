# SPDX-License-Identifier: EUPL-1.2
"""The plan on paper for the person concerned: one sheet, or a warning before printing."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

from tests.browser.huizen import Huis
from tests.browser.venster import Venster, venster

pytestmark = pytest.mark.browser
_DAG = date(2026, 11, 30)
_WAT = "Belt elke week om te vragen hoe het gaat en helpt met de post en de rekeningen"
_LEZER = "Amira Terpstra"
# A copy of a version of the demo, with other words and the next number.
_VERSIE = """
    INSERT INTO plan_planversie (id, casus_id, plan_id, nummer, vastgesteld_op, nadruk, inhoud,
           door_id, dicht)
    SELECT %s, v.casus_id, v.plan_id, (SELECT max(nummer) + 1 FROM plan_planversie), %s, v.nadruk,
           %s, v.door_id, v.dicht
      FROM plan_planversie v JOIN casus_casus c ON c.id = v.casus_id
     WHERE NOT v.dicht ORDER BY c.kenmerk, v.nummer LIMIT 1
 RETURNING casus_id
"""

_KANT = "UPDATE casus_betrokkenheid SET zijde = %s WHERE casus_id = %s AND rol = 'hoofdbetrokkene'"


def _inhoud(doelen: int, afspraken: int, herhaald: int = 1, *, los: bool = False) -> dict[str, Any]:
    """A plan with so many goals, and so many afspraken for each; los: for none, of the house."""
    streef = str(_DAG + timedelta(days=90))
    return {
        "doelen": [
            {
                "nummer": een,
                "leefgebied": "Wonen",
                "wat": f"Je hebt een vaste plek om te wonen ({een})",
                "meetbaar": "De huur is drie maanden achter elkaar op tijd betaald.",
                "streefdatum": streef,
            }
            for een in range(1, doelen + 1)
        ],
        "afspraken": [
            {
                "wat": " ".join([_WAT] * herhaald),
                "wie": f"Gemeente en wijkteam {nummer}",
                "uiterlijk_op": streef,
                "gereed_op": None,
                "doel": None if los else doel,
                "huis": True,
            }
            for doel in range(1, doelen + 1)
            for nummer in range(1, afspraken + 1)
        ],
    }


def _leg_neer(huis: Huis, inhoud: dict[str, Any], *, zijde: int | None = None) -> str:
    """The path of the paper of a version with this in it; zijde: for whoever stands there."""
    versie = uuid4()
    with huis.beheer() as beheer:
        rij = beheer.execute(_VERSIE, [versie, _DAG, json.dumps(inhoud)]).fetchone()
        assert rij is not None
        beheer.execute(_KANT, [zijde, rij[0]])
    return f"/zaken/{rij[0]}/plan/versies/{versie}" + (f"?kant={zijde}" if zijde else "")


def _bladen(open_: Venster) -> Sequence[str]:
    """The text of each sheet."""
    pdf = pypdfium2.PdfDocument(open_.blad.pdf(prefer_css_page_size=True))
    return [blad.get_textpage().get_text_range() for blad in pdf]


@pytest.mark.parametrize(
    ("doelen", "afspraken", "zijde"),
    [
        pytest.param(1, 2, None, marks=pytest.mark.alles),
        pytest.param(3, 3, None, marks=pytest.mark.alles),
        (4, 3, None),
        (3, 3, 1),
    ],
)
def test_een_gewoon_plan_past_op_een_blad(
    doelen: int, afspraken: int, zijde: int | None, chromium: Browser, eigen_huis: Huis
) -> None:
    inhoud = _inhoud(doelen, afspraken, los=zijde is not None)
    pad = _leg_neer(eigen_huis, inhoud, zijde=zijde)
    with venster(chromium, eigen_huis, als=_LEZER) as open_:
        assert open_.open(pad) == 200
        expect(open_.blad.locator(".papier[data-letter]")).to_have_count(1)
        expect(open_.blad.locator("[data-te-lang]")).to_be_hidden()
        bladen = _bladen(open_)

    assert len(bladen) == 1
    # A space beside a narrow letter may be none in the text of a pdf.
    (tekst,) = ("".join(blad.split()) for blad in bladen)
    assert "Watwemetjouafspreken" in tekst
    assert "Handtekening:" in tekst
    assert tekst.count("Gemeenteenwijkteam") == doelen * afspraken


@pytest.mark.parametrize("breed", [pytest.param(1280, marks=pytest.mark.alles), 360])
def test_bij_een_te_lang_plan_staat_voor_het_afdrukken_op_hoeveel_bladen_het_komt(
    breed: int, chromium: Browser, eigen_huis: Huis
) -> None:
    pad = _leg_neer(eigen_huis, _inhoud(5, 5, herhaald=6))
    with venster(chromium, eigen_huis, als=_LEZER) as open_:
        open_.blad.set_viewport_size({"width": breed, "height": 800})
        assert open_.open(pad) == 200
        melding = open_.blad.locator("[data-te-lang]")
        expect(melding).to_be_visible()
        bladen = _bladen(open_)
        gezegd = melding.locator("[data-bladen]").inner_text()
        letter = open_.blad.locator(".papier").evaluate("(e) => getComputedStyle(e).fontSize")

    assert len(bladen) > 1
    assert gezegd == str(len(bladen))
    # 10pt: no smaller than one reads well.
    assert letter.startswith("13.33")
    assert "".join("".join(bladen).split()).count("Gemeenteenwijkteam") == 25
    assert not any("past niet op" in een for een in bladen)
