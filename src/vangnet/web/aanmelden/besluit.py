# SPDX-License-Identifier: EUPL-1.2
"""Deciding on an aanmelding."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.aanmelding.besluiten import besluit_vastleggen
from vangnet.aanmelding.bijlagen import bijlagen_bij
from vangnet.aanmelding.huiscriteria import geldende_huiscriteria
from vangnet.aanmelding.models import Aanmelding
from vangnet.aanmelding.querysets import zichtbaar_voor
from vangnet.casus.bekenden import Gezocht
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.personen.regels import volle_naam
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.albesloten import al_besloten, antwoorden_van, besloten_aanmelding
from vangnet.web.aanmelden.besluitform import ANDER, BesluitForm
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.vaste import wie_beginnen
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.aanmelden.woorden import leefgebieden_van
from vangnet.web.beslissers import deelnemers
from vangnet.web.gelijkenden import Gelijkende, gezien
from vangnet.web.getypt import bewaart, getypt, zonder_formulier
from vangnet.web.ingevuld import Regel
from vangnet.web.mensen import leg_mensen_vast
from vangnet.web.recht import recht
from vangnet.web.triagetafel import terug_naar_tafel

F = TypeVar("F", bound=BesluitForm)


@recht(Recht.TRIAGE_DOEN)
@bewaart(BesluitForm, concept=gettext_lazy("Besluit over een aanmelding"))
@require_http_methods(["GET", "POST"])
def besluit(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """The form; after it the casus, or the aanmelding when there is none."""
    wie = kijker(Recht.TRIAGE_DOEN)
    wachtend = zichtbaar_voor(wie).filter(pk=aanmelding_id, triage_besluit__isnull=True)
    gevonden = wachtend.select_related("aanmelder").first()
    if gevonden is None:
        return _te_laat(request, wie, aanmelding_id)
    bekend = gelijkenden_van(gevonden, wie)
    form = formulier(request, wie, bekend, soort=BesluitForm)
    if request.method == "POST" and form.is_valid():
        try:
            casus = besluit_vastleggen(aanmelding_id, form.beslissing())
        except NietToegestaan:
            return _te_laat(request, wie, aanmelding_id)
        _zeg_vastgelegd(request, wie)
        return na_besluit(request, gevonden, casus, wie)
    return toon(request, gevonden, form, bekend)


def _zeg_vastgelegd(request: HttpRequest, wie: Kijker) -> None:
    """With the way back for who sits at the triage table, where the next one waits."""
    zin, tafel = _("Het besluit is vastgelegd."), terug_naar_tafel(request, wie)
    if tafel:
        zin = format_html('{} <a href="{}">{}</a>', zin, tafel, _("Terug naar de triagetafel"))
    messages.success(request, zin)


def _te_laat(request: HttpRequest, wie: Kijker, aanmelding_id: UUID) -> HttpResponseBase:
    """Somebody else decided meanwhile; else the refusal that says nothing."""
    besloten = besloten_aanmelding(aanmelding_id, wie)
    if besloten is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    return al_besloten(
        request, besloten, eigen_antwoorden(request, besloten, wie, soort=BesluitForm), wie
    )


def eigen_antwoorden(
    request: HttpRequest, gevonden: Aanmelding, wie: Kijker, *, soort: type[BesluitForm]
) -> list[Regel]:
    """What the reader answered in a form that is too late: sent now, or kept of before."""
    terug = getypt(request)
    zonder_formulier(request)
    gegevens = request.POST or terug
    # Somebody who was chosen needs a name; else nobody is compared any more.
    gekozen = gegevens.get("persoon") or ANDER
    kiest = gekozen != ANDER or gegevens.get("betrokkene")
    form = _bouw(
        request, wie, gelijkenden_van(gevonden, wie) if kiest else (), soort=soort, begin=terug
    )
    _leg_mensen_vast(form)
    return antwoorden_van(form) if gegevens else []


def na_besluit(
    request: HttpRequest, aanmelding: Aanmelding, casus: UUID | None, wie: Kijker
) -> HttpResponseBase:
    """To the casus, with a word about the aanmelder, who knows nothing yet; or to the aanmelding.

    That one has the answer on its own page. With a beperkt casus the word is left out: there nobody
    answers here.
    """
    if casus is None:
        return redirect("aanmelden:aanmelding", aanmelding.pk)
    if not zichtbaar_voor(wie).filter(pk=aanmelding.pk, dicht=False).exists():
        return redirect("zaken:casus", casus)
    adres, kenmerk = reverse("aanmelden:uitkomst", args=[aanmelding.pk]), aanmelding.kenmerk
    nog = _("De aanmelder van %(kenmerk)s weet dit nog niet.") % {"kenmerk": kenmerk}
    zin = format_html('{} <a href="{}">{}</a>', nog, adres, _("Antwoord geven"))
    messages.warning(request, zin)
    return redirect("zaken:casus", casus)


def _naam(aanmelding: Aanmelding) -> str:
    return volle_naam(
        achternaam=aanmelding.achternaam or "",
        voornamen=aanmelding.voornamen,
        tussenvoegsel=aanmelding.tussenvoegsel,
    )


def gelijkenden_van(aanmelding: Aanmelding, wie: Kijker) -> Sequence[Gelijkende]:
    """Who resembles the person of the aanmelding, in the casussen of `wie`."""
    delen = (aanmelding.tussenvoegsel, aanmelding.achternaam)
    gezocht = Gezocht(
        " ".join(deel for deel in delen if deel),
        aanmelding.voornamen or "",
        aanmelding.geboortedatum,
    )
    return gezien(gezocht, wie=wie)


def formulier(
    request: HttpRequest,
    wie: Kijker,
    bekend: Sequence[Gelijkende],
    *,
    soort: type[F],
    begin: Mapping[str, Any] | None = None,
) -> F:
    """The form of a decision as `soort`, beginning with `begin` and who decides mostly."""
    waarden = {} if request.method == "POST" else wie_beginnen(request, wie, soort.aantal)
    waarden |= dict(begin or {})
    return _bouw(request, wie, bekend, soort=soort, begin=getypt(request, waarden))


def _bouw(
    request: HttpRequest,
    wie: Kijker,
    bekend: Sequence[Gelijkende],
    *,
    soort: type[F],
    begin: Mapping[str, Any],
) -> F:
    return soort(
        request.POST or None,
        wie=wie,
        bekend=bekend,
        deelnemers=deelnemers(),
        huiscriteria=geldende_huiscriteria(vandaag()),
        initial=dict(begin),
    )


def _leg_mensen_vast(form: BesluitForm) -> None:
    """Whom the form asks to choose from, of a casus that there is."""
    if form.casus and "betrokkene" in form.fields:
        leg_mensen_vast(form.casus, form.mensen)


def toon(
    request: HttpRequest, gevonden: Aanmelding, form: BesluitForm, bekend: Sequence[Gelijkende]
) -> HttpResponseBase:
    """The page of a decision."""
    leg_ingezien_vast(gevonden)
    _leg_mensen_vast(form)
    context = {
        "aanmelding": gevonden,
        "persoon": _naam(gevonden),
        "leefgebieden": leefgebieden_van(gevonden),
        "bekenden": bekend,
        "bijlagen": bijlagen_bij(gevonden.pk, wie=kijker(Recht.TRIAGE_DOEN)),
        "formulier": form,
        "kruimels": kruimels(gevonden),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/besluit.html", context, status=status)
