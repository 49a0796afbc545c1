# SPDX-License-Identifier: EUPL-1.2
"""Days as people type them: "vr", "morgen", "12-3", "12 maart", "over 2 weken"."""

import re
from calendar import monthrange
from datetime import date, timedelta

_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WOORDEN = {"vandaag": 0, "morgen": 1, "overmorgen": 2}
_DAG_MAAND = re.compile(r"(\d{1,2})(?:[-/.]|\s+)(\d{1,2}|[a-z]{3,9})")
_OVER = re.compile(r"over (\d{1,3}|een) (dag|dagen|week|weken|maand|maanden)")


def dag_uit_woorden(tekst: str, *, vandaag: date) -> date | None:
    """The day that `tekst` means, seen from `vandaag`, and never one before it; None for none.

    A weekday is the first one after today: "vr" on a Friday is next week. A day without a year is
    the first one from today on, at most a year away.
    """
    woorden = " ".join(tekst.lower().strip().rstrip(".").split())
    if woorden in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[woorden])
    for nummer, naam in enumerate(_WEEKDAGEN):
        if woorden in {naam, naam[:2]}:
            return vandaag + timedelta(days=(nummer - vandaag.weekday() - 1) % 7 + 1)
    if over := _OVER.fullmatch(woorden):
        aantal = 1 if over[1] == "een" else int(over[1])
        return _later(vandaag, aantal, over[2])
    if dag_maand := _DAG_MAAND.fullmatch(woorden):
        return _eerste(int(dag_maand[1]), _maand(dag_maand[2]), vandaag)
    return None


def _later(vandaag: date, aantal: int, eenheid: str) -> date:
    if eenheid.startswith("maand"):
        jaren, maand = divmod(vandaag.month - 1 + aantal, 12)
        jaar = vandaag.year + jaren
        laatste = monthrange(jaar, maand + 1)[1]
        return date(jaar, maand + 1, min(vandaag.day, laatste))
    return vandaag + timedelta(days=aantal * (7 if eenheid.startswith("we") else 1))


def _maand(tekst: str) -> int:
    """Number of the month, 0 for none; a name may be cut off after three letters."""
    if tekst.isdigit():
        return int(tekst)
    kort = "maart" if tekst == "mrt" else tekst
    return next((n for n, naam in enumerate(_MAANDEN, 1) if naam.startswith(kort)), 0)


def _eerste(dag: int, maand: int, vandaag: date) -> date | None:
    # This year or the next: 29 February of a year further on is a slip, or asks for its year.
    for jaar in (vandaag.year, vandaag.year + 1):
        try:
            gevonden = date(jaar, maand, dag)
        except ValueError:
            continue
        if gevonden >= vandaag:
            return gevonden
    return None
