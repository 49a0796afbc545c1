# SPDX-License-Identifier: EUPL-1.2
"""Draw, judge and close a sample of the journaal: calls of the definer functions.

sql/steekproef.sql decides who may and writes the journaal. Each act raises NietToegestaan for what
may not be done and for what doesn't exist, without telling which (toegang.md section 2).
"""

from datetime import date
from uuid import UUID

from vangnet.kern.daden import roep
from vangnet.kern.fouten import VangnetFout
from vangnet.toezicht.regels import Bevinding


def trek_steekproef(van: date, tot: date, *, aantal: int) -> UUID:
    """A random sample of views and searches, both days counted; fewer when there are fewer.

    Raises VangnetFout when there is nothing to draw from.
    """
    getrokken = roep("toezicht.trek_steekproef(%s, %s, %s, %s)", van, tot, aantal)
    if not getrokken:
        raise VangnetFout("In deze periode is er niets om uit te trekken. Kies andere dagen.")
    return UUID(getrokken)


def beoordeel_regel(regel: UUID, bevinding: Bevinding, *, motivering: str) -> UUID:
    """What was found of one drawn act, once; returns its sample."""
    return UUID(roep("toezicht.beoordeel_regel(%s, %s, %s, %s)", regel, bevinding, motivering))


def sluit_steekproef(steekproef: UUID) -> None:
    """Close a sample of which each act has a finding."""
    roep("toezicht.sluit_steekproef(%s, %s)", steekproef)
