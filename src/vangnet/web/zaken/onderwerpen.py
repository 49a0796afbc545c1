# SPDX-License-Identifier: EUPL-1.2
"""Whom a list of zaken is about, for the journaal."""

from collections.abc import Iterable
from uuid import UUID

from vangnet.casus.models import Casus


def van_casussen(casussen: Iterable[Casus]) -> list[tuple[str, UUID]]:
    """The casussen of a list, and the hoofdbetrokkenen whose names it shows."""
    alle = list(casussen)
    mensen = dict.fromkeys(een.hoofdbetrokkene.pk for een in alle if een.hoofdbetrokkene)
    return [*(("casus", een.pk) for een in alle), *(("persoon", een) for een in mensen)]
