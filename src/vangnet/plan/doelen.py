# SPDX-License-Identifier: EUPL-1.2
"""Making, changing and judging a goal; each act writes the journaal."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from vangnet.casus.models import Casus
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.eenmalig import is_nieuw, sleutel_van
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Doel


@dataclass(frozen=True, kw_only=True)
class Doelinhoud:
    """What the house may change of a goal that is open."""

    leefgebied: str
    omschrijving: str
    meetbaar: str
    streefdatum: date

    def kolommen(self) -> dict[str, Any]:
        """The columns."""
        return dict(vars(self))


@transaction.atomic
def doel_toevoegen(
    casus: Casus, inhoud: Doelinhoud, *, door: UUID, eenmalig: UUID | None = None
) -> UUID:
    """Make a goal today; gives its id. Raises VangnetFout for a day before today.

    eenmalig: the id of the form; the same form with the same content gives the goal that there is.
    """
    if inhoud.streefdatum < vandaag():
        raise VangnetFout("De streefdatum ligt voor vandaag.")
    sleutel = sleutel_van(door, eenmalig, casus.pk, "doel", inhoud.kolommen())
    doel = Doel(id=sleutel, casus=casus, vastgesteld_op=vandaag(), **inhoud.kolommen())
    if is_nieuw(doel, casus=casus.pk):
        _leg_vast("doel.toegevoegd", doel, list(inhoud.kolommen()))
    return sleutel


@transaction.atomic
def doel_wijzigen(doel_id: UUID, inhoud: Doelinhoud, *, gelezen: int) -> None:
    """Change a goal that is open; gelezen: its `versie` when it was read.

    Raises NietToegestaan when it isn't there or open (any more), BotsendeVersie when it changed
    meanwhile, VangnetFout for a day before it was made.
    """
    doel = _doel(doel_id)
    if doel.resultaat is not None:
        raise NietToegestaan("Dit kan niet.")
    if doel.versie != gelezen:
        raise BotsendeVersie("Dit doel is intussen veranderd.")
    if inhoud.streefdatum < doel.vastgesteld_op:
        raise VangnetFout("De streefdatum ligt voor de dag van het doel.")
    nieuw = inhoud.kolommen()
    veranderd = [naam for naam, waarde in nieuw.items() if getattr(doel, naam) != waarde]
    if veranderd:
        Doel.objects.filter(pk=doel.pk).update(**nieuw)
        _leg_vast("doel.gewijzigd", doel, veranderd)


@transaction.atomic
def doel_beoordelen(doel_id: UUID, *, resultaat: str | None, gelezen: int | None = None) -> None:
    """How far it was reached; None opens it again. Of procesregie each has one at closing.

    gelezen: its `versie` when it was read, if it was. Without effect when it is so already. Raises
    NietToegestaan when it isn't there, BotsendeVersie when it changed meanwhile.
    """
    doel = _doel(doel_id)
    if doel.resultaat == resultaat:
        return
    if gelezen is not None and doel.versie != gelezen:
        raise BotsendeVersie("Dit doel is intussen veranderd.")
    op = vandaag() if resultaat else None
    Doel.objects.filter(pk=doel.pk).update(resultaat=resultaat, beoordeeld_op=op)
    handeling = "doel.beoordeeld" if resultaat else "doel.weer_open"
    _leg_vast(handeling, doel, ["resultaat", "beoordeeld_op"])


def _doel(doel_id: UUID) -> Doel:
    doel = Doel.objects.select_for_update().filter(pk=doel_id).first()
    if doel is None:
        raise NietToegestaan("Dit kan niet.")
    return doel


def _leg_vast(handeling: str, doel: Doel, velden: list[str]) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="doel",
            object=doel.pk,
            casus=doel.casus_id,
            velden=velden,
            onderwerpen=[("casus", doel.casus_id)],
        )
    )
