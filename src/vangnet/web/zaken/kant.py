# SPDX-License-Identifier: EUPL-1.2
"""Somebody comes to stand on another side: first what that does, then the choice and its reason."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Betrokkenheid
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import huiscasus
from vangnet.casus.zijden import zijde_wisselen, zijdegevolgen
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Formulier, Tekstvlak
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.zaken.betrokkenen import geweigerd, leg_mensen_vast, te_laat
from vangnet.web.zaken.ondersteuning import naar_de_zaak


class KantForm(Formulier):
    """Which side (0: none), and why; zijden: those where the person isn't yet."""

    zijde = forms.TypedChoiceField(
        label=gettext_lazy("Naar welke kant?"), coerce=int, widget=forms.RadioSelect
    )
    reden = forms.CharField(
        label=gettext_lazy("Waarom?"),
        min_length=10,
        max_length=2000,
        widget=Tekstvlak(attrs={"rows": 3}),
        help_text=gettext_lazy("Dit komt als notitie in de zaak. Alleen het huis leest haar."),
    )
    # The side of which the page said what a change does.
    van = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, zijden: Sequence[int | None], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.kiezen("zijde", [(een or 0, _woord(een)) for een in zijden])


def _woord(zijde: int | None) -> str:
    if zijde is None:
        return _("Geen kant: alle partners zien deze persoon")
    return _("Kant %(nummer)s") % {"nummer": zijde}


@recht(Recht.DEELNAME_REGELEN)
@bewaart(KantForm)
@require_http_methods(["GET", "POST"])
def kant(request: HttpRequest, casus_id: UUID, betrokkenheid_id: UUID) -> HttpResponseBase:
    """The page names the partners who will see the person, and those who will not."""
    wie = kijker(Recht.DEELNAME_REGELEN)
    casus = huiscasus(casus_id, wie=wie)
    zichtbaar = betrokkenen_voor(wie).filter(pk=betrokkenheid_id, casus=casus_id)
    gevonden = zichtbaar.select_related("persoon").first()
    if casus is None or casus.gesloten or gevonden is None:
        return geweigerd(request, casus_id)
    if zin := _wat_er_gebeurde(request, gevonden):
        return te_laat(request, casus, zin)
    leg_mensen_vast(casus, [gevonden])
    gevolgen = zijdegevolgen(gevonden)
    form = KantForm(
        request.POST or None,
        zijden=[een.zijde for een in gevolgen],
        initial=getypt(request) | {"van": gevonden.zijde or 0},
    )
    if request.method == "POST" and form.is_valid():
        try:
            zijde_wisselen(
                betrokkenheid_id,
                zijde=form.cleaned_data["zijde"] or None,
                reden=form.cleaned_data["reden"],
            )
        except NietToegestaan:
            mens = zichtbaar.first()
            zin = _wat_er_gebeurde(request, mens) if mens else ""
            return te_laat(request, casus, zin) if zin else geweigerd(request, casus_id)
        messages.success(request, _("De kant van de persoon is gewijzigd."))
        return redirect("zaken:personen", casus_id)
    context = {
        "casus": casus,
        "mens": gevonden,
        "gevolgen": gevolgen,
        "formulier": form,
        "kruimels": naar_de_zaak(casus, wie),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "zaken/kant.html", context, status=status)


def _wat_er_gebeurde(request: HttpRequest, mens: Betrokkenheid) -> str:
    """Why what the page said of this person holds no more; empty when it does."""
    if mens.tot:
        dag = formats.date_format(mens.tot, "j F Y")
        return _("Deze persoon is niet meer betrokken: tot en met %(dag)s.") % {"dag": dag}
    if request.POST.get("van", "") in {"", str(mens.zijde or 0)}:
        return ""
    return _("De kant van deze persoon is intussen gewijzigd. Nu is het: %(kant)s.") % {
        "kant": _woord(mens.zijde)
    }
