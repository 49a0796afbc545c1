# SPDX-License-Identifier: EUPL-1.2
"""What the frame of every page needs: the house, who is logged in, and where they may go."""

from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.sessies import seconden_over
from vangnet.inrichting.selectors import het_huis
from vangnet.toegang.regels import Recht
from vangnet.toegang.selectors import rechten_van, rollen_van
from vangnet.toegang.vrager import huidige_vrager
from vangnet.web.daden import nieuw, nieuw_in
from vangnet.web.getypt import conceptstand
from vangnet.web.ingangen import Deur, Ingang
from vangnet.web.sessie import sessie_van, wie

WEERGAVEN = ("licht", "donker")


INGANGEN = (
    Deur(_("Onderweg"), "onderweg:begin", Recht.TRAJECT_DOEN),
    Deur(_("Mijn werk"), "werk:begin", Recht.MEEDOEN),
    Deur(_("Mijn werk"), "werk:leiding", Recht.WERKLAST_INZIEN),
    Deur(_("Zaken"), "zaken:lijst", Recht.ZAKEN_INZIEN),
    Deur(_("Overleggen"), "overleg:lijst", Recht.MEEDOEN),
    Deur(_("Aanmeldingen"), "aanmelden:lijst", Recht.AANMELDEN),
    Deur(_("Voortgang"), "voortgang:lijst", Recht.VOORTGANG_INZIEN),
    Deur(_("Voortgang"), "voortgang:gremium", Recht.GREMIUM_INZIEN),
    Deur(_("Opschalingen"), "voortgang:gevraagd", Recht.ANTWOORDEN),
    Deur(_("Nazorg"), "nazorg:lijst", Recht.NAZORG_DOEN),
    Deur(_("Rollen van collega’s"), "delen:rollen", Recht.ROLLEN_OVERDRAGEN),
    Deur(_("Cijfers"), "cijfers:oogopslag", Recht.CIJFERS_INZIEN),
)
INGANGEN_RECHTS = (
    Deur(_("Invoer"), "invoer:begin", Recht.GEGEVENS_INVOEREN),
    Deur(_("Dossierpakket"), "dossierpakket:lijst", Recht.DOSSIERPAKKET_INZIEN),
    # The first of a room that somebody may open is where it begins for them.
    Deur(_("Beheer"), "beheer:overzicht", Recht.BEHEREN),
    Deur(_("Rollen bevestigen"), "beheer:bevestigen", Recht.ROLLEN_BEVESTIGEN),
    Deur(_("Rollen"), "beheer:rondes", Recht.RONDES_INZIEN),
    Deur(_("Toezicht"), "toezicht:begin", Recht.TOEZICHT_HOUDEN),
    Deur(_("Noodtoegang"), "noodtoegang:openen", Recht.INZAGE_OPENEN),
)
# Two keys after one another, of which the first says go to or new.
_TOETSEN = (
    ("g w", "werk:begin", Recht.MEEDOEN),
    ("g z", "zaken:lijst", Recht.ZAKEN_INZIEN),
    ("g p", "zaken:zoeken", Recht.ZAKEN_INZIEN),
    ("g o", "overleg:lijst", Recht.MEEDOEN),
    ("g c", "cijfers:oogopslag", Recht.CIJFERS_INZIEN),
    ("n m", "aanmelden:nieuw", Recht.AANMELDEN),
    ("n o", "overleg:nieuw", Recht.ZAKEN_UITVOEREN),
)
_TOETSTITELS: dict[str, Any] = {
    "g w": _("Naar Mijn werk"),
    "g z": _("Naar de zaken"),
    "g p": _("Een persoon zoeken"),
    "g o": _("Naar de overleggen"),
    "g c": _("Naar de cijfers"),
    "n m": _("Nieuwe aanmelding"),
    "n o": _("Overleg plannen"),
}

# Pages of another room that belong to an entry.
_HOORT_BIJ = {"zaken": {"zaken", "delen", "plan", "afsluiten"}}


