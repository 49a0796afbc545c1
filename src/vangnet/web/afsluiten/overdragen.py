# SPDX-License-Identifier: EUPL-1.2
"""Asking a receiver to go on with a casus, and the answer."""

from uuid import UUID

from django.contrib import messages
from django.db.models import F
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.afsluiting.models import Besluit, Overdracht
from vangnet.afsluiting.querysets import besluiten_voor, met_stand, overdrachten_voor
from vangnet.afsluiting.regels import INTREKKEN, TERUGGENOMEN, Antwoord
from vangnet.afsluiting.services import (
    overdracht_beantwoorden,
    overdracht_heropenen,
    overdracht_vragen,
)
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.selectors import huiscasus, werkt_voor_het_huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.organisaties.models import Organisatie
from vangnet.plan.selectors import uitvoerders
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.afsluiten.overdrachtforms import AntwoordForm, OverdrachtForm
from vangnet.web.afsluiten.overzicht import (
    antwoorden_van,
    gesloten_op_deze,
    in_voorstel,
    kruimels,
)
from vangnet.web.afsluiten.weigeren import geweigerd, leg_weigering_vast, te_laat, veranderd
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.getypt import bewaart, eigen_tekst, getypt
from vangnet.web.ongedaan import maak_ongedaan
from vangnet.web.recht import recht


