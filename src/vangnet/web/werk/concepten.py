# SPDX-License-Identifier: EUPL-1.2
"""Drafts of forms: kept while somebody types, thrown away, and taken back."""

from collections.abc import Iterable, Sequence, Set
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.contrib import messages
from django.db.models import UUIDField, Value
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.http import HttpRequest, HttpResponse, HttpResponseBase, JsonResponse
from django.shortcuts import redirect, render
from django.urls import Resolver404, ResolverMatch, resolve, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.aanmelding.querysets import getoonde_concepten as aanmeldconcepten
from vangnet.casus import concepten as notities
from vangnet.casus.querysets import zichtbaar_voor as casussen_voor
from vangnet.gebruikers.formulierconcepten import (
    Concept,
    concept_bewaren,
    concept_lezen,
    concept_terughalen,
    concept_van,
    concept_weggooien,
    concepten_van,
)
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.mijnzaken import MijnCasus
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaard_om, is_al_opgeslagen, soort_concept, velden_van, venster_van
from vangnet.web.ingevuld import Regel, als_getypt
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
        wie.gebruiker,
        adres,
        velden,
        versie=int(versie[:9]),
        over=over,
        venster=venster_van(request),
    )
    if bewaard:
        return JsonResponse(_stand(bewaard))
    nieuwer = concept_van(wie.gebruiker, adres)
    # Not 409: a browser writes that down as a fault of the page.
    if nieuwer is None:
        return HttpResponse(status=422)
    return JsonResponse(_stand(nieuwer) | {"botst": True})


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
    wie = kijker(Recht.INGELOGD).gebruiker
    context = _van_form(wie, concept_id) or _van_notitieveld(wie, concept_id)
    return render(request, "werk/concept.html", context) if context else niet_gevonden(request)


def _van_form(wie: UUID, concept_id: UUID) -> dict[str, Any]:
    concept = concept_lezen(wie, concept_id)
    doel = formulier_op(concept.adres) if concept else None
    if concept is None or doel is None:
        return {}
    return {
        "soort": soort_concept(doel.func),
        "eigen": concept,
        "antwoorden": als_getypt(doel.func, concept.velden, casus=_casus(concept, doel)),
    }


def _van_notitieveld(wie: UUID, concept_id: UUID) -> dict[str, Any]:
    concept = notities.concept_lezen(concept_id, auteur=wie)
    if concept is None:
        return {}
    antwoorden = [Regel(_("Notitie"), concept.tekst)]
    return {"soort": _("Notitie"), "eigen": concept, "antwoorden": antwoorden}


