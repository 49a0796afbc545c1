# SPDX-License-Identifier: EUPL-1.2
"""Runs a module of ours in a process of its own, as tests/opdrachtregel does, for weglaten.py.

    python -m tests.storing.proces <module> <words>

VANGNET_WEG names the call of the journaal that is left out, if any. Each place that writes, and
each statement, is added to the file that VANGNET_LANGS names. A command that this one starts, such
as a step under the owner role, does the same.
"""

import json
import os
import runpy
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg

from tests.storing.daden import op_de_weg, pythonplekken

_SCHRIJFT = "journaal.leg_vast("
_OPDRACHT = [sys.executable, "-m"]


def main(module: str, *woorden: str) -> None:
    """Run `module` as the program, with these words."""
    plekken, weg = pythonplekken(), os.environ["VANGNET_WEG"]
    echt: Any = psycopg.Cursor.execute

    def voer_uit(cursor: Any, query: Any, params: Any = None, **anders: Any) -> Any:
        langs: list[str] = []
        if _SCHRIJFT in str(query):
            langs = [str(plek) for plek in op_de_weg(plekken, sys._getframe(1))]
        _meld(langs, str(query))
        if weg in langs:
            query, params = "SELECT gen_random_uuid()", None
        return echt(cursor, query, params, **anders)

    setattr(psycopg.Cursor, "execute", voer_uit)  # noqa: B010 - its type has overloads
    _volg_opdrachten()
    sys.argv = [module, *woorden]
    runpy.run_module(module, run_name="__main__", alter_sys=True)


def _volg_opdrachten() -> None:
    """What this process runs of ours goes by way of this module too."""
    draai: Any = subprocess.run

    def draai_mee(woorden: Any, *rest: Any, **anders: Any) -> Any:
        if list(woorden[:2]) == _OPDRACHT:
            woorden = [*_OPDRACHT, "tests.storing.proces", *woorden[2:]]
        return draai(woorden, *rest, **anders)

    setattr(subprocess, "run", draai_mee)  # noqa: B010 - its type has overloads


def _meld(langs: list[str], opdracht: str) -> None:
    with Path(os.environ["VANGNET_LANGS"]).open("a", encoding="utf-8") as uit:
        uit.write(json.dumps([langs, opdracht]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
