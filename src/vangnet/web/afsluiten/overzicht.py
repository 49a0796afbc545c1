# SPDX-License-Identifier: EUPL-1.2
"""The tab Afsluiten of a casus: what has to be done first, who goes on, and what was decided."""

from collections.abc import Iterable, Mapping, Sequence
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
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.selectors import werkt_voor_het_huis
from vangnet.casus.terug import net_gedaan
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.plan.selectors import uitvoerders
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.afsluiten.weigeren import geweigerd
from vangnet.web.componenten.afspraken import afspraakregels
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.tekenaars import genoemden, tekenzinnen
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
        **(_heel(casus, kop.inzet, wie, huis=huis) if kop.heel else _gevraagd(casus, wie)),
    }
    stand = context.get("stand")
    volgen = stand.volgen if stand else None
    context["tekenzinnen"] = tekenzinnen(volgen.plan, volgen.tekenaars) if volgen else ()
    mensen = genoemden(volgen.tekenaars) if volgen else ()
    leg_blik_vast(casus.pk, mensen, overdrachten=len(context["overdrachten"]))
    return render(request, "afsluiten/overzicht.html", context)


def _gevraagd(casus: Casus, wie: Kijker) -> dict[str, Any]:
    """What a partner sees: what they were asked."""
    rijen = overdrachten_van(casus, wie=wie)
    return {"overdrachten": [_regel(een, antwoorden_van(een, huis=False)) for een in rijen]}


def _heel(casus: Casus, inzet: str, wie: Kijker, *, huis: bool) -> dict[str, Any]:
    stand = sluitstand(casus, wie=wie, dag=vandaag())
    regisseur = huis and wie.mag(Recht.AFSLUITEN)
    woorden = labels("afsluitreden", "resultaat", "domein")
    return {
        "stand": stand,
        "afspraken": afspraakregels(
            stand.open_afspraken, dag=vandaag(), huis=huis, domeinen=woorden["domein"]
        ),
        "overdrachten": _regels(casus, stand, wie, huis=huis),
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

    los: who answers takes no part today. vast: why the house doesn't take it back. te_heropenen:
    the reader just took the question back, and may undo that.
    """

    overdracht: Overdracht
    woord: str
    chip: str
    mag: tuple[str, ...]
    vast: str = ""
    te_heropenen: bool = False
    los: bool = False

    @property
    def trekt_in(self) -> bool:
        """Whether the reader can only take it back."""
        return bool(self.mag) and set(self.mag) <= INTREKKEN


def antwoorden_van(een: Overdracht, *, huis: bool, vast: bool = False) -> tuple[str, ...]:
    """Which answers the reader may give; huis: they work on the casus for the house.

    What was accepted the house may take back, but not when it is vast: a decision to close names
    it. Any other answer stays.
    """
    if een.antwoord is not None:
        aanvaard = een.antwoord == Antwoord.AANVAARD
        return (TERUGGENOMEN,) if huis and aanvaard and not vast else ()
    eigen = (Antwoord.AANVAARD, Antwoord.GEWEIGERD)
    if een.is_aan_mij:
        return eigen
    if not huis:
        return ()
    return (Antwoord.INGETROKKEN,) if een.gebruiker_id else (*eigen, Antwoord.INGETROKKEN)


def _vaste(stand: Sluitstand) -> dict[UUID, str]:
    """Of which handovers a decision to close was made, or is proposed; and what to say of that."""
    zinnen = {een.overdracht_id: gesloten_op_deze() for een in stand.eerder if een.akkoord}
    if stand.voorstel:
        zinnen[stand.voorstel.overdracht_id] = in_voorstel()
    return {pk: zin for pk, zin in zinnen.items() if pk}


def in_voorstel() -> str:
    """Of a handover that a proposal names: why it stays."""
    return _(
        "Deze overdracht staat in het voorstel om te sluiten. Wil je haar intrekken? Dan moet het "
        "voorstel eerst terug."
    )


def gesloten_op_deze() -> str:
    """Of a handover on which the casus was closed before: why it stays."""
    return _("De zaak is eerder op deze overdracht gesloten. Zij blijft staan.")


def _regels(casus: Casus, stand: Sluitstand, wie: Kijker, *, huis: bool) -> list[Overdrachtregel]:
    vaste = _vaste(stand) if huis else {}
    net = _net_ingetrokken(casus, stand.overdrachten, wie) if huis else set()
    return [
        _regel(
            een,
            antwoorden_van(een, huis=huis, vast=een.pk in vaste),
            vast=vaste.get(een.pk, ""),
            te_heropenen=een.pk in net,
            los=huis and een.antwoord is None and een.staat_los,
        )
        for een in stand.overdrachten
    ]


def _regel(een: Overdracht, mag: tuple[str, ...], **verder: Any) -> Overdrachtregel:
    woorden = {
        None: (_("Wacht op antwoord"), "waarschuwing"),
        "aanvaard": (_("Aanvaard"), "gelukt"),
        "geweigerd": (_("Geweigerd"), "fout"),
        "ingetrokken": (_("Ingetrokken"), ""),
    }
    return Overdrachtregel(een, *woorden[een.antwoord], mag, **verder)


def _net_ingetrokken(casus: Casus, rijen: Iterable[Overdracht], wie: Kijker) -> set[UUID]:
    """Those that `wie` just took back and can ask again; two queries, mostly none.

    Not of who takes part no longer. Had that one said yes, the database would still give it back;
    the page can't tell, and lets the house ask anew.
    """
    eigen = {
        een.pk: een
        for een in rijen
        if een.antwoord == Antwoord.INGETROKKEN and een.beantwoord_door_id == wie.gebruiker
    }
    net = net_gedaan("overdracht.ingetrokken", wie=wie).intersection(eigen) if eigen else set()
    met_account = {pk for pk in net if eigen[pk].gebruiker_id}
    if not met_account:
        return net
    mee = {(een.gebruiker, een.organisatie) for een in uitvoerders(casus)}
    return {
        pk
        for pk in net
        if pk not in met_account or (eigen[pk].gebruiker, eigen[pk].organisatie) in mee
    }


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
    zelf = een.controleur_id == een.door_id
    terug = _("Teruggenomen") if zelf else _("Teruggegeven")
    titels = {None: _("Voorstel om te sluiten"), True: _("Gesloten"), False: terug}
    heropend = een.soort == Besluitsoort.HEROPENEN
    return Besluitregel(
        een,
        _("Heropend") if heropend else titels[een.akkoord],
        woorden["afsluitreden"].get(een.afsluitreden or "", een.afsluitreden or ""),
        woorden["resultaat"].get(een.resultaat or "", een.resultaat or ""),
        _("in een overleg") if een.wijze == "in_overleg" else _("schriftelijk"),
    )


def leg_blik_vast(casus: UUID, mensen: Sequence[Betrokkenheid] = (), **aantallen: int) -> None:
    """Record a look at how far a casus is with closing, and at whose names stand there."""
    personen = [("persoon", een.persoon_id) for een in mensen]
    leg_vast(
        Act(
            handeling="afsluiting.ingezien",
            object_soort="casus",
            object=casus,
            casus=casus,
            aantallen=aantallen,
            onderwerpen=[("casus", casus), *personen],
        )
    )


def kruimels(casus: Casus, wie: Kijker, *, tab: bool = False) -> list[dict[str, str]]:
    """Back to the casus; tab: and to this tab of it."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    hier = {"titel": _("Afsluiten"), "url": reverse("afsluiten:overzicht", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak, *([hier] if tab else [])]
