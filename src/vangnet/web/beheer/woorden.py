# SPDX-License-Identifier: EUPL-1.2
"""The words of these pages for roles, tasks and how a role stands."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vangnet.gebruikers.overzicht import Rolregel
from vangnet.toegang.regels import AccountRolSoort, Rolstand

ROLNAMEN: Mapping[str, Promise] = {
    AccountRolSoort.PROCESREGISSEUR: _("Procesregisseur"),
    AccountRolSoort.PROCESONDERSTEUNER: _("Procesondersteuner"),
    AccountRolSoort.TRAJECTBEGELEIDER: _("Trajectbegeleider"),
    AccountRolSoort.KETENPARTNER: _("Ketenpartner"),
    AccountRolSoort.COORDINATOR: _("Coördinator van een partner"),
    AccountRolSoort.AANGESPROKENE: _("Aangesprokene bij opschaling"),
    AccountRolSoort.MANAGER: _("Manager"),
    AccountRolSoort.KWALITEITSMEDEWERKER: _("Kwaliteitsmedewerker"),
    AccountRolSoort.ANALIST: _("Analist"),
    AccountRolSoort.PRIVACY_OFFICER: _("Privacy officer (FG)"),
    AccountRolSoort.AUDITOR: _("Auditor"),
    AccountRolSoort.CONTACTPUNT: _("Contactpunt"),
    AccountRolSoort.BEHEERDER: _("Functioneel beheerder"),
    AccountRolSoort.BESTUUR: _("Bestuur"),
    AccountRolSoort.OPDRACHTREGEL: _("Opdrachtregel"),
}
TAAKNAMEN: Mapping[str, Promise] = {
    "a": _("Uitvoering"),
    "b": _("Rechtmatigheid"),
    "c": _("Ondersteuning"),
}
_STANDEN: Mapping[Rolstand, tuple[Promise, str]] = {
    Rolstand.GELDT: (_("Geldt"), "gelukt"),
    Rolstand.WACHT: (_("Wacht op bevestiging"), "waarschuwing"),
    Rolstand.ONVOLLEDIG: (_("Onvolledig: geldt niet"), "fout"),
    Rolstand.BEGINT_LATER: (_("Begint later"), "info"),
    Rolstand.VOORBIJ: (_("Voorbij"), ""),
}


class Rolrij(NamedTuple):
    """A role as a row of a table; stand and soort are the chip; ook: other roles of the account."""

    regel: Rolregel
    rol: Any
    taak: Any
    stand: Any
    soort: str
    loopt: bool
    ook: Sequence[Any]


def rolrij(regel: Rolregel) -> Rolrij:
    """The words of one role."""
    stand, soort = _STANDEN[regel.stand]
    return Rolrij(
        regel=regel,
        rol=ROLNAMEN[regel.rol.rol],
        taak=TAAKNAMEN.get(regel.rol.taak or "", ""),
        stand=stand,
        soort=soort,
        loopt=regel.stand is not Rolstand.VOORBIJ,
        ook=[ROLNAMEN[een] for een in regel.ook],
    )
