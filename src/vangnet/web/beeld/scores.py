# SPDX-License-Identifier: EUPL-1.2
"""Record how somebody does in each leefgebied, and what became of a hypothese."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.beeld.hypothesen import hypothese_beoordelen
from vangnet.beeld.querysets import scores_voor
from vangnet.beeld.regels import Moment, Oordeel
from vangnet.beeld.scores import scores_vastleggen
from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus
from vangnet.casus.querysets import betrokkenen_voor, bijdragen_voor
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.selectors import regiecasus
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.beeld.forms import OordeelForm
from vangnet.web.beeld.scoreform import ScoreForm, beginwaarden
from vangnet.web.beeld.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.componenten.kruimels import kruimels_naar_beeld
from vangnet.web.componenten.scores import MOMENTEN
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht


@recht(Recht.MEEDOEN)
@bewaart(ScoreForm)
@require_http_methods(["GET", "POST"])
def scoor(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponseBase:
    """The leefgebieden of somebody in the casus, at the moment that the address or form names."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    van = betrokkenen_voor(wie).filter(casus=casus_id, persoon=persoon_id)
    betrokken = van.select_related("persoon").order_by("vanaf", "pk").first()
    if casus is None or betrokken is None:
        return geweigerd(request, "score", persoon_id)
    moment = _moment(request)
    form = ScoreForm(request.POST or None, initial=_begin(request, betrokken, wie, moment))
    if request.method == "POST" and form.is_valid():
        scores_vastleggen(
            betrokken,
            form.scores(),
            moment=moment,
            op=form.cleaned_data["op"],
            door=wie.gebruiker,
        )
        messages.success(request, _("De scores zijn opgeslagen."))
        return redirect("zaken:beeld", casus_id)
    leg_vast(_ingezien("scores.ingezien", casus, betrokken))
    context = {
        "casus": casus,
        "betrokken": betrokken,
        "moment": MOMENTEN[moment],
        "formulier": form,
        "kruimels": kruimels_naar_beeld(casus, wie),
    }
    return render(request, "beeld/scores_invullen.html", context, status=_stand(request))


def _moment(request: HttpRequest) -> Moment:
    gevraagd = request.POST.get("moment") or request.GET.get("moment", "")
    return Moment(gevraagd) if gevraagd in set(Moment) else Moment.START


def _begin(request: HttpRequest, van: Betrokkenheid, wie: Kijker, moment: Moment) -> dict[str, Any]:
    """The newest scores of this moment."""
    rijen = scores_voor(wie).filter(betrokkenheid=van, moment=moment)
    kolommen = rijen.order_by("op", "aangemaakt_op").values("leefgebied", "moment", "score", "op")
    dagen: dict[date, list[dict[str, Any]]] = {}
    for een in kolommen:
        dagen.setdefault(een["op"], []).append(dict(een))
    laatste = dagen[max(dagen)] if dagen else []
    return getypt(request, beginwaarden(laatste, moment))


@recht(Recht.MEEDOEN)
@bewaart(OordeelForm)
@require_http_methods(["GET", "POST"])
def beoordeel(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponseBase:
    """Whether a hypothese held, by who works on the casus for the house."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    hypothese = _hypothese(casus_id, bijdrage_id, wie)
    if casus is None or hypothese is None:
        return _geen_hypothese(request, casus, bijdrage_id, wie)
    form = OordeelForm(request.POST or None, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        oordeel, reden = Oordeel(form.cleaned_data["oordeel"]), form.cleaned_data["reden"]
        hypothese_beoordelen(hypothese, oordeel=oordeel, reden=reden, door=wie.gebruiker)
        messages.success(request, _("Je oordeel staat bij de hypothese."))
        return redirect("zaken:beeld", casus_id)
    leg_vast(_ingezien("bijdrage.ingezien", casus, hypothese.betrokkenheid, hypothese.pk))
    context = {
        "casus": casus,
        "hypothese": hypothese,
        "namen": [een.organisatie.naam for een in hypothese.genoemd.select_related("organisatie")],
        "formulier": form,
        "kruimels": kruimels_naar_beeld(casus, wie),
    }
    return render(request, "beeld/oordeel.html", context, status=_stand(request))


def _geen_hypothese(
    request: HttpRequest, casus: Casus | None, bijdrage_id: UUID, wie: Kijker
) -> HttpResponseBase:
    """To who judges what they took back in another window: that, and what they typed."""
    weg = bijdragen_voor(wie).filter(
        pk=bijdrage_id,
        casus=casus,
        soort=BijdrageSoort.HYPOTHESE,
        auteur=wie.gebruiker,
        ingetrokken_op__isnull=False,
    )
    if casus is None or request.method != "POST" or not weg.exists():
        return geweigerd(request, "hypothese", bijdrage_id)
    leg_weigering_vast("hypothese", bijdrage_id)
    return iemand_was_je_voor(
        request,
        casus.kenmerk,
        _("Je trok deze hypothese zelf in. Niemand anders leest haar."),
        naar=Schakel(_("Naar Beeld"), reverse("zaken:beeld", args=[casus.pk])),
        titel=_("Deze hypothese is ingetrokken"),
    )


def _hypothese(casus_id: UUID, bijdrage_id: UUID, wie: Kijker) -> Bijdrage | None:
    return (
        bijdragen_voor(wie)
        .filter(
            pk=bijdrage_id,
            casus=casus_id,
            soort=BijdrageSoort.HYPOTHESE,
            ingetrokken_op__isnull=True,
        )
        .select_related("bron", "auteur", "betrokkenheid")
        .defer("auteur__password")
        .first()
    )


def _ingezien(
    handeling: str, casus: Casus, over: Betrokkenheid | None, bijdrage: UUID | None = None
) -> Act:
    return Act(
        handeling=handeling,
        object_soort="bijdrage" if bijdrage else "casus",
        object=bijdrage or casus.pk,
        casus=casus.pk,
        onderwerpen=[("casus", casus.pk), *([("persoon", over.persoon_id)] if over else [])],
    )


def _stand(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200
