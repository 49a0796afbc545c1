# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from vangnet.afsluiting.selectors import Zaakpagina, Zaakregel, zaakpagina
from vangnet.casus.deelname import Uitnodiging, uitnodigingen_met_kenmerk
from vangnet.casus.querysets import ziet_casussen_heel
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam, het_huis
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.voortgang.selectors import termijnen_van
from vangnet.web.componenten.zaakwoorden import FASEN, wat_er_komt
from vangnet.web.recht import recht
from vangnet.web.zaken.filters import filterbalk
from vangnet.web.zaken.forms import FilterForm
from vangnet.web.zaken.onderwerpen import van_casussen


@recht(Recht.ZAKEN_INZIEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The casussen of the house, newest kenmerk first; a choice that isn't one filters nothing."""
    wie, huis = kijker(Recht.ZAKEN_INZIEN), het_huis()
    form = FilterForm(request.GET, wie=wie)
    sleutels = {naam: _sleutel(request, naam) for naam in ("na", "voor")}
    pagina = zaakpagina(
        form.zaakfilter(), wie=wie, dag=vandaag(), gezet=termijnen_van(huis), **sleutels
    )
    gevraagd = uitnodigingen_met_kenmerk(wie)
    _leg_inzage_vast(pagina, gevraagd)
    context = {
        "huis": huis,
        "uitnodigingen": gevraagd,
        "mag_uitvoeren": wie.is_huis,
        "formulier": form,
        "pagina": pagina,
        "rijen": [Lijstregel(zaak) for zaak in pagina.zaken],
        "inzetten": {code.code: code.label for code in CODELIJSTEN["inzet"].codes},
        "met_aanmelding": ziet_casussen_heel(wie),
        "actief": _actieve_filters(form),
        "kruimels": [],
        "eerste": _eerste(request),
        **_bladeren(request, pagina),
        **filterbalk(wie, form),
    }
    return render(request, "zaken/lijst.html", context, status=422 if form.errors else 200)


class Lijstregel:
    """A casus in words."""

    def __init__(self, zaak: Zaakregel) -> None:
        self.zaak = zaak
        self.gemeente = gemeentenaam(zaak.casus.gemeente)
        self.fase = FASEN[zaak.fase] if zaak.fase else ""
        self.regisseurs = ", ".join(zaak.regisseurs)
        self.wat = wat_er_komt(zaak.wat)
        self.te_laat = zaak.volgende is not None and zaak.volgende < vandaag()


def _leg_inzage_vast(pagina: Zaakpagina, gevraagd: Sequence[Uitnodiging]) -> None:
    leg_vast(
        Act(
            handeling="zaken.ingezien",
            object_soort="lijst",
            onderwerpen=[
                *van_casussen(zaak.casus for zaak in pagina.zaken),
                *(("casus", rol.casus_id) for rol, _kenmerk in gevraagd),
            ],
        )
    )


def _sleutel(request: HttpRequest, naam: str) -> str:
    """A kenmerk from the address; PostgreSQL takes no NUL in a text."""
    return request.GET.get(naam, "").replace("\0", "")


def _eerste(request: HttpRequest) -> str:
    """The address of the first page with the same filters, for who is further; else empty."""
    vast = {naam: waarde for naam, waarde in request.GET.items() if naam not in {"na", "voor"}}
    return f"?{urlencode(vast)}" if len(vast) < len(request.GET) else ""


def _bladeren(request: HttpRequest, pagina: Zaakpagina) -> dict[str, str]:
    vast = {naam: waarde for naam, waarde in request.GET.items() if naam not in {"na", "voor"}}
    aantal = len(pagina.zaken)
    zin = ngettext("%(aantal)s zaak op deze pagina", "%(aantal)s zaken op deze pagina", aantal)
    return {
        "vorige": f"?{urlencode({**vast, 'voor': pagina.vorige})}" if pagina.vorige else "",
        "volgende": f"?{urlencode({**vast, 'na': pagina.volgende})}" if pagina.volgende else "",
        "in_beeld": zin % {"aantal": aantal},
    }


def _actieve_filters(form: FilterForm) -> list[dict[str, str]]:
    gekozen = {naam: str(waarde) for naam, waarde in form.gekozen().items()}
    actief = []
    for naam, waarde in gekozen.items():
        keuzes = dict(getattr(form.fields[naam], "choices", []))
        over = {ander: tekst for ander, tekst in gekozen.items() if ander != naam}
        titel = keuzes.get(form.cleaned_data[naam], waarde)
        actief.append(
            {"titel": f"{form.fields[naam].label}: {titel}", "url": f"?{urlencode(over)}"}
        )
    return actief
