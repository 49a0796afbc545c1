# SPDX-License-Identifier: EUPL-1.2
"""Ask a partner, answer, refuse, and take a question back."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.beeld.models import Informatievraag
from vangnet.beeld.querysets import aan_mij, vragen_voor
from vangnet.beeld.regels import Afhandeling
from vangnet.beeld.selectors import vraag_aan_mij
from vangnet.beeld.vragen import (
    vraag_beantwoorden,
    vraag_heropenen,
    vraag_intrekken,
    vraag_stellen,
    vraag_weigeren,
)
from vangnet.casus.models import Casus
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import deelnemende_organisaties, kent_alle_rollen, regiecasus
from vangnet.delen.regels import Publiek
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.beeld.forms import AntwoordForm, VraagForm, WeigerForm
from vangnet.web.beeld.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.componenten.kruimels import kruimels_naar_beeld
from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import bewaart, eigen_tekst, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.mensen import leg_mensen_vast
from vangnet.web.ongedaan import maak_ongedaan
from vangnet.web.recht import recht

_AFGEHANDELD = {
    Afhandeling.GEGEVEN: gettext_lazy("Deze vraag is al beantwoord."),
    Afhandeling.GEWEIGERD: gettext_lazy("Iemand liet al weten waarom jullie dit niet geven."),
    Afhandeling.INGETROKKEN: gettext_lazy(
        "De vraag is ingetrokken. Het huis heeft geen antwoord meer nodig."
    ),
}


@recht(Recht.MEEDOEN)
@bewaart(VraagForm, concept=gettext_lazy("Vraag om informatie"))
@require_http_methods(["GET", "POST"])
def stel(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A question to a partner, by who works on the casus for the house."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id)
    form = _vraagform(request, casus, wie)
    if request.method == "POST" and form.is_valid() and _gesteld(casus, form, wie):
        messages.success(request, _("De vraag is gesteld. De partner ziet haar bij Mijn werk."))
        return redirect("zaken:beeld", casus_id)
    context = {
        "casus": casus,
        "formulier": form,
        "niemand_kan": not form.organisaties,
        "kruimels": kruimels_naar_beeld(casus, wie),
    }
    return render(request, "beeld/vraag_nieuw.html", context, status=_stand(request))


def _vraagform(request: HttpRequest, casus: Casus, wie: Kijker) -> VraagForm:
    betrokkenen = list(betrokkenen_voor(wie).filter(casus=casus).select_related("persoon"))
    # The form asks whom it is about, so it shows who is in the casus.
    leg_mensen_vast(casus, betrokkenen)
    return VraagForm(
        request.POST or None,
        organisaties=deelnemende_organisaties(casus),
        betrokkenen=betrokkenen,
        initial=getypt(request),
    )


def _gesteld(casus: Casus, form: VraagForm, wie: Kijker) -> bool:
    try:
        eenmalig = form.cleaned_data["eenmalig"]
        vraag_stellen(casus, form.inhoud(), door=wie.gebruiker, eenmalig=eenmalig)
    except VangnetFout as fout:
        form.add_error("organisatie", str(fout))
        return False
    return True


@recht(Recht.MEEDOEN)
@bewaart(AntwoordForm, concept=gettext_lazy("Antwoord op een vraag"))
@require_http_methods(["GET", "POST"])
def beantwoord(request: HttpRequest, casus_id: UUID, vraag_id: UUID) -> HttpResponseBase:
    """A question to the reader's organisation: what they provide."""
    wie = kijker(Recht.MEEDOEN)
    vraag = vraag_aan_mij(vraag_id, casus_id, wie=wie)
    if vraag is None:
        return _niet_open(request, casus_id, vraag_id, wie)
    form = AntwoordForm(
        request.POST or None,
        vraag=vraag,
        organisaties=deelnemende_organisaties(vraag.casus),
        een_kant=not kent_alle_rollen(vraag.casus, wie=wie),
        initial=getypt(request, {"publiek": Publiek.ALLEEN_HUIS, "doel": vraag.doel}),
    )
    if request.method == "POST" and form.is_valid():
        try:
            vraag_beantwoorden(
                vraag,
                form.inhoud(),
                auteur=wie.gebruiker,
                eenmalig=form.cleaned_data["eenmalig"],
            )
        except NietToegestaan:
            return _niet_open(request, casus_id, vraag_id, wie)
        messages.success(request, _("Je antwoord staat als bijdrage in de zaak."))
        return redirect("zaken:beeld", casus_id)
    return toon(request, vraag, wie, form, "beeld/vraag.html")


