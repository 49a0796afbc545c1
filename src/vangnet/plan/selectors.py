# SPDX-License-Identifier: EUPL-1.2
"""Reading afspraken for a page."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, Q
from django.db.models.functions import JSONObject

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import in_hele, niet_voorbij
from vangnet.casus.regels import Antwoord
from vangnet.gebruikers.models import Gebruiker
from vangnet.organisaties.models import Organisatie
from vangnet.plan.models import Afspraak, Doel, Plan, PlanVersie, naam_van_eigenaar
from vangnet.plan.querysets import (
    STAAT_OPEN,
    afspraken_voor,
    doelen_voor,
    met_namen,
    mijn_afspraken,
)
from vangnet.toegang.kijker import Kijker

MEESTE = 50
_HUIS = "huis"
HOOFD = "hoofdbetrokkene"
_NIEUWSTE_EERST = ("-vastgesteld_op", "-kenmerk")
DOELVOLGORDE = (F("beoordeeld_op").desc(nulls_first=True), "streefdatum", "aangemaakt_op", "pk")


@dataclass(frozen=True)
class Lijst:
    """The afspraken of a casus, parted as a page shows them.

    nu_klaar: ready or lapsed today, so that it can be taken back where one sees it.
    """

    open: Sequence[Afspraak]
    nu_klaar: Sequence[Afspraak]
    klaar: Sequence[Afspraak]

    @classmethod
    def van(cls, afspraken: Iterable[Afspraak], dag: date) -> "Lijst":
        """Open ones by their last day, the others newest first."""
        alle = list(afspraken)
        dicht = sorted((een for een in alle if _klaar_op(een)), key=_klaar_op, reverse=True)
        return cls(
            open=sorted((een for een in alle if not _klaar_op(een)), key=_uiterlijk),
            nu_klaar=[een for een in dicht if _klaar_op(een) == dag],
            klaar=[een for een in dicht if _klaar_op(een) != dag],
        )


def _klaar_op(een: Afspraak) -> date:
    return een.gereed_op or een.vervallen_op  # type: ignore[return-value]  # None is "open" above


def _uiterlijk(een: Afspraak) -> tuple[date, str]:
    return een.uiterlijk_op, een.kenmerk


def afspraken_van(casus: Casus, *, wie: Kijker, dag: date) -> Lijst:
    """What `wie` sees of the afspraken of a casus; one query."""
    return Lijst.van(met_namen(afspraken_voor(wie).filter(casus=casus)), dag)


@dataclass(frozen=True)
class Uitvoerder:
    """Who can do an afspraak: an organisation that takes part, and perhaps somebody of it.

    organisatie: None is the house itself.
    """

    organisatie: Organisatie | None
    gebruiker: Gebruiker | None = None

    @property
    def sleutel(self) -> str:
        """As a form sends it."""
        delen = [self.organisatie.pk if self.organisatie else _HUIS]
        return ":".join(map(str, [*delen, *([self.gebruiker.pk] if self.gebruiker else [])]))

    @property
    def naam(self) -> str:
        """The organisation, or the house, as a screen calls it."""
        return naam_van_eigenaar(self.organisatie)


def naam_van_uitvoerder(wie: Uitvoerder) -> str:
    """The organisation, and who of it."""
    return f"{wie.naam}: {wie.gebruiker.naam}" if wie.gebruiker else wie.naam


def uitvoerders(casus: Casus) -> Sequence[Uitvoerder]:
    """Who can do an afspraak in a casus: who takes part, by organisation, and the house with who
    has a rol there; one query."""
    rollen = CasusRol.objects.filter(niet_voorbij(), casus=casus)
    rollen = rollen.select_related("organisatie", "gebruiker").defer("gebruiker__password")
    organisaties: dict[UUID | None, Organisatie | None] = {}
    mensen: dict[UUID | None, dict[UUID, Gebruiker]] = {}
    for rol in rollen.order_by("organisatie__naam"):
        organisaties[rol.organisatie_id] = rol.organisatie
        if rol.gebruiker and rol.antwoord == Antwoord.AANVAARD:
            mensen.setdefault(rol.organisatie_id, {})[rol.gebruiker.pk] = rol.gebruiker
    # The house comes last, also when nobody of it has a rol.
    organisaties.pop(None, None)
    return [
        Uitvoerder(een, mens)
        for een in (*organisaties.values(), None)
        for mens in (None, *sorted(mensen.get(een.pk if een else None, {}).values(), key=_naam))
    ]


def _naam(mens: Gebruiker) -> str:
    return mens.naam


@dataclass(frozen=True)
class Werk:
    """What somebody has to see to: overdue and today, ready today, and what comes.

    meer: there are more than MEESTE.
    """

    nu: Sequence[Afspraak]
    nu_klaar: Sequence[Afspraak]
    straks: Sequence[Afspraak]
    meer: bool


def werk_van(wie: Kijker, *, dag: date) -> Werk:
    """The afspraken of `wie` on `dag`, overdue first; one query, at most MEESTE of them."""
    alle = mijn_afspraken(wie).filter(STAAT_OPEN | Q(gereed_op=dag))
    volgorde = (F("gereed_op").desc(nulls_last=True), "uiterlijk_op", "kenmerk")
    eerste = list(met_namen(alle).order_by(*volgorde)[: MEESTE + 1])
    getoond = eerste[:MEESTE]
    return Werk(
        nu=[een for een in getoond if not een.gereed_op and een.uiterlijk_op <= dag],
        nu_klaar=[een for een in getoond if een.gereed_op],
        straks=[een for een in getoond if not een.gereed_op and een.uiterlijk_op > dag],
        meer=len(eerste) > MEESTE,
    )


def doelen_van(casus: Casus, *, wie: Kijker) -> Sequence[Doel]:
    """The goals of a casus, where `wie` sees all of it, open ones first; one query."""
    return list(doelen_voor(wie).filter(casus=casus).order_by(*DOELVOLGORDE))


def plan_van(casus: Casus, *, wie: Kijker) -> Plan | None:
    """The plan of a casus, where `wie` sees all of it; of several from an import the last."""
    plannen = Plan.objects.filter(in_hele(wie), casus=casus)
    return plannen.order_by(*_NIEUWSTE_EERST).first()


def plan_met_versies(casus: Casus, *, wie: Kijker) -> tuple[Plan | None, Sequence[PlanVersie]]:
    """plan_van with versies_van, in one query; of a version what a list of them shows."""
    versies = PlanVersie.objects.filter(in_hele(wie), casus=OuterRef("casus")).order_by("-nummer")
    als_json = JSONObject(**{een: een for een in ("id", "nummer", "nadruk", "vastgesteld_op")})
    plannen: Any = Plan.objects.filter(in_hele(wie), casus=casus)
    plannen = plannen.annotate(versielijst=ArraySubquery(versies.values(een=als_json)))
    plan = plannen.order_by(*_NIEUWSTE_EERST).first()
    return plan, [_versie(een) for een in (plan.versielijst or ())] if plan else []


def _versie(rij: Mapping[str, Any]) -> PlanVersie:
    op = date.fromisoformat(rij["vastgesteld_op"])
    return PlanVersie(**{**rij, "id": UUID(rij["id"]), "vastgesteld_op": op})


def versies_van(casus: Casus, *, wie: Kijker) -> Sequence[PlanVersie]:
    """The versions of the plan of a casus, newest first."""
    return list(PlanVersie.objects.filter(in_hele(wie), casus=casus).order_by("-nummer"))
