# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vangnet.casus.models import Casus
from vangnet.casus.querysets import betrokkenen_voor, in_hele
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.journaal.zegelstand import zegelstand
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.toezicht.selectors import (
    Spoor,
    acts_op_casus,
    acts_op_persoon,
    alle_kijkers,
    doorzoek,
    eigen_spoor,
    kenmerken_van,
    kijkers_van,
    spoor_van_dossier,
)
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.toezicht.forms import DoorzoekForm, GekekenForm, SpoorForm
from vangnet.web.toezicht.tabs import tabs


@recht(Recht.CASUS_INZIEN)
@require_safe
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who has looked at one casus, for who sees all of it and for who supervises."""
    kenmerk = _kenmerk_voor_kijker(casus_id)
    if kenmerk is None:
        return _geweigerd(request, "casus", casus_id)
    acts = acts_op_casus(casus_id)
    form = GekekenForm(request.GET, mensen=kijkers_van(acts))
    spoor = spoor_van_dossier(acts, form.spoorfilter(), na=request.GET.get("na", ""))
    _leg_vast("casus", casus_id, casussen=[casus_id])
    context = {
        "kenmerk": kenmerk,
        "soort": "casus",
        "kruimels": [{"titel": _("Zaken"), "url": reverse("zaken:lijst")}],
        "terug": reverse("zaken:casus", args=[casus_id]),
    }
    return _toon(request, "toezicht/gekeken.html", form=form, spoor=spoor, context=context)


def _kenmerk_voor_kijker(casus_id: UUID) -> str | None:
    wie = kijker(Recht.CASUS_INZIEN)
    gevonden = Casus.objects.filter(in_hele(wie, "pk"), pk=casus_id).first()
    if gevonden is not None:
        return gevonden.kenmerk
    houdt_toezicht = wie.mag(Recht.TOEZICHT_HOUDEN)
    return kenmerken_van({casus_id}).get(casus_id) if houdt_toezicht else None


@recht(Recht.ZAKEN_INZIEN)
@require_safe
def persoon(request: HttpRequest, persoon_id: UUID) -> HttpResponse:
    """Who has looked at one person, for the house."""
    wie = kijker(Recht.ZAKEN_INZIEN)
    gezien = betrokkenen_voor(wie).filter(persoon=persoon_id)
    casussen = list(gezien.values_list("casus", flat=True).distinct())
    if not (wie.is_huis and casussen):
        return _geweigerd(request, "persoon", persoon_id)
    acts = acts_op_persoon(persoon_id, wie=wie)
    form = GekekenForm(request.GET, mensen=kijkers_van(acts))
    spoor = spoor_van_dossier(acts, form.spoorfilter(), na=request.GET.get("na", ""))
    _leg_vast("persoon", persoon_id, casussen=casussen)
    context = {
        "soort": "persoon",
        "kruimels": [{"titel": _("Zaken"), "url": reverse("zaken:lijst")}],
    }
    return _toon(request, "toezicht/gekeken.html", form=form, spoor=spoor, context=context)


@recht(Recht.INGELOGD)
@require_safe
def mijn(request: HttpRequest) -> HttpResponse:
    """What the asker did."""
    form = SpoorForm(request.GET)
    wie = kijker(Recht.INGELOGD)
    spoor = eigen_spoor(form.spoorfilter(), wie=wie, na=request.GET.get("na", ""))
    return _toon(request, "toezicht/mijn.html", form=form, spoor=spoor, context={})


@recht(Recht.TOEZICHT_HOUDEN)
@require_safe
def begin(request: HttpRequest) -> HttpResponse:
    """How the sealing goes, and a search through all acts."""
    form = DoorzoekForm(request.GET, mensen=alle_kijkers())
    keuze = form.spoorfilter()
    # What can't be searched for finds nothing: all of it would look like an answer.
    spoor = Spoor((), "") if form.errors else doorzoek(keuze, na=request.GET.get("na", ""))
    leg_vast(
        Act(
            handeling="journaal.doorzocht",
            object_soort="journaal",
            doel="toezicht",
            velden=sorted(naam for naam, waarde in form.cleaned_data.items() if waarde),
            aantallen={"rijen": len(spoor.regels)},
        )
    )
    context = {"stand": zegelstand(), "tabs": tabs("toezicht:begin")}
    return _toon(request, "toezicht/begin.html", form=form, spoor=spoor, context=context)


def _toon(
    request: HttpRequest, sjabloon: str, *, form: SpoorForm, spoor: Spoor, context: dict[str, Any]
) -> HttpResponse:
    keuze = {naam: waarde for naam, waarde in request.GET.items() if naam != "na"}
    volgende = f"?{urlencode({**keuze, 'na': spoor.volgende})}" if spoor.volgende else ""
    return render(
        request,
        sjabloon,
        {
            "formulier": form,
            "spoor": spoor,
            "volgende": volgende,
            "eerste": f"?{urlencode(keuze)}" if "na" in request.GET else "",
            "in_beeld": ngettext(
                "%(aantal)s regel op deze pagina",
                "%(aantal)s regels op deze pagina",
                len(spoor.regels),
            )
            % {"aantal": len(spoor.regels)},
            **context,
        },
        status=422 if form.errors else 200,
    )


def _leg_vast(soort: str, onderwerp: UUID, *, casussen: Sequence[UUID]) -> None:
    """The look, with the casussen through which the reader sees the dossier."""
    leg_vast(
        Act(
            handeling="gekeken.ingezien",
            object_soort=soort,
            object=onderwerp,
            casus=onderwerp if soort == "casus" else None,
            doel="toezicht",
            onderwerpen=[
                *([("persoon", onderwerp)] if soort == "persoon" else []),
                *(("casus", een) for een in casussen),
            ],
        )
    )


def _geweigerd(request: HttpRequest, soort: str, onderwerp: UUID) -> HttpResponse:
    """The same for an id that doesn't exist: who tries ids leaves a trace either way."""
    leg_vast(weigering("gekeken.geweigerd", soort, onderwerp, regel=Recht.CASUS_INZIEN))
    return niet_gevonden(request)
