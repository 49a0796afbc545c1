# SPDX-License-Identifier: EUPL-1.2
"""What somebody may do or open from the search box, beside finding a zaak: the acts."""

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.web.context import INGANGEN, INGANGEN_RECHTS
from vangnet.web.ingangen import Deur

_MEESTE = 4
_DADEN = (
    Deur(_("Nieuwe aanmelding"), "aanmelden:nieuw", Recht.AANMELDEN),
    Deur(_("Overleg plannen"), "overleg:nieuw", Recht.ZAKEN_UITVOEREN),
    Deur(_("Mijn inzages"), "toezicht:mijn", Recht.INGELOGD),
    Deur(_("Mijn account"), "account", Recht.INGELOGD),
    Deur(_("Mail over je werk"), "samenvatting", Recht.INGELOGD),
    Deur(_("Sneltoetsen"), "sneltoetsen", Recht.INGELOGD),
)
# Other words with which people look for one of these pages.
_OOK: dict[str, Any] = {
    "aanmelden:nieuw": _("aanmelden melden melding"),
    "overleg:nieuw": _("nieuw casusoverleg vergadering agenda"),
    "toezicht:mijn": _("wie heeft gekeken logboek"),
    "account": _("wachtwoord passkey instellingen"),
    "samenvatting": _("samenvatting herinnering bericht"),
    "sneltoetsen": _("toetsen toetsenbord"),
    "cijfers:oogopslag": _("kerncijfers aantallen"),
}


class Daad(NamedTuple):
    """An act as the search box shows it; heel: a word of its title was typed in full."""

    titel: str
    url: str
    heel: bool


def daden_zoeken(tekst: str, *, wie: Kijker) -> Sequence[Daad]:
    """The acts of `wie` of which every typed word begins a word."""
    getypt = _woorden(tekst)
    deuren = [een for een in (*_DADEN, *INGANGEN, *INGANGEN_RECHTS) if wie.mag(een.recht)]
    gevonden = []
    for deur in deuren if getypt else []:
        titel = _woorden(str(deur.titel))
        alle = [*titel, *_woorden(str(_OOK.get(deur.naam, "")))]
        if all(any(woord.startswith(een) for woord in alle) for een in getypt):
            heel = any(een in titel for een in getypt)
            gevonden.append(Daad(str(deur.titel), reverse(deur.naam), heel))
    return gevonden[:_MEESTE]


def _woorden(tekst: str) -> list[str]:
    """The words of a text, without accents and capitals."""
    ontleed = unicodedata.normalize("NFKD", tekst.lower())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).split()
