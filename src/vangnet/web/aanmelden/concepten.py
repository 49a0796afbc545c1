# SPDX-License-Identifier: EUPL-1.2
"""Drafts: kept while somebody types, and thrown away."""

from typing import Any, NamedTuple
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from vangnet.aanmelding.concepten import concept_bijwerken, concept_nu, is_te_lang
from vangnet.aanmelding.models import Concept
from vangnet.aanmelding.querysets import concepten_van
from vangnet.aanmelding.selectors import is_vol
from vangnet.aanmelding.services import concept_terughalen, concept_weggooien, sleutel_van
from vangnet.gebruikers.formulierconcepten import Venster
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import nu
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.forms import AanmeldForm
from vangnet.web.aanmelden.weigeren import geweigerd
from vangnet.web.recht import recht
from vangnet.web.samenvoegen import met_begin

VOL = gettext_lazy(
    "Je hebt te veel concepten: hooguit 50 open, en 100 met wat je het laatste uur weggooide. "
    "Verstuur er een of gooi er een weg. Lukt het dan nog niet, wacht dan een uur."
)

_TE_LANG = gettext_lazy(
    "De tekst is te lang om te bewaren: alles samen is hooguit 100.000 tekens. Maak hem korter, of "
    "voeg hem toe als document."
)
# More than any number that a script gives one of its texts.
_HEEL = 10**15


@recht(Recht.AANMELDEN)
@require_POST
def bewaar(request: HttpRequest) -> HttpResponse:
    """Keep what is being typed, for the script; answers with the moment and nothing more."""
    wie = kijker(Recht.AANMELDEN)
    sleutel = plek(request, wie)
    if sleutel is None:
        return render(request, "aanmelden/bewaard.html", {"moment": None}, status=422)
    try:
        botst = bijwerken(request.POST, wie, sleutel)
    except NietToegestaan:
        if waarom := waarom_niet(request.POST, wie, sleutel):
            return render(request, "aanmelden/bewaard.html", {"moment": None, "vol": waarom})
        return geweigerd(request, "concept", sleutel)
    context: dict[str, Any] = {"botst": botst}
    if not botst:
        bewaard = concept_nu(sleutel, wie=wie)
        context = {"moment": nu(), "nu": beginwaarden(bewaard) if bewaard else None}
    return render(request, "aanmelden/bewaard.html", context)


@recht(Recht.AANMELDEN)
@require_POST
def gooi_weg(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """Throw an own draft away; for an hour it stands in that list to take back."""
    wie = kijker(Recht.AANMELDEN)
    if not concepten_van(wie).filter(pk=concept_id, weg_op=None).exists():
        return geweigerd(request, "concept", concept_id)
    concept_weggooien(concept_id)
    messages.success(request, _("Je concept is weggegooid. Een uur lang haal je het hier terug."))
    return redirect(_lijst(request))


@recht(Recht.AANMELDEN)
@require_POST
def haal_terug(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """Take back what was thrown away within the hour; the database decides whether it still can."""
    try:
        concept_terughalen(concept_id)
    except NietToegestaan:
        if is_vol(kijker(Recht.AANMELDEN), concept_id):
            messages.error(request, VOL)
            return redirect(_lijst(request))
        return geweigerd(request, "concept", concept_id)
    messages.success(request, _("Je concept is terug."))
    return redirect(_lijst(request))


def _lijst(request: HttpRequest) -> str:
    """The list in which the button was pressed."""
    return "werk:begin" if "mijn-werk" in request.POST else "aanmelden:lijst"


def plek(request: HttpRequest, wie: Kijker) -> UUID | None:
    """The key of the draft that was sent; nothing when the form has lost its own."""
    try:
        return sleutel_van(wie.gebruiker, UUID(request.POST.get("eenmalig", "")))
    except ValueError:
        return None


def velden(gegevens: QueryDict) -> dict[str, Any]:
    """What stands in the form now, right or wrong, as the form gives it back."""
    return {
        naam: veld.widget.value_from_datadict(gegevens, {}, naam)
        for naam, veld in AanmeldForm.base_fields.items()
        if naam in gegevens
    }


class Gestuurd(NamedTuple):
    """What stands in a form that was sent, the version of the draft that it knows, and its page."""

    inhoud: dict[str, Any]
    versie: int
    venster: Venster


def gestuurd(gegevens: QueryDict) -> Gestuurd:
    """A form that is sent as a whole is later than each text that the script of its page kept."""
    inhoud = velden(gegevens)
    inhoud.pop("begin", None)
    versie, naam = (str(inhoud.pop(een, "")) for een in ("versie", "venster"))
    nummer = gegevens.get("nummer", "")[:15]
    return Gestuurd(
        inhoud,
        int(versie[:9]) if versie.isdecimal() else 0,
        Venster(naam[:40], int(nummer) if nummer.isdecimal() else _HEEL),
    )


def bijwerken(gegevens: QueryDict, wie: Kijker, sleutel: UUID) -> Concept | None:
    """Keep what was sent; the draft as another window left it, when that would be lost."""
    inhoud, versie, venster = gestuurd(gegevens)
    return concept_bijwerken(sleutel, inhoud, wie=wie, versie=versie, venster=venster)


def waarom_niet(gegevens: QueryDict, wie: Kijker, sleutel: UUID) -> str:
    """Why a draft was not kept, for its author; empty when that is not theirs to know."""
    if is_te_lang(velden(gegevens)):
        return str(_TE_LANG)
    return str(VOL) if is_vol(wie, sleutel) else ""


def beginwaarden(concept: Concept) -> dict[str, Any]:
    """What the draft holds, as the fields of the form know it; not the key of the form."""
    waarden = {
        naam: _waarde(veld, concept.inhoud.get(naam))
        for naam, veld in AanmeldForm.base_fields.items()
        if naam not in {"eenmalig", "begin", "venster"}
    }
    return met_begin(AanmeldForm, waarden | {"versie": concept.versie})


def _waarde(veld: forms.Field, getypt: Any) -> Any:
    """A day as a day, when it is one: it was kept as it was typed."""
    if not isinstance(veld, forms.DateField):
        return getypt
    try:
        return veld.to_python(getypt)
    except forms.ValidationError:
        return getypt


def leg_concept_vast(concept: Concept) -> None:
    """The row of the journaal of a draft that is shown."""
    leg_vast(
        Act(
            handeling="concept.ingezien",
            object_soort="concept",
            object=concept.pk,
            onderwerpen=[("aanmelding", concept.pk)],
        )
    )
