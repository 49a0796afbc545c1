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
from types import FrameType
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from _pytest.runner import runtestprotocol

from tests.databank import cluster
from tests.storing.daden import (
    AANROEP,
    AANROEP_IN_SQL,
    VOORWAARDE,
    Plek,
    Sqlplek,
    bestand_van,
    pythonplekken,
    sqlplekken,
)
from vangnet.kern.databank.cluster import BEHEERDER

SOORTEN = os.environ.get("VANGNET_SOORTEN", "|".join((AANROEP, AANROEP_IN_SQL, VOORWAARDE))).split(
    "|"
)
_FUNCTIE = re.compile(r"\b(\w+\.\w+)\(")


class Speurder:
    """What the tests come by, and what is left out at this moment."""

    def __init__(self) -> None:
        self.python = pythonplekken()
        self.sql: list[Sqlplek] = []
        self.langs: set[Plek | Sqlplek] = set()
        self.bereikt: set[Plek | Sqlplek] = set()
        self.gezien: dict[Plek | Sqlplek, str] = {}
        self.onbetrouwbaar: list[str] = []
        self.weg: Plek | None = None

    def op_de_weg(self) -> set[Plek]:
        """The places in the calls that led to the one that writes now."""
        gevonden: set[Plek] = set()
        kader: FrameType | None = sys._getframe(2)
        while kader:
            bestand, regel = bestand_van(kader.f_code.co_filename), kader.f_lineno
            gevonden |= {
                plek
                for plek in self.python
                if plek.bestand == bestand and plek.van <= regel <= plek.tot
            }
            kader = kader.f_back
        return gevonden


speurder = Speurder()


def pytest_collection_finish() -> None:
    """Every module holds the one function that writes: wrap it where it is held."""
    from django.db.backends.signals import connection_created
    from django.urls import get_resolver

    from vangnet.journaal import services

    assert get_resolver().url_patterns  # a view that is imported later would keep the real one
    echt = services.leg_vast

    def nep(act: services.Act) -> UUID:
        langs = speurder.op_de_weg()
        speurder.langs |= langs
        return uuid4() if speurder.weg in langs else echt(act)

    # What imports it later finds it here.
    for module in [een for naam, een in sys.modules.items() if naam.startswith("vangnet.")]:
        if getattr(module, "leg_vast", None) is echt:
            module.leg_vast = nep  # type: ignore[attr-defined]

    def luister(connection: Any, **_: object) -> None:
        if _zie_sql not in connection.execute_wrappers:
            connection.execute_wrappers.append(_zie_sql)

    connection_created.connect(luister, weak=False)


def _zie_sql(doe: Any, sql: Any, waarden: Any, many: bool, context: Any) -> Any:
    tekst = str(sql)
    functies = set(_FUNCTIE.findall(tekst))
    speurder.langs |= {een for een in speurder.sql if een.via & functies}
    return doe(sql, waarden, many, context)


def pytest_runtest_protocol(item: pytest.Item, nextitem: pytest.Item | None) -> bool:
    """Run `item`, and again without each place on its way that is not known to be guarded."""
    if not speurder.sql:
        speurder.sql = _sqlplekken()
    speurder.langs.clear()
    slaagt = _draai(item)
    langs = set(speurder.langs)
    speurder.bereikt |= langs
    te_proeven = {plek for plek in langs - set(speurder.gezien) if plek.soort in SOORTEN}
    if te_proeven and slaagt and _draai(item):
        for plek in sorted(te_proeven, key=str):
            with _zonder(plek):
                if not _draai(item):
                    speurder.gezien[plek] = item.nodeid
    elif te_proeven or not slaagt:
        speurder.onbetrouwbaar.append(item.nodeid)
    _laat_los(item, nextitem)
    return True


def _draai(item: pytest.Item) -> bool:
    """Whether `item` passes; what it shares with others stays for the next time."""
    # As if a neighbour came next: all that `item` alone has goes, and what they share stays.
    verslagen = runtestprotocol(item, log=False, nextitem=item.parent)  # type: ignore[arg-type]
    return not any(een.failed for een in verslagen)


def _laat_los(item: pytest.Item, nextitem: pytest.Item | None) -> None:
    item.session._setupstate.teardown_exact(nextitem)


@contextmanager
def _zonder(plek: Plek | Sqlplek) -> Iterator[None]:
    if isinstance(plek, Plek):
        speurder.weg = plek
        try:
            yield
        finally:
            speurder.weg = None
        return
    with _als_beheerder() as beheer:
        beheer.execute(plek.zonder.encode())
        try:
            yield
        finally:
            beheer.execute(plek.met.encode())


def _als_beheerder() -> psycopg.Connection:
    """Where the tests work at this moment; each statement is committed."""
    from django.db import connection

    return cluster().verbind(BEHEERDER, str(connection.settings_dict["NAME"]))


def _sqlplekken() -> list[Sqlplek]:
    from tests.databank import kloon

    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as beheer:
        return sqlplekken(beheer)


def pytest_sessionfinish() -> None:
    """Write what was found."""
    alle: Sequence[Plek | Sqlplek] = [*speurder.python, *speurder.sql]
    uit: dict[str, Any] = {
        soort: {
            "bereikt": [str(plek) for plek in speurder.bereikt if plek.soort == soort],
            "gemist": [
                str(plek)
                for plek in speurder.bereikt
                if plek.soort == soort and plek not in speurder.gezien
            ],
        }
        for soort in sorted({plek.soort for plek in alle})
    }
    uit["niet bereikt"] = [str(plek) for plek in alle if plek not in speurder.bereikt]
    uit["gezien door"] = {str(plek): proef for plek, proef in speurder.gezien.items()}
    uit["onbetrouwbaar"] = speurder.onbetrouwbaar
    Path(os.environ["VANGNET_WEGGELATEN"]).write_text(json.dumps(uit), encoding="utf-8")
