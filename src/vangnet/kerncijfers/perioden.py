# SPDX-License-Identifier: EUPL-1.2
"""Periods: calendar days, both ends included (kerncijfers.md section 1, rule 2)."""

from datetime import date, timedelta

from vangnet.kern.fouten import VangnetFout

_DAG = timedelta(days=1)


class OngeldigePeriode(VangnetFout):
    """The last day lies before the first."""


def toets_periode(van: date, tot: date) -> None:
    """Raise OngeldigePeriode when there is no day in the period."""
    if tot < van:
        raise OngeldigePeriode(f"De periode eindigt ({tot}) voordat hij begint ({van}).")


def maanden_van(van: date, tot: date) -> list[date]:
    """The first days of all months that the period touches."""
    eerste, laatste = _maandnummer(van), _maandnummer(tot)
    return [date(nummer // 12, nummer % 12 + 1, 1) for nummer in range(eerste, laatste + 1)]


def aantal_hele_maanden(van: date, tot: date) -> int:
    """How many calendar months the period is made of; 0 when it isn't made of whole ones."""
    if van.day != 1 or (tot != date.max and (tot + _DAG).day != 1):
        return 0
    return len(maanden_van(van, tot))


def periode_ervoor(van: date, tot: date) -> tuple[date, date] | None:
    """The period that ends the day before `van`: as many whole months, or else as many days.

    None when it would begin before the first day that Python knows.
    """
    maanden = aantal_hele_maanden(van, tot)
    try:
        if maanden:
            return maanden_terug(van, maanden), van - _DAG
        return van - (tot - van) - _DAG, van - _DAG
    except (OverflowError, ValueError):
        return None


def maanden_terug(dag: date, maanden: int) -> date:
    """The same day of the month so many months before, or the last day of a shorter month."""
    nummer = _maandnummer(dag) - maanden
    eerste = date(nummer // 12, nummer % 12 + 1, 1)
    volgende = date((nummer + 1) // 12, (nummer + 1) % 12 + 1, 1)
    return min(eerste + (dag.day - 1) * _DAG, volgende - _DAG)


def _maandnummer(dag: date) -> int:
    return dag.year * 12 + dag.month - 1
