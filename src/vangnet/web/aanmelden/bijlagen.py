# SPDX-License-Identifier: EUPL-1.2
"""The documents with a draft or an aanmelding: the list, adding, and taking away."""

from typing import Any, NamedTuple
from uuid import UUID, uuid4

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.aanmelding.bijlagen import (
    HOOGSTENS_PER_AANMELDING,
    bijlage_terugzetten,
    bijlage_weghalen,
    bijlagen_bij,
    bijlagen_toevoegen,
)
from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import bijlagen_voor, concepten_van, zichtbaar_voor
from vangnet.documenten.regels import HOOGSTENS_TEGELIJK
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.bestanden import UITLEG, Bestandenveld, versieregel
from vangnet.web.formulieren import Formulier
from vangnet.web.recht import recht


class BijlageForm(Formulier):
    """The files; nothing is typed here that could be kept."""

    bestanden = Bestandenveld(
        label=gettext_lazy("Welke bestanden?"), help_text=UITLEG, hoogstens=HOOGSTENS_TEGELIJK
    )
    eenmalig = forms.UUIDField(
        initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )


class Bij(NamedTuple):
    """What documents hang on: an aanmelding, or an own draft when that is empty."""

    sleutel: UUID
    aanmelding: Aanmelding | None


def kruimels_naar(bij: Bij) -> list[dict[str, str]]:
    """The way back: to the aanmelding, or to the draft."""
    if bij.aanmelding:
        return kruimels(bij.aanmelding)
    adres = reverse("aanmelden:concept", args=[bij.sleutel])
    return [*kruimels(), {"titel": _("Je concept"), "url": adres}]


def bij_wat(sleutel: UUID, wie: Kijker) -> Bij | None:
    """The aanmelding or the own draft of this key that `wie` sees; two queries at most."""
    gevonden = zichtbaar_voor(wie).filter(pk=sleutel).first()
    if gevonden is None and not concepten_van(wie).filter(pk=sleutel, weg_op=None).exists():
        return None
    return Bij(sleutel, gevonden)


@recht(Recht.AANMELDEN)
@require_http_methods(["GET", "POST"])
def bijlagen(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """What there is, and adding more until there is a decision."""
    wie = kijker(Recht.AANMELDEN)
    bij = bij_wat(aanmelding_id, wie)
    if bij is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    mag = bij.aanmelding is None or bij.aanmelding.triage_besluit is None
    form = BijlageForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and mag and form.is_valid() and _voeg_toe(request, bij, form, wie):
        return redirect("aanmelden:bijlagen", aanmelding_id)
    if bij.aanmelding:
        leg_ingezien_vast(bij.aanmelding)
    regels = bijlagen_bij(aanmelding_id, wie=wie, ook_weg=True)
    context = {
        "bij": bij,
        "regels": [(een, versieregel(een.versie)) for een in regels if not een.bijlage.weg_op],
        "weggehaald": [een for een in regels if een.bijlage.weg_op],
        "mag": mag,
        "vrager": wie.gebruiker,
        "formulier": form,
        "fout": request.method == "POST",
        "te_laat": _te_laat() if request.method == "POST" and not mag else "",
        "meeste": HOOGSTENS_PER_AANMELDING,
        "kruimels": kruimels_naar(bij),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/bijlagen.html", context, status=status)


def _voeg_toe(request: HttpRequest, bij: Bij, form: BijlageForm, wie: Kijker) -> bool:
    bestanden = form.cleaned_data["bestanden"]
    eenmalig = form.cleaned_data["eenmalig"]
    try:
        bijlagen_toevoegen(bij.sleutel, bestanden, door=wie.gebruiker, eenmalig=eenmalig)
    except NietToegestaan:
        form.add_error("bestanden", _waarom_niet(bij, wie))
        return False
    gelukt = ngettext(
        "Het document is toegevoegd. We scannen het eerst op virussen.",
        "%(aantal)s documenten zijn toegevoegd. We scannen ze eerst op virussen.",
        len(bestanden),
    )
    messages.success(request, gelukt % {"aantal": len(bestanden)})
    return True


def _waarom_niet(bij: Bij, wie: Kijker) -> str:
    """What the database refused: there was a decision meanwhile, or there are too many."""
    if zichtbaar_voor(wie).filter(pk=bij.sleutel, triage_besluit__isnull=False).exists():
        return _te_laat()
    zin = _("Niets toegevoegd. Bij een aanmelding horen hooguit %(meeste)s documenten.")
    return zin % {"meeste": HOOGSTENS_PER_AANMELDING}


def _te_laat() -> str:
    """To the aanmelder too, who may not know before the answer that there is a decision."""
    return _(
        "Niets toegevoegd: bij deze aanmelding kan nu niets meer bij. "
        "Is het document toch nodig, bel dan het huis en noem het kenmerk."
    )


@recht(Recht.AANMELDEN)
@require_POST
def haal_weg(request: HttpRequest, aanmelding_id: UUID, bijlage_id: UUID) -> HttpResponseBase:
    """Nobody else sees it now; for ten minutes it can return."""
    return _doe(request, aanmelding_id, bijlage_id, bijlage_weghalen)


@recht(Recht.AANMELDEN)
@require_POST
def zet_terug(request: HttpRequest, aanmelding_id: UUID, bijlage_id: UUID) -> HttpResponseBase:
    """Undo that; the database decides whether it still can."""
    return _doe(request, aanmelding_id, bijlage_id, bijlage_terugzetten)


def _doe(
    request: HttpRequest, aanmelding_id: UUID, bijlage_id: UUID, daad: Any
) -> HttpResponseBase:
    wie = kijker(Recht.AANMELDEN)
    try:
        if not bijlagen_voor(wie).filter(pk=bijlage_id, hoort_bij=aanmelding_id).exists():
            raise NietToegestaan("Dit kan niet.")
        daad(bijlage_id)
    except NietToegestaan:
        return geweigerd(request, "bijlage", bijlage_id)
    return redirect("aanmelden:bijlagen", aanmelding_id)
