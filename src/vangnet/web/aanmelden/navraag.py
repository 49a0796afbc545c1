# SPDX-License-Identifier: EUPL-1.2
"""Asking the aanmelder what is missing, and answering that."""

from collections.abc import Callable
from functools import partial
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.aanmelding.models import Aanmelding, Navraag
from vangnet.aanmelding.navraag import navraag_beantwoorden, navraag_doen, sleutel_van_vraag
from vangnet.aanmelding.querysets import zichtbaar_voor
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.albesloten import al_besloten, besloten_aanmelding, te_laat
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.formulieren import Formulier, Tekstvlak
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Regel, getypt_in
from vangnet.web.recht import recht


class VraagForm(Formulier):
    """A question to the aanmelder."""

    tekst = forms.CharField(
        label=gettext_lazy("Wat wil je weten?"),
        max_length=5000,
        widget=Tekstvlak(attrs={"rows": 4}),
        help_text=gettext_lazy("Iedereen van de organisatie die aanmeldde, leest dit."),
    )
    # Made with the form: sent twice it asks once.
    eenmalig = forms.UUIDField(
        initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def sleutel(self, wie: Kijker) -> UUID:
        """The key of what was asked."""
        waarden = self.cleaned_data
        return sleutel_van_vraag(wie.gebruiker, waarden["eenmalig"], waarden["tekst"])


class AntwoordForm(Formulier):
    """The answer of the aanmelder."""

    tekst = forms.CharField(
        label=gettext_lazy("Je antwoord"), max_length=5000, widget=Tekstvlak(attrs={"rows": 6})
    )


@recht(Recht.NAVRAAG_DOEN)
@bewaart(VraagForm, concept=gettext_lazy("Vraag aan de aanmelder"))
@require_http_methods(["GET", "POST"])
def vraag(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """Ask what is missing, while the aanmelding waits for triage."""
    wie = kijker(Recht.NAVRAAG_DOEN)
    wacht = zichtbaar_voor(wie).filter(pk=aanmelding_id, triage_besluit__isnull=True).first()
    te_laat_hier = partial(_al_besloten, request, wie, aanmelding_id)
    if wacht is None:
        return te_laat_hier()
    form = VraagForm(request.POST or None, initial=getypt(request))
    return _verwerk(
        request,
        wacht,
        form,
        _Daad(lambda tekst: navraag_doen(form.sleutel(wie), wacht.pk, tekst), te_laat_hier),
        {"is_vraag": True},
    )


@recht(Recht.AANMELDEN)
@bewaart(AntwoordForm, concept=gettext_lazy("Antwoord op een vraag"))
@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, aanmelding_id: UUID, navraag_id: UUID) -> HttpResponseBase:
    """Answer a question about an aanmelding of the own organisation."""
    wie = kijker(Recht.AANMELDEN)
    gevonden, navraag = _met_vraag(wie, aanmelding_id, navraag_id)
    if gevonden is None or navraag is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    if navraag.beantwoord_op is not None or gevonden.triage_besluit is not None:
        return _al_beantwoord(request, gevonden, navraag)
    form = AntwoordForm(request.POST or None, initial=getypt(request))

    def te_laat_hier() -> HttpResponseBase:
        intussen, vraag_nu = _met_vraag(wie, aanmelding_id, navraag_id)
        if intussen is None or vraag_nu is None:
            return geweigerd(request, "aanmelding", aanmelding_id)
        return _al_beantwoord(request, intussen, vraag_nu)

    daad = _Daad(lambda tekst: navraag_beantwoorden(navraag_id, tekst), te_laat_hier)
    return _verwerk(request, gevonden, form, daad, {"navraag": navraag})


def _met_vraag(
    wie: Kijker, aanmelding_id: UUID, navraag_id: UUID
) -> tuple[Aanmelding | None, Navraag | None]:
    """Both as they are now; two queries, also when there is no aanmelding."""
    gevonden = zichtbaar_voor(wie).filter(pk=aanmelding_id).first()
    return gevonden, Navraag.objects.filter(pk=navraag_id, aanmelding=aanmelding_id).first()


def _al_besloten(request: HttpRequest, wie: Kijker, aanmelding_id: UUID) -> HttpResponseBase:
    """There was a decision meanwhile: nothing is asked any more; else the neutral refusal."""
    besloten = besloten_aanmelding(aanmelding_id, wie)
    if besloten is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    return al_besloten(request, besloten, getypt_in(request, VraagForm), wie)


def _al_beantwoord(
    request: HttpRequest, gevonden: Aanmelding, navraag: Navraag
) -> HttpResponseBase:
    """A colleague answered meanwhile; or, as the aanmelding says too, it needs no answer."""
    titel = _("Deze vraag is al beantwoord")
    if navraag.beantwoord_op is None:
        titel = _("Deze vraag hoeft geen antwoord meer")
    context = {
        "titel": titel,
        "nu": [
            Regel(_("Wat het huis vraagt"), navraag.vraag),
            *([Regel(_("Het antwoord"), navraag.antwoord)] if navraag.antwoord else []),
        ],
        "antwoorden": getypt_in(request, AntwoordForm),
    }
    return te_laat(request, gevonden, context)


class _Daad(NamedTuple):
    """What is done with the text, and the page for when that can't be done any more."""

    doe: Callable[[str], Any]
    te_laat: Callable[[], HttpResponseBase]


def _verwerk(
    request: HttpRequest,
    aanmelding: Aanmelding,
    form: Formulier,
    daad: _Daad,
    erbij: dict[str, Any],
) -> HttpResponseBase:
    if request.method == "POST" and form.is_valid():
        try:
            daad.doe(form.cleaned_data["tekst"])
        except NietToegestaan:
            return daad.te_laat()
        messages.success(request, _("Het is verstuurd."))
        return redirect("aanmelden:aanmelding", aanmelding.pk)
    leg_ingezien_vast(aanmelding)
    context = {
        "aanmelding": aanmelding,
        "formulier": form,
        "kruimels": kruimels(aanmelding),
        **erbij,
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/navraag.html", context, status=status)
