# SPDX-License-Identifier: EUPL-1.2
"""The next appointment, and what came of it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.toegang.regels import Recht
from vangnet.voortgang.regels import Uitkomst
from vangnet.voortgang.trajecten import (
    NogNietGeweest,
    afspraak_maken,
    contact_afronden,
    contact_terugzetten,
    contact_weer_open,
    contact_weghalen,
    is_weggehaald,
    weggehaalde_contacten,
)
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.onderweg.forms import TERUG, WEER_OPEN, WEG, UitkomstForm, VolgendeForm
from vangnet.web.onderweg.openen import Open, geweigerd, leg_weigering_vast, open_eigen
from vangnet.web.recht import recht


@recht(Recht.TRAJECT_DOEN)
@bewaart(VolgendeForm)
@require_http_methods(["GET", "POST"])
def volgende(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Day, time and place; it stands on Mijn werk and on the timeline of the casus."""
    geopend = open_eigen(casus_id)
    if geopend is None:
        return niet_gevonden(request)
    form = VolgendeForm(request.POST or None, initial=getypt(request))
    if request.method == "POST" and form.is_valid() and _sla_op(geopend, form):
        dag = formats.date_format(form.contact().moment, "l j F Y H:i")
        messages.success(request, _("De afspraak staat: %(dag)s.") % {"dag": dag})
        return redirect("onderweg:casus", casus_id)
    geopend.leg_vast()
    status = 422 if request.method == "POST" else 200
    context = geopend.context(formulier=form)
    return render(request, "onderweg/volgende.html", context, status=status)


def _sla_op(geopend: Open, form: VolgendeForm) -> bool:
    """Whether it is saved; else the form says why not."""
    door, eenmalig = geopend.wie.gebruiker, form.cleaned_data["eenmalig"]
    try:
        afspraak_maken(geopend.casus, form.contact(), door=door, eenmalig=eenmalig)
    except VangnetFout as fout:
        form.add_error("tijd", str(fout))
        return False
    return True


@recht(Recht.TRAJECT_DOEN)
@require_POST
def rond_af(request: HttpRequest, casus_id: UUID, contact_id: UUID) -> HttpResponseBase:
    """Spoken, not reached, off, or a mistake; one tap, and another one takes that back."""
    geopend = open_eigen(casus_id)
    form = UitkomstForm(request.POST)
    if geopend is None:
        return niet_gevonden(request)
    try:
        if form.is_valid():
            van, gezegd = _uitkomst(form, contact_id, geopend.wie.gebruiker)
            messages.success(request, gezegd)
            return redirect("onderweg:casus", van)
    except NietToegestaan:
        if form.cleaned_data["uitkomst"] not in {WEER_OPEN, WEG, TERUG}:
            return _geen_uitkomst(request, geopend, contact_id)
        return geweigerd(request, casus_id)
    except NogNietGeweest:
        messages.error(request, _nog_niet())
        return redirect("onderweg:casus", casus_id)
    except VangnetFout as fout:
        messages.error(request, str(fout))
        return redirect("onderweg:casus", casus_id)
    messages.error(request, _("Kies wat eruit kwam."))
    return redirect("onderweg:casus", casus_id)


def _nog_niet() -> str:
    return _(
        "Deze afspraak komt nog. Wacht tot de dag zelf met Gesproken of Niet bereikt. Zagen jullie "
        "elkaar al eerder? Kies Weghalen en schrijf een notitie."
    )


def _geen_uitkomst(request: HttpRequest, geopend: Open, contact: UUID) -> HttpResponseBase:
    """Of an own appointment that was taken away in another window, back to the person with why."""
    casus = geopend.casus.pk
    if not is_weggehaald(contact, casus=casus, wie=geopend.wie):
        return geweigerd(request, casus)
    leg_weigering_vast(casus)
    terug = weggehaalde_contacten(casus, wie=geopend.wie)
    if any(een.pk == contact for een in terug):
        gezegd = _("Deze afspraak is weggehaald. Bij Net weggehaald zet je haar terug.")
    else:
        gezegd = _("Deze afspraak is weggehaald.")
    messages.error(request, gezegd)
    return redirect("onderweg:casus", casus)


def _uitkomst(form: UitkomstForm, contact: UUID, door: UUID) -> tuple[UUID, str]:
    """Write it, or take it back; the casus, and what to say. Raises NietToegestaan."""
    gekozen = form.cleaned_data["uitkomst"]
    if gekozen == WEER_OPEN:
        van = contact_weer_open(contact, door=door)
        return van, _("Ongedaan gemaakt. De afspraak staat er weer.")
    if gekozen == WEG:
        van = contact_weghalen(contact, door=door)
        return van, _("Weggehaald. Terugzetten kan nog tien minuten, bij Net weggehaald.")
    if gekozen == TERUG:
        return contact_terugzetten(contact, door=door), _("Het staat er weer.")
    van = contact_afronden(contact, Uitkomst(gekozen), door=door)
    return van, _("Opgeschreven. Verkeerde knop? Maak het ongedaan bij Laatste contacten.")
