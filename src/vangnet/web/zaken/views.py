# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Sequence
from datetime import datetime
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vangnet.afsluiting.selectors import Zaakpagina, zaakpagina
from vangnet.casus.deelname import kenmerken
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.selectors import Grond, Waarom, bronnen_voor, uitnodigingen, waarom
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.klok import vandaag
from vangnet.toegang.inzagen import noodtoegang_op
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.waarom import in_woorden
from vangnet.web.componenten.zaaktabs import zaaktabs
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht
from vangnet.web.zaken.bijdragen import Bijdrageregel, bijdrageregels
from vangnet.web.zaken.dossier import dossier
from vangnet.web.zaken.forms import FilterForm
from vangnet.web.zaken.onderwerpen import van_casussen


@recht(Recht.ZAKEN_INZIEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """The casussen of the house, newest kenmerk first."""
    wie = kijker(Recht.ZAKEN_INZIEN)
    form = FilterForm(request.GET, wie=wie)
    pagina = zaakpagina(
        form.zaakfilter(),
        wie=wie,
        dag=vandaag(),
        na=_sleutel(request, "na"),
        voor=_sleutel(request, "voor"),
    )
    gevraagd = _uitnodigingen(wie)
    _leg_inzage_vast(pagina, gevraagd)
    context = {
        "uitnodigingen": gevraagd,
        "mag_uitvoeren": wie.is_huis,
        "formulier": form,
        "pagina": pagina,
        "rijen": [(zaak, gemeentenaam(zaak.casus.gemeente)) for zaak in pagina.zaken],
        "inzetten": {code.code: code.label for code in CODELIJSTEN["inzet"].codes},
        "actief": _actieve_filters(form),
        "kruimels": [],
        "eerste": _eerste(request),
        **_bladeren(request, pagina),
    }
    return render(request, "zaken/lijst.html", context)


def _uitnodigingen(wie: Kijker) -> list[tuple[CasusRol, str]]:
    """Invitations that wait for an answer, with the kenmerk: all that is known before a yes."""
    open_ = uitnodigingen(wie)
    bekend = kenmerken() if open_ else {}
    return [(rol, bekend[rol.pk]) for rol in open_ if rol.pk in bekend]


def _leg_inzage_vast(pagina: Zaakpagina, gevraagd: Sequence[tuple[CasusRol, str]]) -> None:
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
    return {
        "vorige": f"?{urlencode({**vast, 'voor': pagina.vorige})}" if pagina.vorige else "",
        "volgende": f"?{urlencode({**vast, 'na': pagina.volgende})}" if pagina.volgende else "",
        "in_beeld": _("%(aantal)s zaken op deze pagina") % {"aantal": aantal},
    }


def _actieve_filters(form: FilterForm) -> list[dict[str, str]]:
    gekozen = {naam: str(waarde) for naam, waarde in form.cleaned_data.items() if waarde}
    actief = []
    for naam, waarde in gekozen.items():
        keuzes = dict(getattr(form.fields[naam], "choices", []))
        over = {ander: tekst for ander, tekst in gekozen.items() if ander != naam}
        titel = keuzes.get(form.cleaned_data[naam], waarde)
        actief.append(
            {"titel": f"{form.fields[naam].label}: {titel}", "url": f"?{urlencode(over)}"}
        )
    return actief


@recht(Recht.CASUS_INZIEN)
@require_safe
def casus(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """One casus: how it stands, who is in it and what happened."""
    wie = kijker(Recht.CASUS_INZIEN)
    gevonden = zichtbaar_voor(wie).select_related("hoofdbetrokkene").filter(pk=casus_id).first()
    if gevonden is None:
        leg_vast(weigering("casus.geweigerd", "casus", casus_id, regel=Recht.CASUS_INZIEN))
        return niet_gevonden(request)
    inhoud = dossier(gevonden, wie=wie, dag=vandaag())
    mag = bool(bronnen_voor(gevonden, wie=wie))
    bijdragen = bijdrageregels(gevonden, wie=wie, mag=mag)
    reden = waarom(gevonden, wie=wie)
    _leg_blik_vast(gevonden.pk, inhoud.persoon_ids, bijdragen, regel=reden.grond)
    context = {
        "bijdragen": bijdragen,
        "mag_bijdragen": mag,
        "casus": gevonden,
        "dossier": inhoud,
        "tabs": zaaktabs(gevonden.pk, "zaak"),
        "kruimels": kruimels_naar_zaken(wie),
        "waarom": in_woorden(reden),
        "inzage": reden.inzage,
        "noodtoegang_op": _noodtoegang_op(gevonden, reden),
    }
    return render(request, "zaken/casus.html", context)


def _noodtoegang_op(casus: Casus, reden: Waarom) -> Sequence[datetime]:
    """Asked only for who is named by the house; the database looks whether as regisseur."""
    return noodtoegang_op(casus.pk) if reden.grond is Grond.GENOEMD else []


def _leg_blik_vast(
    casus_id: UUID, personen: Sequence[UUID], bijdragen: Sequence[Bijdrageregel], *, regel: Grond
) -> None:
    leg_vast(
        Act(
            handeling="casus.ingezien",
            object_soort="casus",
            object=casus_id,
            casus=casus_id,
            regel=regel,
            velden=["bijdragen"] if bijdragen else [],
            aantallen={"bijdragen": len(bijdragen)},
            onderwerpen=[("casus", casus_id), *(("persoon", persoon) for persoon in personen)],
        )
    )
