# SPDX-License-Identifier: EUPL-1.2
"""The criteria that the house itself keeps for triage: from-to, and never deleted."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.aanmelding.huiscriteria import (
    huiscriteria,
    huiscriterium_beeindigen,
    huiscriterium_herstellen,
    huiscriterium_toevoegen,
)
from vangnet.aanmelding.models import Huiscriterium
from vangnet.casus.terug import net_gedaan
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.kader import leg_weigering_vast, probeer, toon
from vangnet.web.formulieren import Formulier, Naamveld, Vanafveld
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ongedaan import maak_ongedaan
from vangnet.web.recht import recht


class CriteriumForm(Formulier):
    """A new criterium of the house."""

    tekst = Naamveld(
        label=gettext_lazy("Wat wil het huis weten?"),
        max_length=200,
        help_text=gettext_lazy(
            "Als een zin waarop je ja of nee zegt, bijvoorbeeld: er zijn kinderen in het gezin."
        ),
    )
    vanaf = Vanafveld(label=gettext_lazy("Vanaf welke dag?"), initial=vandaag)


@recht(Recht.BEHEREN)
@bewaart(CriteriumForm)
@require_http_methods(["GET", "POST"])
def criteria(request: HttpRequest) -> HttpResponseBase:
    """All there ever were, and the form for one more."""
    form = CriteriumForm(request.POST or None, initial=getypt(request))
    klaar = form.is_bound and probeer(
        request,
        form,
        lambda: huiscriterium_toevoegen(
            form.cleaned_data["tekst"], vanaf=form.cleaned_data["vanaf"]
        ),
        gelukt=_("Het criterium is toegevoegd."),
    )
    if klaar:
        return redirect("beheer:criteria")
    context = {
        "rijen": huiscriteria(),
        "net_beeindigd": net_gedaan("huiscriterium.beeindigd", wie=kijker(Recht.BEHEREN)),
        "formulier": form,
        "vandaag": vandaag(),
    }
    status = 422 if form.is_bound else 200
    return toon(request, "beheer/criteria.html", context, hier="beheer:criteria", status=status)


@recht(Recht.BEHEREN)
@require_POST
def beeindigen(request: HttpRequest, criterium_id: UUID) -> HttpResponseBase:
    """It counts today for the last time; what was found of it stays."""
    try:
        huiscriterium_beeindigen(criterium_id, tot=vandaag())
    except NietToegestaan:
        leg_weigering_vast("huiscriterium.geweigerd", "huiscriterium", criterium_id)
        return niet_gevonden(request)
    messages.success(request, _("Beëindigd. In de lijst staat tot wanneer."))
    return redirect("beheer:criteria")


@recht(Recht.BEHEREN)
@require_POST
def herstellen(request: HttpRequest, criterium_id: UUID) -> HttpResponseBase:
    """Undo ending one; a second click finds it back already."""
    rij = Huiscriterium.objects.filter(pk=criterium_id).first()
    if rij is None:
        leg_weigering_vast("huiscriterium.geweigerd", "huiscriterium", criterium_id)
        return niet_gevonden(request)
    maak_ongedaan(
        request,
        lambda: huiscriterium_herstellen(criterium_id),
        staat_er=rij.tot is None,
        weiger=lambda: leg_weigering_vast("huiscriterium.geweigerd", "huiscriterium", criterium_id),
        gelukt=_("Het criterium geldt weer zoals het was."),
        anders=_("Voeg het criterium opnieuw toe."),
    )
    return redirect("beheer:criteria")
