# SPDX-License-Identifier: EUPL-1.2
"""Correcting what is written of a person."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.personen.models import Persoon


@dataclass(frozen=True, kw_only=True)
class Persoonsgegevens:
    """What the house may correct; the BSN is not among it."""

    achternaam: str
    tussenvoegsel: str | None = None
    voornamen: str | None = None
    geboortedatum: date | None = None
    geslacht: str | None = None
    gemeente: str | None = None


@transaction.atomic
def persoon_wijzigen(
    persoon: UUID, gegevens: Persoonsgegevens, *, gelezen: int, casussen: Sequence[UUID]
) -> None:
    """Change a person; gelezen: the `versie` when it was read; casussen: through which it may be.

    Raises NietToegestaan when the asker doesn't see the person, BotsendeVersie when it changed
    meanwhile. Without effect when it says so already.
    """
    er_is = Persoon.objects.select_for_update().filter(pk=persoon).first()
    if er_is is None:
        raise NietToegestaan("Dit kan niet.")
    nieuw = {naam: waarde or None for naam, waarde in vars(gegevens).items()}
    veranderd = [naam for naam, waarde in nieuw.items() if getattr(er_is, naam) != waarde]
    if veranderd and er_is.versie != gelezen:
        raise BotsendeVersie("Deze persoon is intussen veranderd.")
    if not veranderd:
        return
    Persoon.objects.filter(pk=persoon).update(**nieuw)
    leg_vast(
        Act(
            handeling="persoon.gewijzigd",
            object_soort="persoon",
            object=persoon,
            velden=veranderd,
            onderwerpen=[("persoon", persoon), *(("casus", een) for een in casussen)],
        )
    )
