# SPDX-License-Identifier: EUPL-1.2
"""Acts of this room."""

from collections.abc import Collection
from uuid import UUID

from django.db import ProgrammingError, connection
from psycopg.errors import InsufficientPrivilege

from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.spoor import huidig_spoor


def afgewezen_vernietigen(aanmeldingen: Collection[UUID]) -> int:
    """Destroy those of these aanmeldingen that triage turned down, with their history.

    Returns how many there were; one that is unknown or waits for triage is passed over in silence.
    Whether the term has passed is for the caller to know. Raises NietToegestaan for an asker that
    is not the command line or a clock job. The act writes its own journaal row: call it last.
    """
    with connection.cursor() as cursor:
        try:
            cursor.execute(
                "SELECT aanmelding.vernietig_afgewezen(%s::uuid[], %s)",
                [list(aanmeldingen), huidig_spoor()],
            )
        except ProgrammingError as fout:
            if isinstance(fout.__cause__, InsufficientPrivilege):
                raise NietToegestaan("Dit mag je niet.") from fout
            raise
        return int(cursor.fetchone()[0])
