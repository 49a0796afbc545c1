# SPDX-License-Identifier: EUPL-1.2
"""A brake on guessing, kept in the database so that every process counts along.

Counted is where somebody comes from, and where together with which account; the account alone only
for codes after a right password. So nobody locks somebody else out from elsewhere. A browser that
an account logged in with before is counted by itself: nor from behind the same address.
"""

from dataclasses import dataclass

from django.db import connection

from vangnet.gebruikers.geheimen import hash_met_sleutel


@dataclass(frozen=True)
class Rem:
    """How many tries of one kind go through within so many seconds."""

    naam: str
    aantal: int
    seconden: int

    def is_te_vaak(self, *waarvan: str) -> bool:
        """Count one try, and say whether it is one too many."""
        with connection.cursor() as cursor:
            sleutel = self._sleutel(waarvan)
            cursor.execute("SELECT gebruikers.tel_poging(%s, %s)", [sleutel, self.seconden])
            return int(cursor.fetchone()[0]) > self.aantal

    def was_goed(self, *waarvan: str) -> None:
        """This try was right: it doesn't count."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT gebruikers.tel_terug(%s)", [self._sleutel(waarvan)])

    def _sleutel(self, waarvan: tuple[str, ...]) -> str:
        return hash_met_sleutel("\n".join([self.naam, *waarvan]))


ADRES = Rem("adres", 20, 60)
ADRES_EN_ACCOUNT = Rem("adres en account", 10, 15 * 60)
APPARAAT = Rem("apparaat", 10, 15 * 60)
CODE = Rem("code van adres en account", 6, 5 * 60)
CODE_VAN_ACCOUNT = Rem("code van account", 60, 60 * 60)
PASSKEY = Rem("passkey van adres", 60, 60)
