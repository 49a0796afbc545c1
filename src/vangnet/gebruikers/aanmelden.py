# SPDX-License-Identifier: EUPL-1.2
"""The first step of a log-in: which account an address and a password belong to."""

from typing import NamedTuple

from django.contrib.auth.hashers import check_password

from vangnet.gebruikers.models import Gebruiker

# The framework's sign for no password: the hasher then works on one of its own.
_ZONDER_WACHTWOORD = "!"


class Eerste(NamedTuple):
    """The account of the address, if there is one, and whether it may go on to the second step."""

    gebruiker: Gebruiker | None
    klopt: bool


def eerste_stap(email: str, wachtwoord: str) -> Eerste:
    """One query and one round of hashing, whether there is such an account, and whether it goes on.

    For no account, and for one without a password, the hasher works on a password of its own.
    """
    gebruiker = Gebruiker.objects.filter(email__iexact=email).first()
    goed = check_password(wachtwoord, gebruiker.password if gebruiker else _ZONDER_WACHTWOORD)
    return Eerste(gebruiker, klopt=goed and gebruiker is not None and gebruiker.is_active)
