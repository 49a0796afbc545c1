# SPDX-License-Identifier: EUPL-1.2
"""Add to a casus, change what one added, and take it back."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.casus.models import Bijdrage, Casus
from vangnet.casus.querysets import (
    betrokkenen_voor,
    bijdragen_voor,
    net_ingetrokken_door,
    zichtbaar_voor,
)
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.selectors import (
    bronnen_voor,
    deelnemende_organisaties,
    kent_alle_rollen,
    werkt_eraan,
)
from vangnet.casus.services import (
    bijdrage_intrekken,
    bijdrage_terugzetten,
    bijdrage_toevoegen,
    bijdrage_wijzigen,
    staat_er_net,
)
from vangnet.gebruikers.formulierconcepten import concept_lezen
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan, VangnetFout
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.delen.deelname import kruimels
from vangnet.web.delen.forms import BijdrageForm, als_beginwaarden, eerste_waarden
from vangnet.web.delen.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.getypt import bewaart, eigen_tekst, getypt
from vangnet.web.ingevuld import Schakel, als_getypt, iemand_was_je_voor
from vangnet.web.mensen import leg_mensen_vast
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import met_keuzes, voeg_samen


@recht(Recht.MEEDOEN)
@bewaart(BijdrageForm, concept=gettext_lazy("Bijdrage"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """A new bijdrage, by somebody who takes part."""
    wie = kijker(Recht.MEEDOEN)
    casus = zichtbaar_voor(wie).filter(pk=casus_id).first()
    bronnen = bronnen_voor(casus, wie=wie) if casus else []
    if casus is None or not bronnen:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    betrokkenen = list(betrokkenen_voor(wie).filter(casus=casus).select_related("persoon"))
    form = BijdrageForm(
        request.POST or None,
        bronnen=bronnen,
        betrokkenen=betrokkenen,
        organisaties=deelnemende_organisaties(casus),
        een_kant=not kent_alle_rollen(casus, wie=wie),
        initial=getypt(request, eerste_waarden(bronnen)),
    )
    if request.method == "POST" and form.is_valid():
        _voeg_toe(request, casus, form, wie)
        return _naar_de_zaak(casus_id)
    # The form asks whom it is about, so it shows who is in the casus.
    leg_mensen_vast(casus, betrokkenen)
    return _toon(request, casus, form, status=422 if request.method == "POST" else 200)


def _voeg_toe(request: HttpRequest, casus: Casus, form: BijdrageForm, wie: Kijker) -> None:
    inhoud, bron, over = form.inhoud(), form.bron_gekozen(), form.over_gekozen()
    auteur, eenmalig = wie.gebruiker, form.cleaned_data["eenmalig"]
    if staat_er_net(casus.pk, inhoud, auteur=auteur, bron=bron, over=over, eenmalig=eenmalig):
        messages.info(request, _("Deze bijdrage staat er al: je voegde haar net toe."))
        return
    bijdrage_toevoegen(casus, inhoud, auteur=auteur, bron=bron, over=over, eenmalig=eenmalig)
    messages.success(request, _("Je bijdrage is toegevoegd."))


@recht(Recht.MEEDOEN)
@bewaart(BijdrageForm, concept=gettext_lazy("Bijdrage"))
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponseBase:
    """One's own bijdrage; a stale save becomes a page with both texts.

    What was taken back just now shows how to put it back.
    """
    wie = kijker(Recht.MEEDOEN)
    eigen = _eigen(wie, casus_id, bijdrage_id)
    if eigen is not None and eigen.ingetrokken_op and request.method != "POST":
        return _toon_ingetrokken(request, eigen, wie)
    if eigen is None or eigen.ingetrokken_op:
        return _niet_meer(request, wie, casus_id, bijdrage_id)
    form = _formulier(request, eigen, wie)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return _toon(request, eigen.casus, form, bijdrage=eigen, status=status)
    try:
        bijdrage_wijzigen(
            bijdrage_id,
            form.inhoud(),
            auteur=wie.gebruiker,
            gelezen=form.cleaned_data["stand"],
        )
    except BotsendeVersie:
        if botst := _voeg_samen(request, eigen, wie):
            return botst
    except NietToegestaan:
        return _niet_meer(request, wie, casus_id, bijdrage_id)
    except VangnetFout as fout:
        form.add_error(None, str(fout))
        return _toon(request, eigen.casus, form, bijdrage=eigen, status=422)
    messages.success(request, _woorden(eigen)[0])
    return _naar_de_zaak(casus_id)


@recht(Recht.MEEDOEN)
@require_POST
def trek_in(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponseBase:
    """Take one's own bijdrage back: nobody else sees it now; for ten minutes it can return."""
    wie = kijker(Recht.MEEDOEN)
    if _eigen(wie, casus_id, bijdrage_id) is None:
        return geweigerd(request, "bijdrage", bijdrage_id, regel=Recht.MEEDOEN)
    try:
        bijdrage_intrekken(bijdrage_id)
    except NietToegestaan:
        return geweigerd(request, "bijdrage", bijdrage_id, regel=Recht.MEEDOEN)
    return redirect("delen:bijdrage", casus_id, bijdrage_id)


