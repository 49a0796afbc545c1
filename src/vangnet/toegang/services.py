# SPDX-License-Identifier: EUPL-1.2
"""May the asker do this? Denied unless declared."""

from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.regels import NOG_NIET_BINNEN, ROLLEN_PER_RECHT, Recht, VragerSoort
from vangnet.toegang.selectors import geldende_rollen, lees_rollen
from vangnet.toegang.vrager import huidige_vrager


class NietIngelogd(NietToegestaan):
    """Nobody is logged in; the web sends the visitor to the log-in page."""


def toets_recht(recht: Recht, *, opnieuw: bool = True) -> None:
    """Raise NietIngelogd or NietToegestaan unless the asker holds `recht` today; one query.

    opnieuw: read the roles anew; False at the door of a page, which has just read them.
    """
    if recht is Recht.OPENBAAR:
        return
    vrager = huidige_vrager()
    if vrager is None or (recht is not Recht.HALVERWEGE and vrager.soort in NOG_NIET_BINNEN):
        raise NietIngelogd
    if recht is Recht.HALVERWEGE:
        if vrager.soort is not VragerSoort.INLOG:
            raise NietToegestaan
        return
    if recht is Recht.INGELOGD:
        return
    rollen = lees_rollen(vrager) if opnieuw else geldende_rollen(vrager)
    if not any(een.soort in ROLLEN_PER_RECHT[recht] for een in rollen):
        raise NietToegestaan
