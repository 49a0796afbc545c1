# SPDX-License-Identifier: EUPL-1.2
"""Which new password is refused; a password that somebody has already keeps working."""

import re

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from vangnet.gebruikers.models import Gebruiker

# What everybody tries first in the Netherlands, with the things of this house.
_BEKEND = re.findall(
    r"\w+",
    "aanmelden account admin beheer beheerder geheim gemeente gebruiker hallo herfst hond huis "
    "inloggen ikhouvanjou januari februari maart april juni juli augustus september oktober "
    "november december lente letmein liefde login maandag dinsdag woensdag donderdag vrijdag "
    "zaterdag zondag nederland paswoord passw password passwoord politie schatje test toegang "
    "vakantie vangnet veiligheid veiligheidshuis voetbal wachtwoord welcome welkom winter "
    "zomer zorg",
)
_RIJEN = ("abcdefghijklmnopqrstuvwxyz", "01234567890", "qwertyuiop", "asdfghjkl", "zxcvbnm")
_LETTERS = str.maketrans("@03$1!", "aoesii")
# Fewer signs than this beside what everybody tries is no secret.
_EIGEN_TEKENS = 5
_DEEL = 4
_BETER = _("Neem een zin van vier woorden die alleen jij bedenkt.")
_ZINNEN = {
    "password_too_short": _("Dit wachtwoord is te kort. Neem minstens 12 tekens."),
    "password_too_common": _("Dit wachtwoord staat op een lijst met veelgebruikte wachtwoorden."),
    "password_too_similar": _("Dit wachtwoord lijkt op je naam of je e-mailadres."),
}
_TE_RADEN = _("Dit wachtwoord is snel te raden.")


def bezwaren(
    wachtwoord: str, gebruiker: Gebruiker | None = None, *, huisnaam: str = ""
) -> list[str]:
    """What is wrong with a new password, in sentences that end with how to do better; or nothing.

    gebruiker: whose it becomes, when that is known: their name and address are easy to guess.
    """
    zinnen: list[str] = []
    try:
        validate_password(wachtwoord, gebruiker)
    except ValidationError as fout:
        zinnen = [str(_ZINNEN.get(str(een.code), een.messages[0])) for een in fout.error_list]
    namen = [huisnaam, gebruiker.naam, gebruiker.email] if gebruiker else [huisnaam]
    if not zinnen and is_te_raden(wachtwoord, " ".join(namen)):
        zinnen = [str(_TE_RADEN)]
    return [*zinnen, str(_BETER)] if zinnen else []


def is_te_raden(wachtwoord: str, namen: str = "") -> bool:
    """Whether a password is blank, repeats a part, or is known words and runs with little else.

    Signs may be of any kind (ASVS 6.2.5): a long number without a run in it is fine.
    """
    klein = wachtwoord.casefold()
    eigen = [woord for woord in re.findall(r"\w+", namen.casefold()) if len(woord) > 1]
    weg = _uitdrukking([*_BEKEND, *eigen])
    return (
        not klein.strip()
        or _herhaalt(klein)
        or _houdt_weinig_over(klein, weg)
        or _houdt_weinig_over(klein.translate(_LETTERS), weg)
    )


def _herhaalt(tekst: str) -> bool:
    """Whether a text is one part, again and again."""
    return any(
        all(tekst[plek] == tekst[plek - lengte] for plek in range(lengte, len(tekst)))
        for lengte in range(1, len(tekst) // 2 + 1)
    )


def _houdt_weinig_over(tekst: str, weg: re.Pattern[str]) -> bool:
    over, aantal = weg.subn("", tekst)
    return aantal > 0 and len(re.sub(r"[\W\d_]", "", over)) < _EIGEN_TEKENS


def _uitdrukking(woorden: list[str]) -> re.Pattern[str]:
    """Any of the words, a run of four or more to the right or the left, or a sign four times."""
    lopen = [
        heen[plek : plek + einde]
        for rij in _RIJEN
        for heen in (rij, rij[::-1])
        for einde in range(len(rij), _DEEL - 1, -1)
        for plek in range(len(rij) - einde + 1)
    ]
    delen = sorted({*woorden, *lopen}, key=len, reverse=True)
    return re.compile("|".join([*map(re.escape, delen), r"(.)\1{3,}"]))