@recht(Recht.INGELOGD)
@require_POST
def gooi_weg(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """Throw an own draft away; for an hour it stands on Mijn werk and on its form to take back."""
    wie = kijker(Recht.INGELOGD)
    adres = concept_weggooien(wie.gebruiker, concept_id)
    if adres is None and not notities.concept_zet_weg(concept_id, weg=True):
        return niet_gevonden(request)
    if adres and "hier" in request.POST:
        return redirect(adres)
    weg = _("Je concept is weggegooid.")
    if wie.mag(Recht.MEEDOEN):
        weg = _("Je concept is weggegooid. Een uur lang haal je het terug op Mijn werk.")
    messages.success(request, weg)
    return redirect("begin")


@recht(Recht.INGELOGD)
@require_POST
def haal_terug(request: HttpRequest, concept_id: UUID) -> HttpResponseBase:
    """Take back what was thrown away within the hour; back where the button was pressed."""
    terug = concept_terughalen(kijker(Recht.INGELOGD).gebruiker, concept_id)
    if terug is None and not notities.concept_zet_weg(concept_id, weg=False):
        return niet_gevonden(request)
    gelukt = _("Je concept is terug.")
    if terug and terug.wisselde:
        gelukt = _(
            "Je concept is terug. Wat je daarna typte, is nu weggegooid: ook dat haal je een uur "
            "lang terug."
        )
    messages.success(request, gelukt)
    return redirect(terug.adres if terug and terug.adres and "hier" in request.POST else "begin")


class Conceptregel(NamedTuple):
    """A draft as Mijn werk lists it; id: empty for one that its own page throws away.

    begin: with what the author began, where soort and kenmerk don't tell one from another.
    casus: of the kenmerk, for the journaal; none where the reader doesn't see it.
    """

    soort: str
    kenmerk: str
    bewaard_op: datetime
    url: str
    id: UUID | None = None
    is_weg: bool = False
    begin: str = ""
    is_aanmelding: bool = False
    casus: UUID | None = None


def conceptregels(wie: Kijker, mijn: Sequence[MijnCasus]) -> Sequence[Conceptregel]:
    """Drafts of forms, and then of notes and aanmeldingen; each newest first.

    Two queries, and one more when one is about a casus that doesn't name the reader: its kenmerk,
    if they see it.
    """
    gevonden = [(een, formulier_op(een.adres)) for een in concepten_van(wie.gebruiker)]
    van_formulieren = [(een, doel, _casus(een, doel)) for een, doel in gevonden if doel]
    andere = list(_zonder_formulier(wie))
    over = [*(casus for *_, casus in van_formulieren), *(een.casus for een in andere)]
    kenmerken = _kenmerken(wie, mijn, {een for een in over if een})
    regels = [
        *((_van_formulier(een, doel), casus) for een, doel, casus in van_formulieren),
        *((_van_ander(een), een.casus) for een in andere),
    ]
    return [
        regel._replace(kenmerk=kenmerken[casus], casus=casus) if casus in kenmerken else regel
        for regel, casus in regels
    ]


def _kenmerken(wie: Kijker, mijn: Sequence[MijnCasus], over: Set[UUID]) -> dict[UUID | None, str]:
    """Of the casussen that the reader sees."""
    genoemd: dict[UUID | None, str] = {een.casus.pk: een.casus.kenmerk for een in mijn}
    if andere := over - genoemd.keys():
        gezien = casussen_voor(wie).filter(pk__in=andere)
        genoemd |= dict(gezien.values_list("pk", "kenmerk"))
    return genoemd


def _casus(een: Concept, doel: ResolverMatch) -> UUID | None:
    return een.casus or doel.kwargs.get("casus_id")


def _van_formulier(een: Concept, doel: ResolverMatch) -> Conceptregel:
    soort = soort_concept(doel.func)
    return Conceptregel(soort, "", een.bewaard_op, een.adres, een.id, een.weg_op is not None)


class _Ander(NamedTuple):
    """A draft that lies elsewhere: of a note, or of an aanmelding, which has no casus.

    begin: of an aanmelding what is the matter, as its author began to say it: not a name.
    """

    id: UUID
    casus: UUID | None
    bewaard_op: datetime
    weg_op: datetime | None
    begin: str | None


def _zonder_formulier(wie: Kijker) -> Iterable[_Ander]:
    """Newest first; one query."""
    velden = ("bewaard_op", "weg_op", "begin")
    aanmeldingen = aanmeldconcepten(wie).order_by()
    eigen = notities.concepten_van(wie.gebruiker).order_by()
    rijen = (
        eigen.annotate(begin=Value(""))
        .values_list("pk", "casus", *velden)
        .union(
            aanmeldingen.annotate(
                over=Cast(Value(None), UUIDField()), begin=KeyTextTransform("aanleiding", "inhoud")
            ).values_list("pk", "over", *velden),
            all=True,
        )
        .order_by("-bewaard_op")
    )
    return map(_Ander._make, rijen)


def _van_ander(een: _Ander) -> Conceptregel:
    is_aanmelding = een.casus is None
    if is_aanmelding:
        soort, url = _("Aanmelding"), reverse("aanmelden:concept", args=[een.id])
    else:
        # The form in the casus; where that isn't there for its author, what they typed.
        soort, url = _("Notitie"), reverse("zaken:notitie", args=[een.casus])
    return Conceptregel(
        soort,
        "",
        een.bewaard_op,
        url,
        een.id,
        een.weg_op is not None,
        begin=(een.begin or "").strip(),
        is_aanmelding=is_aanmelding,
    )
