# SPDX-License-Identifier: EUPL-1.2
"""Days as people type them: "vr", "12-3", "12 maart", "over 2 weken", "gisteren", "12-3-2022"."""

import re
from calendar import monthrange
from collections.abc import Iterable
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
_TERUG = {"vandaag": 0, "gisteren": 1, "eergisteren": 2}
_DAG_MAAND = re.compile(r"(\d{1,2})(?:[-/.]|\s+)(\d{1,2}|[a-z]{3,9})")
_OVER = re.compile(r"over (\d{1,3}|een) (dag|dagen|week|weken|maand|maanden)")
# One sign between all three: in "lokaal 8 12-11" there is no year.
_VOLUIT = re.compile(
    r"(?P<dag>\d{1,2})(?P<teken>[-/.])(?P<maand>\d{1,2})(?P=teken)(?P<jaar>\d{4}|\d{2})"
)
_IN_LETTERS = re.compile(r"(?P<dag>\d{1,2}) (?P<maand>[a-z]{3,9}) (?P<jaar>\d{4})")
_ISO = re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{1,2})-(?P<dag>\d{1,2})")
# A year of two digits is one of 1969 up to 2068, as Python reads it.
_EERSTE_VAN_DEZE_EEUW = 69
# Between two leap days are eight years at most: 2096 and 2104.
_JAREN_TUSSEN_SCHRIKKELDAGEN = 8
# Further back somebody who names no year may as well have meant a day to come.
_MAANDEN_ZONDER_JAAR = 9


class BestaatNiet(ValueError):
    """A day that the calendar doesn't have; its text is that day, as "29 februari 2023"."""


class MistJaar(ValueError):
    """A day without a year that is long ago; its text is that day with it, "1 december 2025"."""


def dag_uit_woorden(tekst: str, *, vandaag: date) -> date | None:
    """The day that `tekst` means, seen from `vandaag`, and never one before it; None for none.

    A weekday is the first one after today: "vr" on a Friday is next week. A day without a year is
    the first one from today on. Raises BestaatNiet for a day that no year has.
    """
    woorden = _gewoon(tekst)
    if woorden in _WOORDEN:
        return vandaag + timedelta(days=_WOORDEN[woorden])
    if (weekdag := _weekdag(woorden)) is not None:
        return vandaag + timedelta(days=(weekdag - vandaag.weekday() - 1) % 7 + 1)
    if over := _OVER.fullmatch(woorden):
        aantal = 1 if over[1] == "een" else int(over[1])
        return _later(vandaag, aantal, over[2])
    komende = range(vandaag.year, vandaag.year + _JAREN_TUSSEN_SCHRIKKELDAGEN + 1)
    return next((dag for dag in _in(woorden, komende) if dag >= vandaag), None)


def dag_terug(tekst: str, *, vandaag: date) -> date | None:
    """The day that `tekst` means, seen from `vandaag`, and never one after it; None for none.

    A weekday is the last one before today: "vr" on a Friday is last week. A day without a year is
    the last one up to today. Raises BestaatNiet for a day that no year has, and MistJaar for one
    that is more than nine months back.
    """
    woorden = _gewoon(tekst)
    if woorden in _TERUG:
        return vandaag - timedelta(days=_TERUG[woorden])
    if (weekdag := _weekdag(woorden)) is not None:
        return vandaag - timedelta(days=(vandaag.weekday() - weekdag - 1) % 7 + 1)
    voorbije = range(vandaag.year, vandaag.year - _JAREN_TUSSEN_SCHRIKKELDAGEN - 1, -1)
    dag = next((dag for dag in _in(woorden, voorbije) if dag <= vandaag), None)
    if dag and _later(dag, _MAANDEN_ZONDER_JAAR, "maanden") < vandaag:
        raise MistJaar(f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}")
    return dag


def is_geweest(tekst: str) -> bool:
    """Whether it is a word for a day before today, such as "gisteren"."""
    return _TERUG.get(_gewoon(tekst), 0) > 0


def dag_voluit(tekst: str, *, tot: date | None = None) -> date | None:
    """A day with its year: 31-12-2022, 31/12/22, 2022-12-31 or 31 december 2022; None for none.

    tot: of a year in two digits the last one that isn't after it, as of a day of birth: 12-3-49 is
    in 1949 then. Raises BestaatNiet.
    """
    woorden = _gewoon(tekst)
    soorten = (_VOLUIT, _IN_LETTERS, _ISO)
    gelezen = next((gevonden for een in soorten if (gevonden := een.fullmatch(woorden))), None)
    maand = _maand(gelezen["maand"]) if gelezen else 0
    if gelezen is None or not maand:
        return None
    jaar, dag = int(gelezen["jaar"]), int(gelezen["dag"])
    if len(gelezen["jaar"]) == 2:
        jaar += _eeuw((jaar, maand, dag), tot=tot)
    try:
        return date(jaar, maand, dag)
    except ValueError:
        raise BestaatNiet(f"{dag} {_MAANDEN[maand - 1]} {jaar}") from None


def _eeuw(dag: tuple[int, int, int], *, tot: date | None) -> int:
    """Of a year in two digits, with its month and day, which may not exist."""
    jaar, *rest = dag
    if tot is None:
        return 1900 if jaar >= _EERSTE_VAN_DEZE_EEUW else 2000
    return 1900 if [jaar + 2000, *rest] > [tot.year, tot.month, tot.day] else 2000


def _gewoon(tekst: str) -> str:
    return " ".join(tekst.lower().strip().rstrip(".").split())


def _weekdag(woorden: str) -> int | None:
    """Its number, 0 for Monday."""
    nummers = {naam: n for n, naam in enumerate(_WEEKDAGEN)}
    return (nummers | {naam[:2]: n for naam, n in nummers.items()}).get(woorden)


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
        return int(tekst) if 1 <= int(tekst) <= len(_MAANDEN) else 0
    kort = "maart" if tekst == "mrt" else tekst
    return next((n for n, naam in enumerate(_MAANDEN, 1) if naam.startswith(kort)), 0)


def _in(woorden: str, jaren: Iterable[int]) -> list[date]:
    """The day and month that `woorden` are, in each of `jaren` that has them."""
    gelezen = _DAG_MAAND.fullmatch(woorden)
    maand = _maand(gelezen[2]) if gelezen else 0
    if gelezen is None or not maand:
        return []
    dag = int(gelezen[1])
    dagen = [date(jaar, maand, dag) for jaar in jaren if 1 <= dag <= monthrange(jaar, maand)[1]]
    if not dagen:
        raise BestaatNiet(f"{dag} {_MAANDEN[maand - 1]}")
    return dagen
