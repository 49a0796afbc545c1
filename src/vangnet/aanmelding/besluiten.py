# SPDX-License-Identifier: EUPL-1.2
"""The decision of triage: the act, which the database decides on, and what was decided before."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vangnet.aanmelding.models import Beslisser
from vangnet.aanmelding.querysets import beslissers_voor
from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.daden import roep
from vangnet.toegang.kijker import Kijker

# The person of an aanmelding that joins a casus is in it already.
BEKEND = "bekend"


class Oordeel(NamedTuple):
    """What the deelnemers found of one criterion (BGS 2.20(3))."""

    criterium: str
    geldt: bool
    motivering: str


class OordeelVanHetHuis(NamedTuple):
    """What the deelnemers found of one criterium of the house."""

    criterium: UUID
    geldt: bool
    motivering: str


@dataclass(frozen=True)
class Stem:
    """Who decided, for which organisation, and whether they agree."""

    naam: str
    organisatie: UUID
    akkoord: bool


@dataclass(frozen=True, kw_only=True)
class Beslissing:
    """A decision as it is recorded; huisoordelen: one for each criterium of the house of today.

    casus: the open one that the aanmelding joins, with the inzet that was decided on; persoon_rol
    then says who the person is in it, and zijde on which side. With BEKEND they are in it already,
    and betrokkene says which persoon of that casus they are. Without casus samenstelling and
    regisseur say how the new one begins. persoon: somebody who is known, with waarom_zelfde: why
    the person of the aanmelding is them.
    """

    besluit: str
    oordelen: Sequence[Oordeel]
    beslissers: Sequence[Stem]
    huisoordelen: Sequence[OordeelVanHetHuis] = ()
    reden: str | None = None
    verwezen_naar: str | None = None
    samenstelling: str | None = None
    regisseur: UUID | None = None
    casus: UUID | None = None
    persoon_rol: str | None = None
    betrokkene: UUID | None = None
    zijde: int | None = None
    persoon: UUID | None = None
    waarom_zelfde: str | None = None


def besluit_vastleggen(aanmelding: UUID, beslissing: Beslissing) -> UUID | None:
    """Record it; gives the casus that it opened or joined. Raises NietToegestaan. Call it last."""
    casus = roep(
        "aanmelding.besluit(%s, %s, %s, %s, %s)",
        aanmelding,
        _als_tekst(beslissing),
        beslissing.casus,
        beslissing.regisseur,
    )
    return UUID(casus) if casus else None


def besluit_corrigeren(aanmelding: UUID, beslissing: Beslissing, *, waarom: str) -> UUID | None:
    """A new decision in the place of one that opened no casus, until the aanmelder has the answer.

    Gives the casus that it opened or joined. Raises NietToegestaan. Call it last.
    """
    casus = roep(
        "aanmelding.corrigeer(%s, %s, %s, %s, %s, %s)",
        aanmelding,
        waarom,
        _als_tekst(beslissing),
        beslissing.casus,
        beslissing.regisseur,
    )
    return UUID(casus) if casus else None


def _als_tekst(beslissing: Beslissing) -> str:
    inhoud = {
        "besluit": beslissing.besluit,
        "reden": beslissing.reden,
        "verwezen_naar": beslissing.verwezen_naar,
        "samenstelling": beslissing.samenstelling,
        "persoon_rol": beslissing.persoon_rol,
        "betrokkene": beslissing.betrokkene,
        "zijde": beslissing.zijde,
        "persoon": beslissing.persoon,
        "waarom_zelfde": beslissing.waarom_zelfde,
        "oordelen": [een._asdict() for een in beslissing.oordelen],
        "huisoordelen": [een._asdict() for een in beslissing.huisoordelen],
        "beslissers": [asdict(een) for een in beslissing.beslissers],
    }
    return json.dumps(inhoud, default=str)


def koppeling_verbreken(aanmelding: UUID) -> UUID:
    """It was somebody else after all: they get a persoon of their own; gives the casus.

    Raises NietToegestaan. Call it last.
    """
    return UUID(roep("aanmelding.verbreek_koppeling(%s, %s)", aanmelding))


def vorige_beslissers(wie: Kijker) -> Sequence[Beslisser]:
    """Who decided the last time: the weekly table mostly has the same people; one query."""
    gezien = beslissers_voor(wie)
    laatste = gezien.order_by("-aangemaakt_op", "pk").values("aanmelding")[:1]
    return list(gezien.filter(aanmelding=laatste).order_by("naam"))


def mogelijke_regisseurs() -> Sequence[Gebruiker]:
    """Who may be the regisseur of a new casus today, by name; two queries."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT aanmelding.mogelijke_regisseurs()")
        ids: list[UUID] = [rij[0] for rij in cursor.fetchall()]
    return list(Gebruiker.objects.filter(pk__in=ids).order_by("naam"))
