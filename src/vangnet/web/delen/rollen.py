# SPDX-License-Identifier: EUPL-1.2
"""Invitations that one answers, and rollen of colleagues that a coordinator hands over."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.casus.deelname import (
    kan_er_niet_in,
    kenmerken,
    plekken,
    rol_herstellen,
    uitnodiging_beantwoorden,
    weigering_terugnemen,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.regels import Antwoord
from vangnet.casus.selectors import is_ingetrokken, rollen_van_collegas, weer_erop
from vangnet.gebruikers.models import Gebruiker
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.overleg.services import rol_en_uitnodigingen_overdragen
from vangnet.toegang.kijker import Kijker, een_van, kijker, organisaties_van
from vangnet.toegang.regels import AccountRolSoort, Recht
from vangnet.web.delen.forms import OverdraagForm
from vangnet.web.delen.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.delen.woorden import periode
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht


@recht(Recht.MEEDOEN)
@require_POST
def antwoord(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """Accept or decline one's own invitation."""
    ja = request.POST.get("antwoord") == "ja"
    if not ja and request.POST.get("antwoord") != "nee":
        return geweigerd(request, "casusrol", rol_id, regel=Recht.MEEDOEN)
    try:
        casus = uitnodiging_beantwoorden(rol_id, aanvaard=ja)
    except NietToegestaan:
        return _niet_gevraagd(request, rol_id)
    except VangnetFout as fout:
        leg_weigering_vast("casusrol", rol_id, regel=Recht.MEEDOEN)
        messages.error(request, _(str(fout)))
        return redirect("zaken:lijst")
    if ja:
        messages.success(request, _("Je doet mee. Dit is de zaak."))
        return redirect("zaken:casus", casus)
    messages.success(request, _("Je doet niet mee. De regisseur ziet dat."))
    return redirect("zaken:lijst")


def _niet_gevraagd(request: HttpRequest, rol_id: UUID) -> HttpResponse:
    """To who was asked themselves and didn't answer yet: that it was taken back; else the refusal.

    They knew of it from Mijn werk. Of the casus it says nothing: not even the kenmerk.
    """
    if not is_ingetrokken(rol_id, wie=kijker(Recht.MEEDOEN)):
        return geweigerd(request, "casusrol", rol_id, regel=Recht.MEEDOEN)
    leg_weigering_vast("casusrol", rol_id, regel=Recht.MEEDOEN)
    zin = _("Deze uitnodiging is intussen ingetrokken. Je antwoord is niet meer nodig.")
    naar = Schakel(_("Naar Mijn werk"), reverse("werk:begin"))
    return iemand_was_je_voor(request, _("je uitnodiging"), zin, naar=naar)


