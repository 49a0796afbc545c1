# SPDX-License-Identifier: EUPL-1.2
"""How much of each kind waits for somebody: numbers only, for a mail that says nothing else."""

from collections import Counter
from datetime import date

from django.db.models import Count, Q

from vangnet.afsluiting.regels import Antwoord
from vangnet.afsluiting.werkblik import werkblik
from vangnet.afsluiting.werkregels import Werkregel, Werksoort
from vangnet.casus.deelname import uitnodigingen_met_kenmerk, wacht_op_antwoord
from vangnet.plan.querysets import STAAT_OPEN, mijn_afspraken
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.leiding import late_antwoorden
from vangnet.voortgang.querysets import gevraagd_aan


def telling_van(wie: Kijker, *, dag: date, sinds: date | None) -> Counter[str]:
    """What stands open for `wie` on `dag`, by kind; sinds: the day of the count before."""
    geteld = (
        mijn_afspraken(wie)
        .filter(STAAT_OPEN)
        .aggregate(
            afspraken_te_laat=Count("pk", filter=Q(uiterlijk_op__lt=dag)),
            afspraken_vandaag=Count("pk", filter=Q(uiterlijk_op=dag)),
        )
    )
    blik = werkblik(wie, dag=dag)
    wacht = (_soort(een) for een in blik if _telt(een, dag, sinds))
    # A manager is told of all, so also of those that name them: never twice.
    laat = len(late_antwoorden(dag)) if wie.mag(Recht.GREMIUM_INZIEN) else 0
    gevraagd = uitnodigingen_met_kenmerk(wie)
    return Counter(wacht) | Counter(
        {
            **geteld,
            "opschaling": laat,
            "uitnodigingen": len([rol for rol, _ in gevraagd if wacht_op_antwoord(rol)]),
            "gevraagd": gevraagd_aan(wie, dag).count(),
        }
    )


def _soort(een: Werkregel) -> str:
    """A question is a question, whether about a casus or an aanmelding."""
    return str(Werksoort.VRAAG if een.soort == Werksoort.NAVRAAG else een.soort)


def _telt(een: Werkregel, dag: date, sinds: date | None) -> bool:
    """Whether it goes into the mail of `dag`.

    An overleg, appointment or talk on its day; what was accepted in the first count after that
    day only.
    """
    if een.soort in {Werksoort.OVERLEG, Werksoort.ONDERWEG, Werksoort.GESPREK}:
        return een.op == dag
    if een.soort == Werksoort.BEANTWOORD and een.wat == Antwoord.AANVAARD:
        return een.op < dag and (sinds is None or een.op >= sinds)
    return True
