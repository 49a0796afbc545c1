# SPDX-License-Identifier: EUPL-1.2
"""How much of each kind waits for somebody: numbers only, for a mail that says nothing else."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from vangnet.afsluiting.werkblik import Werksoort, werkblik
from vangnet.casus.deelname import uitnodigingen_met_kenmerk
from vangnet.plan.querysets import STAAT_OPEN, mijn_afspraken
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.opschalen import late_antwoorden
from vangnet.voortgang.querysets import gevraagd_aan


def telling_van(wie: Kijker, *, dag: date) -> Counter[str]:
    """What stands open for `wie` on `dag`, by kind; of the overleggen only those of that day."""
    geteld = (
        mijn_afspraken(wie)
        .filter(STAAT_OPEN)
        .aggregate(
            afspraken_te_laat=Count("pk", filter=Q(uiterlijk_op__lt=dag)),
            afspraken_vandaag=Count("pk", filter=Q(uiterlijk_op=dag)),
        )
    )
    blik = werkblik(wie, dag=dag)
    wacht = (str(een.soort) for een in blik if een.soort != Werksoort.OVERLEG or een.op == dag)
    # A manager is told of all, so also of those that name them: never twice.
    laat = len(late_antwoorden()) if wie.mag(Recht.GREMIUM_INZIEN) else 0
    gevraagd = uitnodigingen_met_kenmerk(wie)
    return Counter(wacht) | Counter(
        {
            **geteld,
            "opschaling": laat,
            "uitnodigingen": len([rol for rol, _ in gevraagd if rol.beeindigd_op is None]),
            "gevraagd": gevraagd_aan(wie, dag).count(),
        }
    )
