# SPDX-License-Identifier: EUPL-1.2
"""A form that is too late in another way: who sent it logged out, or in again, in another tab."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vangnet.journaal.services import leg_vast, weigering
from vangnet.toegang.vrager import huidige_vrager
from vangnet.web.bevestiging import terugweg
from vangnet.web.getypt import velden_van

# What in an address says that a casus or a person is concerned, the most telling first.
_BETREFT = {
    "casus_id": "casus",
    "persoon_id": "persoon",
    "aanmelding_id": "aanmelding",
    "concept_id": "concept",
    "rol_id": "rol",
    "inzage_id": "inzage",
}

# What goes along when it is sent again: that there was a file, and that the page of who was out
# sent it.
_BESTANDEN, _WEER_IN = "met-bestand", "weer-ingelogd"

# The names of buttons of forms: which one was pressed says what has to be done with what was typed.
KNOPPEN = frozenset(
    {
        *("alle_vaststellen", "antwoord", "bekend", "bijlagen", "concept", "gereed", "in_zorg"),
        *("naar", "oordeel", "terug", "uitkomst", "vaststellen", "verder", "weg", "zeker"),
        *("af", "formaat", "gebruiker", "sneltoetsen", "weergave"),
    }
)


def formulier_verlopen(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403, which says that nothing was saved, and offers to send the form again with a new key.

    Of who is in, and about a casus or a person, it is a refusal that the journaal keeps (toegang.md
    section 6): another site may have sent it in their name. Whether the casus is there isn't asked.
    """
    _leg_weigering_vast(request)
    return _toon(request, "formulier_verlopen.html", _opnieuw(request))


def uitgelogd(request: HttpRequest) -> HttpResponse | None:
    """403 with what was sent, to go on with after logging in; of a button, that it did nothing.

    Logging in gives the browser a new key, so what this page sends comes at `formulier_verlopen`.
    That is wanted: there stands who is in now, which may be somebody else, before it is sent.

    None for what a script sends by itself or another site sent, and for who wanted to be out. Of a
    session that somebody ended by hand the database keeps no text: it may have been a
    stranger's (gebruikers/sql/bewaardetekst.sql). So it stays in the page of who sent it, alone.
    """
    velden, van_script = _opnieuw(request), "HX-Request" in request.headers
    # A form that shows its answer in the page (Onderweg) is whole; a part of one is no form.
    if van_script and request.headers.get("HX-Request-Type") != "full":
        return None
    if not velden and not _is_ingedrukt(request):
        return None
    extra = [(_WEER_IN, "ja")] if velden else []
    return _toon(request, "formulier_uitgelogd.html", [*velden, *extra])


def _toon(request: HttpRequest, sjabloon: str, velden: list[tuple[str, str]]) -> HttpResponse:
    bestanden = bool(request.FILES) or _BESTANDEN in request.POST
    context = {
        "velden": [*velden, (_BESTANDEN, "ja")] if velden and bestanden else velden,
        "adres": request.path,
        "bestanden": bestanden,
        "weer_in": bool(huidige_vrager()) and _WEER_IN in request.POST,
        "verder": terugweg(request),
    }
    return render(request, sjabloon, context, status=403)


def _is_ingedrukt(request: HttpRequest) -> bool:
    """Whether somebody sent a form of ours by hand, other than to log out."""
    gevraagd, hoe = request.resolver_match, request.headers.get("Sec-Fetch-Mode", "navigate")
    uit = gevraagd is not None and gevraagd.view_name == "uitloggen"
    return request.method == "POST" and _van_ons(request) and hoe == "navigate" and not uit


def _van_ons(request: HttpRequest) -> bool:
    """Whether the browser says that a page of ours sent it."""
    return request.headers.get("Origin") == f"{request.scheme}://{request.get_host()}"


def _leg_weigering_vast(request: HttpRequest) -> None:
    gevraagd = request.resolver_match.kwargs if request.resolver_match else {}
    for naam, soort in _BETREFT.items():
        if huidige_vrager() and naam in gevraagd:
            leg_vast(weigering("formulier.geweigerd", soort, gevraagd[naam], regel="csrf"))
            return


def _opnieuw(request: HttpRequest) -> list[tuple[str, str]]:
    """Name and value of what was sent, when sending it again is safe; else empty.

    Safe is what the browser itself says that a page of ours sent (no other site can say so), of a
    form that holds no secret: a view has declared that it may be kept (web/getypt.py).
    """
    if not _van_ons(request):
        return []
    view = request.resolver_match.func if request.resolver_match else None
    namen = list(velden_van(request, view))
    if namen:
        namen += [een for een in request.POST if een in KNOPPEN and een not in namen]
    return [(naam, waarde) for naam in namen for waarde in request.POST.getlist(naam)]
