# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.gebruikers.beheer import rol_bevestigen
from vangnet.gebruikers.overzicht import Wachtend, lopende_rollen, te_bevestigen
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import Recht
from vangnet.toegang.vrager import huidige_vrager
from vangnet.web.beheer.forms import HuisrolForm
from vangnet.web.beheer.kader import leg_weigering_vast, toon
from vangnet.web.beheer.woorden import Rolrij, rolrij
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


@recht(Recht.ROLLEN_BEVESTIGEN)
@require_safe
def bevestigen(request: HttpRequest) -> HttpResponse:
    """The roles that wait for a second person, with what this one has to make sure of."""
    return _toon(request, _wachtend())


def _wachtend() -> Sequence[Wachtend]:
    vrager = huidige_vrager()
    return te_bevestigen(
        lopende_rollen(vandaag()), door=vrager.gebruiker if vrager else UUID(int=0)
    )


class _Rij(NamedTuple):
    """A role that waits; toch: what to tick first, of a role of the house for somebody else's."""

    rij: Rolrij
    wacht: Wachtend
    toch: HuisrolForm | None


def _toon(
    request: HttpRequest, wachtend: Sequence[Wachtend], *, zonder_vinkje: UUID | None = None
) -> HttpResponse:
    rijen = [
        _Rij(rolrij(een.regel), een, _toch(een, fout=een.regel.rol.pk == zonder_vinkje))
        for een in wachtend
    ]
    fout = next((een.toch for een in rijen if een.toch and een.toch.is_bound), None)
    return toon(
        request,
        "beheer/bevestigen.html",
        {"rijen": rijen, "formulier": fout},
        hier="beheer:bevestigen",
        status=422 if fout else 200,
    )


def _toch(wacht: Wachtend, *, fout: bool = False) -> HuisrolForm | None:
    if wacht.eigen or wacht.code_open or not wacht.regel.huisrol_elders:
        return None
    return HuisrolForm({} if fout else None, auto_id=f"id_{wacht.regel.rol.pk}_%s")


@recht(Recht.ROLLEN_BEVESTIGEN)
@vraagt_bevestiging
@require_POST
def oordeel(request: HttpRequest, rol_id: UUID) -> HttpResponseBase:
    """Yes or no to one role; yes to one of the house for somebody else's account with a tick."""
    gekozen = request.POST.get("oordeel", "")
    if gekozen not in {"ja", "nee"}:
        return niet_gevonden(request)
    if gekozen == "ja" and not HuisrolForm(request.POST).is_valid():
        wachtend = _wachtend()
        if any(_toch(een) for een in wachtend if een.regel.rol.pk == rol_id):
            return _toon(request, wachtend, zonder_vinkje=rol_id)
    try:
        rol_bevestigen(rol_id, akkoord=gekozen == "ja")
    except NietToegestaan:
        leg_weigering_vast("rol.geweigerd", "accountrol", rol_id)
        return niet_gevonden(request)
    messages.success(
        request,
        _("De rol is bevestigd.") if gekozen == "ja" else _("De rol is afgewezen en geldt niet."),
    )
    return redirect("beheer:bevestigen")
