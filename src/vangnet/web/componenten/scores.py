# SPDX-License-Identifier: EUPL-1.2
"""Scores of a person per leefgebied, as a table: in words, never added up or compared."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from vangnet.beeld.regels import SCORES, Moment
from vangnet.beeld.selectors import Gescoord

MOMENTEN = {
    Moment.START: _("Start"),
    Moment.EVALUATIE: _("Evaluatie"),
    Moment.EIND: _("Eind"),
}


class Kolom(NamedTuple):
    """A moment; op: the newest day on which it was scored."""

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
    """One table a person; of each moment the newest day, only leefgebieden that were scored."""
    return [_tabel(een, namen) for een in mensen]


def _tabel(wie: Gescoord, namen: Mapping[str, str]) -> Scoretabel:
    laatste = {een["moment"]: een["op"] for een in wie.scores}
    gezet = {
        (een["leefgebied"], een["moment"]): f"{een['score']} {SCORES[een['score']]}"
        for een in wie.scores
        if een["op"] == laatste[een["moment"]]
    }
    gescoord = {leefgebied for leefgebied, _moment in gezet}
    return Scoretabel(
        wie,
        [Kolom(een, str(naam), _dag(laatste.get(een))) for een, naam in MOMENTEN.items()],
        [
            Scoreregel(
                naam,
                [(str(kop), gezet.get((code, een), "")) for een, kop in MOMENTEN.items()],
            )
            for code, naam in namen.items()
            if code in gescoord
        ],
    )


def _dag(tekst: str | None) -> date | None:
    return date.fromisoformat(tekst) if tekst else None
