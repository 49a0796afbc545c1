# SPDX-License-Identifier: EUPL-1.2
"""Call a partner of the casus, and say in one tap what came of it."""

from typing import NamedTuple
from uuid import UUID, uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Casus
from vangnet.casus.selectors import deelnemende_organisaties, rollen_van
from vangnet.kern.klok import nu
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.regels import Recht
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import Contact, contact_vastleggen
from vangnet.web.fouten import niet_gevonden
from vangnet.web.onderweg.forms import GebeldForm
from vangnet.web.onderweg.openen import Open, open_eigen
from vangnet.web.recht import recht


class Partner(NamedTuple):
    """Whom to call; mensen: who takes part for it; eenmalig: the id of its form."""

    organisatie: Organisatie
    mensen: list[str]
    eenmalig: UUID


@recht(Recht.TRAJECT_DOEN)
@require_http_methods(["GET", "POST"])
def bellen(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """The organisations that take part, each with its number."""
    geopend = open_eigen(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    partners = _partners(geopend.casus)
    if request.method == "POST":
        if _schrijf_op(geopend, GebeldForm(request.POST), partners):
            messages.success(request, _("Opgeschreven."))
            return redirect("onderweg:casus", casus_id)
        messages.error(request, _("Kies wie je belde, en of je iemand sprak."))
    geopend.leg_vast()
    status = 422 if request.method == "POST" else 200
    context = geopend.context(partners=partners, fout=request.method == "POST")
    return render(request, "onderweg/bellen.html", context, status=status)


def _partners(casus: Casus) -> list[Partner]:
    mensen: dict[UUID | None, list[str]] = {}
    for rol in rollen_van(casus):
        if rol.gebruiker and rol.organisatie_id and rol.vanaf and rol.beeindigd_op is None:
            mensen.setdefault(rol.organisatie_id, []).append(rol.gebruiker.naam)
    return [
        Partner(een, mensen.get(een.pk, []), uuid4()) for een in deelnemende_organisaties(casus)
    ]


def _schrijf_op(geopend: Open, form: GebeldForm, partners: list[Partner]) -> bool:
    if not form.is_valid():
        return False
    gekozen = form.cleaned_data
    if gekozen["organisatie"] not in {een.organisatie.pk for een in partners}:
        return False
    contact_vastleggen(
        geopend.casus,
        # To the minute: sent again, it is the same call.
        Contact(
            moment=nu().replace(second=0, microsecond=0),
            organisatie=gekozen["organisatie"],
            uitkomst=Uitkomst(gekozen["uitkomst"]),
        ),
        door=geopend.wie.gebruiker,
        eenmalig=gekozen["eenmalig"],
    )
    return True
