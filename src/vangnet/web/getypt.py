# SPDX-License-Identifier: EUPL-1.2
"""A form that comes too late: the session has ended, or the second factor is asked again.

What was typed is kept for the account whose session it was (gebruikers/getypt.py) and stands in the
form again when that account comes back to it. A view says which form it keeps; nothing else is.

A form in which somebody types for long is also kept as a draft while they type, on any device,
until it is saved (gebruikers/formulierconcepten.py): `@bewaart(DoelForm, concept=_("Doel"))`.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import wraps
from http import HTTPStatus
from typing import Any, Concatenate, ParamSpec, cast
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import formats
from django.utils.html import escape
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from vangnet.gebruikers.formulierconcepten import (
    ZONDER_SCRIPT,
    Concept,
    Venster,
    Waarover,
    concept_bewaren,
    concept_klaar,
    concept_van,
    concepten_op,
)
from vangnet.gebruikers.getypt import plek_van, tekst_bewaren, tekst_nemen
from vangnet.gebruikers.models import Gebruiker
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht, VragerSoort
from vangnet.toegang.vrager import Vrager, word
from vangnet.web.formulieren import Bsninvoer, Formulier
from vangnet.web.fouten import niet_gevonden
from vangnet.web.notitieveld import is_notitieveld, of_eigen_notitie
from vangnet.web.sessie import GETYPT, sessie_van
from vangnet.web.waarover import waarover

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]
# Never kept, whatever the form: a secret, a BSN, and a file.
_NOOIT = (forms.PasswordInput, Bsninvoer, forms.FileInput)
# Where in the session stands which forms were saved last, by their `eenmalig`; so many.
_OPGESLAGEN, _MEESTE_OPGESLAGEN = "opgeslagen", 20
# Where a page says whether what is typed was kept (componenten/concept.html).
_STAND = b"data-conceptstand>"
# Nothing was saved, and what was sent stands in the form.
_NIET_OPGESLAGEN = {HTTPStatus.UNPROCESSABLE_ENTITY, HTTPStatus.CONFLICT}
# Before the name of a version: the one that somebody began with, on the page of both texts.
BEGON = "begon-"
# And of what is chosen there of a field.
KIES = "kies-"


def bewaart(form: type[Formulier], *, concept: Any = "") -> Callable[[View[P]], View[P]]:
    """Decorator, under `@recht` and `@vraagt_bevestiging`: which form of a view is kept.

    The view shows it at the address it is sent to, with `initial=getypt(request, …)`. concept: what
    a list of drafts calls it; the draft goes when the view answers the form with a redirect, and
    what was sent is kept as the draft when it answers 422 or 409 (but see `zonder_formulier`).
    """

    def verklaar(view: View[P]) -> View[P]:
        bewarend = _met_concept(view) if concept else view
        bewarend.vangnet_bewaart = form  # type: ignore[attr-defined]  # read by velden_van
        bewarend.vangnet_concept = concept  # type: ignore[attr-defined]  # read by soort_concept
        return bewarend

    return verklaar


def _met_concept(view: View[P]) -> View[P]:
    @wraps(view)
    def met_concept(request: HttpRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        antwoord = view(request, *args, **kwargs)
        gebruiker = request.user
        if request.method == "POST" and isinstance(gebruiker, Gebruiker):
            if antwoord.status_code == HTTPStatus.FOUND and not _bleef_weg(request):
                concept_klaar(gebruiker.pk, request.path)
                _onthoud_opgeslagen(request)
            elif antwoord.status_code in _NIET_OPGESLAGEN:
                _bewaar_afgekeurd(request, cast("HttpResponse", antwoord), gebruiker)
        return antwoord

    return cast("View[P]", met_concept)


def _bewaar_afgekeurd(request: HttpRequest, pagina: HttpResponse, gebruiker: Gebruiker) -> None:
    """Keep what was sent and not saved, also without script; the page with its faults says so."""
    stand, mag = conceptstand(request), _mag_bewaren(request)
    if stand is None or mag is None:
        return
    bewaard = _bewaar(request, gebruiker, mag, versie=stand.versie)
    zeg_bewaard(pagina, bewaard, versie=stand.versie)


def zeg_bewaard(pagina: HttpResponse, bewaard: Concept | None, *, versie: int) -> None:
    """Write on a page whether what was sent is kept; if not, the browser asks before it goes."""
    if bewaard:
        zin = _("Bewaard als concept om %(om)s") % {"om": bewaard_om(bewaard)}
        nu = f'data-conceptstand data-versie="{bewaard.versie}">{escape(zin)}'
    else:
        zin = _("Deze tekst is niet bewaard als concept.")
        nu = f'data-conceptstand data-versie="{versie}" data-nietbewaard>{escape(zin)}'
    pagina.content = pagina.content.replace(_STAND, nu.encode(), 1)


def _mag_bewaren(request: HttpRequest) -> tuple[object, Waarover] | None:
    """The view of what was sent and what it is about; None when there is nothing to keep."""
    doel = request.resolver_match
    if doel is None or not _is_ingevuld(request, doel.func):
        return None
    over = waarover(doel, kijker(Recht.INGELOGD))
    return (doel.func, over) if over else None


def _bewaar(
    request: HttpRequest, gebruiker: Gebruiker, mag: tuple[object, Waarover], *, versie: int
) -> Concept | None:
    view, over = mag
    velden, venster = velden_van(request, view), venster_van(request)
    return concept_bewaren(
        gebruiker.pk, request.path, velden, versie=versie, over=over, venster=venster
    )


def venster_van(request: HttpRequest) -> Venster:
    """The page that sent a text, and which of its texts it is, as the script says."""
    naam, _streep, nummer = request.POST.get("concept-venster", "").rpartition("-")
    return Venster(naam[:40], int(nummer[:9])) if nummer.isdecimal() else ZONDER_SCRIPT


def eigen_tekst(request: HttpRequest) -> Concept | None:
    """The draft that is kept for the form at this address, which may take it no more; or None.

    What was sent just now becomes that draft. Where nothing was kept before, nothing is begun; and
    where another tab kept a newer text, what was sent isn't kept, and there is None.
    """
    gebruiker = request.user
    if not isinstance(gebruiker, Gebruiker):
        return None
    concept = concept_van(gebruiker.pk, request.path)
    if concept is None:
        return None
    if request.method != "POST":
        return concept
    if is_al_opgeslagen(request) or not (mag := _mag_bewaren(request)):
        return None
    return _bewaar(request, gebruiker, mag, versie=_begon_met(request, concept))


def of_eigen_tekst(
    request: HttpRequest, view: object, antwoord: HttpResponseBase
) -> HttpResponseBase:
    """The answer of a view; of one that refuses a form of which its author kept a draft, that.

    To be read at its own page; of what was sent just now, under the refusal itself. It says nothing
    of what was refused: the same holds for an address that doesn't exist.
    """
    if antwoord.status_code != HTTPStatus.NOT_FOUND:
        return antwoord
    if is_notitieveld(view):
        return of_eigen_notitie(request, antwoord)
    kan = request.method in {"GET", "POST"} and "HX-Request" not in request.headers
    if not soort_concept(view) or not kan:
        return antwoord
    concept = eigen_tekst(request)
    if concept is None:
        return antwoord
    if request.method == "GET":
        return redirect("werk:concept_lezen", concept.id)
    return niet_gevonden(request, bewaard=True)


def bewaard_om(concept: Concept) -> str:
    """The time at which it was kept, as a person reads it."""
    return formats.time_format(localtime(concept.bewaard_op), "H:i")


def _is_ingevuld(request: HttpRequest, view: object) -> bool:
    """Whether there is more than what a page fills in itself."""
    form: type[Formulier] = view.vangnet_bewaart  # type: ignore[attr-defined]  # set by bewaart
    vanzelf = {naam for naam, veld in form.base_fields.items() if veld.widget.is_hidden}
    return any(wat for naam, wat in velden_van(request, view).items() if naam not in vanzelf)


def _onthoud_opgeslagen(request: HttpRequest) -> None:
    """What was typed in this form and arrives after it, is kept no more."""
    if eenmalig := request.POST.get("eenmalig"):
        vorige = request.session.get(_OPGESLAGEN, [])
        request.session[_OPGESLAGEN] = [*vorige, eenmalig[:36]][-_MEESTE_OPGESLAGEN:]


def is_al_opgeslagen(request: HttpRequest) -> bool:
    """Whether the form that a text comes from, by its `eenmalig`, was saved in this session."""
    return request.POST.get("eenmalig", "") in request.session.get(_OPGESLAGEN, [])


@dataclass(frozen=True)
class Conceptstand:
    """The draft of the form on a page, if somebody began one; teruggezet: it stands in the form.

    versie: of the draft that the form began with, 0 for none. weg: what was thrown away just now,
    and can be taken back, newest first.
    """

    adres: str
    concept: Concept | None
    teruggezet: bool
    versie: int
    weg: Sequence[Concept]


def conceptstand(request: HttpRequest) -> Conceptstand | None:
    """For the frame: of the form that this page shows; None for a page without such a form."""
    return getattr(request, "vangnet_concept", None)


def zonder_formulier(request: HttpRequest) -> None:
    """For an answer that only shows what was sent: it keeps no draft that is of no use any more.

    Who comes back to a draft of before is told so, and can throw it away.
    """
    if request.method == "POST":
        request.vangnet_concept = None  # type: ignore[attr-defined]  # read by conceptstand


def niet_opgeslagen(request: HttpRequest) -> None:
    """For a redirect that says that nothing was saved: it ends no draft."""
    request.vangnet_bleef_weg = True  # type: ignore[attr-defined]  # read by _bleef_weg


def _bleef_weg(request: HttpRequest) -> bool:
    return getattr(request, "vangnet_bleef_weg", False)


def soort_concept(view: object) -> str:
    """What a list of drafts calls the form of a view; empty for a view that keeps no draft."""
    return str(getattr(view, "vangnet_concept", ""))


def bewaar_van_vorige(request: HttpRequest, view: object) -> bool:
    """Keep what somebody sent whose session is over; whether there was something to keep."""
    vorige: dict[str, str] | None = request.session.get("vorige")
    velden = velden_van(request, view)
    if vorige is None or not velden:
        return False
    gebruiker, sessie = UUID(vorige["gebruiker"]), UUID(vorige["sessie"])
    # Nobody is in: as somebody halfway in, whom the database gives nothing to read of a casus.
    word(Vrager(gebruiker, VragerSoort.INLOG))
    bewaard = tekst_bewaren(gebruiker, sessie, adres=request.path, velden=velden)
    word(None)
    if bewaard:
        messages.info(
            request,
            _(
                "Je was uitgelogd. Wat je had getypt, is niet weg: log in met hetzelfde account, "
                "dan staat het weer in het formulier. We bewaren het een uur."
            ),
        )
    return bewaard


def bewaar_voor_bevestiging(request: HttpRequest, view: object) -> bool:
    """Keep what somebody sent who first has to show the second factor again."""
    velden, sessie = velden_van(request, view), sessie_van(request)
    gebruiker = request.user
    if not velden or sessie is None or not isinstance(gebruiker, Gebruiker):
        return False
    if not tekst_bewaren(gebruiker.pk, sessie.pk, adres=request.path, velden=velden):
        return False
    request.session[GETYPT] = [
        *request.session.get(GETYPT, []),
        plek_van(gebruiker.pk, request.path),
    ]
    messages.info(
        request, _("Wat je had getypt, is niet weg. Het staat straks weer in het formulier.")
    )
    return True


def velden_van(request: HttpRequest, view: object) -> dict[str, Any]:
    """What was typed in the form that the view keeps; empty when there is nothing to keep."""
    form: type[Formulier] | None = getattr(view, "vangnet_bewaart", None)
    if request.method != "POST" or form is None:
        return {}
    velden = {
        naam: veld.widget.value_from_datadict(request.POST, {}, naam)
        for naam, veld in form.base_fields.items()
        if not isinstance(veld.widget, _NOOIT)
    }
    velden |= {
        naam: waarde for naam, waarde in request.POST.items() if naam.startswith(form.reeksen)
    }
    # Kept with the newer version, it would be saved unseen over the text that it has.
    velden |= {een: request.POST[BEGON + een] for een in velden if BEGON + een in request.POST}
    # What isn't chosen any more would be what was typed, over what stands there.
    velden |= {KIES + een: request.POST[KIES + een] for een in velden if KIES + een in request.POST}
    return velden if any(velden.values()) else {}


def getypt(request: HttpRequest, begin: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The values with which a form begins: `begin`, and over it what was typed before, once.

    Who sends the form has seen it, or typed it anew: then what waits goes.
    """
    waarden, gebruiker = dict(begin or {}), request.user
    if not isinstance(gebruiker, Gebruiker):
        return waarden
    if request.resolver_match and soort_concept(request.resolver_match.func):
        waarden |= _uit_concept(request, gebruiker, request.path)
    plek = plek_van(gebruiker.pk, request.path)
    wachtend: list[str] = request.session.get(GETYPT, [])
    if plek not in wachtend or request.method not in {"GET", "POST"}:
        return waarden
    request.session[GETYPT] = [een for een in wachtend if een != plek]
    terug = tekst_nemen(gebruiker.pk, plek)
    if not terug or request.method == "POST":
        return waarden
    messages.info(request, _("Wat je had getypt, staat er weer. Het is nog niet opgeslagen."))
    return waarden | terug


