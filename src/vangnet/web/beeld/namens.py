# SPDX-License-Identifier: EUPL-1.2
"""Write down what a partner answered or refused by telephone, by who works on the casus."""

from collections.abc import Callable
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.beeld.models import Informatievraag
from vangnet.beeld.querysets import vragen_voor
from vangnet.beeld.regels import Afhandeling
from vangnet.beeld.vragen import vraag_beantwoorden, vraag_weigeren
from vangnet.casus.selectors import deelnemende_organisaties, regiecasus
from vangnet.delen.regels import Publiek
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.beeld.forms import NamensForm, NamensWeigerForm
from vangnet.web.beeld.vragen import al_afgehandeld, toon
from vangnet.web.beeld.weigeren import geweigerd
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


class _Wijze(NamedTuple):
    """One of the two ways to end a question by telephone: its form, its act, its page."""

    hoe: Afhandeling
    maak: Callable[[HttpRequest, Informatievraag], Any]
    leg_neer: Callable[[Informatievraag, Any, Kijker], object]
    sjabloon: str
    gelukt: Any


@recht(Recht.MEEDOEN)
@bewaart(NamensForm, concept=gettext_lazy("Antwoord per telefoon"))
@require_http_methods(["GET", "POST"])
def beantwoord(request: HttpRequest, casus_id: UUID, vraag_id: UUID) -> HttpResponseBase:
    """What the partner answered by telephone."""
    return _schrijf_op(request, casus_id, vraag_id, _ANTWOORD)


@recht(Recht.MEEDOEN)
@bewaart(NamensWeigerForm, concept=gettext_lazy("Weigering per telefoon"))
@require_http_methods(["GET", "POST"])
def weiger(request: HttpRequest, casus_id: UUID, vraag_id: UUID) -> HttpResponseBase:
    """Why the partner doesn't provide it, as they said by telephone."""
    return _schrijf_op(request, casus_id, vraag_id, _WEIGERING)


def _schrijf_op(
    request: HttpRequest, casus_id: UUID, vraag_id: UUID, wijze: _Wijze
) -> HttpResponseBase:
    wie = kijker(Recht.MEEDOEN)
    vraag = _vraag(casus_id, vraag_id, wie)
    if vraag is None:
        return geweigerd(request, "informatievraag", vraag_id)
    if request.method == "POST" and _zelf_opgeschreven(vraag, wijze, wie):
        # Sent twice: it goes where the first time led.
        return redirect("zaken:beeld", casus_id)
    if vraag.afhandeling is not None:
        return al_afgehandeld(request, vraag.casus, vraag_id)
    form = wijze.maak(request, vraag)
    if request.method == "POST" and form.is_valid():
        try:
            wijze.leg_neer(vraag, form, wie)
        except NietToegestaan:
            # It may have been handled under the sending: read anew.
            nu = _vraag(casus_id, vraag_id, wie)
            if nu and nu.afhandeling is not None:
                return al_afgehandeld(request, nu.casus, vraag_id)
            return geweigerd(request, "informatievraag", vraag_id)
        messages.success(request, wijze.gelukt)
        return redirect("zaken:beeld", casus_id)
    return toon(request, vraag, wie, form, wijze.sjabloon)


def _vraag(casus_id: UUID, vraag_id: UUID, wie: Kijker) -> Informatievraag | None:
    """A question of a casus on which `wie` works for the house."""
    if regiecasus(casus_id, wie=wie) is None:
        return None
    gezien = vragen_voor(wie).filter(pk=vraag_id, casus=casus_id)
    return gezien.select_related("casus", "organisatie", "betrokkenheid__persoon").first()


def _zelf_opgeschreven(vraag: Informatievraag, wijze: _Wijze, wie: Kijker) -> bool:
    return (
        bool(vraag.gezegd_door)
        and vraag.afhandeling == wijze.hoe
        and vraag.afgehandeld_door_id == wie.gebruiker
    )


def _antwoordform(request: HttpRequest, vraag: Informatievraag) -> NamensForm:
    eerst = {"publiek": Publiek.ALLEEN_HUIS, "doel": vraag.doel, "gezegd_op": vandaag()}
    return NamensForm(
        request.POST or None,
        vraag=vraag,
        organisaties=deelnemende_organisaties(vraag.casus),
        initial=getypt(request, eerst),
    )


def _weigerform(request: HttpRequest, vraag: Informatievraag) -> NamensWeigerForm:
    eerst = {"gezegd_op": vandaag()}
    return NamensWeigerForm(request.POST or None, vraag=vraag, initial=getypt(request, eerst))


def _antwoord(vraag: Informatievraag, form: NamensForm, wie: Kijker) -> object:
    return vraag_beantwoorden(
        vraag,
        form.inhoud(),
        auteur=wie.gebruiker,
        gezegd=form.gezegd(),
        eenmalig=form.cleaned_data["eenmalig"],
    )


def _weigering(vraag: Informatievraag, form: NamensWeigerForm, wie: Kijker) -> object:
    reden = form.cleaned_data["reden"]
    return vraag_weigeren(vraag, reden=reden, door=wie.gebruiker, gezegd=form.gezegd())


_ANTWOORD = _Wijze(
    Afhandeling.GEGEVEN,
    _antwoordform,
    _antwoord,
    "beeld/vraag_namens.html",
    gettext_lazy("Het antwoord staat als bijdrage van de partner in de zaak."),
)
_WEIGERING = _Wijze(
    Afhandeling.GEWEIGERD,
    _weigerform,
    _weigering,
    "beeld/vraag_namens_weigeren.html",
    gettext_lazy("De weigering staat bij de vraag. De partner leest haar ook."),
)
