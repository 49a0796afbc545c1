# SPDX-License-Identifier: EUPL-1.2
"""Accounts that come with an installation (under the owner role), and what one does oneself."""

from collections.abc import Collection, Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from vangnet.gebruikers.models import Activering, Gebruiker
from vangnet.inrichting.models import Huis
from vangnet.inrichting.selectors import het_huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.daden import doe
from vangnet.kern.fouten import VangnetFout
from vangnet.kern.klok import nu, vandaag
from vangnet.kern.tekens import ZELF_TYPEN, heeft_onzichtbaar
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.models import AccountRol
from vangnet.toegang.regels import (
    INHOUDSROLLEN,
    ROLLEN_MET_EINDE,
    ROLLEN_VAN_EEN_PARTNER,
    AccountRolSoort,
    bezwaar_tegen,
)

_DEMO_SINDS = date(2019, 1, 1)


class Demopersoon(NamedTuple):
    """A made-up account of a demo."""

    naam: str
    functie: str
    rol: AccountRolSoort


DEMOPERSONEN: Sequence[Demopersoon] = (
    Demopersoon("Amira Terpstra", "procesregisseur", AccountRolSoort.PROCESREGISSEUR),
    Demopersoon("Wytske Vellinga", "procesregisseur", AccountRolSoort.PROCESREGISSEUR),
    Demopersoon("Jelle Wiersma", "procesondersteuner", AccountRolSoort.PROCESONDERSTEUNER),
    Demopersoon("Tjitske Brouwer", "trajectbegeleider", AccountRolSoort.TRAJECTBEGELEIDER),
    Demopersoon("Marloes Hiemstra", "manager", AccountRolSoort.MANAGER),
    Demopersoon("Ilse Postma", "kwaliteitsmedewerker", AccountRolSoort.KWALITEITSMEDEWERKER),
    Demopersoon("Bram Douma", "ketenpartner (GGZ)", AccountRolSoort.KETENPARTNER),
    Demopersoon("Hinke Dijkstra", "coördinator (GGZ)", AccountRolSoort.COORDINATOR),
    Demopersoon("Durk Hoekstra", "directeur (GGZ)", AccountRolSoort.AANGESPROKENE),
    Demopersoon("Foekje Reitsma", "lid bestuurscommissie", AccountRolSoort.BESTUUR),
    Demopersoon("Nynke Hoekstra", "functioneel beheerder", AccountRolSoort.BEHEERDER),
    Demopersoon("Sietse Meijer", "privacy officer (FG)", AccountRolSoort.PRIVACY_OFFICER),
)


class Aanwijzing(NamedTuple):
    """Who designated somebody, for which task, and when they were screened (toegang.md section 2).

    organisatie: kenmerk of an organisation; empty is the house itself.
    """

    organisatie: str = ""
    taak: str | None = None
    screening_op: date | None = None


_NIEMAND = Aanwijzing()


class NieuwAccount(NamedTuple):
    """An account as an installer asks for it; wachtwoord: already hashed."""

    email: str
    naam: str
    functie: str
    rollen: Collection[AccountRolSoort]
    aanwijzing: Aanwijzing = _NIEMAND
    wachtwoord: str = ""


def account_nakijken(nieuw: NieuwAccount) -> None:
    """Raise VangnetFout when this account can't be made: address, name, roles or designation."""
    try:
        validate_email(nieuw.email)
    except ValidationError:
        raise VangnetFout(f"'{nieuw.email}' is geen e-mailadres.") from None
    if not nieuw.naam.strip():
        raise VangnetFout("Geef een naam.")
    for wat, tekst in (("email", nieuw.email), ("naam", nieuw.naam), ("functie", nieuw.functie)):
        if heeft_onzichtbaar(tekst):
            raise VangnetFout(f"In --{wat} staan tekens die je niet ziet. {ZELF_TYPEN}")
    rollen = frozenset(nieuw.rollen)
    if bezwaar := bezwaar_tegen(rollen) or _bezwaar_tegen_aanwijzing(rollen, nieuw.aanwijzing):
        raise VangnetFout(bezwaar)
    if Gebruiker.objects.filter(email__iexact=nieuw.email).exists():
        raise VangnetFout("Met dit e-mailadres is er al een account.")


def _bezwaar_tegen_aanwijzing(rollen: frozenset[AccountRolSoort], wijst_aan: Aanwijzing) -> str:
    """Why `rollen` can't be given with this designation; empty when they can."""
    if tijdelijk := sorted(rollen & ROLLEN_MET_EINDE):
        return (
            f"De rol {tijdelijk[0]} is tijdelijk: geef haar in Vangnet, onder Beheer, met een "
            "laatste dag."
        )
    if not wijst_aan.organisatie and (van_partner := sorted(rollen & ROLLEN_VAN_EEN_PARTNER)):
        return (
            f"De rol {van_partner[0]} is van een andere organisatie dan het huis: "
            "geef haar kenmerk met --organisatie."
        )
    if wijst_aan.taak is None or wijst_aan.screening_op is None:
        if leest := sorted(rollen & INHOUDSROLLEN):
            return f"De rol {leest[0]} leest dossiers: geef --taak en --screening."
    elif wijst_aan.screening_op > vandaag():
        return "De dag van de screening ligt in de toekomst."
    return ""


