# SPDX-License-Identifier: EUPL-1.2
"""`huis` and `gebruiker`: what makes a new house one that people can log in to."""

import json
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from getpass import getpass

from vangnet.kern.fouten import VangnetFout
from vangnet.opdrachtregel.opdracht import GELUKT, Nodig, Opdracht
from vangnet.toegang.regels import TAKEN, AccountRolSoort

_ROLLEN = [str(rol) for rol in AccountRolSoort if rol is not AccountRolSoort.OPDRACHTREGEL]


def _huis(keuze: Namespace) -> int:
    from vangnet.inrichting.selectors import het_huis
    from vangnet.inrichting.services import huis_instellen
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    with als_opdrachtgever():
        huis = het_huis()
        if keuze.naam is not None or keuze.gemeenten is not None:
            codes = huis.gemeenten if keuze.gemeenten is None else _codes(keuze.gemeenten)
            huis_instellen(naam=huis.naam if keuze.naam is None else keuze.naam, codes=codes)
            huis = het_huis()
    gemeenten = ", ".join(huis.gemeenten) or "alle"
    sys.stdout.write(f"Naam: {huis.naam}\nGemeenten: {gemeenten}\n")
    return GELUKT


def _codes(tekst: str) -> list[str]:
    return [code.strip().upper() for code in tekst.split(",") if code.strip()]


def _huis_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument("--naam", help="naam van het huis, zoals op de inlogpagina")
    lezer.add_argument("--gemeenten", help="codes van het CBS, met komma's ertussen")


def _gebruiker(keuze: Namespace) -> int:
    from django.contrib.auth.hashers import make_password

    from vangnet.gebruikers.services import Aanwijzing, NieuwAccount, account_nakijken
    from vangnet.opdrachtregel.huis import als_eigenaar

    if keuze.wat == "bevestigen":
        aantal = als_eigenaar("rollen-bevestigen", invoer=keuze.email).strip()
        sys.stdout.write(f"Bevestigd: {aantal}.\n")
        return GELUKT
    rollen = [AccountRolSoort(rol) for rol in keuze.rol]
    aanwijzing = Aanwijzing(keuze.organisatie, keuze.taak, keuze.screening)
    nieuw = NieuwAccount(keuze.email, keuze.naam, keuze.functie, rollen, aanwijzing)
    account_nakijken(nieuw)
    wachtwoord = _vraag_wachtwoord(email=keuze.email, naam=keuze.naam)
    nieuw = nieuw._replace(wachtwoord=make_password(wachtwoord))
    als_eigenaar("gebruiker-zetten", invoer=json.dumps(nieuw._asdict(), default=str))
    sys.stdout.write(f"Het account is gemaakt: log in met {keuze.email}.\n")
    return GELUKT


def _vraag_wachtwoord(*, email: str, naam: str) -> str:
    """Typed twice on a terminal, or one line of stdin; never an argument, which others can see."""
    from vangnet.gebruikers.models import Gebruiker
    from vangnet.gebruikers.wachtwoorden import bezwaren

    if sys.stdin.isatty():
        wachtwoord = getpass("Wachtwoord (minstens 12 tekens): ")
        if getpass("Nog een keer: ") != wachtwoord:
            raise VangnetFout("De twee wachtwoorden zijn niet gelijk.")
    else:
        wachtwoord = sys.stdin.readline().rstrip("\n")
    if zinnen := bezwaren(wachtwoord, Gebruiker(email=email, naam=naam)):
        raise VangnetFout("\n".join(zinnen))
    return wachtwoord


def _gebruiker_zetten(_: Namespace) -> int:
    from vangnet.gebruikers.services import Aanwijzing, NieuwAccount, gebruiker_toevoegen
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    gegevens = json.load(sys.stdin)
    rollen = [AccountRolSoort(rol) for rol in gegevens.pop("rollen")]
    organisatie, taak, dag = gegevens.pop("aanwijzing")
    aanwijzing = Aanwijzing(organisatie, taak, _dag(dag) if dag else None)
    with als_opdrachtgever():
        gebruiker_toevoegen(NieuwAccount(**gegevens, rollen=rollen, aanwijzing=aanwijzing))
    return GELUKT


def _rollen_bevestigen(_: Namespace) -> int:
    from vangnet.gebruikers.services import rollen_bevestigen
    from vangnet.opdrachtregel.vrager import als_opdrachtgever

    with als_opdrachtgever():
        sys.stdout.write(f"{rollen_bevestigen(sys.stdin.read())}\n")
    return GELUKT


def _gebruiker_argumenten(lezer: ArgumentParser) -> None:
    lezer.add_argument(
        "wat",
        choices=["toevoegen", "bevestigen"],
        help="maak een account, of bevestig de rollen van een account als geen manager dat kan",
    )
    lezer.add_argument("--email", required=True, help="e-mailadres om mee in te loggen")
    lezer.add_argument("--naam", default="", help="naam zoals collega's die zien")
    lezer.add_argument("--functie", default="", help="functie zoals collega's die zien")
    lezer.add_argument(
        "--rol", default=[], action="append", choices=_ROLLEN, help="mag vaker voorkomen"
    )
    lezer.add_argument(
        "--organisatie",
        default="",
        help="kenmerk van de organisatie die deze persoon aanwijst; zonder: het huis zelf",
    )
    lezer.add_argument(
        "--taak",
        choices=sorted(TAKEN),
        help="taak volgens artikel 1.8 van de WGS: "
        + ", ".join(f"{letter} = {naam}" for letter, naam in TAKEN.items()),
    )
    lezer.add_argument(
        "--screening",
        type=_dag,
        metavar="JJJJ-MM-DD",
        help="dag van de VOG of de screening; zonder taak en screening leest een rol geen dossiers",
    )


def _dag(tekst: str) -> date:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        raise ArgumentTypeError(f"'{tekst}' is geen dag; schrijf 2026-01-31.") from None


OPDRACHTEN = (
    Opdracht(
        naam="huis",
        uitleg="Toon of zet de naam en de gemeenten van het huis.",
        voorbeeld='bin/vangnet huis --naam "Zorg- en Veiligheidshuis" --gemeenten GM0080,GM0090',
        doe=_huis,
        argumenten=_huis_argumenten,
    ),
    Opdracht(
        naam="gebruiker",
        uitleg="Maak een account met een rol; het wachtwoord wordt gevraagd. De rol geldt "
        "meteen: controleer dus zelf wie deze persoon is en wie hem aanwijst.",
        voorbeeld="bin/vangnet gebruiker toevoegen --email a@huis.nl --naam 'A. Beheer' "
        "--rol beheerder",
        doe=_gebruiker,
        argumenten=_gebruiker_argumenten,
    ),
    Opdracht(
        naam="gebruiker-zetten",
        uitleg="Onderdeel van gebruiker.",
        voorbeeld="bin/vangnet gebruiker toevoegen",
        doe=_gebruiker_zetten,
        nodig=Nodig.EIGENAAR,
        verborgen=True,
    ),
    Opdracht(
        naam="rollen-bevestigen",
        uitleg="Onderdeel van gebruiker.",
        voorbeeld="bin/vangnet gebruiker bevestigen",
        doe=_rollen_bevestigen,
        nodig=Nodig.EIGENAAR,
        verborgen=True,
    ),
)
