# SPDX-License-Identifier: EUPL-1.2
"""Recording scores per leefgebied; the act writes the journaal."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from vangnet.beeld.models import Score
from vangnet.beeld.regels import Moment
from vangnet.casus.models import Betrokkenheid
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag


@transaction.atomic
def scores_vastleggen(
    van: Betrokkenheid,
    scores: Mapping[str, int | None],
    *,
    moment: Moment,
    op: date,
    door: UUID,
) -> int:
    """Score leefgebieden of somebody in a casus at one moment; gives how many changed.

    A score that is None takes away what stood there. Start and end have one day: another day moves
    them; each evaluatie keeps its own. Raises VangnetFout for a day to come.
    """
    if op > vandaag():
        raise VangnetFout("De dag van een score ligt niet in de toekomst.")
    van_moment = Score.objects.filter(betrokkenheid=van, moment=moment)
    if moment is not Moment.EVALUATIE:
        van_moment.exclude(op=op).delete()
    van_dag = van_moment.filter(op=op)
    nu = dict(van_dag.values_list("leefgebied", "score"))
    veranderd = {een: score for een, score in scores.items() if score != nu.get(een)}
    van_dag.filter(leefgebied__in=[een for een, score in veranderd.items() if not score]).delete()
    Score.objects.bulk_create(
        [
            Score(
                casus_id=van.casus_id,
                betrokkenheid=van,
                leefgebied=leefgebied,
                moment=moment,
                score=score,
                op=op,
                door_id=door,
                eerste_verwerking=vandaag(),
            )
            for leefgebied, score in veranderd.items()
            if score
        ],
        # Of two who save at the same moment the last counts; the history keeps the other.
        update_conflicts=True,
        unique_fields=["betrokkenheid", "leefgebied", "moment", "op"],
        update_fields=["score", "door"],
    )
    if veranderd:
        _leg_scores_vast(van, len(veranderd))
    return len(veranderd)


def _leg_scores_vast(van: Betrokkenheid, aantal: int) -> None:
    leg_vast(
        Act(
            handeling="scores.vastgelegd",
            object_soort="casus",
            object=van.casus_id,
            casus=van.casus_id,
            velden=["leefgebied", "moment", "score", "op"],
            aantallen={"scores": aantal},
            onderwerpen=[("casus", van.casus_id), ("persoon", van.persoon_id)],
        )
    )