class Sneltoets(NamedTuple):
    """Keys that open a page."""

    toetsen: str
    titel: Any
    url: str


def kader(request: HttpRequest) -> dict[str, Any]:
    """Context of the frame; one query, the roles being read at the door of the page."""
    vrager = huidige_vrager()
    weergave = request.COOKIES.get("weergave", "")
    context: dict[str, Any] = {
        # Lazy: a page that needs the house itself gives it along.
        "huis": SimpleLazyObject(het_huis),
        "weergave": weergave if weergave in WEERGAVEN else "",
        "weergave_url": reverse("weergave"),
    }
    if vrager is None or not isinstance(request.user, Gebruiker):
        return context | {"inloggen_url": reverse("inloggen")}
    rollen = rollen_van(vrager)
    rechten = rechten_van(rollen)
    zaak = _zaak(request)
    return context | {
        **_sessie(request, request.user),
        "concept": conceptstand(request),
        "heeft_mijn_werk": Recht.MEEDOEN in rechten,
        "gebruiker_naam": request.user.naam,
        "gebruiker_rol": request.user.functie,
        "gebruikersmenu": [
            {"titel": _("Mijn account"), "url": reverse("account")},
            {"titel": _("Mijn inzages"), "url": reverse("toezicht:mijn")},
            {"titel": _("Mail over je werk"), "url": reverse("samenvatting")},
            {"titel": _("Sneltoetsen"), "url": reverse("sneltoetsen")},
        ],
        "sneltoetsen": _sneltoetsen(rechten),
        "sneltoetsen_uit": not request.user.sneltoetsen,
        "uitloggen_url": reverse("uitloggen"),
        "zoek_url": reverse("zaken:zoeken"),
        "zoek_zaak": zaak,
        "mag_herleiden": Recht.CIJFERS_HERLEIDEN in rechten,
        "navigatie": _ingangen(request, INGANGEN, rechten),
        "navigatie_rechts": [*_ingangen(request, INGANGEN_RECHTS, rechten), _help(request)],
        "begin_nieuw": nieuw(rechten),
        "begin_hier": nieuw_in(zaak, rechten) if zaak else [],
    }


def _sneltoetsen(rechten: frozenset[Recht]) -> list[Sneltoets]:
    return [
        Sneltoets(toets, _TOETSTITELS[toets], reverse(naam))
        for toets, naam, recht in _TOETSEN
        if recht in rechten
    ]


def _help(request: HttpRequest) -> Ingang:
    """On every page in the same place: the last at the right (WCAG 3.2.6)."""
    hier = request.resolver_match.view_name if request.resolver_match else ""
    return Ingang(gettext("Help"), reverse("help"), hier == "help")


def _zaak(request: HttpRequest) -> UUID | None:
    """Of the page, as its address has it: the search box looks at who may see that casus."""
    return request.resolver_match.kwargs.get("casus_id") if request.resolver_match else None


def _sessie(request: HttpRequest, gebruiker: Gebruiker) -> dict[str, Any]:
    """For the warning that the session is about to end."""
    sessie = sessie_van(request)
    return {"sessie_over": seconden_over(sessie), "sessie_wie": wie(gebruiker)} if sessie else {}


def open_deuren(deuren: tuple[Deur, ...], rechten: frozenset[Recht]) -> list[Deur]:
    """Of each room the first that whoever has these rights may open: there it begins for them."""
    eerste: dict[str, Deur] = {}
    for deur in deuren:
        if deur.recht in rechten:
            eerste.setdefault(_kamer(deur), deur)
    return list(eerste.values())


def _kamer(deur: Deur) -> str:
    return deur.naam.split(":")[0]


def _ingangen(
    request: HttpRequest, deuren: tuple[Deur, ...], rechten: frozenset[Recht]
) -> list[Ingang]:
    hier = request.resolver_match.namespace if request.resolver_match else ""
    return [
        deur.als_ingang(actief=hier in _HOORT_BIJ.get(_kamer(deur), {_kamer(deur)}))
        for deur in open_deuren(deuren, rechten)
    ]
