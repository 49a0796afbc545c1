# SPDX-License-Identifier: EUPL-1.2
"""From procesregie to ondersteuning and back: a page says what changes and asks what is needed."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vangnet.casus.deelname import inzet_wisselen
from vangnet.casus.models import Casus
from vangnet.casus.ondersteuning import (
    is_terug,
    lopende_inzet,
    ondersteuning_van,
    ondersteuning_vastleggen,
)
from vangnet.casus.selectors import huiscasus
from vangnet.inrichting.selectors import labels
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.losse import Geregeld, open_afspraken, stoppen
from vangnet.voortgang.trajecten import begeleiding_stopte, loopt_traject
from vangnet.web.afspraakvelden import geregeld
from vangnet.web.blik import leg_formulier_vast
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Schakel, iemand_was_je_voor
from vangnet.web.recht import recht
from vangnet.web.zaken.ondersteuning import naar_de_zaak
from vangnet.web.zaken.ondersteuningform import WisselForm
from vangnet.web.zaken.openen import leg_weigering_vast

ANDERE = {"procesregie": "ondersteuning", "ondersteuning": "procesregie"}


@recht(Recht.DEELNAME_REGELEN)
@bewaart(WisselForm, concept=gettext_lazy("Wissel van inzet"))
@require_http_methods(["GET", "POST"])
def wissel(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Switch to the other inzet; the database decides who may and from which day.

    While a traject runs, ondersteuning asks why it stops too.
    naar: what the page proposed, so that a second click doesn't switch back.
    """
    wie = kijker(Recht.DEELNAME_REGELEN)
    casus = huiscasus(casus_id, wie=wie)
    naar = _naar(casus)
    if casus is None or not naar:
        return geweigerd(request, casus_id)
    gestuurd = request.method == "POST"
    if gestuurd and request.POST.get("naar") != naar:
        return _al_gewisseld(request, casus, wie, nu=ANDERE[naar])
    traject = loopt_traject(casus_id, dag=vandaag())
    afspraken = open_afspraken(casus_id, wie=wie) if traject else []
    form = WisselForm(
        request.POST or None, traject=traject, afspraken=afspraken, initial=getypt(request)
    )
    licht = naar == "ondersteuning"
    if not gestuurd or (licht and not form.is_valid()):
        return _toon(request, casus, wie, naar, form)
    terug = _gaat_terug(casus)
    try:
        _wissel(casus, naar, form, geregeld(form, afspraken) if licht else {})
    except NietToegestaan:
        intussen = huiscasus(casus_id, wie=wie)
        if intussen and _naar(intussen) == ANDERE[naar]:
            return _al_gewisseld(request, intussen, wie, nu=naar)
        return geweigerd(request, casus_id)
    messages.success(request, _gewisseld(casus, naar, terug=terug))
    return redirect("zaken:casus", casus_id)


def _al_gewisseld(request: HttpRequest, casus: Casus, wie: Kijker, *, nu: str) -> HttpResponseBase:
    """The inzet is the one that was asked for: sent twice, or somebody was first."""
    if request.POST.get("naar") != nu:
        return geweigerd(request, casus.pk)
    licht = ondersteuning_van(casus, wie=wie, dag=vandaag()) if nu == "ondersteuning" else None
    form = WisselForm(request.POST, traject=False, afspraken=())
    if licht and form.is_valid() and form.inhoud().kolommen().items() <= vars(licht).items():
        return redirect("zaken:casus", casus.pk)
    leg_weigering_vast(casus.pk, Recht.DEELNAME_REGELEN)
    woord = labels("inzet")["inzet"].get(nu, nu)
    zin = _("De inzet is al gewisseld. Nu is het: %(inzet)s.") % {"inzet": woord}
    naar = Schakel(_("Naar de zaak"), reverse("zaken:casus", args=[casus.pk]))
    return iemand_was_je_voor(request, casus.kenmerk, zin, naar=naar)


def _naar(casus: Casus | None) -> str:
    """The other inzet than the one of today; empty when there is none to switch from."""
    if casus is None or casus.gesloten:
        return ""
    nu = lopende_inzet(casus, dag=vandaag())
    return ANDERE.get(nu.soort, "") if nu else ""


def _gaat_terug(casus: Casus) -> bool:
    """Whether this switch undoes one of today."""
    nu = lopende_inzet(casus, dag=vandaag())
    return nu is not None and is_terug(nu)


def _gewisseld(casus: Casus, naar: str, *, terug: bool) -> str:
    """What to say, both times that who went along does not come back with the inzet."""
    gestopt = begeleiding_stopte(casus.pk, dag=vandaag())
    if not terug:
        if gestopt and naar == "ondersteuning":
            return _(
                "De inzet is veranderd en de trajectbegeleiding is gestopt. Ga je vandaag nog "
                "terug, dan is de inzet niet gewisseld, maar blijft de begeleiding gestopt."
            )
        return _("De inzet is veranderd. Ga je vandaag nog terug, dan is er niets gewisseld.")
    gezegd = _("Je bent terug: de inzet is niet gewisseld.")
    if not gestopt or naar != "procesregie":
        return gezegd
    blijft = _("De trajectbegeleiding blijft gestopt.")
    adres = reverse("voortgang:casus", args=[casus.pk])
    return format_html('{} {} <a href="{}">{}</a>', gezegd, blijft, adres, _("Opnieuw toewijzen"))


@transaction.atomic
def _wissel(casus: Casus, naar: str, form: WisselForm, keuzes: Geregeld) -> None:
    if naar == "ondersteuning" and form.reden:
        stoppen(casus.pk, reden=form.reden, wissel=True, geregeld=keuzes)
    else:
        inzet_wisselen(casus.pk, naar=naar)
    if naar == "ondersteuning":
        ondersteuning_vastleggen(casus, form.inhoud(), gelezen=0)


def _toon(
    request: HttpRequest, casus: Casus, wie: Kijker, naar: str, form: WisselForm
) -> HttpResponse:
    leg_formulier_vast(casus.pk)
    begonnen = lopende_inzet(casus, dag=vandaag())
    terug = begonnen is not None and is_terug(begonnen)
    context: dict[str, Any] = {
        "casus": casus,
        "naar": naar,
        "formulier": form if naar == "ondersteuning" else None,
        "terug": terug,
        "eerste_dag": begonnen is not None and begonnen.vanaf == vandaag(),
        "gestopt": terug and begeleiding_stopte(casus.pk, dag=vandaag()),
        "kruimels": naar_de_zaak(casus, wie),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "zaken/inzet.html", context, status=status)


def geweigerd(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The same page for what may not and for what isn't there."""
    leg_weigering_vast(casus_id, Recht.DEELNAME_REGELEN)
    return niet_gevonden(request)