@recht(Recht.MEEDOEN)
@require_POST
def zet_terug(request: HttpRequest, casus_id: UUID, bijdrage_id: UUID) -> HttpResponseBase:
    """Undo that; the database decides whether it still can."""
    if _eigen(kijker(Recht.MEEDOEN), casus_id, bijdrage_id) is None:
        return geweigerd(request, "bijdrage", bijdrage_id, regel=Recht.MEEDOEN)
    try:
        bijdrage_terugzetten(bijdrage_id)
    except NietToegestaan:
        return geweigerd(request, "bijdrage", bijdrage_id, regel=Recht.MEEDOEN)
    messages.success(request, _("Je bijdrage staat er weer."))
    return _naar_de_zaak(casus_id)


def _niet_meer(
    request: HttpRequest, wie: Kijker, casus_id: UUID, bijdrage_id: UUID
) -> HttpResponse:
    """To who sent a change of what they took back, in another window: that, and what they typed."""
    weg = bijdragen_voor(wie).filter(
        pk=bijdrage_id, casus=casus_id, auteur=wie.gebruiker, ingetrokken_op__isnull=False
    )
    eigen = weg.select_related("casus").first() if request.method == "POST" else None
    if eigen is None or not werkt_eraan(eigen.casus, wie=wie):
        return geweigerd(request, "bijdrage", bijdrage_id, regel=Recht.MEEDOEN)
    leg_weigering_vast("bijdrage", bijdrage_id, regel=Recht.MEEDOEN)
    return iemand_was_je_voor(
        request,
        eigen.casus.kenmerk,
        _("Je trok deze bijdrage zelf in. Niemand anders leest haar."),
        naar=Schakel(_("Naar de zaak"), reverse("zaken:casus", args=[casus_id])),
        titel=_("Deze bijdrage is ingetrokken"),
    )


def _eigen(wie: Kijker, casus_id: UUID, bijdrage_id: UUID) -> Bijdrage | None:
    """One's own bijdrage in a casus on which one still works, not taken back before just now."""
    gevonden = (
        bijdragen_voor(wie)
        .filter(Q(ingetrokken_op__isnull=True) | net_ingetrokken_door(wie))
        .filter(pk=bijdrage_id, casus=casus_id, auteur=wie.gebruiker)
        .select_related("casus", "bron", "betrokkenheid")
        .prefetch_related("genoemd__organisatie")
        .first()
    )
    return gevonden if gevonden and werkt_eraan(gevonden.casus, wie=wie) else None


def _formulier(
    request: HttpRequest, bijdrage: Bijdrage, wie: Kijker, gegevens: Any = None
) -> BijdrageForm:
    nu = als_beginwaarden(bijdrage)
    doen_mee = deelnemende_organisaties(bijdrage.casus)
    return BijdrageForm(
        gegevens or met_keuzes(request.POST, BijdrageForm, nu) or None,
        bronnen=[bijdrage.bron],
        betrokkenen=None,
        organisaties=doen_mee,
        eerder=_eerder_genoemd(bijdrage, doen_mee, wie),
        een_kant=not kent_alle_rollen(bijdrage.casus, wie=wie),
        initial=getypt(request, nu),
    )


