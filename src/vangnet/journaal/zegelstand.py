# SPDX-License-Identifier: EUPL-1.2
"""How the sealing goes, for a page; the database answers nothing to who may not know."""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection

from vangnet.journaal.regels import ALARM_NA, Kop
from vangnet.kern.klok import nu


@dataclass(frozen=True)
class Zegelstand:
    """The head of now and when it was made; how many rows wait, the oldest of them since when."""

    kop: Kop | None
    verzegeld_op: datetime | None
    wachtend: int
    oudste: datetime | None

    @property
    def alarm(self) -> bool:
        """Whether a row waits for longer than the term."""
        return self.oudste is not None and nu() - self.oudste > ALARM_NA


def zegelstand() -> Zegelstand:
    """The state of the seals, as the present asker may see it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM journaal.zegelstand()")
        volgnummer, keten, verzegeld_op, wachtend, oudste = cursor.fetchone()
    kop = Kop(volgnummer, bytes(keten)) if volgnummer else None
    return Zegelstand(kop, verzegeld_op, wachtend or 0, oudste)
