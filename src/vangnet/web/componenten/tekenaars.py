# SPDX-License-Identifier: EUPL-1.2
"""Who signed a plan and who did not, in words, where more than one person can sign.

Of one person a page says that the betrokkene signed, and needs no name.
"""

from collections.abc import Mapping, Sequence
from uuid import UUID

from django.utils import formats
from django.utils.translation import gettext as _

from vangnet.casus.models import Betrokkenheid
from vangnet.plan.models import Plan
from vangnet.plan.ondertekenaars import Ondertekenaar, is_onbekend
from vangnet.web.componenten.afspraken import als_zin


def genoemden(tekenaars: Sequence[Ondertekenaar]) -> list[Betrokkenheid]:
    """Whose names stand on a page that says who signed, for the journaal."""
    return [een.betrokkenheid for een in tekenaars] if len(tekenaars) > 1 else []


def tekenzinnen(plan: Plan, tekenaars: Sequence[Ondertekenaar]) -> Sequence[str]:
    """A sentence for each who can sign, and one for a signature without a name."""
    if len(tekenaars) <= 1:
        return ()
    zinnen = [*(tekenzin(een) for een in tekenaars), onbekende(plan, tekenaars)]
    return [een for een in zinnen if een]


def onbekende(plan: Plan, tekenaars: Sequence[Ondertekenaar]) -> str:
    """That somebody signed of whom nothing says who it is; empty when nobody did."""
    if plan.ondertekend_op is None or not is_onbekend(plan, tekenaars):
        return ""
    dag = formats.date_format(plan.ondertekend_op, "j b Y")
    return _("Op %(dag)s tekende iemand. Wie dat was, is niet vastgelegd.") % {"dag": dag}


def tekenzin(een: Ondertekenaar, nummers: Mapping[UUID | None, int] | None = None) -> str:
    """Whether and when one person signed; nummers: of the versions, to say also which and why."""
    if een.handtekening is None:
        nog = _("%(naam)s tekende niet.") if een.is_weg else _("%(naam)s tekende nog niet.")
        return nog % {"naam": een.naam}
    dag = formats.date_format(een.handtekening.op, "j b Y")
    waarden = {"naam": een.naam, "dag": dag}
    if nummers is None:
        return _("%(naam)s tekende op %(dag)s.") % waarden
    if een.handtekening.versie in nummers:
        waarden["nummer"] = str(nummers[een.handtekening.versie])
        zin = _("%(naam)s tekende versie %(nummer)s op %(dag)s.") % waarden
    else:
        zin = (
            _("%(naam)s tekende op %(dag)s. Onder welke versie dat was, is niet vastgelegd.")
            % waarden
        )
    if een.handtekening.reden:
        zin += " " + _("Dat is verbeterd: %(reden)s") % {"reden": als_zin(een.handtekening.reden)}
    return zin
