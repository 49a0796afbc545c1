# SPDX-License-Identifier: EUPL-1.2
"""What became of a hypothese; the act writes the journaal."""

from uuid import UUID

from django.db import transaction

from vangnet.beeld.models import Hypotheseoordeel
from vangnet.beeld.regels import REDEN_MINSTENS, Oordeel
from vangnet.casus.models import Bijdrage
from vangnet.casus.regels import BijdrageSoort
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag


@transaction.atomic
def hypothese_beoordelen(
    bijdrage: Bijdrage, *, oordeel: Oordeel, reden: str, door: UUID
) -> Hypotheseoordeel:
    """Say that a hypothese held or not, and why. Raises VangnetFout without a reason,
    NietToegestaan when it is no hypothese or was taken back."""
    if bijdrage.soort != BijdrageSoort.HYPOTHESE or bijdrage.ingetrokken_op:
        raise NietToegestaan("Dit kan niet.")
    if len(reden.strip()) < REDEN_MINSTENS:
        raise VangnetFout("Schrijf in een zin waarom.")
    gegeven = Hypotheseoordeel.objects.create(
        casus_id=bijdrage.casus_id,
        bijdrage=bijdrage,
        oordeel=oordeel,
        reden=reden.strip(),
        op=vandaag(),
        door_id=door,
        eerste_verwerking=vandaag(),
    )
    over = bijdrage.betrokkenheid
    leg_vast(
        Act(
            handeling="hypothese.beoordeeld",
            object_soort="bijdrage",
            object=bijdrage.pk,
            casus=bijdrage.casus_id,
            velden=["oordeel", "reden"],
            onderwerpen=[
                ("casus", bijdrage.casus_id),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )
    return gegeven
