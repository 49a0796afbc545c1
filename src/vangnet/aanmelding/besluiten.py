# SPDX-License-Identifier: EUPL-1.2
"""The decision of triage: the act, which the database decides on, and what was decided before."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple
from uuid import UUID

from vangnet.aanmelding.models import Beslisser
from vangnet.aanmelding.querysets import beslissers_voor
from vangnet.kern.daden import roep
from vangnet.toegang.kijker import Kijker


class Oordeel(NamedTuple):
    """What the deelnemers found of one criterion (BGS 2.20(3))."""

    criterium: str
    geldt: bool
    motivering: str


class Stem(NamedTuple):
    """Who decided, for which organisation, and whether they agree."""

    naam: str
    organisatie: UUID
    akkoord: bool


@dataclass(frozen=True, kw_only=True)
class Beslissing:
    """A decision as it is recorded.

    casus: the open one that the aanmelding joins; without it samenstelling and regisseur say how
    the new one begins.
    """

    besluit: str
    oordelen: Sequence[Oordeel]
    beslissers: Sequence[Stem]
    reden: str | None = None
    verwezen_naar: str | None = None
    samenstelling: str | None = None
    regisseur: UUID | None = None
    casus: UUID | None = None


def besluit_vastleggen(aanmelding: UUID, beslissing: Beslissing) -> UUID | None:
    """Record it; gives the casus that it opened or joined. Raises NietToegestaan. Call it last."""
    inhoud = {
        "besluit": beslissing.besluit,
        "reden": beslissing.reden,
        "verwezen_naar": beslissing.verwezen_naar,
        "samenstelling": beslissing.samenstelling,
        "oordelen": [een._asdict() for een in beslissing.oordelen],
        "beslissers": [een._asdict() for een in beslissing.beslissers],
    }
    casus = roep(
        "aanmelding.besluit(%s, %s, %s, %s, %s)",
        aanmelding,
        json.dumps(inhoud, default=str),
        beslissing.casus,
        beslissing.regisseur,
    )
    return UUID(casus) if casus else None


def vorige_beslissers(wie: Kijker) -> Sequence[Beslisser]:
    """Who decided the last time: the weekly table mostly has the same people; one query."""
    gezien = beslissers_voor(wie)
    laatste = gezien.order_by("-aangemaakt_op", "pk").values("aanmelding")[:1]
    return list(gezien.filter(aanmelding=laatste).order_by("naam"))
