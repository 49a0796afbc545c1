# SPDX-License-Identifier: EUPL-1.2
"""The first step of a log-in: which account an address and a password belong to."""

from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.hashers import check_password
from django.db import connection

from vangnet.gebruikers.models import Gebruiker
from vangnet.toegang.regels import VragerSoort
from vangnet.toegang.vrager import Vrager, als

_NIEMAND = UUID(int=0)
# The framework's sign for no password: the hasher then works on one of its own.
_ZONDER_WACHTWOORD = "!"


class Eerste(NamedTuple):
    """The account of the address, if there is one, and whether it may go on to the second step."""

    gebruiker: Gebruiker | None
    klopt: bool


def eerste_stap(email: str, wachtwoord: str) -> Eerste:
    """The same statements and one round of hashing, whether there is such an account or not."""
    gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
    goed = wachtwoord_klopt(gebruiker.pk if gebruiker else _NIEMAND, wachtwoord)
    return Eerste(gebruiker, klopt=goed and gebruiker is not None and gebruiker.is_active)


def wachtwoord_klopt(gebruiker: UUID, wachtwoord: str) -> bool:
    """Whether this is the password of the account.

    For no account, and for one without a password, the hasher works on a password of its own.
    """
    with als(Vrager(gebruiker, VragerSoort.HERKENNING)), connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.wachtwoord_van_herkende()")
        bewaard = cursor.fetchone()[0]
    return check_password(wachtwoord, bewaard or _ZONDER_WACHTWOORD)
