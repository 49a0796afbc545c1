# SPDX-License-Identifier: EUPL-1.2
"""The pages of docs/kwaliteit with what the referees counted and which planted faults were seen.

    python -m tests.storing.verslag leeg        before a run: forget what an earlier one counted
    python -m tests.storing.verslag schrijf     after bin/test alles: write the pages
    python -m tests.storing.verslag controleer  fail when the pages say something else

What stands on a page changes only with the code and its tests, apart from the day of writing.
"""

import re
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from tests.uitslagen import gelezen, maak_leeg

MAP = Path(__file__).resolve().parents[2] / "docs" / "kwaliteit"
_DAG = re.compile(r"^Measured on .*\.$", re.MULTILINE)
# Every kind of fault and every referee, with where it is planted or compared. One that is missing
# from a run did not run, and then nothing is written.
FOUTEN = {
    "schrijfbeleid en rijbeveiliging": "`test_storing.py`",
    "recht op een tabel": "`test_storing.py`",
    "kolom, functie en trekker": "`test_storing.py`",
    "arm van een leesbeleid": "`test_relaties_bijten.py`",
    "voorwaarde achter een leesbeleid": "`test_relaties_bijten.py`",
    "voorwaarde van een functie met een proef": "`test_functies_bijten.py`",
    "aanroep van het journaal": "`test_daden_bijten.py`",
    "aanroep van het journaal in SQL": "`test_daden_bijten.py`",
    "voorwaarde van een daad of lijst": "`test_daden_bijten.py`",
    "recht van een bladzijde": "`test_paginarechten.py`",
    "recht van een rol": "`test_paginarechten.py`",
    "kop van een antwoord": "`test_koppen_bijten.py`",
    "deel van het inhoudsbeleid": "`test_koppen_bijten.py`",
    "instelling voor de browser": "`test_koppen_bijten.py`",
    "beperking": "`test_beperkingen_bijten.py`",
}
CELLEN = {
    "bladzijde × methode × vrager": "`paginas.csv`, `test_paginas.py`",
    "tabel × werkwoord × vrager × databankrol": "`tabellen.csv`, `test_tabellen.py`",
    "relatie × tabel": "`relaties.csv`, `test_relaties.py`",
    "relatie × bladzijde × methode": "`relatiepaginas.csv`, `test_relatiepaginas.py`",
    "bladzijde × vrager, zonder filters": "`test_zonder_filters.py`",
}
# With the filters of the application out nothing is refused by them: only leaks are looked for.
ALLEEN_LEKKEN = {"bladzijde × vrager, zonder filters"}


def fouten() -> str:
    """docs/kwaliteit/fouten.md."""
    samen = _samen("fouten", FOUTEN, ("geplant", "gemist"))
    over = {
        (soort, naam): reden
        for soort, een in gelezen("fouten")
        for naam, reden in een["uitgezonderd"].items()
    }
    regels = []
    for soort, waar in FOUTEN.items():
        geplant, gemist = samen[soort]["geplant"], samen[soort]["gemist"]
        vrij = sum(een == soort for een, _ in over)
        gezien = geplant - gemist - vrij
        regels.append(f"| {soort} | {waar} | {geplant} | {gezien} | {gemist} | {vrij} |")
    uitleg = [f"| {soort} | `{naam}` | {reden} |" for (soort, naam), reden in sorted(over.items())]
    return _FOUTEN.format(regels="\n".join(regels), over="\n".join(uitleg), dag=_vandaag())


def scheidsrechter() -> str:
    """docs/kwaliteit/scheidsrechter.md."""
    samen = _samen("cellen", CELLEN, ("cellen", "lekken", "weigeringen"))
    regels = [
        f"| {soort} | {waar} | {een['cellen']} | {een['lekken']} | "
        f"{'not asked' if soort in ALLEEN_LEKKEN else een['weigeringen']} |"
        for soort, waar in CELLEN.items()
        for een in [samen[soort]]
    ]
    return _CELLEN.format(regels="\n".join(regels), dag=_vandaag())


def _samen(blad: str, soorten: Iterable[str], velden: tuple[str, ...]) -> dict[str, dict[str, int]]:
    """The numbers of each kind, added up over the tests that counted them."""
    som: dict[str, dict[str, int]] = defaultdict(lambda: dict.fromkeys(velden, 0))
    for soort, een in gelezen(blad):
        for veld in velden:
            som[soort][veld] += _aantal(een[veld])
    if verschil := set(soorten) ^ set(som):
        raise SystemExit(f"niet gelopen of niet bekend ({blad}): {', '.join(sorted(verschil))}")
    return som


def _aantal(waarde: Any) -> int:
    return waarde if isinstance(waarde, int) else len(waarde)


def _vandaag() -> str:
    return f"{date.today():%-d %B %Y}"  # noqa: DTZ011 - the day of the machine that measured


PAGINAS: dict[str, Callable[[], str]] = {"fouten.md": fouten, "scheidsrechter.md": scheidsrechter}
_FOUTEN = """# Planted faults: does a test see it?

Each guard of access is taken away, one at a time, and a small referee has to see it. The faults are
drawn from the code and the catalogue of the database, so that a new guard comes in by itself.
`bin/test alles` plants them all ([tests/storing](../../tests/storing)) and compares this page with
what came out.

| guard left out | planted by | planted | seen | missed | let go |
|---|---|---|---|---|---|
{regels}

## Let go, and why

| kind | fault | why nobody has to see it |
|---|---|---|
{over}

Measured on {dag}.
"""
_CELLEN = """# The referee: cells, leaks, false refusals

Expected outcomes are typed by hand in [tests/toegang](../../tests/toegang); no code of the product
reads them. A leak is an outcome that is allowed though forbidden, or a word that the asker may not
read; a false refusal is the other way round. `bin/test alles` compares this page with what came
out.

| referee | written in and compared by | cells | leaks | false refusals |
|---|---|---|---|---|
{regels}

Measured on {dag}.
"""


def main(woorden: list[str]) -> int:
    """Carry out one of the words above."""
    match woorden:
        case ["leeg"]:
            maak_leeg()
        case ["schrijf"]:
            for naam, maak in PAGINAS.items():
                (MAP / naam).write_text(maak(), encoding="utf-8")
        case ["controleer"]:
            anders = [naam for naam, maak in PAGINAS.items() if not _zegt(naam, maak())]
            for naam in anders:
                print(f"docs/kwaliteit/{naam} zegt iets anders dan deze run")  # noqa: T201
            return 1 if anders else 0
        case _:
            print(__doc__)  # noqa: T201
            return 2
    return 0


def _zegt(naam: str, inhoud: str) -> bool:
    pad = MAP / naam
    return pad.exists() and _DAG.sub("", pad.read_text(encoding="utf-8")) == _DAG.sub("", inhoud)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
