# SPDX-License-Identifier: EUPL-1.2
"""What a page asks the database: of the domain, and of the frame around every page.

Measured in transactions of its own, as in production. docs/kwaliteit/vragen.md has the goal of
issue 4 (8 for a page of a casus, 6 for a list, 6 for the frame), and of each page what it reads:
that table is held here, so a page that asks more, or less, is told there.
"""

import re
from pathlib import Path

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.bezetting import id_van
from tests.binnen import log_in
from vangnet.web.componenten.zaaktabs import zaaktabs

# The transaction, who asks, the account with its session and its roles, and the journaal.
_KADER = {"BEGIN", "COMMIT", "set_config", "gebruikers_sessie", "journaal.leg_vast"}
# That somebody was seen is written once in so long: not at each request.
_GEZIEN = 'UPDATE "gebruikers_sessie" SET "gezien_op"'
KADER = 6
CASUS = id_van("casus")
_BLAD = Path(__file__).parents[2] / "docs" / "kwaliteit" / "vragen.md"
_REGEL = re.compile(
    r"^\| `(?P<pad>/[^`]*)` \| (?P<wie>\w+) \| (?P<aantal>\d+) \| (?P<leest>.*) \|$"
)


def soorten(client: Client, pad: str) -> tuple[list[str], list[str]]:
    """What a page reads, by `leest`: of the frame, and the others."""
    with CaptureQueriesContext(connection) as gesteld:
        assert client.get(pad).status_code == 200, pad
    alle = [" ".join(een["sql"].split()) for een in gesteld.captured_queries]
    gelezen = [leest(een) for een in alle if not een.startswith(_GEZIEN)]
    kader = [een for een in gelezen if een in _KADER]
    return kader, [een for een in gelezen if een not in _KADER]


def leest(statement: str) -> str:
    """The table or the function that a statement reads, outside its subqueries; of a UNION and of
    what is read from a subquery the first."""
    diepte, buiten = 0, ""
    for teken in statement:
        diepte -= teken == ")"
        buiten += "" if diepte else teken
        diepte += teken == "("
    tekst = statement if buiten.startswith("()") or " FROM () " in buiten else buiten
    gevonden = re.search(r'FROM "?([\w.]+)', tekst) or re.search(r"SELECT ([\w.]+)\(", tekst)
    return gevonden[1] if gevonden else buiten


def _regels() -> list[tuple[str, str, str]]:
    """Of each line of the table its address, who asks, and the line."""
    gevonden = map(_REGEL.fullmatch, _BLAD.read_text(encoding="utf-8").splitlines())
    return [(een[1], een[2], een[0]) for een in gevonden if een]


def test_een_bladzijde_vraagt_wat_is_opgeschreven(eigen_databank: str) -> None:
    binnen: dict[str, Client] = {}
    anders = []
    for pad, wie, regel in _regels():
        if wie not in binnen:
            binnen[wie] = log_in(Client(), wie)
        kader, domein = soorten(binnen[wie], pad.replace("casus", str(CASUS)))
        assert len(kader) <= KADER, (pad, kader)
        gevonden = f"| `{pad}` | {wie} | {len(domein)} | {' '.join(domein)} |"
        anders += [gevonden] if gevonden != regel else []

    assert not anders, "In vragen.md hoort:\n" + "\n".join(anders)


def test_elk_tabblad_van_een_zaak_en_geen_boven_het_doel() -> None:
    """Mijn werk is several lists and the journaal no list of casework: those have no goal."""
    aantal = {pad: int(regel.split(" | ")[2]) for pad, _wie, regel in _regels()}
    tabs = {
        een["url"].replace(str(CASUS), "casus") for een in zaaktabs(CASUS, "", heel=True, plan=True)
    }

    assert tabs <= aantal.keys()
    assert all(aantal[pad] <= 8 for pad in tabs)
    assert all(aantal[pad] <= 6 for pad in aantal.keys() - tabs - {"/werk/", "/toezicht/"})


def test_een_statement_heet_naar_wat_het_buiten_zijn_deelvragen_leest() -> None:
    diep = 'SELECT (SELECT max(x) FROM "plan_plan"), \'\' FROM "casus_casus" WHERE true'

    assert leest(diep) == "casus_casus"
    assert leest("SELECT wat FROM voortgang.van_een_dag('x')") == "voortgang.van_een_dag"
    assert leest("SELECT casus.rollen()") == "casus.rollen"
    assert leest('(SELECT 1 FROM "plan_plan") UNION ALL (SELECT 2 FROM "x")') == "plan_plan"
