# SPDX-License-Identifier: EUPL-1.2
"""Drafts of forms: kept while somebody types, thrown away, and taken back."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.aanmelding.models import Concept as Aanmeldconcept
from vangnet.aanmelding.selectors import concepten as aanmeldconcepten
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor as casussen_voor
from vangnet.gebruikers.formulierconcepten import (
    ZONDER_SCRIPT,
    Concept,
    Venster,
    concept_bewaren,
    concept_lezen,
    concept_terughalen,
    concept_van,
    concept_weggooien,
    concepten_van,
)
from vangnet.plan.selectors import MijnCasus
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaard_om, is_al_opgeslagen, soort_concept, velden_van
from vangnet.web.ingevuld import als_getypt
from vangnet.web.recht import recht
from vangnet.web.waarover import waarover


@recht(Recht.INGELOGD)
@require_POST
def bewaar(request: HttpRequest) -> HttpResponseBase:
    """Keep what stands in a form, for the script: its version and the moment, and if it was stale.

    The text goes to nobody but who sends it, so whether they may open that form is asked there. Of
    an aanmelding that they don't see nothing is kept: it may have been destroyed. Nor of a form
    that was saved meanwhile.
    """
    wie, doel = kijker(Recht.INGELOGD), formulier_op(request.POST.get("concept-adres", ""))
    velden = velden_van(request, doel.func) if doel else {}
    versie = request.POST.get("concept-versie", "")
    over = waarover(doel, wie) if doel and velden else None
    if over is None or not versie.isdecimal() or is_al_opgeslagen(request):
        return HttpResponse(status=422)
    adres = request.POST["concept-adres"]
    bewaard = concept_bewaren(
        wie.gebruiker, adres, velden, versie=int(versie[:9]), over=over, venster=_venster(request)
    )
    if bewaard:
        return JsonResponse(_stand(bewaard))
    nieuwer = concept_van(wie.gebruiker, adres)
    # Not 409: a browser writes that down as a fault of the page.
    if nieuwer is None or nieuwer.weg_op:
        return HttpResponse(status=422)
    return JsonResponse(_stand(nieuwer) | {"botst": True})


def _venster(request: HttpRequest) -> Venster:
    """The page that sent a text, and which of its texts it is, as the script says."""
    naam, _streep, nummer = request.POST.get("concept-venster", "").rpartition("-")
    return Venster(naam[:40], int(nummer[:9])) if nummer.isdecimal() else ZONDER_SCRIPT


def formulier_op(adres: str) -> ResolverMatch | None:
    """The view of a form that keeps drafts; None for any other address."""
    try:
        doel = resolve(adres)
    except Resolver404:
        return None
    return doel if soort_concept(doel.func) else None


def _stand(concept: Concept) -> dict[str, object]:
    return {"versie": concept.versie, "om": bewaard_om(concept)}


@recht(Recht.INGELOGD)
@require_safe
def lees(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """What was typed in a form that takes it no more, for its author alone; can be thrown away."""
    concept = concept_lezen(kijker(Recht.INGELOGD).gebruiker, concept_id)
    doel = formulier_op(concept.adres) if concept else None
    if concept is None or doel is None:
        return niet_gevonden(request)
    context = {
        "soort": soort_concept(doel.func),
        "eigen": concept,
        "antwoorden": als_getypt(doel.func, concept.velden, casus=_casus(concept, doel)),
    }
    return render(request, "werk/concept.html", context)


@recht(Recht.INGELOGD)
@require_POST
def gooi_weg(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """Throw an own draft away; for an hour it stands on Mijn werk and on its form to take back."""
    adres = concept_weggooien(kijker(Recht.INGELOGD).gebruiker, concept_id)
    if adres is None:
        return niet_gevonden(request)
    if adres and "hier" in request.POST:
        return redirect(adres)
    messages.success(
        request, _("Je concept is weggegooid. Een uur lang haal je het terug op Mijn werk.")
    )
    return redirect("begin")


@recht(Recht.INGELOGD)
@require_POST
def haal_terug(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """Take back what was thrown away within the hour; back where the button was pressed."""
    adres = concept_terughalen(kijker(Recht.INGELOGD).gebruiker, concept_id)
    if adres is None:
        return niet_gevonden(request)
    messages.success(request, _("Je concept is terug."))
    return redirect(adres if adres and "hier" in request.POST else "begin")


class Conceptregel(NamedTuple):
    """A draft as Mijn werk lists it; id: empty for one that its own page throws away.

    begin: with what the author began, where soort and kenmerk don't tell one from another.
    """

    soort: str
    kenmerk: str
    bewaard_op: datetime | None
    url: str
    id: UUID | None = None
    is_weg: bool = False
    begin: str = ""
    is_aanmelding: bool = False


def conceptregels(wie: Kijker, mijn: Sequence[MijnCasus]) -> Sequence[Conceptregel]:
    """Drafts of forms, of notes in the casussen that name the reader, and of aanmeldingen.

    Two queries, and one more when a form is about a casus that they see and that doesn't name them.
    """
    kenmerken = {een.casus.pk: een.casus.kenmerk for een in mijn}
    gevonden = [(een, formulier_op(een.adres)) for een in concepten_van(wie.gebruiker)]
    van_formulieren = [(een, doel, _casus(een, doel)) for een, doel in gevonden if doel]
    if andere := {casus for *_, casus in van_formulieren if casus} - kenmerken.keys():
        kenmerken |= dict(casussen_voor(wie).filter(pk__in=andere).values_list("pk", "kenmerk"))
    return [
        *(
            _van_formulier(een, doel, kenmerken.get(casus, "") if casus else "")
            for een, doel, casus in van_formulieren
        ),
        *(_van_notitie(een.casus) for een in mijn if een.begonnen),
        *(_van_aanmelding(een) for een in aanmeldconcepten(wie)),
    ]


def _casus(een: Concept, doel: ResolverMatch) -> UUID | None:
    return een.casus or doel.kwargs.get("casus_id")


def _van_formulier(een: Concept, doel: ResolverMatch, kenmerk: str) -> Conceptregel:
    soort = soort_concept(doel.func)
    return Conceptregel(soort, kenmerk, een.bewaard_op, een.adres, een.id, een.weg_op is not None)


def _van_notitie(casus: Casus) -> Conceptregel:
    url = reverse("zaken:casus", args=[casus.pk])
    return Conceptregel(_("Notitie"), casus.kenmerk, None, url)


def _van_aanmelding(een: Aanmeldconcept) -> Conceptregel:
    """Known by what is the matter, as its author began to say it: not by a name."""
    return Conceptregel(
        _("Aanmelding"),
        "",
        een.bewaard_op,
        reverse("aanmelden:concept", args=[een.pk]),
        een.pk,
        een.weg_op is not None,
        begin=str(een.inhoud.get("aanleiding") or "").strip(),
        is_aanmelding=True,
    )
