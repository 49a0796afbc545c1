# SPDX-License-Identifier: EUPL-1.2
"""Asking the aanmelder what is missing, and answering that."""

from collections.abc import Callable
from typing import Any
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
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.formulieren import Formulier, Tekstvlak
from vangnet.web.getypt import bewaart, getypt
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
    if wacht is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    form = VraagForm(request.POST or None, initial=getypt(request))
    return _verwerk(
        request,
        wacht,
        form,
        lambda tekst: navraag_doen(form.sleutel(wie), wacht.pk, tekst),
        {"is_vraag": True},
    )


@recht(Recht.AANMELDEN)
@bewaart(AntwoordForm, concept=gettext_lazy("Antwoord op een vraag"))
@require_http_methods(["GET", "POST"])
def antwoord(request: HttpRequest, aanmelding_id: UUID, navraag_id: UUID) -> HttpResponseBase:
    """Answer a question about an aanmelding of the own organisation."""
    wie = kijker(Recht.AANMELDEN)
    wacht = zichtbaar_voor(wie).filter(pk=aanmelding_id, triage_besluit__isnull=True).first()
    open_ = Navraag.objects.filter(
        pk=navraag_id, aanmelding=aanmelding_id, beantwoord_op__isnull=True
    ).first()
    if wacht is None or open_ is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    form = AntwoordForm(request.POST or None, initial=getypt(request))
    return _verwerk(
        request,
        wacht,
        form,
        lambda tekst: navraag_beantwoorden(open_.pk, tekst),
        {"navraag": open_},
    )


def _verwerk(
    request: HttpRequest,
    aanmelding: Aanmelding,
    form: Formulier,
    doe: Callable[[str], Any],
    erbij: dict[str, Any],
) -> HttpResponseBase:
    if request.method == "POST" and form.is_valid():
        try:
            doe(form.cleaned_data["tekst"])
        except NietToegestaan:
            return geweigerd(request, "aanmelding", aanmelding.pk)
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