@recht(Recht.OVERDRAGEN)
@bewaart(OverdrachtForm, concept=gettext_lazy("Overdracht"))
@require_http_methods(["GET", "POST"])
def vraag(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Whom is asked, and by whom the answer comes."""
    wie = kijker(Recht.OVERDRAGEN)
    casus = _over_te_dragen(casus_id, wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.OVERDRAGEN)
    form = _vraagform(request, casus)
    if request.method == "POST" and form.is_valid():
        if _vraagt(casus_id, form, wie):
            messages.success(request, _("De overdracht is gevraagd."))
            return redirect("afsluiten:overzicht", casus_id)
        # Who answers may have left the casus just now, or the reader: read anew.
        casus = _over_te_dragen(casus_id, wie)
        if casus is None:
            return geweigerd(request, "casus", casus_id, regel=Recht.OVERDRAGEN)
        leg_weigering_vast("casus", casus_id, regel=Recht.OVERDRAGEN)
        form = _vraagform(request, casus)
        form.full_clean()
        form.add_error(None, veranderd())
    leg_formulier_vast(casus_id)
    context = {"casus": casus, "formulier": form, "kruimels": kruimels(casus, wie, tab=True)}
    status = 422 if request.method == "POST" else 200
    return render(request, "afsluiten/overdragen.html", context, status=status)


def _over_te_dragen(casus_id: UUID, wie: Kijker) -> Casus | None:
    """An open casus on which `wie` works for the house."""
    casus = huiscasus(casus_id, wie=wie)
    return casus if casus and not casus.gesloten else None


def _vraagform(request: HttpRequest, casus: Casus) -> OverdrachtForm:
    return OverdrachtForm(
        request.POST or None,
        organisaties=list(Organisatie.objects.order_by("naam")),
        mensen=uitvoerders(casus),
        initial=getypt(request, {"warm": request.GET.get("warm")}),
    )


def _vraagt(casus: UUID, form: OverdrachtForm, wie: Kijker) -> bool:
    eenmalig = form.cleaned_data["eenmalig"]
    try:
        overdracht_vragen(casus, form.vraag(), door=wie.gebruiker, eenmalig=eenmalig)
    except NietToegestaan:
        return False
    return True


@recht(Recht.MEEDOEN)
@bewaart(AntwoordForm, concept=gettext_lazy("Antwoord op een overdracht"))
@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, casus_id: UUID, overdracht_id: UUID) -> HttpResponseBase:
    """By the receiver when they take part, else as the house heard it."""
    wie = kijker(Recht.MEEDOEN)
    casus = zichtbaar_voor(wie).filter(pk=casus_id, gesloten=False).first()
    gevonden = _overdracht(casus, overdracht_id, wie)
    mag = _mag(casus, gevonden, wie)
    if casus and gevonden and _is_beantwoord(request, gevonden, mag):
        return _al_beantwoord(request, casus, gevonden, wie)
    if casus is None or gevonden is None or not mag:
        return geweigerd(request, "overdracht", overdracht_id, regel=Recht.MEEDOEN)
    form = AntwoordForm(request.POST or None, mag=mag, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        gekozen = form.cleaned_data["antwoord"]
        try:
            overdracht_beantwoorden(overdracht_id, gekozen, reden=form.cleaned_data["reden"])
        except NietToegestaan:
            # It may have been answered under the sending: read anew.
            casus = zichtbaar_voor(wie).filter(pk=casus_id, gesloten=False).first()
            gevonden = _overdracht(casus, overdracht_id, wie)
            if casus and gevonden and gevonden.antwoord is not None:
                return _al_beantwoord(request, casus, gevonden, wie)
            return geweigerd(request, "overdracht", overdracht_id, regel=Recht.MEEDOEN)
        return _opgeslagen(request, casus, gekozen)
    return _toon(request, casus, gevonden, wie, form)


def _toon(
    request: HttpRequest, casus: Casus, een: Overdracht, wie: Kijker, form: AntwoordForm
) -> HttpResponseBase:
    _leg_blik_vast(een)
    context = {
        "casus": casus,
        "overdracht": een,
        "formulier": form,
        "kruimels": kruimels(casus, wie, tab=True),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "afsluiten/antwoorden.html", context, status=status)


@recht(Recht.OVERDRAGEN)
@require_POST
def heropen(request: HttpRequest, casus_id: UUID, overdracht_id: UUID) -> HttpResponseBase:
    """Undo that the house asks no longer; a second click finds it open already."""
    wie = kijker(Recht.OVERDRAGEN)
    casus = zichtbaar_voor(wie).filter(pk=casus_id, gesloten=False).first()
    gevonden = _overdracht(casus, overdracht_id, wie)
    if casus is None or gevonden is None or not werkt_voor_het_huis(casus, wie=wie):
        return geweigerd(request, "overdracht", overdracht_id, regel=Recht.OVERDRAGEN)
    maak_ongedaan(
        request,
        lambda: overdracht_heropenen(overdracht_id),
        staat_er=gevonden.antwoord is None,
        weiger=lambda: leg_weigering_vast("overdracht", overdracht_id, regel=Recht.OVERDRAGEN),
        gelukt=_("De overdracht staat er weer zoals zij was."),
        anders=_("Vraag de overdracht opnieuw."),
    )
    return redirect("afsluiten:overzicht", casus_id)


def _is_beantwoord(request: HttpRequest, een: Overdracht, mag: tuple[str, ...]) -> bool:
    """Whether it has its answer; one that was accepted can be taken back, and nothing else."""
    anders = request.POST.get("antwoord", TERUGGENOMEN) not in mag
    return een.antwoord is not None and anders


def _opgeslagen(request: HttpRequest, casus: Casus, gegeven: str) -> HttpResponseBase:
    if gegeven == TERUGGENOMEN:
        messages.success(request, _("De overdracht is ingetrokken. Vertel het de ontvanger."))
    elif gegeven in INTREKKEN:
        messages.success(request, _("De vraag is ingetrokken."))
    else:
        messages.success(request, _("Het antwoord is opgeslagen."))
    return redirect("afsluiten:overzicht", casus.pk)


def _al_beantwoord(
    request: HttpRequest, casus: Casus, een: Overdracht, wie: Kijker
) -> HttpResponseBase:
    """To who sees the handover: the same answer of theirs is saved, any other comes too late."""
    gegeven = request.POST.get("antwoord"), request.POST.get("reden", "").replace("\r\n", "\n")
    woord = Antwoord.INGETROKKEN if gegeven[0] in INTREKKEN else gegeven[0]
    if een.beantwoord_door_id == wie.gebruiker and (woord, gegeven[1]) == (
        een.antwoord,
        een.reden or "",
    ):
        return _opgeslagen(request, casus, een.antwoord or "")
    zin = {
        Antwoord.AANVAARD: _("De overdracht is al aanvaard."),
        Antwoord.GEWEIGERD: _("De overdracht is al geweigerd."),
        Antwoord.INGETROKKEN: _("De vraag om over te dragen is ingetrokken."),
    }[Antwoord(een.antwoord or "")]
    if een.antwoord == Antwoord.AANVAARD and gegeven[0] in {None, TERUGGENOMEN}:
        besluit = _besluit_op(een, wie)
        if besluit:
            return _staat_vast(request, casus, een, wie, besluit)
    return te_laat(request, casus, zin)


def _staat_vast(
    request: HttpRequest, casus: Casus, een: Overdracht, wie: Kijker, besluit: Besluit
) -> HttpResponseBase:
    """Nobody was first: what was typed stays in the form, for when the proposal is back."""
    zin = gesloten_op_deze() if besluit.akkoord else in_voorstel()
    if request.method != "POST":
        messages.info(request, zin)
        bewaard = eigen_tekst(request)
        if bewaard:
            return redirect("werk:concept_lezen", bewaard.id)
        return redirect("afsluiten:overzicht", casus.pk)
    form = AntwoordForm(request.POST, mag=(TERUGGENOMEN,), initial=getypt(request))
    form.add_error(None, zin)
    return _toon(request, casus, een, wie, form)


def _besluit_op(een: Overdracht, wie: Kijker) -> Besluit | None:
    """A decision to close on this handover, or a proposal of one; what still waits first."""
    gevonden = besluiten_voor(wie).filter(overdracht=een).exclude(akkoord=False)
    return gevonden.order_by(F("akkoord").asc(nulls_first=True), "pk").first()


def _overdracht(casus: Casus | None, overdracht_id: UUID, wie: Kijker) -> Overdracht | None:
    if casus is None:
        return None
    van_casus = overdrachten_voor(wie).filter(pk=overdracht_id, casus=casus)
    return met_stand(van_casus, wie).select_related("organisatie").first()


def _mag(casus: Casus | None, een: Overdracht | None, wie: Kijker) -> tuple[str, ...]:
    if casus is None or een is None:
        return ()
    huis = werkt_voor_het_huis(casus, wie=wie)
    vast = huis and een.antwoord == Antwoord.AANVAARD and _besluit_op(een, wie) is not None
    return antwoorden_van(een, huis=huis, vast=vast)


def _leg_blik_vast(een: Overdracht) -> None:
    leg_vast(
        Act(
            handeling="overdracht.ingezien",
            object_soort="overdracht",
            object=een.pk,
            casus=een.casus_id,
            onderwerpen=[("casus", een.casus_id)],
        )
    )
