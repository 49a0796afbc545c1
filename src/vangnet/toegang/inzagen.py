# SPDX-License-Identifier: EUPL-1.2
"""Looks at one casus beside one's roles: calls of the definer functions, and what is read of them.

sql/noodtoegang.sql decides who may and writes the journaal (toegang.md section 5).
"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet

from vangnet.kern.daden import doe
from vangnet.toegang.models import Inzage
from vangnet.toegang.regels import Inzagereden, Oordeel


class Uitkomst(StrEnum):
    """What came of asking for a look."""

    GEOPEND = "geopend"
    NIET_GEVONDEN = "niet_gevonden"
    WACHT_OP_OORDEEL = "wacht_op_oordeel"


@dataclass(frozen=True)
class Geopend:
    """The casus that is open now; none unless uitkomst is GEOPEND."""

    uitkomst: Uitkomst
    casus: UUID | None


class Gedaan(NamedTuple):
    """An act under a look; personen: how many people it concerned."""

    moment: datetime
    handeling: str
    personen: int


def inzage_openen(kenmerk: str, *, reden: Inzagereden, toelichting: str) -> Geopend:
    """Open the casus with this kenmerk for an hour.

    One that doesn't exist and one that may not be opened give the same. Raises NietToegestaan when
    no role of the asker goes with this reason.
    """
    opdracht = "SELECT casus_id, uitkomst FROM toegang.open_inzage(%s, %s, %s, %s)"
    casus, uitkomst = doe(opdracht, kenmerk, reden, toelichting)
    return Geopend(Uitkomst(uitkomst), casus)


def inzage_beeindigen(inzage: UUID) -> None:
    """End one's own look before the hour is over. Raises NietToegestaan."""
    doe("SELECT toegang.beeindig_inzage(%s, %s)", inzage)


def inzage_beoordelen(inzage: UUID, *, oordeel: Oordeel, bevinding: str) -> None:
    """Say once whether somebody else's look was right. Raises NietToegestaan."""
    doe("SELECT toegang.beoordeel_inzage(%s, %s, %s, %s)", inzage, oordeel, bevinding)


def eigen_inzagen(gebruiker: UUID) -> QuerySet[Inzage]:
    """One's own looks, newest first."""
    return Inzage.objects.filter(gebruiker=gebruiker).order_by("-vanaf", "pk")


def te_beoordelen() -> list[Inzage]:
    """The looks that wait for the asker's verdict, most urgent first."""
    ids = [een for (een,) in _lees("SELECT toegang.te_beoordelen()")]
    return list(Inzage.objects.filter(pk__in=ids).order_by("beoordelen_voor", "pk"))


def kenmerken_van_inzagen() -> dict[UUID, str]:
    """The kenmerk of the casus of one's own looks, and of those that one has to judge."""
    return dict(_lees("SELECT inzage, kenmerk FROM toegang.kenmerken_van_inzagen()"))


def gedaan_bij(inzage: UUID) -> list[Gedaan]:
    """What somebody did under a look that the asker has to judge, in order of time."""
    rijen = _lees("SELECT moment, handeling, personen FROM toegang.gedaan_bij_inzage(%s)", inzage)
    return [Gedaan(*rij) for rij in rijen]


def _lees(opdracht: str, *waarden: Any) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(opdracht, waarden)
        return list(cursor.fetchall())
