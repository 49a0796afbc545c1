# SPDX-License-Identifier: EUPL-1.2
"""What beheerder and manager do with accounts and roles: calls of the definer functions.

sql/beheer.sql decides who may and writes the journaal. Each act raises NietToegestaan for what may
not be done and for what doesn't exist, without telling which (toegang.md section 2).
"""

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction

from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.wachtwoorden import bezwaren
from vangnet.kern.daden import roep
from vangnet.kern.fouten import VangnetFout
from vangnet.toegang.regels import BLIJFT, EINDIGT, VragerSoort
from vangnet.toegang.vrager import Vrager, als

# No signs that look like each other; twenty of them are a hundred bits.
_TEKENS = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"
_LENGTE, _PER_GROEP = 20, 5
_ZINNEN = {
    "accountrol_beheerder_apart": (
        "Een beheerder ziet geen inhoud: die rol gaat niet samen met een rol die dat wel ziet."
    ),
    "accountrol_geen_tweede": "Deze persoon heeft deze rol al in (een deel van) deze tijd.",
    "gebruikers_gebruiker_email_key": "Met dit e-mailadres is er al een account.",
}


@dataclass(frozen=True, kw_only=True)
class NieuweRol:
    """A role as a beheerder gives it; organisatie: id of an organisation or of the house."""

    rol: str
    organisatie: UUID
    taak: str
    screening_op: date
    vanaf: date
    tot: date | None = None


def rol_geven(gebruiker: UUID, nieuw: NieuweRol) -> UUID:
    """Give somebody else a role. Raises VangnetFout when it can't stand beside another."""
    return UUID(
        _roep(
            "geef_rol(%s, %s, %s, %s, %s, %s, %s, %s)",
            gebruiker,
            nieuw.rol,
            nieuw.organisatie,
            nieuw.taak,
            nieuw.screening_op,
            nieuw.vanaf,
            nieuw.tot,
        )
    )


def rol_bevestigen(rol: UUID, *, akkoord: bool) -> UUID:
    """A second person's yes or no to a role; returns whose role it is."""
    return UUID(_roep("bevestig_rol(%s, %s, %s)", rol, akkoord))


def rol_beeindigen(rol: UUID, *, tot: date | None) -> UUID:
    """End a role now, or after its last day `tot`; returns whose role it is."""
    return UUID(_roep("beeindig_rol(%s, %s, %s)", rol, tot))


def account_maken(*, email: str, naam: str, functie: str, organisatie: UUID | None) -> UUID:
    """A new account without password and role. Raises VangnetFout when the address is in use."""
    return UUID(_roep("maak_account(%s, %s, %s, %s, %s)", email, naam, functie, organisatie))


def account_zetten(gebruiker: UUID, *, actief: bool) -> None:
    """End an account with all its roles, or let it go on again without roles."""
    _roep("zet_account(%s, %s, %s)", gebruiker, actief)


def account_wijzigen(gebruiker: UUID, *, naam: str, email: str) -> list[str]:
    """Another name or address of somebody else's account; gives the fields that changed.

    Raises VangnetFout when the address is in use.
    """
    velden = _roep("wijzig_account(%s, %s, %s, %s)", gebruiker, naam, email)
    return [veld for veld in velden.strip("{}").split(",") if veld]


def via_oidc_zetten(gebruiker: UUID, *, aan: bool) -> None:
    """Whether somebody else may log in with the municipal provider; off ends the link with it."""
    _roep("zet_via_oidc(%s, %s, %s)", gebruiker, aan)


def activering_geven(gebruiker: UUID) -> tuple[str, datetime]:
    """A code to hand over, which is nowhere readable after this, and when it runs out."""
    code = "".join(secrets.choice(_TEKENS) for _ in range(_LENGTE))
    verloopt = datetime.fromisoformat(_roep("geef_activering(%s, %s, %s)", gebruiker, _hash(code)))
    groepen = [code[plek : plek + _PER_GROEP] for plek in range(0, _LENGTE, _PER_GROEP)]
    return "-".join(groepen), verloopt


class TeRaden(VangnetFout):
    """A password that says something of the person whose it would become."""

    def __init__(self, zinnen: list[str]) -> None:
        super().__init__(" ".join(zinnen))
        self.zinnen = zinnen


def activeren(code: str, wachtwoord: str) -> bool:
    """Set the password of the account that `code` was made for; False when it doesn't work.

    Raises TeRaden, with nothing changed, when it looks like the person's own name or address:
    only who holds a code that works learns whose it is.
    """
    with transaction.atomic():
        wie = _roep("activeer(%s, %s, %s)", _hash(code), make_password(wachtwoord))
        if wie:
            with als(Vrager(UUID(wie), VragerSoort.INLOG)):
                gebruiker = Gebruiker.objects.get(pk=wie)
            if zinnen := bezwaren(wachtwoord, gebruiker):
                raise TeRaden(zinnen)
    return bool(wie)


def ronde_tekenen(blijft: Mapping[UUID, bool]) -> UUID:
    """Sign a review: for each role whether it stays. Nothing is written when one can't be."""
    oordelen = [BLIJFT if ja else EINDIGT for ja in blijft.values()]
    return UUID(_roep("teken_ronde(%s, %s, %s)", list(blijft), oordelen))


def _hash(code: str) -> str:
    """Hash of a code as typed; a hundred random bits need no slow hash."""
    kaal = "".join(teken for teken in code.upper() if teken in _TEKENS)
    return hashlib.sha256(kaal.encode()).hexdigest()


def _roep(functie: str, *waarden: Any) -> str:
    """The answer of one function of this room; a constraint that breaks is told in a sentence."""
    try:
        return roep(f"gebruikers.{functie}", *waarden)
    except IntegrityError as fout:
        if zin := next((zin for naam, zin in _ZINNEN.items() if naam in str(fout)), ""):
            raise VangnetFout(zin) from None
        raise
