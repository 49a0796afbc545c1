# SPDX-License-Identifier: EUPL-1.2
from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from vangnet.kern.databank.schema import schema_is_bij
from vangnet.toegang.regels import Recht
from vangnet.web.context import WEERGAVEN
from vangnet.web.ingangen import rechten_nu
from vangnet.web.recht import recht
from vangnet.web.sessie import veilig_verder

_BEGINPAGINAS = (
    (Recht.TRAJECT_DOEN, "onderweg:begin"),
    (Recht.MEEDOEN, "werk:begin"),
    (Recht.WERKLAST_INZIEN, "werk:leiding"),
    (Recht.CIJFERS_INZIEN, "cijfers:oogopslag"),
    (Recht.ZAKEN_INZIEN, "zaken:lijst"),
    (Recht.ROLLEN_OVERDRAGEN, "delen:rollen"),
    (Recht.ANTWOORDEN, "voortgang:gevraagd"),
    (Recht.GEGEVENS_INVOEREN, "invoer:begin"),
    (Recht.BEHEREN, "beheer:overzicht"),
    (Recht.INZAGEN_BEOORDELEN, "noodtoegang:wachtrij"),
    (Recht.RONDES_INZIEN, "beheer:rondes"),
)
_JAAR = 365 * 24 * 60 * 60


@recht(Recht.INGELOGD)
@require_safe
def begin(request: HttpRequest) -> HttpResponseBase:
    """To the first page that this account may open; without one, a page that says so."""
    rechten = rechten_nu()
    for nodig, pagina in _BEGINPAGINAS:
        if nodig in rechten:
            return redirect(pagina)
    return render(request, "kern/begin.html")


@recht(Recht.OPENBAAR)
@require_safe
def leeft(request: HttpRequest) -> HttpResponse:
    """The process answers; says nothing else and needs no database."""
    return HttpResponse("ja\n", content_type="text/plain; charset=utf-8")


@recht(Recht.OPENBAAR)
@require_safe
def gereed(request: HttpRequest) -> HttpResponse:
    """The database answers and has the schema that this code knows; no detail for outsiders."""
    klaar = schema_is_bij()
    return HttpResponse(
        "ja\n" if klaar else "nee\n",
        content_type="text/plain; charset=utf-8",
        status=200 if klaar else 503,
    )


@recht(Recht.OPENBAAR)
@require_POST
def weergave(request: HttpRequest) -> HttpResponseBase:
    """Keep light or dark in a cookie of this browser and go back to the page."""
    antwoord = redirect(veilig_verder(request.POST.get("terug", ""), "/"))
    keuze = request.POST.get("weergave", "")
    if keuze in WEERGAVEN:
        antwoord.set_cookie(
            "weergave",
            keuze,
            max_age=_JAAR,
            httponly=True,
            samesite="Lax",
            secure=settings.SESSION_COOKIE_SECURE,
        )
    else:
        antwoord.delete_cookie("weergave")
    return antwoord
