# SPDX-License-Identifier: EUPL-1.2
"""Recording an evaluation; what an opschaling does stands in opschalen.py."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import Min

from vangnet.casus.models import Casus
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.voortgang.models import Evaluatie


@transaction.atomic
def evaluatie_vastleggen(casus: Casus, *, datum: date, conclusie: str, door: UUID) -> None:
    """Record that the deelnemers evaluated on a day; the clock of the casus starts anew.

    The same again is without effect. Raises VangnetFout for a day to come or before the casus
    began, and for a second evaluation of one day.
    """
    if datum > vandaag():
        raise VangnetFout("De dag ligt in de toekomst.")
    begin = casus.inzetten.aggregate(dag=Min("vanaf"))["dag"]
    if begin and datum < begin:
        raise VangnetFout(f"De zaak begon op {begin:%d-%m-%Y}. Kies die dag of een dag erna.")
    evaluatie = Evaluatie(
        casus=casus, datum=datum, conclusie=conclusie, door_id=door, eerste_verwerking=vandaag()
    )
    if not _is_nieuw(evaluatie):
        return
    leg_vast(
        Act(
            handeling="evaluatie.vastgelegd",
            object_soort="evaluatie",
            object=evaluatie.pk,
            casus=casus.pk,
            velden=["datum", "conclusie"],
            onderwerpen=[("casus", casus.pk)],
        )
    )


def _is_nieuw(evaluatie: Evaluatie) -> bool:
    """Write the row; False when the same stands there already."""
    try:
        with transaction.atomic():
            evaluatie.save(force_insert=True)
    except IntegrityError:
        er_is = Evaluatie.objects.filter(casus=evaluatie.casus_id, datum=evaluatie.datum).first()
        if er_is is None:
            raise
        if er_is.conclusie != evaluatie.conclusie:
            raise VangnetFout("Van deze dag staat er al een evaluatie.") from None
        return False
    return True
