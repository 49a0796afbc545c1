# SPDX-License-Identifier: EUPL-1.2
"""The tab Afsluiten of a casus: what has to be done first, who goes on, and what was decided."""

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.afsluiting.models import Besluit, Overdracht
from vangnet.afsluiting.regels import INTREKKEN, TERUGGENOMEN, Antwoord, Besluitsoort
from vangnet.afsluiting.stand import Sluitstand, overdrachten_van, sluitstand
from vangnet.afsluiting.zaakkop import zaakkop
from vangnet.casus.models import Casus
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.casus.terug import net_gedaan
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.afsluiten.weigeren import geweigerd
from vangnet.web.componenten.afspraken import afspraakregels
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.zaakbalk import zaakbalk
from vangnet.web.recht import recht

Woorden = Mapping[str, Mapping[str, str]]
CIJFERS = {
    "procesregie": ("zaken_afgesloten", "goed_resultaat", "overdracht"),
    "ondersteuning": ("zaken_afgesloten",),
}
"""What a closing feeds (kerncijfers.md section 4): of procesregie also how it ended."""


@recht(Recht.CASUS_INZIEN)
@require_safe
def overzicht(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The tab; a partner sees only the handovers that they were asked."""
    wie = kijker(Recht.CASUS_INZIEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.CASUS_INZIEN)
    casus = kop.casus
    huis = werkt_voor_het_huis(casus, wie=wie)
    context = {
        **zaakbalk(kop, "afsluiten"),
        "heel": kop.heel,
        "huis_werkt": huis,
        "afgesloten_op": kop.afgesloten_op,
        "kruimels": kruimels(casus, wie),
        **(
            _heel(casus, kop.inzet, wie, huis=huis)
            if kop.heel
            else {"overdrachten": _regels(overdrachten_van(casus, wie=wie), wie, huis=False)}
        ),
    }
    leg_blik_vast(casus.pk, overdrachten=len(context["overdrachten"]))
    return render(request, "afsluiten/overzicht.html", context)


def _heel(casus: Casus, inzet: str, wie: Kijker, *, huis: bool) -> dict[str, Any]:
    stand = sluitstand(casus, wie=wie, dag=vandaag())
    regisseur = huis and wie.mag(Recht.AFSLUITEN)
    woorden = besluitwoorden()
    return {
        "stand": stand,
        "afspraken": afspraakregels(stand.open_afspraken, dag=vandaag(), huis=huis),
        "overdrachten": _regels(stand.overdrachten, wie, huis=huis),
        "voorstel": besluitregel(stand.voorstel, woorden) if stand.voorstel else None,
        "eerder": [besluitregel(een, woorden) for een in stand.eerder],
        "is_regisseur": regisseur,
        "is_van_mij": bool(stand.voorstel and stand.voorstel.door_id == wie.gebruiker),
        "te_doen": te_doen(stand),
        "cijfers": [CATALOGUS[een] for een in CIJFERS.get(inzet, ())],
    }


def te_doen(stand: Sluitstand) -> list[str]:
    """What has to be done before the casus can close."""
    eerst = []
    if stand.open_afspraken:
        eerst.append(_("Vink de open afspraken af, of laat ze vervallen."))
    if stand.zonder_antwoord:
        eerst.append(_("Wacht op het antwoord op de overdracht, of trek de vraag in."))
    if stand.opgeschaald:
        eerst.append(_("Rond de opschaling af op het tabblad Voortgang."))
    if stand.onvast_verslag:
        eerst.append(_("Stel het verslag van het overleg vast."))
    return eerst


class Overdrachtregel(NamedTuple):
    """A handover in words; mag: the answers that the reader may give.

    te_heropenen: the reader just took the question back, and may undo that.
    """

    overdracht: Overdracht
    woord: str
    chip: str
    mag: tuple[str, ...]
    te_heropenen: bool

    @property
    def trekt_in(self) -> bool:
        """Whether the reader can only take it back."""
        return bool(self.mag) and set(self.mag) <= INTREKKEN


def antwoorden_van(een: Overdracht, wie: Kijker, *, huis: bool) -> tuple[str, ...]:
    """Which answers `wie` may give; huis: they work on the casus for the house.

    What was accepted the house may take back; any other answer stays.
    """
    if een.antwoord is not None:
        aanvaard = een.antwoord == Antwoord.AANVAARD
        return (TERUGGENOMEN,) if huis and aanvaard else ()
    eigen = (Antwoord.AANVAARD, Antwoord.GEWEIGERD)
    if een.gebruiker_id == wie.gebruiker:
        return eigen
    if not huis:
        return ()
    return (Antwoord.INGETROKKEN,) if een.gebruiker_id else (*eigen, Antwoord.INGETROKKEN)


def _regels(
    overdrachten: Iterable[Overdracht], wie: Kijker, *, huis: bool
) -> list[Overdrachtregel]:
    woorden = {
        None: (_("Wacht op antwoord"), "waarschuwing"),
        "aanvaard": (_("Aanvaard"), "gelukt"),
        "geweigerd": (_("Geweigerd"), "fout"),
        "ingetrokken": (_("Ingetrokken"), ""),
    }
    rijen = list(overdrachten)
    net = _net_ingetrokken(rijen, wie) if huis else set()
    return [
        Overdrachtregel(
            een, *woorden[een.antwoord], antwoorden_van(een, wie, huis=huis), een.pk in net
        )
        for een in rijen
    ]


def _net_ingetrokken(rijen: Iterable[Overdracht], wie: Kijker) -> set[UUID]:
    """Those that `wie` just took back; one query, none when there can be none."""
    eigen = {
        een.pk
        for een in rijen
        if een.antwoord == Antwoord.INGETROKKEN and een.beantwoord_door_id == wie.gebruiker
    }
    if not eigen:
        return set()
    return eigen & net_gedaan("overdracht.ingetrokken", wie=wie)


class Besluitregel(NamedTuple):
    """A decision in words."""

    besluit: Besluit
    titel: str
    reden: str
    resultaat: str
    wijze: str


def besluitwoorden() -> Woorden:
    """The words of the codes of a decision; read once a page."""
    return labels("afsluitreden", "resultaat")


def besluitregel(een: Besluit, woorden: Woorden) -> Besluitregel:
    """The decision with its codes as words."""
    titels = {None: _("Voorstel om te sluiten"), True: _("Gesloten"), False: _("Teruggegeven")}
    heropend = een.soort == Besluitsoort.HEROPENEN
    return Besluitregel(
        een,
        _("Heropend") if heropend else titels[een.akkoord],
        woorden["afsluitreden"].get(een.afsluitreden or "", een.afsluitreden or ""),
        woorden["resultaat"].get(een.resultaat or "", een.resultaat or ""),
        _("in een overleg") if een.wijze == "in_overleg" else _("schriftelijk"),
    )


def leg_blik_vast(casus: UUID, **aantallen: int) -> None:
    """Record a look at how far a casus is with closing."""
    leg_vast(
        Act(
            handeling="afsluiting.ingezien",
            object_soort="casus",
            object=casus,
            casus=casus,
            aantallen=aantallen,
            onderwerpen=[("casus", casus)],
        )
    )


def kruimels(casus: Casus, wie: Kijker, *, tab: bool = False) -> list[dict[str, str]]:
    """Back to the casus; tab: and to this tab of it."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    hier = {"titel": _("Afsluiten"), "url": reverse("afsluiten:overzicht", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak, *([hier] if tab else [])]
