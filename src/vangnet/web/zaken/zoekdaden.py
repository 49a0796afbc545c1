# SPDX-License-Identifier: EUPL-1.2
"""What somebody may do or open from the search box, beside finding a zaak: the acts."""

import unicodedata
from collections.abc import Sequence
from typing import Any, NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vangnet.casus.selectors import regiecasus
from vangnet.toegang.kijker import Kijker
from vangnet.toegang.regels import Recht
from vangnet.web.context import INGANGEN, INGANGEN_RECHTS
from vangnet.web.daden import IN_EEN_ZAAK, NIEUW, adres_in
from vangnet.web.ingangen import Deur

_MEESTE = 4
_DADEN = (
    *NIEUW,
    Deur(_("Zaak heropenen"), "nazorg:heropenen", Recht.AFSLUITEN),
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
    "nazorg:heropenen": _("casus weer openen"),
    "zaken:casus": _("nieuwe schrijven"),
    "plan:afspraak_nieuw": _("nieuwe maken toevoegen"),
    "plan:doel_nieuw": _("nieuw toevoegen"),
    "delen:bijdrage_nieuw": _("nieuwe toevoegen"),
    "documenten:nieuw": _("nieuw bestand uploaden"),
    "zaken:persoon_nieuw": _("nieuwe betrokkene"),
    "beeld:vraag_nieuw": _("nieuwe stellen informatievraag"),
    "voortgang:evaluatie": _("nieuwe evalueren opschrijven"),
}


class Daad(NamedTuple):
    """An act as the search box shows it; heel: a word of its title was typed in full.

    casus: in which it is done, for the journaal: its title has the kenmerk.
    """

    titel: str
    url: str
    heel: bool
    casus: UUID | None = None


def daden_zoeken(tekst: str, *, wie: Kijker, zaak: UUID | None = None) -> Sequence[Daad]:
    """The acts of `wie` of which every typed word begins a word.

    zaak: the casus on whose page they search, whose acts go first; two queries when some fit.
    """
    gevonden = [
        Daad(str(deur.titel), reverse(deur.naam), heel)
        for deur, heel in _passend((*_DADEN, *INGANGEN, *INGANGEN_RECHTS), tekst, wie)
    ]
    in_zaak = _in_een_zaak(tekst, zaak, wie) if zaak else []
    return [*in_zaak, *gevonden][:_MEESTE]


def _in_een_zaak(tekst: str, zaak: UUID, wie: Kijker) -> list[Daad]:
    """Those of who holds the regie of an open casus, which the pages themselves ask too."""
    passend = _passend(IN_EEN_ZAAK, tekst, wie)
    casus = regiecasus(zaak, wie=wie) if passend else None
    if casus is None or casus.gesloten:
        return []
    daden = []
    for deur, heel in passend:
        woorden = {"wat": deur.titel, "kenmerk": casus.kenmerk}
        titel = gettext("%(wat)s in %(kenmerk)s") % woorden
        daden.append(Daad(titel, adres_in(deur, casus.pk), heel, casus.pk))
    return daden


def _passend(deuren: Sequence[Deur], tekst: str, wie: Kijker) -> list[tuple[Deur, bool]]:
    """Which fit what was typed and are open to `wie`, each with `heel` of Daad."""
    getypt = _woorden(tekst)
    passend = []
    for deur in deuren if getypt else ():
        titel = _woorden(str(deur.titel))
        alle = [*titel, *_woorden(str(_OOK.get(deur.naam, "")))]
        past = all(any(woord.startswith(een) for woord in alle) for een in getypt)
        if past and wie.mag(deur.recht):
            passend.append((deur, any(een in titel for een in getypt)))
    return passend


def _woorden(tekst: str) -> list[str]:
    """The words of a text, without accents and capitals."""
    ontleed = unicodedata.normalize("NFKD", tekst.lower())
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).split()
