# SPDX-License-Identifier: EUPL-1.2
"""Recording scores per leefgebied; the act writes the journaal."""

from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db import transaction

from vangnet.beeld.models import Score
from vangnet.beeld.regels import Moment, Scoredagen, scorestand
from vangnet.casus.models import Betrokkenheid
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.beurt import wacht_op_beurt
from vangnet.kern.fouten import BotsendeVersie, VangnetFout
from vangnet.kern.klok import vandaag


def op_dag(rijen: Iterable[Score]) -> Scoredagen:
    """Scores of one person, by moment and day."""
    dagen: dict[Moment, dict[date, dict[str, int]]] = {}
    for een in rijen:
        van_dag = dagen.setdefault(Moment(een.moment), {}).setdefault(een.op, {})
        van_dag[een.leefgebied] = een.score
    return dagen


@transaction.atomic
def scores_vastleggen(
    van: Betrokkenheid,
    scores: Mapping[str, int | None],
    *,
    moment: Moment,
    op: date,
    gelezen: str,
    door: UUID,
) -> int:
    """Score leefgebieden of somebody in a casus at one moment; gives how many changed.

    A score that is None takes away what stood there. Another day moves what was read. Raises
    VangnetFout for a day to come, and BotsendeVersie when `gelezen` isn't what these would replace:
    nobody replaces what they haven't seen.
    """
    if op > vandaag():
        raise VangnetFout("De dag van een score ligt niet in de toekomst.")
    # Of two at once the second reads what the first wrote, also where nothing stood yet.
    wacht_op_beurt(f"scores {van.pk}")
    van_moment = Score.objects.filter(betrokkenheid=van, moment=moment)
    staat = scorestand(op_dag(van_moment), moment, op=op, gelezen=gelezen)
    if staat.merk != gelezen:
        raise BotsendeVersie("Er staan intussen andere scores. Kies per veld wat moet blijven.")
    nu, verhuisd = staat.scores, 0
    if staat.op is not None and staat.op != op:
        verhuisd, _ = van_moment.filter(op=staat.op).delete()
        nu = {}
    veranderd = {een: score for een, score in scores.items() if score != nu.get(een)}
    weg = [een for een, score in veranderd.items() if not score]
    van_moment.filter(op=op, leefgebied__in=weg).delete()
    _zet(van, {een: score for een, score in veranderd.items() if score}, moment, op, door)
    if veranderd or verhuisd:
        _leg_scores_vast(van, len(veranderd) or verhuisd)
    return len(veranderd)


def _zet(
    van: Betrokkenheid, scores: Mapping[str, int], moment: Moment, op: date, door: UUID
) -> None:
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
            for leefgebied, score in scores.items()
        ],
        # A score that stands there is replaced; the history keeps it.
        update_conflicts=True,
        unique_fields=["betrokkenheid", "leefgebied", "moment", "op"],
        update_fields=["score", "door"],
    )


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
