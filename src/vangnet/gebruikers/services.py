# SPDX-License-Identifier: EUPL-1.2
"""Accounts that come with an installation; run under the owner role, never from a page."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django.db import transaction

from vangnet.gebruikers.models import Gebruiker
from vangnet.inrichting.models import Huis
from vangnet.kern.klok import vandaag
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import AccountRolSoort


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
