# SPDX-License-Identifier: EUPL-1.2
"""Closing and reopening a casus, and what comes of a handover. No Django."""

from datetime import date, timedelta
from enum import StrEnum


class Besluitsoort(StrEnum):
    """What the deelnemers decided (WGS 2.31(8))."""

    SLUITEN = "sluiten"
    HEROPENEN = "heropenen"


class Wijze(StrEnum):
    """How they decided: together, or each in writing."""

    OVERLEG = "in_overleg"
    SCHRIFTELIJK = "schriftelijk"


class Antwoord(StrEnum):
    """What came of a handover; none yet is None. Taken back: the house asks no longer."""

    AANVAARD = "aanvaard"
    GEWEIGERD = "geweigerd"
    INGETROKKEN = "ingetrokken"


# No receiver; never of a handover.
GEEN_ONTVANGER = frozenset({"geen", "onbekend"})
NAZORGWEKEN = 6
BEWAARJAREN = 5


def nazorg_op(afgesloten_op: date) -> date:
    """When the house asks the receiver whether the person is really in care: after six weeks."""
    return afgesloten_op + timedelta(weeks=NAZORGWEKEN)


def uiterlijk_bewaard(eerste_verwerking: date) -> date:
    """Until when data may be kept at most (WGS 1.8(7)); 29 February becomes 28 February."""
    jaar = eerste_verwerking.year + BEWAARJAREN
    try:
        return eerste_verwerking.replace(year=jaar)
    except ValueError:
        return date(jaar, 2, 28)
