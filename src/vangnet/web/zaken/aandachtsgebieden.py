# SPDX-License-Identifier: EUPL-1.2
"""What a casus is about beside the aandachtsgebied that counts, which no page changes."""

from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.aandachtsgebieden import aandachtsgebieden_zetten
from vangnet.casus.models import Casus
from vangnet.casus.regels import GEEN_GEBIED
from vangnet.casus.selectors import regiecasus
from vangnet.inrichting.selectors import labels
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.formulieren import Formulier
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht
from vangnet.web.zaken.dossier import verdere_in_woorden
from vangnet.web.zaken.ondersteuning import geweigerd, naar_de_zaak


class AandachtsgebiedenForm(Formulier):
    """Which further aandachtsgebieden there are; `eerste`, the one that counts, is none of them."""

    verdere = forms.MultipleChoiceField(
        label=gettext_lazy("Welke aandachtsgebieden spelen er nog meer?"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Wie meedoet in de zaak, leest ze ook, aan elke kant. Ze tellen niet mee in de cijfers."
        ),
    )
    versie = forms.IntegerField(
        max_value=2**31 - 1, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(self, *args: Any, eerste: str | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gebieden = labels("aandachtsgebied")["aandachtsgebied"].items()
        niet = {*GEEN_GEBIED, eerste}
        self.kiezen("verdere", [een for een in gebieden if een[0] not in niet])


@recht(Recht.MEEDOEN)
@bewaart(AandachtsgebiedenForm)
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Say what else the casus is about; a stale save becomes a page with both."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None:
        return geweigerd(request, casus_id)
    eerste, staat_er = casus.aandachtsgebied, _staat_er(casus)
    form = AandachtsgebiedenForm(
        request.POST or None, initial=getypt(request, staat_er), eerste=eerste
    )
    if request.method != "POST" or not form.is_valid():
        return _toon(request, casus, wie, form, status=422 if request.method == "POST" else 200)
    gekozen = form.cleaned_data
    try:
        opgeslagen = aandachtsgebieden_zetten(
            casus_id, gekozen["verdere"], gelezen=gekozen["versie"]
        )
    except NietToegestaan:
        return geweigerd(request, casus_id)
    if not opgeslagen:
        # Read anew: a colleague may have been first under the sending.
        casus = regiecasus(casus_id, wie=wie)
        if casus is None:
            return geweigerd(request, casus_id)
        opnieuw = request.POST.copy()
        opnieuw["versie"] = str(casus.versie)
        form = AandachtsgebiedenForm(opnieuw, eerste=eerste)
        return _toon(request, casus, wie, form, status=409)
    messages.success(request, _("De aandachtsgebieden zijn opgeslagen."))
    return redirect("zaken:casus", casus_id)


def _staat_er(casus: Casus) -> dict[str, Any]:
    return {"verdere": casus.verdere_aandachtsgebieden, "versie": casus.versie}


def _toon(
    request: HttpRequest, casus: Casus, wie: Kijker, form: AandachtsgebiedenForm, *, status: int
) -> HttpResponse:
    leg_formulier_vast(casus.pk)
    woorden = labels("aandachtsgebied")["aandachtsgebied"]
    eerste = casus.aandachtsgebied or ""
    context = {
        "casus": casus,
        "formulier": form,
        "eerste": woorden.get(eerste, eerste),
        "nu": verdere_in_woorden(casus, woorden),
        "botst": status == 409,
        "kruimels": naar_de_zaak(casus, wie),
    }
    return render(request, "zaken/aandachtsgebieden.html", context, status=status)
