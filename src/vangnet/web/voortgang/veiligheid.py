# SPDX-License-Identifier: EUPL-1.2
"""The house says anew for whom a casus is unsafe and what may happen, and takes that back."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.models import Veiligheidsrisico
from vangnet.voortgang.veiligheid import (
    Veiligheid,
    laatste,
    veiligheid_intrekken,
    veiligheid_van,
    veiligheid_wijzigen,
)
from vangnet.web.componenten.risico import RISICO_SOORT, RISICO_VOOR
from vangnet.web.formulieren import Formulier, Tekstvlak, Terugveld, op_voorwaarde
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import Beginveld, met_begin, met_keuzes, voeg_samen
from vangnet.web.voortgang.casus import kruimels, leg_blik_vast
from vangnet.web.voortgang.weigeren import geweigerd
from vangnet.web.voortgang.woorden import veiligheid_in_woorden

# Instead of the id of a row of the house, when there is none.
_GEEN = "-"
_BIJ_RISICO = gettext_lazy("Nodig zolang er een veiligheidsrisico is.")


class VeiligheidForm(Formulier):
    """What may happen and to whom, or no risk any more.

    na: the last row of the house that the writer saw, and how many aanmeldingen added to it.
    """

    samen = (("soort", "voor", "geen"),)
    soort = op_voorwaarde(
        forms.MultipleChoiceField(
            label=gettext_lazy("Wat kan er gebeuren?"),
            choices=RISICO_SOORT,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_BIJ_RISICO,
        )
    )
    voor = op_voorwaarde(
        forms.MultipleChoiceField(
            label=gettext_lazy("Voor wie is het onveilig?"),
            choices=RISICO_VOOR,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_BIJ_RISICO,
        )
    )
    geen = forms.BooleanField(
        label=gettext_lazy("Er is geen veiligheidsrisico meer"), required=False
    )
    datum = Terugveld(label=gettext_lazy("Sinds welke dag?"), initial=vandaag)
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        help_text=gettext_lazy("Eén of twee zinnen. Alleen het huis leest dit."),
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 2}),
    )
    na = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    begin = Beginveld()

    def clean_na(self) -> tuple[UUID | None, str]:
        """The row, and the number as text; empty when the sender doesn't say it."""
        rij, _spatie, erbij = str(self.cleaned_data["na"]).partition(" ")
        try:
            return (UUID(rij) if rij not in {"", _GEEN} else None), erbij
        except ValueError:
            raise forms.ValidationError(_("Open deze bladzijde opnieuw.")) from None

    def clean(self) -> dict[str, Any]:
        """A risk has a kind and somebody; or there is none."""
        gekozen: dict[str, Any] = super().clean() or {}
        soort, voor = gekozen.get("soort"), gekozen.get("voor")
        if gekozen.get("geen") and (soort or voor):
            self.add_error("geen", _("Haal de vinkjes hierboven weg, of dit vinkje."))
        elif not gekozen.get("geen") and not (soort and voor):
            fout = _(
                "Kies wat er kan gebeuren en voor wie. Of vink aan dat er geen risico meer is."
            )
            self.add_error("voor" if soort else "soort", fout)
        return gekozen


@recht(Recht.MEEDOEN)
@bewaart(VeiligheidForm, concept=gettext_lazy("Veiligheid"))
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The form with what holds now, and what was said before; by who holds the regie."""
    wie = kijker(Recht.MEEDOEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None or not kop.regie:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    gezegd = veiligheid_van(casus_id, wie=wie)
    leg_blik_vast(casus_id, veiligheid=len(gezegd))
    nu = _nu(kop, gezegd)
    gegevens = met_keuzes(request.POST, VeiligheidForm, nu)
    form = VeiligheidForm(gegevens or None, initial=getypt(request, nu))
    antwoord = None
    if request.method == "POST" and form.is_valid():
        antwoord = _sla_op(request, kop, wie, form, nu)
    return antwoord or _toon(request, kop, gezegd, wie, form)


def _sla_op(
    request: HttpRequest, kop: Zaakkop, wie: Kijker, form: VeiligheidForm, nu: Mapping[str, Any]
) -> HttpResponseBase | None:
    """Away when it is saved, or the page with both; none when the day isn't right."""
    gekozen = form.cleaned_data
    nieuw = Veiligheid(gekozen["voor"], gekozen["soort"], gekozen["datum"], gekozen["reden"])
    vanaf = kop.risico.vanaf if kop.risico else None
    na, erbij = gekozen["na"]
    # A colleague who wrote meanwhile is what the act itself compares.
    gelezen = f"{na or _GEEN} "
    kwam_erbij = nu["na"].startswith(gelezen) and nu["na"] != f"{gelezen}{erbij}"
    if erbij and kwam_erbij and (botst := _voeg_samen(request, kop, wie, nu)):
        return botst
    try:
        veiligheid_wijzigen(kop.casus, nieuw, vanaf=vanaf, na=na, wie=wie)
    except BotsendeVersie:
        if botst := _voeg_samen(request, kop, wie, nu):
            return botst
    except VangnetFout as fout:
        form.add_error("datum", str(fout))
        return None
    messages.success(request, _("De veiligheid is gewijzigd."))
    return redirect("voortgang:veiligheid", kop.casus.pk)


@recht(Recht.MEEDOEN)
@require_POST
def trek_in(request: HttpRequest, casus_id: UUID, risico_id: UUID) -> HttpResponseBase:
    """Take back one's own last change."""
    wie = kijker(Recht.MEEDOEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    try:
        if kop is None or not kop.regie:
            raise NietToegestaan
        veiligheid_intrekken(kop.casus, risico_id, wie=wie)
    except NietToegestaan:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    messages.success(request, _("De wijziging is ingetrokken. Wat ervoor stond, geldt weer."))
    return redirect("voortgang:veiligheid", casus_id)


def _nu(kop: Zaakkop, gezegd: Sequence[Veiligheidsrisico]) -> dict[str, Any]:
    """What the fields of the form are now."""
    er_is, risico = laatste(gezegd), kop.risico
    nu = {
        "soort": list(risico.soort) if risico else [],
        "voor": list(risico.voor) if risico else [],
        "geen": risico is not None and not risico.soort and not risico.voor,
        "na": f"{er_is.pk if er_is else _GEEN} {risico.erbij if risico else 0}",
    }
    return met_begin(VeiligheidForm, nu)


def _voeg_samen(
    request: HttpRequest, kop: Zaakkop, wie: Kijker, nu: Mapping[str, Any]
) -> HttpResponse | None:
    """What stands there now, beside what was chosen; nothing when they are the same."""
    return voeg_samen(
        request,
        VeiligheidForm,
        nu,
        versie="na",
        context={
            "titel": _("Veiligheid samenvoegen"),
            "intro": kop.casus.kenmerk,
            "knop": _("Veiligheid opslaan"),
            "kruimels": kruimels(kop.casus, wie),
        },
    )


def _toon(
    request: HttpRequest,
    kop: Zaakkop,
    gezegd: Sequence[Veiligheidsrisico],
    wie: Kijker,
    form: VeiligheidForm,
) -> HttpResponse:
    er_is = laatste(gezegd)
    context = {
        "casus": kop.casus,
        "formulier": form,
        "veiligheid": veiligheid_in_woorden(gezegd),
        "in_te_trekken": er_is if er_is and er_is.door_id == wie.gebruiker else None,
        "kruimels": kruimels(kop.casus, wie),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "voortgang/veiligheid.html", context, status=status)