@recht(Recht.MEEDOEN)
@require_POST
def neem_weigering_terug(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """Undo declining one's own invitation; a second click finds it back already."""
    try:
        weigering_terugnemen(rol_id)
    except NietToegestaan:
        wie = kijker(Recht.MEEDOEN)
        gevraagd = CasusRol.objects.filter(pk=rol_id, gebruiker=wie.gebruiker)
        eigen = gevraagd.exclude(antwoord=Antwoord.AANVAARD).first()
        if eigen is None:
            return geweigerd(request, "casusrol", rol_id, regel=Recht.MEEDOEN)
        if eigen.antwoord is not None:
            leg_weigering_vast("casusrol", rol_id, regel=Recht.MEEDOEN)
            messages.error(
                request,
                _(
                    "Je kunt dit niet meer ongedaan maken. "
                    "Vraag de regisseur om een nieuwe uitnodiging."
                ),
            )
        return redirect("zaken:lijst")
    messages.success(request, _("De uitnodiging staat er weer."))
    return redirect("zaken:lijst")


@recht(Recht.MEEDOEN)
@require_POST
def herstel(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """Undo the ending of a rol, by who ended it: in the list of a casus, or their own."""
    try:
        casus = rol_herstellen(rol_id)
    except NietToegestaan:
        weer = weer_erop(rol_id, wie=kijker(Recht.MEEDOEN))
        if weer is None:
            return geweigerd(request, "casusrol", rol_id, regel=Recht.MEEDOEN)
        return _niet_hersteld(request, rol_id, _loopt_al(weer))
    except VangnetFout as fout:
        return _niet_hersteld(request, rol_id, _(str(fout)))
    messages.success(request, _("Het staat er weer zoals het was."))
    return redirect("delen:overzicht", casus)


def _loopt_al(rol: CasusRol) -> str:
    wie = rol.gebruiker.naam if rol.gebruiker else _("Deze organisatie")
    zin = _("%(wie)s doet al weer mee of is al weer gevraagd. Er is niets teruggezet.")
    return zin % {"wie": wie}


def _niet_hersteld(request: HttpRequest, rol_id: UUID, zin: str) -> HttpResponseBase:
    leg_weigering_vast("casusrol", rol_id, regel=Recht.MEEDOEN)
    messages.error(request, zin)
    # Who ended their own rol doesn't see it any more.
    gezien = CasusRol.objects.filter(
        een_van("casus", zichtbaar_voor(kijker(Recht.MEEDOEN)).values("pk")), pk=rol_id
    ).first()
    return redirect("delen:overzicht", gezien.casus_id) if gezien else redirect("zaken:lijst")


@recht(Recht.ROLLEN_OVERDRAGEN)
@require_safe
def overzicht(request: HttpRequest) -> HttpResponse:
    """Which colleagues hold rollen: kenmerk and period, no content."""
    rollen = _rollen(kijker(Recht.ROLLEN_OVERDRAGEN))
    _leg_blik_vast({rol.casus_id for rol, _kenmerk in rollen})
    buiten = kan_er_niet_in((rol for rol, _kenmerk in rollen), plekken())
    rijen = [
        {"rol": rol, "kenmerk": kenmerk, "periode": periode(rol), "buiten": rol.pk in buiten}
        for rol, kenmerk in rollen
    ]
    return render(request, "delen/rollen.html", {"rijen": rijen, "kruimels": []})


@recht(Recht.ROLLEN_OVERDRAGEN)
@bewaart(OverdraagForm)
@require_http_methods(["GET", "POST"])
def draag_over(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """Hand the rol of a colleague to another colleague."""
    wie = kijker(Recht.ROLLEN_OVERDRAGEN)
    rol, kenmerk = next(((r, k) for r, k in _rollen(wie) if r.pk == rol_id), (None, ""))
    if rol is None:
        return geweigerd(request, "casusrol", rol_id, regel=Recht.ROLLEN_OVERDRAGEN)
    _leg_blik_vast({rol.casus_id})
    collegas = _collegas(rol, wie)
    form = OverdraagForm(request.POST or None, collegas=collegas, initial=getypt(request))
    if request.method == "POST" and form.is_valid():
        try:
            rol_en_uitnodigingen_overdragen(
                rol.pk, aan=UUID(form.cleaned_data["aan"]), tot=form.cleaned_data["tot"]
            )
        except NietToegestaan:
            leg_weigering_vast("casusrol", rol_id, regel=Recht.ROLLEN_OVERDRAGEN)
            form.add_error(None, _("Dit kan niet. Klopt de dag? En doet de collega al mee?"))
        else:
            messages.success(request, _("De rol is overgedragen."))
            return redirect("delen:rollen")
    context = {
        "formulier": form,
        "heeft_collegas": bool(collegas),
        "rol": rol,
        "kenmerk": kenmerk,
        "kruimels": [{"titel": _("Rollen van collega’s"), "url": reverse("delen:rollen")}],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "delen/overdragen.html", context, status=status)


def _leg_blik_vast(casussen: set[UUID]) -> None:
    """That a coordinator saw who of their colleagues holds a rol in these casussen."""
    onderwerpen = [("casus", een) for een in casussen]
    leg_vast(Act(handeling="casusrollen.ingezien", object_soort="lijst", onderwerpen=onderwerpen))


def _rollen(wie: Kijker) -> list[tuple[CasusRol, str]]:
    namens = organisaties_van(wie).filter(rol=AccountRolSoort.COORDINATOR)
    bekend = kenmerken()
    organisaties = [een for een in namens.values_list("organisatie", flat=True) if een]
    rollen = rollen_van_collegas(organisaties)
    return [(rol, bekend[rol.pk]) for rol in rollen if rol.pk in bekend]


def _collegas(rol: CasusRol, wie: Kijker) -> list[tuple[UUID, str]]:
    """Who may take it over: designated by the same organisation, not who has it, not oneself."""
    anderen = {
        een.gebruiker
        for een in plekken()
        if een.gebruiker and een.organisatie == rol.organisatie_id
    } - {rol.gebruiker_id, wie.gebruiker}
    mensen = Gebruiker.objects.filter(pk__in=anderen).order_by("naam")
    return list(mensen.values_list("pk", "naam"))
