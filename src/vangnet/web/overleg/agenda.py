# SPDX-License-Identifier: EUPL-1.2
"""One overleg with its agenda: each reader sees the points of their own casussen."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.casus.kenmerk import casus_met
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.overleg.agendabestand import als_agendabestand
from vangnet.overleg.models import Overleg
from vangnet.overleg.selectors import (
    agenda_van,
    overleg_te_plannen,
    overleg_te_wijzigen,
    overleg_van,
)
from vangnet.overleg.services import op_agenda_zetten
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.overleg.forms import ZaakForm
from vangnet.web.overleg.triage import tafel_van
from vangnet.web.overleg.weigeren import geweigerd, niet_meer
from vangnet.web.recht import recht
from vangnet.web.triagetafel import TRIAGETAFEL


@recht(Recht.MEEDOEN)
@require_safe
def agenda(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The agenda, with what is open of each casus and whether its verslag is there."""
    wie = kijker(Recht.MEEDOEN)
    overleg = overleg_van(overleg_id, wie=wie)
    if overleg is None:
        return geweigerd(request, "overleg", overleg_id, regel=Recht.MEEDOEN)
    return _toon(request, overleg, wie, ZaakForm())


@recht(Recht.ZAKEN_UITVOEREN)
@require_POST
def voeg_toe(request: HttpRequest, overleg_id: UUID) -> HttpResponseBase:
    """One more casus on the agenda, by its kenmerk; on one that is there, ask who is new in it."""
    wie = kijker(Recht.ZAKEN_UITVOEREN)
    overleg = overleg_te_plannen(overleg_id, wie=wie)
    if overleg is None:
        return niet_meer(request, overleg_id, wie)
    form = ZaakForm(request.POST)
    if overleg.soort == TRIAGETAFEL:
        form.add_error(None, _("Aan een triagetafel staan aanmeldingen, en geen zaken."))
    elif form.is_valid():
        casus = casus_met(form.cleaned_data["kenmerk"], uit=zichtbaar_voor(wie))
        try:
            if casus is None:
                raise NietToegestaan("Dit kan niet.")
            op_agenda_zetten(overleg.pk, casus.pk)
        except NietToegestaan:
            # Whoever tries kenmerken leaves a trace.
            leg_vast(
                weigering("overleg.geweigerd", "overleg", overleg.pk, regel=Recht.ZAKEN_UITVOEREN)
            )
            form.add_error("kenmerk", _("Deze zaak kan niet op de agenda. Kijk het kenmerk na."))
        else:
            messages.success(request, _("De zaak staat op de agenda."))
            return redirect("overleg:agenda", overleg_id)
    return _toon(request, overleg, wie, form, status=422)


@recht(Recht.MEEDOEN)
@require_safe
def uitnodiging(request: HttpRequest, overleg_id: UUID) -> HttpResponse:
    """The meeting for a calendar of one's own: when it is, and nothing about whom."""
    wie = kijker(Recht.MEEDOEN)
    overleg = overleg_van(overleg_id, wie=wie)
    if overleg is None:
        return geweigerd(request, "overleg", overleg_id, regel=Recht.MEEDOEN)
    leg_vast(Act(handeling="overleg.uitnodiging", object_soort="overleg", object=overleg.pk))
    adres = request.build_absolute_uri(reverse("overleg:agenda", args=[overleg.pk]))
    antwoord = HttpResponse(
        als_agendabestand(overleg, adres=adres), content_type="text/calendar; charset=utf-8"
    )
    antwoord["Content-Disposition"] = 'attachment; filename="overleg.ics"'
    return antwoord


def _toon(
    request: HttpRequest, overleg: Overleg, wie: Kijker, form: ZaakForm, *, status: int = 200
) -> HttpResponse:
    punten = agenda_van(overleg, wie=wie)
    tafel = tafel_van(request, overleg, wie)
    aanmeldingen = [een.aanmelding.pk for een in tafel["wachtend"]] if tafel else []
    aanmeldingen += [een.pk for een in tafel["besloten"]] if tafel else []
    leg_vast(
        Act(
            handeling="overleg.ingezien",
            object_soort="overleg",
            object=overleg.pk,
            aantallen={"agendapunten": len(punten)},
            onderwerpen=[
                *(("casus", punt.casus_id) for punt in punten),
                *(("aanmelding", een) for een in aanmeldingen),
            ],
        )
    )
    soorten = labels("overleg_soort")["overleg_soort"]
    afgelast, geweest = overleg.afgelast_op is not None, overleg.datum <= vandaag()
    concepten = [punt for punt in punten if punt.is_concept] if wie.is_huis else []
    context = {
        "overleg": overleg,
        "afgelast": afgelast,
        "geweest": geweest,
        "van_het_huis": wie.is_huis,
        "mag_wijzigen": wie.is_huis and overleg_te_wijzigen(overleg.pk, wie=wie) is not None,
        "mag_beginnen": wie.is_huis and geweest and not afgelast and bool(concepten),
        "te_vast": sum(punt.is_gevuld for punt in concepten) if geweest and not afgelast else 0,
        "soort": soorten.get(overleg.soort, overleg.soort),
        "punten": punten,
        "tafel": tafel,
        "is_triage": overleg.soort == TRIAGETAFEL,
        "komt_nog": overleg.datum >= vandaag(),
        "mag_plannen": wie.is_huis and not afgelast,
        "formulier": form,
        "kruimels": kruimels(),
    }
    return render(request, "overleg/agenda.html", context, status=status)


def kruimels(overleg: Overleg | None = None) -> list[dict[str, Any]]:
    """Back to the list, and to the overleg."""
    terug = [{"titel": _("Overleggen"), "url": reverse("overleg:lijst")}]
    if overleg:
        terug.append({"titel": _("Agenda"), "url": reverse("overleg:agenda", args=[overleg.pk])})
    return terug
