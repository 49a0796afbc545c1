# SPDX-License-Identifier: EUPL-1.2
"""A note of a line. What was typed stays on the page until it is saved, also without connection."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.casus.concepten import Venster, concept_van, concept_weg, een_tegelijk
from vangnet.casus.services import bijdrage_toevoegen
from vangnet.toegang.regels import Recht
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.notitieveld import notitieveld
from vangnet.web.onderweg.forms import RegelForm
from vangnet.web.onderweg.openen import Open, open_eigen
from vangnet.web.recht import recht


@recht(Recht.TRAJECT_DOEN)
@notitieveld
@bewaart(RegelForm)
@require_http_methods(["GET", "POST"])
def notitie(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Write a note; it begins with what was being typed on the page of the casus."""
    geopend = open_eigen(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    concept = concept_van(casus_id, auteur=geopend.wie.gebruiker)
    begin = {"tekst": concept.tekst, "merk": concept.merk}
    form = RegelForm(request.POST or None, initial=getypt(request, begin))
    if request.method == "POST" and form.is_valid():
        _sla_op(geopend, form)
        messages.success(request, _("Je notitie is opgeslagen."))
        return redirect("onderweg:casus", casus_id)
    geopend.leg_vast()
    status = 422 if request.method == "POST" else 200
    context = geopend.context(formulier=form)
    return render(request, "onderweg/notitie.html", context, status=status)


@transaction.atomic
def _sla_op(geopend: Open, form: RegelForm) -> None:
    casus, auteur = geopend.casus, geopend.wie.gebruiker
    een_tegelijk(casus.pk, auteur=auteur)
    gestuurd = form.cleaned_data
    eenmalig = gestuurd["eenmalig"]
    bijdrage_toevoegen(casus, form.inhoud(), auteur=auteur, bron=None, eenmalig=eenmalig)
    concept_weg(
        casus.pk,
        auteur=auteur,
        merk=gestuurd["merk"],
        tekst=gestuurd["tekst"],
        venster=Venster(eenmalig),
    )
