# SPDX-License-Identifier: EUPL-1.2
"""What somebody may begin, on every page and in a casus: for the search box and for "Nieuw"."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from vangnet.toegang.regels import Recht
from vangnet.web.ingangen import Deur

NIEUW = (
    Deur(_("Nieuwe aanmelding"), "aanmelden:nieuw", Recht.AANMELDEN),
    Deur(_("Overleg plannen"), "overleg:nieuw", Recht.ZAKEN_UITVOEREN),
)
# For who holds the regie of an open casus, which the pages themselves ask too.
IN_EEN_ZAAK = (
    Deur(_("Notitie"), "zaken:casus", Recht.MEEDOEN),
    Deur(_("Afspraak"), "plan:afspraak_nieuw", Recht.MEEDOEN),
    Deur(_("Doel"), "plan:doel_nieuw", Recht.MEEDOEN),
    Deur(_("Bijdrage"), "delen:bijdrage_nieuw", Recht.MEEDOEN),
    Deur(_("Document toevoegen"), "documenten:nieuw", Recht.MEEDOEN),
    Deur(_("Persoon toevoegen"), "zaken:persoon_nieuw", Recht.PERSONEN_VASTLEGGEN),
    Deur(_("Vraag om informatie"), "beeld:vraag_nieuw", Recht.MEEDOEN),
    Deur(_("Evaluatie"), "voortgang:evaluatie", Recht.MEEDOEN),
)
# The part of a page where one goes on typing.
_VELD = {"zaken:casus": "#id_tekst", "plan:afspraak_nieuw": "#id_omschrijving"}
_TOETSEN = {
    "aanmelden:nieuw": "n m",
    "overleg:nieuw": "n o",
    "zaken:casus": "n n",
    "plan:afspraak_nieuw": "n f",
}


class Begin(NamedTuple):
    """Something to begin, as the menu shows it; toetsen: the keys that do so, or none."""

    titel: str
    url: str
    toetsen: str


def nieuw(rechten: frozenset[Recht]) -> Sequence[Begin]:
    """What whoever has these rights may begin on every page."""
    return [_begin(deur, reverse(deur.naam)) for deur in NIEUW if deur.recht in rechten]


def nieuw_in(casus: UUID, rechten: frozenset[Recht]) -> Sequence[Begin]:
    """What whoever has these rights may begin in an open casus of which they hold the regie."""
    return [_begin(deur, adres_in(deur, casus)) for deur in IN_EEN_ZAAK if deur.recht in rechten]


def adres_in(deur: Deur, casus: UUID) -> str:
    """Where in that casus it is done."""
    return reverse(deur.naam, args=[casus]) + _VELD.get(deur.naam, "")


def _begin(deur: Deur, url: str) -> Begin:
    return Begin(str(deur.titel), url, _TOETSEN.get(deur.naam, ""))
