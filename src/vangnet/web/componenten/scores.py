# SPDX-License-Identifier: EUPL-1.2
"""Scores of a person per leefgebied, as a table: in words, never added up or compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.utils import formats
from django.utils.translation import gettext_lazy as _

from vangnet.beeld.regels import SCORES, Moment
from vangnet.beeld.selectors import Gescoord
from vangnet.kern.klok import dag_uit

MOMENTEN = {
    Moment.START: _("Start"),
    Moment.EVALUATIE: _("Evaluatie"),
    Moment.EIND: _("Eind"),
}


class Kolom(NamedTuple):
    """A moment; op: the day on which it was scored, none while it wasn't."""

    moment: Moment
    naam: str
    op: date | None


class Scoreregel(NamedTuple):
    """A leefgebied with a word for each moment; empty where it was not scored."""

    leefgebied: str
    woorden: Sequence[tuple[str, str]]


class Scoretabel(NamedTuple):
    """The scores of one person."""

    wie: Gescoord
    kolommen: Sequence[Kolom]
    regels: Sequence[Scoreregel]


def scoretabellen(mensen: Sequence[Gescoord], namen: Mapping[str, str]) -> list[Scoretabel]:
    """One table a person: each evaluatie has a column, and only what was scored has a line."""
    return [_tabel(een, namen) for een in mensen]


def _tabel(wie: Gescoord, namen: Mapping[str, str]) -> Scoretabel:
    gezet = {
        (een["leefgebied"], een["moment"], een["op"]): f"{een['score']} {SCORES[een['score']]}"
        for een in wie.scores
    }
    kolommen = [een for moment in MOMENTEN for een in _kolommen(wie, moment)]
    gescoord = {leefgebied for leefgebied, _moment, _op in gezet}
    return Scoretabel(
        wie,
        kolommen,
        [
            Scoreregel(
                naam,
                [(_kop(een), gezet.get((code, een.moment, str(een.op)), "")) for een in kolommen],
            )
            for code, naam in namen.items()
            if code in gescoord
        ],
    )


def _kolommen(wie: Gescoord, moment: Moment) -> list[Kolom]:
    """By day; one without a day while nothing was scored."""
    dagen = sorted({een["op"] for een in wie.scores if een["moment"] == moment})
    return [Kolom(moment, str(MOMENTEN[moment]), dag_uit(een)) for een in dagen or [None]]


def _kop(kolom: Kolom) -> str:
    if kolom.moment is not Moment.EVALUATIE or not kolom.op:
        return kolom.naam
    return f"{kolom.naam} {formats.date_format(kolom.op, 'j b Y')}"
