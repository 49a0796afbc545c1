# SPDX-License-Identifier: EUPL-1.2
"""pytest plugin: runs each test again without each thing that its acts do on their way.

The first time it looks which places (tests/storing/daden.py) a test comes by. For each of those
that no test has missed yet the test runs once more while that place is left out: when it fails
then, the place is guarded. What was found goes as JSON to the file that VANGNET_WEGGELATEN names;
VANGNET_SOORTEN limits which kinds of places are tried.
"""

import json
import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from _pytest.runner import runtestprotocol

from tests import databank
from tests.databank import cluster
from tests.opdrachtregel import aanroep
from tests.storing.daden import (
    AANROEP,
    AANROEP_IN_SQL,
    VOORWAARDE,
    Plek,
    Sqlplek,
    op_de_weg,
    pythonplekken,
    sqlplekken,
)
from vangnet.kern.databank.cluster import BEHEERDER

SOORTEN = os.environ.get("VANGNET_SOORTEN", "|".join((AANROEP, AANROEP_IN_SQL, VOORWAARDE))).split(
    "|"
)
_FUNCTIE = re.compile(r"\b(\w+\.\w+)\(")
_MAAKT = re.compile(r"\s*(CREATE|ALTER|DROP|GRANT|REVOKE|COMMENT)\b", re.IGNORECASE)
_KLOON = "proef_"


class Speurder:
    """What the tests come by, and what is left out at this moment."""

    def __init__(self) -> None:
        self.python = pythonplekken()
        self.sql: list[Sqlplek] = []
        self.langs: set[Plek | Sqlplek] = set()
        self.bereikt: set[Plek | Sqlplek] = set()
        self.gezien: dict[Plek | Sqlplek, str] = {}
        self.onbetrouwbaar: list[str] = []
        self.weg: Plek | Sqlplek | None = None
        self.klonen: set[str] = set()

    def zie(self, query: Any) -> None:
        """Which places a statement comes by; one that makes a function doesn't call it."""
        tekst = query.decode() if isinstance(query, bytes) else str(query)
        if self.sql and not _MAAKT.match(tekst):
            functies = set(_FUNCTIE.findall(tekst))
            self.langs |= {een for een in self.sql if een.via & functies}


speurder = Speurder()


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """In the order that was given: who sees most goes first."""

    def plaats(item: pytest.Item) -> int:
        return next(
            (nummer for nummer, een in enumerate(config.args) if item.nodeid.startswith(een)), 0
        )

    items.sort(key=plaats)


def pytest_collection_finish() -> None:
    """Every module holds the one function that writes: wrap it where it is held."""
    from django.urls import get_resolver

    from vangnet.journaal import services

    assert get_resolver().url_patterns  # a view that is imported later would keep the real one
    echt = services.leg_vast

    def nep(act: services.Act) -> UUID:
        langs = op_de_weg(speurder.python, sys._getframe(1))
        speurder.langs |= langs
        return uuid4() if speurder.weg in langs else echt(act)

    # What imports it later finds it here.
    for module in [een for naam, een in sys.modules.items() if naam.startswith("vangnet.")]:
        if getattr(module, "leg_vast", None) is echt:
            module.leg_vast = nep  # type: ignore[attr-defined]

    doe_sql: Any = psycopg.Cursor.execute

    def zie_sql(cursor: Any, query: Any, *rest: Any, **anders: Any) -> Any:
        speurder.zie(query)
        return doe_sql(cursor, query, *rest, **anders)

    setattr(psycopg.Cursor, "execute", zie_sql)  # noqa: B010 - its type has overloads
    _houd_klonen_bij()
    _volg_processen()


def _volg_processen() -> None:
    """A command in a process of its own leaves out the same, and tells where it came by."""
    draai = aanroep.draai
    naar_naam = {str(plek): plek for plek in speurder.python}

    def draai_mee(module: str, *woorden: str, databank: str, **anders: Any) -> Any:
        weg = str(speurder.weg) if isinstance(speurder.weg, Plek) else ""
        with TemporaryDirectory() as map_:
            langs = Path(map_) / "langs"
            langs.touch()
            anders |= {"VANGNET_WEG": weg, "VANGNET_LANGS": str(langs)}
            uitkomst = draai("tests.storing.proces", module, *woorden, databank=databank, **anders)
            for regel in langs.read_text(encoding="utf-8").splitlines():
                plekken, opdracht = json.loads(regel)
                speurder.langs |= {naar_naam[plek] for plek in plekken}
                speurder.zie(opdracht)
        return uitkomst

    aanroep.draai = draai_mee
    for module in [een for naam, een in sys.modules.items() if naam.startswith("tests.")]:
        if getattr(module, "draai", None) is draai:
            module.draai = draai_mee  # type: ignore[attr-defined]


