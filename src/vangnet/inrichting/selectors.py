# SPDX-License-Identifier: EUPL-1.2
"""Reading what the house has set."""

from vangnet.inrichting.models import Huis


def het_huis() -> Huis:
    """The one house of this database; one query."""
    return Huis.objects.get()
