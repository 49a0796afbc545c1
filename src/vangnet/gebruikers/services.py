# SPDX-License-Identifier: EUPL-1.2
"""Accounts that come with an installation; run under the owner role, never from a page."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.models import Huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import AccountRolSoort, bezwaar_tegen


class Demopersoon(NamedTuple):
    """A made-up account of a demo."""

    naam: str
    functie: str
    rol: AccountRolSoort


DEMOPERSONEN: Sequence[Demopersoon] = (
    Demopersoon("Amira Terpstra", "procesregisseur", AccountRolSoort.PROCESREGISSEUR),
    Demopersoon("Jelle Wiersma", "procesondersteuner", AccountRolSoort.PROCESONDERSTEUNER),
    Demopersoon("Marloes Hiemstra", "manager", AccountRolSoort.MANAGER),
    Demopersoon("Ilse Postma", "kwaliteitsmedewerker", AccountRolSoort.KWALITEITSMEDEWERKER),
    Demopersoon("Bram Douma", "ketenpartner (GGZ)", AccountRolSoort.KETENPARTNER),
)


class NieuwAccount(NamedTuple):
    """An account as an installer asks for it; wachtwoord: already hashed."""

    email: str
    naam: str
    functie: str
    rollen: Collection[AccountRolSoort]
    wachtwoord: str = ""


def account_nakijken(nieuw: NieuwAccount) -> None:
    """Raise VangnetFout when this account can't be made: address, name or roles."""
    try:
        validate_email(nieuw.email)
    except ValidationError:
        raise VangnetFout(f"'{nieuw.email}' is geen e-mailadres.") from None
    if not nieuw.naam.strip():
        raise VangnetFout("Geef een naam.")
    if bezwaar := bezwaar_tegen(frozenset(nieuw.rollen)):
        raise VangnetFout(bezwaar)
    if Gebruiker.objects.filter(email__iexact=nieuw.email).exists():
        raise VangnetFout("Met dit e-mailadres is er al een account.")


@transaction.atomic
def gebruiker_toevoegen(nieuw: NieuwAccount) -> Gebruiker:
    """Make the account with its roles from today on, as an installation step.

    Runs under the owner role with the command line as asker. Raises VangnetFout as above.
    """
    account_nakijken(nieuw)
    gebruiker = Gebruiker.objects.create(
        email=nieuw.email.lower(),
        naam=nieuw.naam.strip(),
        functie=nieuw.functie,
        password=nieuw.wachtwoord,
    )
    for rol in nieuw.rollen:
        _geef_rol(gebruiker, rol, vanaf=vandaag())
    leg_vast(
        Act(
            handeling="gebruiker.toegevoegd",
            object_soort="gebruiker",
            object=gebruiker.pk,
            herkomst="opdrachtregel",
            aantallen={str(rol): 1 for rol in nieuw.rollen},
        )
    )
    return gebruiker


@transaction.atomic
def opdrachtregelaccount_zetten(systeemnaam: str) -> Gebruiker:
    """The narrow account of an operating-system user; made once, found after that."""
    gebruiker, nieuw = Gebruiker.objects.get_or_create(
        systeemnaam=systeemnaam,
        defaults={
            "email": f"{systeemnaam}@opdrachtregel.invalid",
            "naam": f"Opdrachtregel ({systeemnaam})",
            "functie": "opdrachtregel",
        },
    )
    if nieuw:
        gebruiker.set_unusable_password()
        gebruiker.save(update_fields=["password"])
        _geef_rol(gebruiker, AccountRolSoort.OPDRACHTREGEL, vanaf=vandaag())
    return gebruiker


@transaction.atomic
def demo_zetten(naam: str, gemeenten: Sequence[str]) -> None:
    """Mark this database as a demo with house `naam`, and give it its made-up people."""
    Huis.objects.update(demo=True, naam=naam, gemeenten=list(gemeenten))
    for persoon in DEMOPERSONEN:
        voornaam = persoon.naam.split()[0].lower()
        gebruiker, nieuw = Gebruiker.objects.get_or_create(
            email=f"{voornaam}@demo.invalid",
            defaults={"naam": persoon.naam, "functie": persoon.functie, "is_demo": True},
        )
        if nieuw:
            gebruiker.set_unusable_password()
            gebruiker.save(update_fields=["password"])
            _geef_rol(gebruiker, persoon.rol, vanaf=date(2019, 1, 1))


def _geef_rol(gebruiker: Gebruiker, rol: AccountRolSoort, *, vanaf: date) -> None:
    AccountRol.objects.create(gebruiker=gebruiker.pk, rol=rol, vanaf=vanaf)