def _houd_klonen_bij() -> None:
    """Know each database that a test works in, and leave out in a new one what is left out now."""
    maak: Any = vars(databank)["maak_databank"]
    verwijder: Any = vars(databank)["verwijder_databank"]

    def maak_en_onthoud(plek: Any, rollen: Any, naam: str, **anders: Any) -> None:
        maak(plek, rollen, naam, **anders)
        if naam.startswith(_KLOON):
            speurder.klonen.add(naam)
            if isinstance(speurder.weg, Sqlplek):
                _voer_uit(speurder.weg.zonder, {naam})

    def vergeet_en_verwijder(plek: Any, naam: str) -> None:
        speurder.klonen.discard(naam)
        verwijder(plek, naam)

    vars(databank).update(maak_databank=maak_en_onthoud, verwijder_databank=vergeet_en_verwijder)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Run `item`, and again without each place on its way that is not known to be guarded."""
    if not speurder.sql:
        speurder.sql = _sqlplekken()
    speurder.langs.clear()
    slaagt = _draai(item)
    langs = set(speurder.langs)
    speurder.bereikt |= langs
    te_proeven = {plek for plek in langs - set(speurder.gezien) if plek.soort in SOORTEN}
    if te_proeven:
        _laat_los(item, item.session)
    if te_proeven and slaagt and _draai(item):
        for plek in sorted(te_proeven, key=str):
            if isinstance(plek, Plek):
                _laat_los(item, item.session)  # what a module shares is made without it too
            with _zonder(plek):
                if not _draai(item):
                    speurder.gezien[plek] = item.nodeid
                    # What was done though it should have been refused is not for the next one.
                    _laat_los(item, item.session)
    elif te_proeven or not slaagt:
        speurder.onbetrouwbaar.append(item.nodeid)
    _laat_los(item, nextitem)
    return True


def _draai(item: pytest.Item) -> bool:
    """Whether `item` passes; what it shares with others stays for the next time."""
    # As if a neighbour came next: all that `item` alone has goes, and what they share stays.
    verslagen = runtestprotocol(item, log=False, nextitem=item.parent)  # type: ignore[arg-type]
    return not any(een.failed for een in verslagen)


def _laat_los(item: pytest.Item, nextitem: pytest.Item | pytest.Session | None) -> None:
    item.session._setupstate.teardown_exact(nextitem)  # type: ignore[arg-type]


@contextmanager
def _zonder(plek: Plek | Sqlplek) -> Iterator[None]:
    speurder.weg = plek
    if isinstance(plek, Sqlplek):
        _voer_uit(plek.zonder, speurder.klonen)
    try:
        yield
    finally:
        speurder.weg = None
        if isinstance(plek, Sqlplek):
            _voer_uit(plek.met, speurder.klonen)


def _voer_uit(opdracht: str, databanken: set[str]) -> None:
    """Commit `opdracht` in each of these databases."""
    for naam in sorted(databanken):
        with cluster().verbind(BEHEERDER, naam) as beheer:
            beheer.execute(opdracht.encode())


def _sqlplekken() -> list[Sqlplek]:
    with databank.kloon() as naam, cluster().verbind(BEHEERDER, naam) as beheer:
        return sqlplekken(beheer)


def pytest_sessionfinish() -> None:
    """Write what was found."""
    alle: Sequence[Plek | Sqlplek] = [*speurder.python, *speurder.sql]
    uit: dict[str, Any] = {
        soort: {
            "geplant": sum(plek.soort == soort for plek in alle),
            "bereikt": [str(plek) for plek in speurder.bereikt if plek.soort == soort],
            "gemist": [
                str(plek)
                for plek in speurder.bereikt
                if plek.soort == soort and plek not in speurder.gezien
            ],
            "niet bereikt": [
                str(plek) for plek in alle if plek.soort == soort and plek not in speurder.bereikt
            ],
        }
        for soort in sorted({plek.soort for plek in alle})
    }
    uit["gezien door"] = {str(plek): proef for plek, proef in speurder.gezien.items()}
    uit["onbetrouwbaar"] = speurder.onbetrouwbaar
    Path(os.environ["VANGNET_WEGGELATEN"]).write_text(json.dumps(uit), encoding="utf-8")
