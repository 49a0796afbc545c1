# SPDX-License-Identifier: EUPL-1.2
"""Working days, and terms that end on one (Algemene termijnenwet). No Django."""

from datetime import date, timedelta
from functools import cache

_DAG = timedelta(days=1)


def is_werkdag(dag: date) -> bool:
    """Monday to Friday, and no public holiday."""
    return dag.weekday() < 5 and dag not in feestdagen(dag.year)


def werkdagen(van: date, tot: date) -> int:
    """How many working days after `van` it is on `tot`; none when `tot` is not later."""
    return sum(is_werkdag(van + timedelta(days=dag)) for dag in range(1, (tot - van).days + 1))


def na_werkdagen(van: date, aantal: int) -> date:
    """The working day that comes `aantal` working days after `van`."""
    dag = van
    while aantal > 0:
        dag += _DAG
        aantal -= is_werkdag(dag)
    return dag


def einde_termijn(van: date, dagen: int) -> date:
    """Last day of a term of `dagen` days after `van`: in a weekend or on a holiday it goes on until
    the end of the first working day (Algemene termijnenwet, article 1)."""
    dag = van + timedelta(days=dagen)
    while not is_werkdag(dag):
        dag += _DAG
    return dag


def laatste_begin(dag: date, dagen: int) -> date:
    """The last day from which a term of `dagen` days is over on `dag`."""
    begin = dag - timedelta(days=dagen + 1)
    while einde_termijn(begin, dagen) >= dag:
        begin -= _DAG
    return begin


@cache
def feestdagen(jaar: int) -> frozenset[date]:
    """The public holidays of a year (Algemene termijnenwet, article 3), Good Friday among them."""
    pasen = _eerste_paasdag(jaar)
    na_pasen = {pasen + timedelta(days=dagen) for dagen in (-2, 1, 39, 50)}
    vast = {date(jaar, 1, 1), date(jaar, 5, 5), date(jaar, 12, 25), date(jaar, 12, 26)}
    return frozenset(vast | na_pasen | {_verjaardag(jaar)})


def _verjaardag(jaar: int) -> date:
    """Koningsdag, until 2013 Koninginnedag: on a Sunday it is kept the day before."""
    dag = date(jaar, 4, 27) if jaar > 2013 else date(jaar, 4, 30)
    return dag - _DAG if dag.weekday() == 6 else dag


def _eerste_paasdag(jaar: int) -> date:
    """Easter Sunday by the algorithm of Meeus, Jones and Butcher."""
    eeuw, rest = divmod(jaar, 100)
    maan = (19 * (jaar % 19) + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    schuif = (jaar % 19 + 11 * maan + 22 * week) // 451
    maand, dag = divmod(maan + week - 7 * schuif + 114, 31)
    return date(jaar, maand, dag + 1)
