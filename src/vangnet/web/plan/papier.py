# SPDX-License-Identifier: EUPL-1.2
"""A version of a plan as it stands on the paper for the person concerned.

Where people stand opposite each other it is for one side: nothing on it of an organisation that is
on the other side alone, not even that there is one (toegang.md section 4).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.utils.translation import gettext as _

from vangnet.casus.betrokkenen import heeft_kanten, staan_erin
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.zijden import ZIJDEN, Organisatiekanten
from vangnet.plan.models import PlanVersie
from vangnet.plan.ondertekenaars import Ondertekenaar
from vangnet.toegang.kijker import Kijker
from vangnet.web.componenten.afspraken import als_zin

# So many texts are named where the paper is too long.
_LANGSTE = 3


@dataclass(frozen=True)
class Kant:
    """For whom a paper is; keuze: as the address says it; mensen: who stands there today."""

    zijde: int | None
    mensen: Sequence[Betrokkenheid]

    @property
    def keuze(self) -> str:
        return str(self.zijde or 0)

    @property
    def woord(self) -> str:
        """As the screen calls it, and not the paper: another side isn't theirs to know of."""
        if self.zijde is None:
            return _("wie aan geen kant staat")
        return _("kant %(nummer)s") % {"nummer": self.zijde}

    @property
    def namen(self) -> str:
        return ", ".join(dict.fromkeys(een.persoon.naam for een in self.mensen))


def kanten_van(casus: Casus, *, wie: Kijker) -> Sequence[Kant]:
    """For whom there can be a paper; none where nobody stands opposite another.

    Both sides, also one without people yet, and who is on none if somebody is.
    """
    if not heeft_kanten(casus):
        return ()
    mensen = staan_erin(casus, wie=wie)
    kanten = [Kant(een, [mens for mens in mensen if mens.zijde == een]) for een in ZIJDEN]
    return [een for een in kanten if een.zijde or een.mensen]


class Regel(NamedTuple):
    """An afspraak as it stands in a version."""

    wat: str
    wie: str
    uiterlijk_op: date
    gereed_op: date | None = None


class Doelregel(NamedTuple):
    """A goal as it stands in a version, with what is agreed for it."""

    leefgebied: str
    wat: str
    meetbaar: str
    streefdatum: date
    afspraken: Sequence[Regel]


class Tekenregel(NamedTuple):
    """Where somebody signs, or did; naam: empty where that can be one reader only."""

    naam: str = ""
    op: date | None = None


def op_papier(versie: PlanVersie, tekenaars: Sequence[Ondertekenaar]) -> dict[str, Any]:
    """All that a version says: for whoever it concerns, where there are no sides.

    One of before had no goals, and didn't say what was ready.
    """
    plan = versie.plan
    alleen = Tekenregel(op=plan.ondertekend_op if plan.getekende_versie_id == versie.pk else None)
    return {
        "tekenregels": _tekenregels(versie, tekenaars) if len(tekenaars) > 1 else [alleen],
        **_in_woorden(versie.inhoud["afspraken"], versie.inhoud.get("doelen", ())),
    }


def op_papier_voor(
    versie: PlanVersie,
    kant: Kant,
    organisaties: Organisatiekanten,
    tekenaars: Sequence[Ondertekenaar],
) -> dict[str, Any]:
    """What a version says to one side; of signatures those of that side alone.

    A goal tells nothing of its side: it stands there only with something that an organisation of
    this side agreed for it, and what the house does for a goal only with that goal.
    onbekend: whose side nothing tells any more, so on no paper; for the screen.
    """
    alle = versie.inhoud["afspraken"]
    van_deze_kant = [
        not een.get("huis") and organisaties.mag_bij(een["wie"], kant.zijde) for een in alle
    ]
    ervoor = {een.get("doel") for een, hier in zip(alle, van_deze_kant, strict=True) if hier}
    afspraken = [
        een
        for een, hier in zip(alle, van_deze_kant, strict=True)
        if hier or (een.get("huis") and een.get("doel") in {None, *ervoor})
    ]
    doelen = [een for een in versie.inhoud.get("doelen", ()) if een["nummer"] in ervoor]
    namen = dict.fromkeys(een["wie"] for een in alle if not een.get("huis"))
    eigen = [een for een in tekenaars if een.betrokkenheid.zijde == kant.zijde]
    return {
        "tekenregels": _tekenregels(versie, eigen, kant) or [Tekenregel()],
        "onbekend": ", ".join(een for een in namen if not organisaties.kent(een)),
        **_in_woorden(afspraken, doelen),
    }


def _tekenregels(
    versie: PlanVersie, tekenaars: Sequence[Ondertekenaar], kant: Kant | None = None
) -> Sequence[Tekenregel]:
    """Of who signed this version, and of who still can; by name where others read it too."""
    getekend = [
        (
            een,
            een.handtekening.op
            if een.handtekening and een.handtekening.versie == versie.pk
            else None,
        )
        for een in tekenaars
    ]
    blijft = [(een, op) for een, op in getekend if op or not een.is_weg]
    lezers = {een.betrokkenheid.persoon_id for een, _op in blijft}
    lezers |= {een.persoon_id for een in kant.mensen} if kant else set()
    return [Tekenregel(een.naam if len(lezers) > 1 else "", op) for een, op in blijft]


def _in_woorden(
    afspraken: Sequence[dict[str, Any]], doelen: Sequence[dict[str, Any]]
) -> dict[str, Any]:
    """By goal, what goes with none, and what was ready by then; langste: what to shorten first."""
    te_doen = [een for een in afspraken if not een.get("gereed_op")]
    teksten = [een[deel] for een in doelen for deel in ("wat", "meetbaar")]
    teksten += [een["wat"] for een in afspraken]
    return {
        "langste": sorted(dict.fromkeys(teksten), key=len, reverse=True)[:_LANGSTE],
        "gedaan": [_regel(een) for een in afspraken if een.get("gereed_op")],
        "doelen": [
            Doelregel(
                een["leefgebied"],
                een["wat"],
                als_zin(een["meetbaar"]),
                date.fromisoformat(een["streefdatum"]),
                _regels(te_doen, een["nummer"]),
            )
            for een in doelen
        ],
        "regels": _regels(te_doen, None),
    }


def _regels(afspraken: Sequence[dict[str, Any]], doel: int | None) -> Sequence[Regel]:
    return [_regel(een) for een in afspraken if een.get("doel") == doel]


def _regel(een: dict[str, Any]) -> Regel:
    gereed_op = een.get("gereed_op")
    return Regel(
        als_zin(een["wat"]),
        een["wie"],
        date.fromisoformat(een["uiterlijk_op"]),
        date.fromisoformat(gereed_op) if gereed_op else None,
    )
