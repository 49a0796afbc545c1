# SPDX-License-Identifier: EUPL-1.2
"""Reading afspraken for a page."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.regels import Antwoord
from vangnet.casus.selectors import deelnemende_organisaties
from vangnet.gebruikers.models import Gebruiker
from vangnet.organisaties.models import Organisatie
from vangnet.plan.models import Afspraak
from vangnet.plan.querysets import afspraken_voor
from vangnet.toegang.kijker import Kijker


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
    gevonden = afspraken_voor(wie).filter(casus=casus).select_related("organisatie", "gebruiker")
    return Lijst.van(gevonden.defer("gebruiker__password"), dag)


@dataclass(frozen=True)
class Uitvoerder:
    """Who can do an afspraak: an organisation that takes part, and perhaps somebody of it."""

    organisatie: Organisatie
    gebruiker: Gebruiker | None = None

    @property
    def sleutel(self) -> str:
        """As a form sends it."""
        delen = [self.organisatie.pk, *([self.gebruiker.pk] if self.gebruiker else [])]
        return ":".join(map(str, delen))


def uitvoerders(casus: Casus) -> Sequence[Uitvoerder]:
    """Who takes part in a casus and can do an afspraak, by organisation; two queries."""
    organisaties = deelnemende_organisaties(casus)
    rollen = CasusRol.objects.filter(
        casus=casus,
        gebruiker__isnull=False,
        organisatie__in=organisaties,
        antwoord=Antwoord.AANVAARD,
        beeindigd_op__isnull=True,
    )
    mensen: dict[UUID, dict[UUID, Gebruiker]] = {}
    for rol in rollen.select_related("gebruiker").defer("gebruiker__password"):
        if rol.organisatie_id and rol.gebruiker:
            mensen.setdefault(rol.organisatie_id, {})[rol.gebruiker.pk] = rol.gebruiker
    return [
        Uitvoerder(organisatie, mens)
        for organisatie in organisaties
        for mens in (None, *sorted(mensen.get(organisatie.pk, {}).values(), key=_naam))
    ]


def _naam(mens: Gebruiker) -> str:
    return mens.naam
