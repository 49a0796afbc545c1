# SPDX-License-Identifier: EUPL-1.2
"""Counting an advice: no persons."""

from uuid import UUID

from vangnet.kern.daden import roep
from vangnet.kern.eenmalig import sleutel_van


def oud_client_tellen(*, door: UUID, gemeente: str | None, eenmalig: UUID) -> None:
    """A former client called `door`; who it was is written nowhere.

    eenmalig: the id of the form; the same form, sent again, is one call. Raises NietToegestaan.
    """
    sleutel = sleutel_van(door, eenmalig, "oud-client", gemeente)
    roep("advies.tel_oud_client(%s, %s, %s)", sleutel, gemeente or None)
