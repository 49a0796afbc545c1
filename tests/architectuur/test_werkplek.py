# SPDX-License-Identifier: EUPL-1.2
"""The repository names no machine on which it was made and no place from which it downloads.

One letter of each word stands in brackets, so that this file does not find itself.
"""

import re

from tests.architectuur.boom import bestanden, kort

_WOORDEN = (
    r"(?<![\w.])/wor[k]\b",
    r"/tm[p]/tea[m]\b",
    r"\bshare[d]/on(twerp|derzoek)\b",
    r"\bpyp[i]\.org\b",
    r"\bpythonhoste[d]\.org\b",
    r"\bnpmj[s]\.(org|com)\b",
    r"\bdeb\.debia[n]\.org\b",
)
_WERKPLEK = re.compile("|".join(_WOORDEN))
_LEESBAAR = {
    "", ".cfg", ".css", ".csv", ".html", ".in", ".js", ".json", ".md", ".py", ".sh", ".sql",
    ".svg", ".toml", ".txt", ".yml",
}  # fmt: skip


def test_geen_bestand_noemt_de_werkplek() -> None:
    gevonden = [
        f"{kort(pad)}: {woord.group()}"
        for pad in bestanden()
        if pad.suffix in _LEESBAAR
        for woord in _WERKPLEK.finditer(pad.read_text(encoding="utf-8"))
    ]

    assert gevonden == []
