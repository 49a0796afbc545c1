# SPDX-License-Identifier: EUPL-1.2
from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import formats
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.indicator import Thema
from vangnet.kerncijfers.controles import Oordeel
from vangnet.kerncijfers.models import GepubliceerdCijfer
from vangnet.toegang.regels import Recht
from vangnet.web.cijfers.blokken import blok
from vangnet.web.cijfers.jaren import Jaarreeks, heel_jaar, jaarkeuze, met_eerdere_jaren
from vangnet.web.cijfers.vondsten import Vondst, vondsten_bij
from vangnet.web.cijfers.woorden import (
    THEMATITELS,
    eenheid_in_woorden,
    verschil_in_woorden,
    waarde_in_woorden,
)
from vangnet.web.componenten import grafiek
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht

IN_EEN_OOGOPSLAG = (
    "zaken_aangemeld",
    "zaken_openstaand",
    "goed_resultaat",
    "personen_betrokken",
    "trajectbegeleiding",
    "kort_advies",
)


@recht(Recht.CIJFERS_INZIEN)
@require_safe
def oogopslag(request: HttpRequest) -> HttpResponse:
    """Six figures with their change and a small chart, and where figures contradict each other."""
    form, jaar = jaarkeuze(request.GET)
    nu = heel_jaar(jaar)
    reeks = met_eerdere_jaren(nu, sleutels=IN_EEN_OOGOPSLAG)
    vondsten = vondsten_bij(nu)
    context = {
        "formulier": form,
        "jaar": jaar,
        "jaar_tekst": str(jaar),
        "tegels": [_tegel(sleutel, reeks, vondsten) for sleutel in IN_EEN_OOGOPSLAG],
        "themas": _themas(jaar),
        "tegenspraken": _van_oordeel(vondsten, Oordeel.TEGENSPRAAK),
        "vragen": _van_oordeel(vondsten, Oordeel.VRAAG),
        "heeft_cijfers": any(waarde for _jaar, waarde in reeks.reeks("zaken_aangemeld")),
    }
    return render(request, "cijfers/oogopslag.html", context)


def _tegel(sleutel: str, reeks: Jaarreeks, vondsten: Sequence[Vondst]) -> dict[str, Any]:
    cijfer = reeks.nu(sleutel)
    indicator = cijfer.indicator
    jaar = {"jaar": reeks.jaar}
    peildatum = formats.date_format(date(reeks.jaar, 1, 1), "j b Y")
    tegenspraak = [
        een
        for een in _van_oordeel(vondsten, Oordeel.TEGENSPRAAK)
        if een.sleutel == sleutel and een.gaat_over(reeks.jaar)
    ]
    return {
        "titel": indicator.titel,
        "url": f"{reverse('cijfers:thema', args=[indicator.thema])}?jaar={reeks.jaar}#{sleutel}",
        "waarde": waarde_in_woorden(cijfer),
        "eenheid": eenheid_in_woorden(cijfer),
        "verschil": verschil_in_woorden(cijfer, reeks.vorig(sleutel), jaar=reeks.jaar),
        "grafiek": grafiek.balkjes(reeks.reeks(sleutel), titel=indicator.titel),
        "peildatum": (
            _("Peildatum %(dag)s") % {"dag": peildatum}
            if indicator.is_stand
            else _("Heel %(jaar)s") % jaar
        ),
        "let_op": _("Tegenspraak") if tegenspraak else "",
    }


@recht(Recht.CIJFERS_INZIEN)
@require_safe
def thema(request: HttpRequest, thema: str) -> HttpResponse:
    """Every figure of a theme: finding, chart, table, definition, history and checks."""
    if thema not in list(Thema):
        return niet_gevonden(request)
    form, jaar = jaarkeuze(request.GET)
    sleutels = [een.sleutel for een in CATALOGUS.values() if een.thema == thema]
    nu = heel_jaar(jaar)
    reeks = met_eerdere_jaren(nu, sleutels=sleutels)
    publicaties = _publicaties(sleutels)
    vondsten = vondsten_bij(nu)
    blokken = [
        blok(sleutel, reeks, publicaties=publicaties, vondsten=vondsten) for sleutel in sleutels
    ]
    context = {
        "formulier": form,
        "jaar": jaar,
        # As text: a number of four digits would get a thousands point in an address.
        "jaar_tekst": str(jaar),
        "titel": THEMATITELS[Thema(thema)],
        "thema": thema,
        "themas": _themas(jaar, actief=thema),
        "blokken": blokken,
        "kruimels": [{"titel": _("Cijfers"), "url": f"{reverse('cijfers:oogopslag')}?jaar={jaar}"}],
    }
    return render(request, "cijfers/thema.html", context)


@recht(Recht.CIJFERS_INZIEN)
@require_safe
def controles(request: HttpRequest) -> HttpResponse:
    """Every place where published and computed figures don't agree."""
    form, jaar = jaarkeuze(request.GET)
    vondsten = vondsten_bij(heel_jaar(jaar))
    context = {
        "formulier": form,
        "jaar": jaar,
        "jaar_tekst": str(jaar),
        "groepen": [(oordeel, _van_oordeel(vondsten, oordeel)) for oordeel in Oordeel],
        "kruimels": [{"titel": _("Cijfers"), "url": f"{reverse('cijfers:oogopslag')}?jaar={jaar}"}],
    }
    return render(request, "cijfers/controles.html", context)


def _van_oordeel(vondsten: Sequence[Vondst], oordeel: Oordeel) -> list[Vondst]:
    return [een for een in vondsten if een.oordeel is oordeel]


def _publicaties(sleutels: Sequence[str]) -> dict[str, list[GepubliceerdCijfer]]:
    per_sleutel: dict[str, list[GepubliceerdCijfer]] = defaultdict(list)
    rijen = GepubliceerdCijfer.objects.filter(sleutel__in=sleutels)
    for rij in rijen.order_by("van", "tot", "uitsplitsing", "rapport", "plaats"):
        per_sleutel[rij.sleutel].append(rij)
    return per_sleutel


def _themas(jaar: int, *, actief: str = "") -> list[dict[str, Any]]:
    return [
        {
            "titel": titel,
            "url": f"{reverse('cijfers:thema', args=[een])}?jaar={jaar}",
            "actief": een == actief,
        }
        for een, titel in THEMATITELS.items()
    ]