def getypt_elders(request: HttpRequest, adres: str) -> Mapping[str, Any]:
    """With what a form begins that this page shows and that is sent to the view at `adres`."""
    gebruiker = request.user
    return _uit_concept(request, gebruiker, adres) if isinstance(gebruiker, Gebruiker) else {}


def _uit_concept(request: HttpRequest, gebruiker: Gebruiker, adres: str) -> Mapping[str, Any]:
    """What was kept while typing; of a form that is sent, only that there is such a draft.

    Without `eenmalig`: two tabs with the same draft are two forms, of which one is saved first.
    """
    gevonden, toont = concepten_op(gebruiker.pk, adres), request.method == "GET"
    concept = next((een for een in gevonden if not een.weg_op), None)
    stand = Conceptstand(
        adres=adres,
        concept=concept,
        teruggezet=toont and concept is not None,
        versie=_begon_met(request, concept),
        weg=[een for een in gevonden if een.weg_op] if toont else [],
    )
    request.vangnet_concept = stand  # type: ignore[attr-defined]  # read by conceptstand
    if concept is None or not toont:
        return {}
    return {naam: wat for naam, wat in concept.velden.items() if naam != "eenmalig"}


def _begon_met(request: HttpRequest, concept: Concept | None) -> int:
    """As the script sends it along; without script, the draft that there is: this text is newer."""
    gestuurd = request.POST.get("concept-versie", "")
    if gestuurd.isdecimal():
        return int(gestuurd[:9])
    return concept.versie if concept else 0
