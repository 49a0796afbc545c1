# SPDX-License-Identifier: EUPL-1.2
"""For whom a casus is unsafe and what may happen: what the house said of it, and a change of that.

What an aanmelding says is added to it, until the house says something that day or later.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from psycopg.errors import UniqueViolation

from vangnet.casus.models import Casus
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import nu, vandaag
from vangnet.toegang.kijker import Kijker
from vangnet.voortgang.models import Veiligheidsrisico
from vangnet.voortgang.querysets import veiligheid_voor

_BOTST = "De veiligheid is intussen veranderd."
_ZELFDE = ("na_id", "door_id", "datum", "voor", "soort", "reden")


@dataclass(frozen=True)
class Veiligheid:
    """From `datum` on; voor and soort both empty: no risk any more."""

    voor: Sequence[str]
    soort: Sequence[str]
    datum: date
    reden: str


def veiligheid_van(casus: UUID, *, wie: Kijker) -> Sequence[Veiligheidsrisico]:
    """What the house said of the safety of a casus, newest first; one query."""
    gezien = veiligheid_voor(wie).filter(casus=casus).select_related("door")
    return list(gezien.defer("door__password"))


def laatste(gezegd: Sequence[Veiligheidsrisico]) -> Veiligheidsrisico | None:
    """The one of `gezegd`, newest first, that holds now."""
    return next((een for een in gezegd if een.ingetrokken_op is None), None)


@transaction.atomic
def veiligheid_wijzigen(
    casus: Casus, nieuw: Veiligheid, *, vanaf: date | None, na: UUID | None, wie: Kijker
) -> None:
    """Say anew for whom a casus is unsafe; na: the row that the writer saw as the last one.

    vanaf: the day of what holds now, before which nothing can change. The same again is without
    effect. Raises VangnetFout for a day to come or before `vanaf`, and BotsendeVersie when
    somebody else said something meanwhile.
    """
    if nieuw.datum > vandaag():
        raise VangnetFout("De dag ligt in de toekomst.")
    rij = Veiligheidsrisico(
        casus=casus,
        datum=nieuw.datum,
        voor=list(nieuw.voor),
        soort=list(nieuw.soort),
        reden=nieuw.reden,
        na_id=na,
        door_id=wie.gebruiker,
        eerste_verwerking=vandaag(),
    )
    if _staat_er_al(rij, wie):
        return
    if vanaf and nieuw.datum < vanaf:
        raise VangnetFout(f"Wat er nu staat is van {vanaf:%d-%m-%Y}. Kies die dag of een dag erna.")
    try:
        with transaction.atomic():
            rij.save(force_insert=True)
    except IntegrityError as fout:
        if not isinstance(fout.__cause__, UniqueViolation):
            raise
        # Since the look of a moment ago.
        raise BotsendeVersie(_BOTST) from fout
    _leg_vast("veiligheid.gewijzigd", rij, ["datum", "voor", "soort", "reden"])


def _staat_er_al(rij: Veiligheidsrisico, wie: Kijker) -> bool:
    """Whether a first click wrote the same. Raises BotsendeVersie when another row came between."""
    er_is = laatste(veiligheid_van(rij.casus_id, wie=wie))
    if (er_is.pk if er_is else None) == rij.na_id:
        return False
    if er_is and all(getattr(er_is, veld) == getattr(rij, veld) for veld in _ZELFDE):
        return True
    raise BotsendeVersie(_BOTST)


@transaction.atomic
def veiligheid_intrekken(casus: Casus, risico: UUID, *, wie: Kijker) -> None:
    """Take back the last change, by who made it; what stood before holds again.

    Raises NietToegestaan for a change that isn't the last one, or of somebody else.
    """
    rij = laatste(veiligheid_van(casus.pk, wie=wie))
    if rij is None or rij.pk != risico or rij.door_id != wie.gebruiker:
        raise NietToegestaan
    rij.ingetrokken_op = nu()
    rij.save(update_fields=["ingetrokken_op"])
    _leg_vast("veiligheid.ingetrokken", rij, ["ingetrokken_op"])


def _leg_vast(handeling: str, rij: Veiligheidsrisico, velden: list[str]) -> None:
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="veiligheidsrisico",
            object=rij.pk,
            casus=rij.casus_id,
            velden=velden,
            onderwerpen=[("casus", rij.casus_id)],
        )
    )
