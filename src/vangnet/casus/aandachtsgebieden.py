# SPDX-License-Identifier: EUPL-1.2
"""Which further aandachtsgebieden a casus has: a call of a definer function, as in deelname.py."""

from collections.abc import Sequence
from uuid import UUID

from vangnet.kern.daden import roep


def aandachtsgebieden_zetten(casus: UUID, verdere: Sequence[str], *, gelezen: int) -> bool:
    """Say which there are beside the one that counts, which stays what it is.

    gelezen: the `versie` of the casus that was read. False when somebody changed that since, and
    nothing was saved. Raises NietToegestaan for who may not, for a closed casus, for a code that
    names no aandachtsgebied or comes twice, and for the one that counts.
    """
    antwoord = roep(
        "casus.zet_aandachtsgebieden(%s, %s::text[], %s, %s)", casus, list(verdere), gelezen
    )
    return antwoord == "true"
