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

from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import betrokkenen_voor
from vangnet.casus.selectors import huiscasus
from vangnet.casus.zijden import is_zo_gewisseld, zijde_wisselen, zijdegevolgen
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Formulier, Tekstvlak
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.mensen import leg_mensen_vast
from vangnet.web.recht import recht
from vangnet.web.zaken.betrokkenen import geweigerd, te_laat
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
@bewaart(KantForm, concept=gettext_lazy("Kant wijzigen"))
@require_http_methods(["GET", "POST"])
def kant(request: HttpRequest, casus_id: UUID, betrokkenheid_id: UUID) -> HttpResponseBase:
    """The page names the partners who will see the person, and those who will not."""
    wie = kijker(Recht.DEELNAME_REGELEN)
    casus = huiscasus(casus_id, wie=wie)
    zichtbaar = betrokkenen_voor(wie).filter(pk=betrokkenheid_id, casus=casus_id)
    gevonden = zichtbaar.select_related("persoon").first()
    if casus is None or casus.gesloten or gevonden is None:
        return geweigerd(request, casus_id, Recht.DEELNAME_REGELEN)
    leg_mensen_vast(casus, [gevonden])
    if voorbij := _voorbij(request, casus, gevonden, wie):
        return voorbij
    gevolgen = zijdegevolgen(gevonden)
    form = KantForm(
        request.POST or None,
        zijden=[een.zijde for een in gevolgen],
        initial=getypt(request) | {"van": gevonden.zijde or 0},
    )
    if request.method == "POST" and form.is_valid():
        if _wissel(form, gevonden):
            return _gewijzigd(request, casus_id)
        return _na_weigering(request, casus_id, betrokkenheid_id, wie)
    context = {
        "casus": casus,
        "mens": gevonden,
        "gevolgen": gevolgen,
        "formulier": form,
        "kruimels": naar_de_zaak(casus, wie),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "zaken/kant.html", context, status=status)


def _wissel(form: KantForm, gelezen: Betrokkenheid) -> bool:
    """Whether it is done; the database refuses it when another side was read than is there."""
    van = form.cleaned_data["van"]
    try:
        zijde_wisselen(
            gelezen.pk,
            gelezen=gelezen.zijde if van is None else van or None,
            zijde=form.cleaned_data["zijde"] or None,
            reden=form.cleaned_data["reden"],
        )
    except NietToegestaan:
        return False
    return True


def _na_weigering(
    request: HttpRequest, casus_id: UUID, betrokkenheid_id: UUID, wie: Kijker
) -> HttpResponseBase:
    """A colleague may have been first under the sending: read anew."""
    casus = huiscasus(casus_id, wie=wie)
    mens = betrokkenen_voor(wie).filter(pk=betrokkenheid_id, casus=casus_id).first()
    if casus is None or casus.gesloten or mens is None:
        return geweigerd(request, casus_id, Recht.DEELNAME_REGELEN)
    anders = _voorbij(request, casus, mens, wie)
    return anders or geweigerd(request, casus_id, Recht.DEELNAME_REGELEN)


def _gewijzigd(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    messages.success(request, _("De kant van de persoon is gewijzigd."))
    return redirect("zaken:personen", casus_id)


def _voorbij(
    request: HttpRequest, casus: Casus, mens: Betrokkenheid, wie: Kijker
) -> HttpResponseBase | None:
    """For when what the page said of this person holds no more; what was sent twice is saved."""
    if mens.tot and mens.tot < vandaag():
        dag = formats.date_format(mens.tot, "j F Y")
        zin = _("Deze persoon is niet meer betrokken: tot en met %(dag)s.") % {"dag": dag}
        return te_laat(request, casus, zin, Recht.DEELNAME_REGELEN)
    if request.POST.get("van", "") in {"", str(mens.zijde or 0)}:
        return None
    if _is_al_gestuurd(request, mens, wie):
        return _gewijzigd(request, casus.pk)
    zin = _("De kant van deze persoon is intussen gewijzigd. Nu is het: %(kant)s.") % {
        "kant": _woord(mens.zijde)
    }
    return te_laat(request, casus, zin, Recht.DEELNAME_REGELEN)


def _is_al_gestuurd(request: HttpRequest, mens: Betrokkenheid, wie: Kijker) -> bool:
    """Read from what was sent: the form knows only sides where the person isn't."""
    reden = request.POST.get("reden", "").replace("\r\n", "\n").strip()
    zelfde = request.POST.get("zijde", "") == str(mens.zijde or 0)
    return bool(reden) and zelfde and is_zo_gewisseld(mens, zijde=mens.zijde, reden=reden, door=wie)
