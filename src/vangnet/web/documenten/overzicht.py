# SPDX-License-Identifier: EUPL-1.2
"""The documents of a casus, and adding some."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.aanmelding.bijlagen import Bijlageregel, bijlagen_bij_casus
from vangnet.afsluiting.zaakkop import zaakkop
from vangnet.casus.documenten import documenten_toevoegen, documenten_van
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.selectors import (
    bronnen_voor,
    deelnemende_organisaties,
    kent_alle_rollen,
    werkt_eraan,
)
from vangnet.delen.regels import Publiek
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.zaakbalk import zaakbalk
from vangnet.web.documenten.forms import DocumentForm, GetyptForm
from vangnet.web.documenten.weigeren import geweigerd
from vangnet.web.documenten.woorden import documentregel
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht


@recht(Recht.CASUS_INZIEN)
@require_safe
def overzicht(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """What there is, newest first; what was just taken away can be put back."""
    wie = kijker(Recht.CASUS_INZIEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.CASUS_INZIEN)
    mag = werkt_eraan(kop.casus, wie=wie)
    documenten = documenten_van(kop.casus, wie=wie)
    regels = [documentregel(een, wie=wie, mag=mag) for een in documenten]
    mensen = [een.bijdrage.betrokkenheid for een in documenten if een.bijdrage.betrokkenheid]
    over = [("persoon", een) for een in dict.fromkeys(een.persoon_id for een in mensen)]
    leg_vast(
        Act(
            handeling="documenten.ingezien",
            object_soort="casus",
            object=casus_id,
            casus=casus_id,
            aantallen={"documenten": len(regels)},
            onderwerpen=[("casus", casus_id), *over],
        )
    )
    context = {
        **zaakbalk(kop, "documenten"),
        "documenten": [een for een in regels if not een.weg],
        "weggehaald": [een for een in regels if een.weg and een.eigen],
        "bij_aanmelding": _bij_aanmelding(kop.casus, wie),
        "mag_toevoegen": mag,
        "mag_brief": mag and wie.is_huis,
        "kruimels": kruimels(kop.casus, wie),
    }
    return render(request, "documenten/overzicht.html", context)


def _bij_aanmelding(casus: Casus, wie: Kijker) -> Sequence[Bijlageregel]:
    """What came with its aanmeldingen, for who opens those: the audience is theirs."""
    return bijlagen_bij_casus(casus, wie=wie) if wie.mag(Recht.AANMELDEN) else []


@recht(Recht.MEEDOEN)
@bewaart(GetyptForm, concept=gettext_lazy("Documenten"))
@require_http_methods(["GET", "POST"])
def nieuw(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Several files at once, all for the same audience; they are read after the scan."""
    wie = kijker(Recht.MEEDOEN)
    casus = zichtbaar_voor(wie).filter(pk=casus_id).first()
    bronnen = bronnen_voor(casus, wie=wie) if casus else []
    if casus is None or not bronnen:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)
    form = DocumentForm(
        request.POST or None,
        request.FILES or None,
        bronnen=bronnen,
        organisaties=deelnemende_organisaties(casus),
        een_kant=not kent_alle_rollen(casus, wie=wie),
        initial=getypt(request, _eerste_waarden(bronnen)),
    )
    if request.method == "POST" and form.is_valid():
        return _voeg_toe(request, casus, form, wie)
    leg_formulier_vast(casus_id)
    context = {
        "casus": casus,
        "formulier": form,
        "kruimels": [*kruimels(casus, wie), _lijst(casus)],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "documenten/nieuw.html", context, status=status)


def _voeg_toe(
    request: HttpRequest, casus: Casus, form: DocumentForm, wie: Kijker
) -> HttpResponseBase:
    bestanden = form.cleaned_data["bestanden"]
    documenten_toevoegen(
        casus,
        form.inhoud(),
        bestanden,
        auteur=wie.gebruiker,
        bron=form.bron_gekozen(),
        eenmalig=form.cleaned_data["eenmalig"],
    )
    zin = ngettext(
        "Het document is toegevoegd. We scannen het eerst op virussen.",
        "%(aantal)s documenten zijn toegevoegd. We scannen ze eerst op virussen.",
        len(bestanden),
    )
    messages.success(request, zin % {"aantal": len(bestanden)})
    return redirect("documenten:overzicht", casus.pk)


def _eerste_waarden(bronnen: Sequence[Organisatie | None]) -> dict[str, Any]:
    """A partner comes to share, the house begins with itself."""
    if None in bronnen:
        return {"publiek": Publiek.ALLEEN_HUIS}
    return {"publiek": Publiek.IEDEREEN, "organisaties": [str(een.pk) for een in bronnen if een]}


def kruimels(casus: Casus, wie: Kijker) -> list[dict[str, str]]:
    """Back to the casus."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak]


def _lijst(casus: Casus) -> dict[str, str]:
    return {"titel": _("Documenten"), "url": reverse("documenten:overzicht", args=[casus.pk])}


def kruimels_naar_lijst(casus: Casus, wie: Kijker) -> list[dict[str, str]]:
    """Back to the documents of the casus."""
    return [*kruimels(casus, wie), _lijst(casus)]