@transaction.atomic
def gebruiker_toevoegen(nieuw: NieuwAccount) -> Gebruiker:
    """Make the account with its roles from today on, as an installation step.

    Runs under the owner role with the command line as asker. Raises VangnetFout as above, and when
    the organisation isn't known.
    """
    account_nakijken(nieuw)
    organisatie = _organisatie(nieuw.aanwijzing.organisatie)
    gebruiker = Gebruiker.objects.create(
        email=nieuw.email.lower(),
        naam=nieuw.naam.strip(),
        functie=nieuw.functie,
        organisatie=organisatie,
        password=nieuw.wachtwoord,
    )
    wie_wijst_aan = organisatie.pk if organisatie else het_huis().pk
    for rol in nieuw.rollen:
        _geef_rol(
            gebruiker, rol, vanaf=vandaag(), organisatie=wie_wijst_aan, wijst_aan=nieuw.aanwijzing
        )
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
def rollen_bevestigen(email: str) -> int:
    """Confirm the waiting roles of an account as an installation step; returns how many.

    For a house whose only manager waits for a manager. Runs under the owner role with the command
    line as asker. Raises VangnetFout when there is nothing to confirm, or a code is still open.
    """
    gebruiker = Gebruiker.objects.filter(email__iexact=email, systeemnaam__isnull=True).first()
    if gebruiker is None:
        raise VangnetFout("Met dit e-mailadres is er geen account.")
    if _heeft_open_code(gebruiker):
        raise VangnetFout("Er is nog een code open: laat die eerst gebruiken of verlopen.")
    aantal = AccountRol.objects.filter(
        gebruiker=gebruiker.pk,
        rol__in=INHOUDSROLLEN,
        bevestigd_op__isnull=True,
        beeindigd_op__isnull=True,
    ).update(bevestigd_op=nu())
    if not aantal:
        raise VangnetFout("Dit account heeft geen rol die wacht op bevestiging.")
    leg_vast(
        Act(
            handeling="rol.bevestigd",
            object_soort="gebruiker",
            object=gebruiker.pk,
            herkomst="opdrachtregel",
            aantallen={"rollen": aantal},
        )
    )
    return aantal


def _heeft_open_code(gebruiker: Gebruiker) -> bool:
    return Activering.objects.filter(
        gebruiker=gebruiker, gebruikt_op__isnull=True, verloopt_op__gt=nu()
    ).exists()


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
        # No person: nobody designates or screens it, and it reads content on no page.
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
            _geef_rol(
                gebruiker,
                persoon.rol,
                vanaf=_DEMO_SINDS,
                organisatie=het_huis().pk,
                wijst_aan=Aanwijzing(taak="a", screening_op=_DEMO_SINDS),
            )


def sessies_beeindigen(gebruiker: UUID) -> None:
    """End every session of an account at its next request: one's own, or anyone's by a beheerder.

    Raises NietToegestaan, also for an account that doesn't exist. A change of account, password,
    factor or role needs no call: the database does it then.
    """
    doe("SELECT gebruikers.beeindig_sessies(%s, %s)", gebruiker)


def wachtwoord_zetten(gebruiker: Gebruiker, wachtwoord: str) -> None:
    """Set a new password of the account that asks; ends its sessions."""
    Gebruiker.objects.filter(pk=gebruiker.pk).update(password=make_password(wachtwoord))
    act = Act(
        handeling="gebruiker.wachtwoord_gezet",
        object_soort="gebruiker",
        object=gebruiker.pk,
        velden=["password"],
    )
    leg_vast(act)


def _organisatie(kenmerk: str) -> Organisatie | None:
    if not kenmerk:
        return None
    gevonden = Organisatie.objects.filter(kenmerk=kenmerk).first()
    if gevonden is None:
        raise VangnetFout(f"Er is geen organisatie met kenmerk '{kenmerk}'.")
    return gevonden


def _geef_rol(
    gebruiker: Gebruiker,
    rol: AccountRolSoort,
    *,
    vanaf: date,
    organisatie: UUID | None = None,
    wijst_aan: Aanwijzing = _NIEMAND,
) -> None:
    """A role by the installation, which is its own second person: there may be nobody else yet."""
    AccountRol.objects.create(
        gebruiker=gebruiker.pk,
        rol=rol,
        vanaf=vanaf,
        organisatie=organisatie,
        taak=wijst_aan.taak,
        screening_op=wijst_aan.screening_op,
        bevestigd_op=nu(),
    )
