# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from vangnet.gebruikers.beheer import TeRaden
from vangnet.gebruikers.beheer import activeren as zet_wachtwoord
from vangnet.gebruikers.remmen import ADRES
from vangnet.gebruikers.wachtwoorden import bezwaren
from vangnet.inrichting.selectors import het_huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Formulier
from vangnet.web.fouten import foutpagina
from vangnet.web.herkomst import adres_van
from vangnet.web.recht import recht


class ActiveerForm(Formulier):
    """The code that a beheerder handed over, and a password twice."""

    code = forms.CharField(
        label=_("Code"),
        max_length=40,
        help_text=_("Van je functioneel beheerder. Hoofdletters en streepjes maken niet uit."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters"}),
    )
    wachtwoord = forms.CharField(
        label=_("Nieuw wachtwoord"),
        strip=False,
        max_length=200,
        help_text=_("Minstens 12 tekens. Neem een zin van vier woorden."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    nog_eens = forms.CharField(
        label=_("Nog een keer"),
        strip=False,
        max_length=200,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_wachtwoord(self) -> str:
        """Long enough and not easy to guess; whose it becomes is known when the code is."""
        wachtwoord: str = self.cleaned_data["wachtwoord"]
        if zinnen := bezwaren(wachtwoord, huisnaam=het_huis().naam):
            raise forms.ValidationError(zinnen)
        return wachtwoord

    def clean(self) -> dict[str, Any]:
        """Typed the same twice."""
        gegevens: dict[str, Any] = super().clean() or {}
        eerste, tweede = gegevens.get("wachtwoord"), gegevens.get("nog_eens")
        if eerste is not None and tweede is not None and eerste != tweede:
            self.add_error("nog_eens", _("De twee wachtwoorden zijn niet gelijk."))
        return gegevens


@recht(Recht.OPENBAAR)
@sensitive_post_parameters("code", "wachtwoord", "nog_eens")
@require_http_methods(["GET", "POST"])
def activeren(request: HttpRequest) -> HttpResponseBase:
    """Set a password with a code; one answer for every way in which the code can be wrong."""
    adres = adres_van(request)
    # First: making a hash of a password is heavy, also for a code that is wrong.
    if request.method == "POST" and ADRES.is_te_vaak(adres):
        return foutpagina(429)
    form = ActiveerForm(request.POST or None)
    if form.is_bound and form.is_valid() and _is_gezet(form):
        ADRES.was_goed(adres)
        messages.success(request, _("Je wachtwoord staat klaar. Log ermee in."))
        return redirect("inloggen")
    status = 422 if form.is_bound else 200
    return render(request, "beheer/activeren.html", {"formulier": form}, status=status)


def _is_gezet(form: ActiveerForm) -> bool:
    try:
        if zet_wachtwoord(form.cleaned_data["code"], form.cleaned_data["wachtwoord"]):
            return True
    except TeRaden as fout:
        form.add_error("wachtwoord", fout.zinnen)
        return False
    leg_vast(Act(handeling="activering.geweigerd", object_soort="gebruiker", toegestaan=False))
    form.add_error("code", _("Deze code werkt niet (meer). Vraag je beheerder om een nieuwe."))
    return False