def _eerder_genoemd(
    bijdrage: Bijdrage, doen_mee: Sequence[Organisatie], wie: Kijker
) -> list[tuple[str, str]]:
    """Whom the author named and may not choose any more; that they left, for who knows that."""
    genoemd = {een.organisatie_id: een.organisatie.naam for een in bijdrage.genoemd.all()}
    weg = sorted(genoemd.keys() - {een.pk for een in doen_mee}, key=genoemd.__getitem__)
    if not weg:
        return []
    if kent_alle_rollen(bijdrage.casus, wie=wie):
        woorden = _("%(naam)s (doet nu niet mee)")
    else:
        woorden = _("%(naam)s (koos je eerder)")
    return [(str(een), woorden % {"naam": genoemd[een]}) for een in weg]


def _voeg_samen(request: HttpRequest, bijdrage: Bijdrage, wie: Kijker) -> HttpResponse | None:
    """What stands there now, beside what was typed; nothing when they are the same."""
    _leg_blik_vast(bijdrage)
    return voeg_samen(
        request,
        lambda gegevens: _formulier(request, bijdrage, wie, gegevens),
        als_beginwaarden(bijdrage),
        versie="stand",
        context={
            "titel": _woorden(bijdrage)[1],
            # Only its author changes one.
            "zelf": True,
            "intro": bijdrage.casus.kenmerk,
            "knop": _woorden(bijdrage)[2],
            **kruimels(bijdrage.casus),
        },
    )


def _woorden(bijdrage: Bijdrage) -> tuple[str, str, str]:
    """That it was saved, the page of two texts, and its button: a document is called that."""
    if bijdrage.soort == BijdrageSoort.DOCUMENT:
        return _("Het document is opgeslagen."), _("Document samenvoegen"), _("Document opslaan")
    return _("Je bijdrage is opgeslagen."), _("Bijdrage samenvoegen"), _("Bijdrage opslaan")


def _leg_blik_vast(bijdrage: Bijdrage) -> None:
    over = bijdrage.betrokkenheid
    leg_vast(
        Act(
            handeling="bijdrage.ingezien",
            object_soort="bijdrage",
            object=bijdrage.pk,
            casus=bijdrage.casus_id,
            onderwerpen=[
                ("casus", bijdrage.casus_id),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )


def _toon(
    request: HttpRequest,
    casus: Casus,
    form: BijdrageForm,
    *,
    bijdrage: Bijdrage | None = None,
    status: int = 200,
) -> HttpResponse:
    if bijdrage:
        _leg_blik_vast(bijdrage)
    context = {
        "casus": casus,
        "formulier": form,
        "bijdrage": bijdrage,
        **kruimels(casus),
    }
    return render(request, "delen/bijdrage.html", context, status=status)


def _toon_ingetrokken(request: HttpRequest, bijdrage: Bijdrage, wie: Kijker) -> HttpResponse:
    """What was taken back just now, and a draft of it, which has no form as long as it is."""
    _leg_blik_vast(bijdrage)
    concept, antwoorden = eigen_tekst(request), []
    if concept and (gelezen := concept_lezen(wie.gebruiker, concept.id)) and request.resolver_match:
        view = request.resolver_match.func
        antwoorden = als_getypt(view, gelezen.velden, casus=bijdrage.casus_id)
    context = {
        "casus": bijdrage.casus,
        "bijdrage": bijdrage,
        "eigen": concept,
        "antwoorden": antwoorden,
        **kruimels(bijdrage.casus),
    }
    return render(request, "delen/ingetrokken.html", context)


def _naar_de_zaak(casus_id: UUID) -> HttpResponseBase:
    return redirect(reverse("zaken:casus", args=[casus_id]) + "#bijdragen")
