# SPDX-License-Identifier: EUPL-1.2
"""Code and glossary use the same words (docs/adr/0004): what stands in one stands in the other."""

import ast
import re
from itertools import islice

from django.apps import apps

from tests.architectuur.boom import WORTEL, bestanden, knopen, ontleed
from vangnet.inrichting.codelijsten import CODELIJSTEN

_EERSTE_KOLOM = re.compile(r"^\| (.+?) \|", re.MULTILINE)
_NAAM = re.compile(r"`([^`]+)`")
_EEN_WOORD = re.compile(r"\w+")
OPSOMMINGEN = {"Status", "StrEnum", "TextChoices"}
RAND = {"demo", "opdrachtregel", "uitwisseling", "web"}
"""Rooms at the edge: what they enumerate is technique, and no word of the house."""


def namen_in_begrippen() -> set[str]:
    """What stands in backticks in the first column of a table of docs/begrippen.md."""
    tekst = (WORTEL / "docs" / "begrippen.md").read_text(encoding="utf-8")
    return {naam for cel in _EERSTE_KOLOM.findall(tekst) for naam in _NAAM.findall(cel)}


def modelnamen() -> set[str]:
    """Every table that the house knows; history tables are another face of their own table."""
    return {
        model.__name__
        for model in apps.get_models()
        if model.__module__.startswith("vangnet.") and not hasattr(model, "pgh_tracked_model")
    }


def vaste_waarden() -> set[str]:
    """Statuses, roles, rights and verdicts: the values of each enumeration below the edge."""
    onder_de_rand = [pad for pad in bestanden("src", einde=".py") if not RAND & set(pad.parts)]
    lijsten = [
        klasse
        for pad in onder_de_rand
        for klasse in knopen(ontleed(pad), ast.ClassDef)
        if any(isinstance(ouder, ast.Name) and ouder.id in OPSOMMINGEN for ouder in klasse.bases)
    ]
    waarden = {
        str(waarde.value)
        for lijst in lijsten
        for lid in lijst.body
        if isinstance(lid, ast.Assign)
        for waarde in islice(knopen(lid.value, ast.Constant), 1)
    }
    return {waarde for waarde in waarden if _EEN_WOORD.fullmatch(waarde)}


def codes() -> set[str]:
    return {code for lijst in CODELIJSTEN.values() for code in lijst.waarden}


def test_elke_tabel_staat_in_begrippen() -> None:
    assert modelnamen() - namen_in_begrippen() == set()


def test_elke_status_en_rol_staat_in_begrippen() -> None:
    assert vaste_waarden() - namen_in_begrippen() - codes() == set()


def test_elke_codelijst_staat_in_begrippen() -> None:
    assert CODELIJSTEN.keys() - namen_in_begrippen() == set()


def test_begrippen_noemt_geen_naam_die_de_code_niet_kent() -> None:
    bekend = modelnamen() | vaste_waarden() | codes() | CODELIJSTEN.keys()

    assert namen_in_begrippen() - bekend == set()
