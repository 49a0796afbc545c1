# SPDX-License-Identifier: EUPL-1.2
"""What somebody had typed when the session ended: kept for an hour, given back once.

sql/bewaardetekst.sql decides whose it is and for how long, and writes the journaal. The text lies
there encrypted for one account and one form; the database knows neither the text nor the address.
"""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from cryptography.exceptions import InvalidTag
from django.db import connection

from vangnet.gebruikers.geheimen import hash_met_sleutel, ontsleutel, versleutel
from vangnet.kern.daden import doe
from vangnet.kern.fouten import NietToegestaan

_MEESTE_TEKENS = 200_000


def plek_van(gebruiker: UUID, adres: str) -> str:
    """The name under which a text of one account for one form is found; says nothing itself."""
    return hash_met_sleutel(f"getypt:{gebruiker}:{adres}")


def tekst_bewaren(gebruiker: UUID, sessie: UUID, *, adres: str, velden: Mapping[str, Any]) -> bool:
    """Keep the fields of the form at `adres` for the account that asks; whether that was done.

    Not when it is too much, or when the session was ended by hand.
    """
    tekst, plek = json.dumps(velden), plek_van(gebruiker, adres)
    if len(tekst) > _MEESTE_TEKENS:
        return False
    try:
        dicht = versleutel(tekst, van=gebruiker, plek=plek)
        doe("SELECT gebruikers.bewaar_tekst(%s, %s, %s, %s)", sessie, plek, dicht)
    except NietToegestaan:
        return False
    return True


def bewaarde_plekken() -> list[str]:
    """Where a text waits for who is in."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT gebruikers.bewaarde_plekken()")
        return [str(plek) for (plek,) in cursor.fetchall()]


def tekst_nemen(gebruiker: UUID, plek: str) -> dict[str, Any]:
    """The fields that were kept for who is in, which are then gone; empty when there are none."""
    (dicht,) = doe("SELECT gebruikers.neem_tekst(%s, %s)", plek)
    try:
        return dict(json.loads(ontsleutel(dicht, van=gebruiker, plek=plek))) if dicht else {}
    except (InvalidTag, ValueError, KeyError):
        return {}
