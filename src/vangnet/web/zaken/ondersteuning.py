# SPDX-License-Identifier: EUPL-1.2
"""What the house does in an ondersteuning: on the overview, and as a form."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.models import Casus, Ondersteuning
from vangnet.casus.ondersteuning import (
    inzet_van,
    lopende_inzet,
    ondersteuning_van,
    ondersteuning_vastleggen,
)
from vangnet.casus.selectors import regiecasus
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import BotsendeVersie, NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import BEGON, bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht
from vangnet.web.zaken.ondersteuningform import OndersteuningForm, als_beginwaarden
from vangnet.web.zaken.openen import Geopend, leg_weigering_vast


def vak(geopend: Geopend, *, dag: date) -> dict[str, Any]:
    """Context of the overview: the ondersteuning that runs, for who sees the whole casus."""
    kop = geopend.kop
    if kop.inzet != "ondersteuning" or not kop.heel or kop.afgesloten_op:
        return {}
    een = ondersteuning_van(kop.casus, wie=geopend.wie, dag=dag)
    return {
        "is_ondersteuning": True,
        "ondersteuning": een,
        "blik_te_laat": een is not None and een.volgende_blik < dag,
        "mag_afsluiten": geopend.werkt and geopend.wie.mag(Recht.AFSLUITEN),
    }


@recht(Recht.MEEDOEN)
@bewaart(OndersteuningForm, concept=gettext_lazy("Ondersteuning"))
@require_http_methods(["GET", "POST"])
def wijzig(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Write it down or change it; a stale save becomes a page with both."""
    wie = kijker(Recht.MEEDOEN)
    casus = regiecasus(casus_id, wie=wie)
    if casus is None or casus.gesloten:
        return geweigerd(request, casus_id)
    if inzet_van(casus, dag=vandaag()) is None:
        return _geen_ondersteuning(request, casus)
    nu = ondersteuning_van(casus, wie=wie, dag=vandaag())
    form = OndersteuningForm(request.POST or None, initial=getypt(request, als_beginwaarden(nu)))
    if request.method != "POST" or not form.is_valid():
        return _toon(request, casus, wie, nu, form, status=_stand(request))
    try:
        ondersteuning_vastleggen(casus, form.inhoud(), gelezen=form.cleaned_data["versie"] or 0)
    except BotsendeVersie:
        return _botst(request, casus, wie)
    except NietToegestaan:
        # A colleague may have been first under the sending: read anew.
        casus = regiecasus(casus_id, wie=wie)
        if casus is None or casus.gesloten:
            return geweigerd(request, casus_id)
        return _geen_ondersteuning(request, casus)
    messages.success(request, _("De ondersteuning is opgeslagen."))
    return redirect("zaken:casus", casus_id)


def _geen_ondersteuning(request: HttpRequest, casus: Casus) -> HttpResponseBase:
    """There was one, until somebody switched the inzet: that; else the refusal."""
    nu = lopende_inzet(casus, dag=vandaag())
    was_er = casus.inzetten.filter(soort="ondersteuning").exists()
    if nu is None or nu.soort == "ondersteuning" or not was_er:
        return geweigerd(request, casus.pk)
    leg_weigering_vast(casus.pk, Recht.MEEDOEN)
    woord = labels("inzet")["inzet"].get(nu.soort, nu.soort)
    zin = _("De inzet is gewisseld. Nu is het: %(inzet)s.") % {"inzet": woord}
    naar = Schakel(_("Naar de zaak"), reverse("zaken:casus", args=[casus.pk]))
    return iemand_was_je_voor(request, casus.kenmerk, zin, naar=naar)


def geweigerd(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The same page for what may not and for what isn't there."""
    leg_weigering_vast(casus_id, Recht.MEEDOEN)
    return niet_gevonden(request)


def _botst(request: HttpRequest, casus: Casus, wie: Kijker) -> HttpResponse:
    """What was typed beside what is there now; the next save is on that."""
    nu = ondersteuning_van(casus, wie=wie, dag=vandaag())
    opnieuw = request.POST.copy()
    opnieuw["versie"] = str(nu.versie if nu else 0)
    form = OndersteuningForm(opnieuw, initial=als_beginwaarden(nu))
    return _toon(request, casus, wie, nu, form, status=409)


def _stand(request: HttpRequest) -> int:
    return 422 if request.method == "POST" else 200


def _toon(
    request: HttpRequest,
    casus: Casus,
    wie: Kijker,
    nu: Ondersteuning | None,
    form: OndersteuningForm,
    *,
    status: int,
) -> HttpResponse:
    leg_vast(
        Act(
            handeling="ondersteuning.ingezien",
            object_soort="casus",
            object=casus.pk,
            casus=casus.pk,
            onderwerpen=[("casus", casus.pk)],
        )
    )
    context = {
        "casus": casus,
        "ondersteuning": nu,
        "formulier": form,
        "botst": status == 409,
        "begon": request.POST.get(f"{BEGON}versie", request.POST.get("versie", "")),
        "kruimels": naar_de_zaak(casus, wie),
    }
    return render(request, "zaken/ondersteuning.html", context, status=status)


def naar_de_zaak(casus: Casus, wie: Kijker) -> list[dict[str, str]]:
    """Back to the casus."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak]
