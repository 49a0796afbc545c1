# SPDX-License-Identifier: EUPL-1.2
"""Add and change organisations as the present asker; row-level security says who may."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie
from vangnet.organisaties.models import Organisatie

VELDEN = ("naam", "soort", "keten", "deelnemer", "convenant_op", "rapportgroep", "telefoon")


def organisatie_toevoegen(velden: Mapping[str, Any]) -> Organisatie:
    """A new organisation; its kenmerk is made here, and an import may know it by that."""
    nieuw = Organisatie(id=uuid4(), **{naam: velden[naam] for naam in VELDEN})
    nieuw.kenmerk = f"O-{nieuw.pk.hex[:12]}"
    nieuw.save(force_insert=True)
    _leg_vast("organisatie.toegevoegd", nieuw.pk, VELDEN)
    return nieuw


def organisatie_wijzigen(organisatie: UUID, velden: Mapping[str, Any], *, versie: int) -> None:
    """Change what differs. Raises BotsendeVersie when somebody saved it after `versie` was read."""
    rijen = Organisatie.objects.filter(pk=organisatie, versie=versie)
    oud = rijen.first()
    nieuw = {naam: velden[naam] for naam in VELDEN if oud and velden[naam] != getattr(oud, naam)}
    if oud is None or (nieuw and not rijen.update(**nieuw)):
        raise BotsendeVersie("Iemand anders heeft deze organisatie intussen gewijzigd.")
    if nieuw:
        _leg_vast("organisatie.gewijzigd", organisatie, tuple(nieuw))


def _leg_vast(handeling: str, organisatie: UUID, velden: tuple[str, ...]) -> None:
    leg_vast(
        Act(
            handeling=handeling, object_soort="organisatie", object=organisatie, velden=list(velden)
        )
    )
