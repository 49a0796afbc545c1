# SPDX-License-Identifier: EUPL-1.2
"""Record how somebody does in each leefgebied, and what became of a hypothese."""

from contextlib import suppress
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.beeld.hypothesen import hypothese_beoordelen
from vangnet.beeld.querysets import scores_voor
from vangnet.beeld.regels import Moment, Oordeel, Scoredagen, scorestand
from vangnet.beeld.scores import op_dag, scores_vastleggen
from vangnet.casus.models import Betrokkenheid, Bijdrage, Casus
from vangnet.casus.querysets import betrokkenen_voor, bijdragen_voor
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.selectors import regiecasus
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.beeld.forms import OordeelForm
from vangnet.web.beeld.scoreform import ScoreForm, beginwaarden
from vangnet.web.beeld.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.componenten.kruimels import kruimels_naar_beeld
from vangnet.web.componenten.scores import MOMENTEN
from vangnet.web.formulieren import Terugveld
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import met_keuzes, voeg_samen


@recht(Recht.MEEDOEN)
@bewaart(ScoreForm)
@require_http_methods(["GET", "POST"])
def scoor(request: HttpRequest, casus_id: UUID, persoon_id: UUID) -> HttpResponseBase:
    """The leefgebieden of somebody in the casus, at one moment and day; a stale save becomes a page
    with both.
    """
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    van = betrokkenen_voor(wie).filter(casus=casus_id, persoon=persoon_id)
    betrokken = van.select_related("persoon").order_by("vanaf", "pk").first()
    if casus is None or betrokken is None:
        return geweigerd(request, "score", persoon_id)
    betrokken.casus = casus
    dagen = op_dag(scores_voor(wie).filter(betrokkenheid=betrokken))
    nu = _nu(request, dagen)
    form = ScoreForm(
        met_keuzes(request.POST, ScoreForm, nu) or None, dagen=dagen, initial=getypt(request, nu)
    )
    if request.method == "POST" and form.is_valid():
        return _sla_op(request, form, betrokken, wie, dagen)
    return _toon(request, form, betrokken, wie)


def _nu(request: HttpRequest, dagen: Scoredagen) -> dict[str, Any]:
    """What stands there of what the form is about: as the address says, or as was sent."""
    gevraagd = request.POST or request.GET
    moment = gevraagd.get("moment", "")
    moment = Moment(moment) if moment in set(Moment) else Moment.START
    dag = gevraagd.get("stand") or request.GET.get("dag", "")
    op = _dag(request.POST["op"]) if "op" in request.POST else None
    return beginwaarden(scorestand(dagen, moment, op=op, gelezen=dag), moment, op=op)


def _dag(tekst: str) -> date | None:
    """As typed; what is wrong with it says the form."""
    with suppress(ValidationError):
        return Terugveld(required=False).clean(tekst)  # type: ignore[no-any-return]  # as Django has it
    return None


def _sla_op(
    request: HttpRequest, form: ScoreForm, van: Betrokkenheid, wie: Kijker, dagen: Scoredagen
) -> HttpResponseBase:
    gekozen = form.cleaned_data
    try:
        scores_vastleggen(
            van,
            form.scores(),
            moment=Moment(gekozen["moment"]),
            op=gekozen["op"],
            gelezen=gekozen["stand"],
            door=wie.gebruiker,
        )
    except BotsendeVersie:
        if botst := _voeg_samen(request, van, wie, dagen):
            return botst
    messages.success(request, _("De scores zijn opgeslagen."))
    return redirect("zaken:beeld", van.casus_id)


def _voeg_samen(
    request: HttpRequest, van: Betrokkenheid, wie: Kijker, dagen: Scoredagen
) -> HttpResponseBase | None:
    """The scores that stand at this moment and day, beside those that were chosen."""
    leg_vast(_ingezien("scores.ingezien", van.casus, van))
    nu = _nu(request, dagen)
    return voeg_samen(
        request,
        lambda gegevens: ScoreForm(gegevens, dagen=dagen),
        nu,
        versie="stand",
        context={
            "titel": _("Scores samenvoegen"),
            "intro": van.casus.kenmerk,
            "knop": _("Scores opslaan"),
            "kruimels": kruimels_naar_beeld(van.casus, wie),
            **_van_een_andere_dag(request, nu),
        },
    )


def _van_een_andere_dag(request: HttpRequest, nu: dict[str, Any]) -> dict[str, str]:
    """Why there is something to choose, for who came with another day than the form was of."""
    van = _dag_van(request.POST.get("stand", ""))
    if not nu["stand"] or van == nu["op"]:
        return {}
    dag = formats.date_format(nu["op"], "j F Y")
    tekst = _("Wat jij niet invulde of veranderde, blijft zoals het er staat. Kies de rest.")
    blijft = _("De scores van %(dag)s blijven zoals ze zijn.")
    zegt = blijft % {"dag": formats.date_format(van, "j F Y")} if van else ""
    return {
        "eigen_titel": _("Van %(dag)s staan er al scores") % {"dag": dag},
        "eigen_tekst": f"{tekst} {zegt}".strip(),
    }


def _toon(
    request: HttpRequest, form: ScoreForm, van: Betrokkenheid, wie: Kijker
) -> HttpResponseBase:
    leg_vast(_ingezien("scores.ingezien", van.casus, van))
    moment = form["moment"].value()
    context = {
        "casus": van.casus,
        "betrokken": van,
        "moment": MOMENTEN[Moment(moment)] if moment in set(Moment) else "",
        "van_dag": _dag_van(str(form["stand"].value() or "")),
        "formulier": form,
        "kruimels": kruimels_naar_beeld(van.casus, wie),
    }
    return render(request, "beeld/scores_invullen.html", context, status=_stand(request))


def _dag_van(merk: str) -> date | None:
    with suppress(ValueError):
        return date.fromisoformat(merk.partition(" ")[0])
    return None


@recht(Recht.MEEDOEN)
@bewaart(OordeelForm, concept=gettext_lazy("Oordeel over een hypothese"))
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