@recht(Recht.MEEDOEN)
@bewaart(WeigerForm, concept=gettext_lazy("Waarom je niet antwoordt"))
@require_http_methods(["GET", "POST"])
def weiger(request: HttpRequest, casus_id: UUID, vraag_id: UUID) -> HttpResponseBase:
    """Say why the reader's organisation doesn't provide what was asked."""
    wie = kijker(Recht.MEEDOEN)
    vraag = vraag_aan_mij(vraag_id, casus_id, wie=wie)
    if vraag is None:
        return _niet_open(request, casus_id, vraag_id, wie)
    form = WeigerForm(request.POST or None, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            vraag_weigeren(vraag, reden=form.cleaned_data["reden"], door=wie.gebruiker)
        except NietToegestaan:
            return _niet_open(request, casus_id, vraag_id, wie)
        messages.success(request, _("Je hebt laten weten waarom je dit niet geeft."))
        return redirect("zaken:beeld", casus_id)
    return toon(request, vraag, wie, form, "beeld/vraag_weigeren.html")


@recht(Recht.MEEDOEN)
@require_POST
def trek_in(request: HttpRequest, casus_id: UUID, vraag_id: UUID) -> HttpResponseBase:
    """Take an open question back, by who works on the casus for the house."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    vraag = (
        vragen_voor(wie).filter(pk=vraag_id, casus=casus_id).select_related("betrokkenheid").first()
    )
    if casus is None or vraag is None:
        return geweigerd(request, "informatievraag", vraag_id)
    try:
        vraag_intrekken(vraag, door=wie.gebruiker)
    except NietToegestaan:
        if vragen_voor(wie).filter(pk=vraag_id, afhandeling__isnull=False).exists():
            return al_afgehandeld(request, casus, vraag_id)
        return geweigerd(request, "informatievraag", vraag_id)
    messages.success(request, _("De vraag is ingetrokken."))
    return redirect("zaken:beeld", casus_id)


@recht(Recht.MEEDOEN)
@require_POST
def heropen(request: HttpRequest, casus_id: UUID, vraag_id: UUID) -> HttpResponseBase:
    """Undo taking a question back; a second click finds it open already."""
    wie = kijker(Recht.MEEDOEN)
    vraag = vragen_voor(wie).filter(pk=vraag_id, casus=casus_id).first()
    if regiecasus(casus_id, wie=wie) is None or vraag is None:
        return geweigerd(request, "informatievraag", vraag_id)
    maak_ongedaan(
        request,
        lambda: vraag_heropenen(vraag_id),
        staat_er=vraag.afhandeling is None,
        weiger=lambda: leg_weigering_vast("informatievraag", vraag_id),
        gelukt=_("De vraag staat weer open."),
        anders=_("Stel de vraag opnieuw."),
    )
    return redirect("zaken:beeld", casus_id)


def _niet_open(
    request: HttpRequest, casus_id: UUID, vraag_id: UUID, wie: Kijker
) -> HttpResponseBase:
    """Nothing to answer; who sent the form twice goes where the first time led.

    Who typed an answer reads why it isn't wanted any more, and what they typed.
    """
    gevonden = aan_mij(wie).filter(pk=vraag_id, casus=casus_id).select_related("casus").first()
    afgehandeld = gevonden if gevonden and gevonden.afhandeling else None
    verstuurd = request.method == "POST"
    if afgehandeld and verstuurd and afgehandeld.afgehandeld_door_id == wie.gebruiker:
        return redirect("zaken:beeld", casus_id)
    if afgehandeld is None or not (verstuurd or eigen_tekst(request)):
        return geweigerd(request, "informatievraag", vraag_id)
    leg_weigering_vast("informatievraag", vraag_id)
    zin = str(_AFGEHANDELD[Afhandeling(afgehandeld.afhandeling or "")])
    naar = Schakel(_("Naar Beeld"), reverse("zaken:beeld", args=[casus_id]))
    return iemand_was_je_voor(request, afgehandeld.casus.kenmerk, zin, naar=naar)


def al_afgehandeld(request: HttpRequest, casus: Casus, vraag_id: UUID) -> HttpResponseBase:
    """To who works on the casus: that it is handled, with what they typed."""
    leg_weigering_vast("informatievraag", vraag_id)
    zin = _("Deze vraag is intussen beantwoord, geweigerd of ingetrokken.")
    naar = Schakel(_("Naar Beeld"), reverse("zaken:beeld", args=[casus.pk]))
    return iemand_was_je_voor(request, casus.kenmerk, zin, naar=naar)


def _stand(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


def toon(
    request: HttpRequest,
    vraag: Informatievraag,
    wie: Kijker,
    form: Formulier,
    sjabloon: str,
) -> HttpResponse:
    """The page of one question with `form` under it; who opens it leaves a trace."""
    over = vraag.betrokkenheid
    leg_vast(
        Act(
            handeling="informatievraag.ingezien",
            object_soort="informatievraag",
            object=vraag.pk,
            casus=vraag.casus_id,
            onderwerpen=[
                ("casus", vraag.casus_id),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )
    woorden = labels("leefgebied", "deeldoel")
    context: dict[str, Any] = {
        "casus": vraag.casus,
        "vraag": vraag,
        "leefgebied": woorden["leefgebied"].get(vraag.leefgebied, vraag.leefgebied),
        "doel": woorden["deeldoel"].get(vraag.doel, vraag.doel),
        "te_laat": vraag.uiterlijk_op < vandaag(),
        "formulier": form,
        "kruimels": kruimels_naar_beeld(vraag.casus, wie),
    }
    return render(request, sjabloon, context, status=_stand(request))
