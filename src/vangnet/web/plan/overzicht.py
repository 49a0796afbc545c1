# SPDX-License-Identifier: EUPL-1.2
"""Plan & afspraken of a casus: what is open, overdue first, and what is done."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vangnet.afsluiting.stand import volgt_tot
from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.models import Casus
from vangnet.casus.selectors import werkt_eraan, werkt_voor_het_huis
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag
from vangnet.plan.models import Plan, PlanVersie
from vangnet.plan.ondertekenaars import Ondertekenaar, ondertekenaars
from vangnet.plan.selectors import (
    Lijst,
    afspraken_van,
    doelen_van,
    plan_met_versies,
    uitvoerders,
)
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.afspraken import afspraakregels, als_zin
from vangnet.web.componenten.kruimels import kruimels_naar_zaken
from vangnet.web.componenten.tekenaars import genoemden, onbekende, tekenzin
from vangnet.web.componenten.zaakbalk import zaakbalk
from vangnet.web.getypt import getypt_elders
from vangnet.web.plan.doelregels import doelregels
from vangnet.web.plan.forms import AfspraakForm
from vangnet.web.plan.weigeren import geweigerd
from vangnet.web.recht import recht


@recht(Recht.CASUS_INZIEN)
@require_safe
def overzicht(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """The afspraken of a casus; the house adds one on the same page."""
    wie = kijker(Recht.CASUS_INZIEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.CASUS_INZIEN)
    casus = kop.casus
    huis = werkt_voor_het_huis(casus, wie=wie)
    woorden = labels("domein", "leefgebied", "nadruk", "resultaat")
    doelen = doelen_van(casus, wie=wie)
    plan, versies = plan_met_versies(casus, wie=wie)
    tekenaars = ondertekenaars(plan, wie=wie) if plan else ()
    _leg_vast(casus.pk, lijst := afspraken_van(casus, wie=wie, dag=vandaag()), tekenaars)
    context = {
        **zaakbalk(kop, "plan"),
        "huis_werkt": huis,
        "regie": huis and wie.is_huis,
        "kruimels": kruimels(casus, wie),
        **_afspraken(casus, lijst, wie, woorden["domein"], huis=huis),
        **_plan(kop, wie, woorden["nadruk"], plan, versies),
        **_tekenen(plan, versies, tekenaars),
        "doelen": doelregels(doelen, woorden, dag=vandaag()),
    }
    if huis:
        getypt = getypt_elders(request, reverse("plan:afspraak_nieuw", args=[casus_id]))
        context["formulier"] = AfspraakForm(
            uitvoerders=uitvoerders(casus), doelen=doelen, initial=getypt
        )
    return render(request, "plan/overzicht.html", context)


def _leg_vast(casus: UUID, lijst: Lijst, tekenaars: Sequence[Ondertekenaar]) -> None:
    mensen = [("persoon", een.persoon_id) for een in genoemden(tekenaars)]
    leg_vast(
        Act(
            handeling="plan.ingezien",
            object_soort="casus",
            object=casus,
            casus=casus,
            aantallen={"afspraken": len([*lijst.open, *lijst.nu_klaar, *lijst.klaar])},
            onderwerpen=[("casus", casus), *mensen],
        )
    )


def _afspraken(
    casus: Casus, lijst: Lijst, wie: Kijker, domeinen: Mapping[str, str], *, huis: bool
) -> dict[str, Any]:
    dag = vandaag()
    partner = wie.is_partner and not huis and werkt_eraan(casus, wie=wie)
    return {
        naam: afspraakregels(afspraken, dag=dag, huis=huis, partner=partner, domeinen=domeinen)
        for naam, afspraken in vars(lijst).items()
    }


def _plan(
    kop: Zaakkop,
    wie: Kijker,
    nadruk: Mapping[str, str],
    plan: Plan | None,
    versies: Sequence[PlanVersie],
) -> dict[str, Any]:
    """The plan with its versions, for who sees the whole casus; a partner sees none."""
    # That of the plan itself is what the year of its first version counts.
    nu = versies[0].nadruk if versies else plan.nadruk if plan else ""
    return {
        "ziet_plan": kop.heel,
        "mag_vaststellen": wie.is_huis,
        "plan": plan,
        "volgt_tot": volgt_tot(plan.volgen_tot, kop.casus) if plan and plan.volgen_tot else None,
        "volgt_nog": bool(plan and plan.volgen_tot and plan.volgen_tot > vandaag()),
        "nadruk": nadruk.get(nu, nu),
        "versies": [(een, nadruk.get(een.nadruk, een.nadruk)) for een in versies],
    }


def _tekenen(
    plan: Plan | None, versies: Sequence[PlanVersie], tekenaars: Sequence[Ondertekenaar]
) -> dict[str, Any]:
    """Who signed which version; of one person the plan says it, of more each says it."""
    if plan is None:
        return {}
    nummers: dict[UUID | None, int] = {een.pk: een.nummer for een in versies}
    getekend = {een.handtekening.versie for een in tekenaars if een.handtekening}
    return {
        "getekend": nummers.get(plan.getekende_versie_id),
        "handtekening_reden": als_zin(plan.handtekening_reden or ""),
        "getekende_versies": {plan.getekende_versie_id, *getekend},
        "tekenregels": [(een, tekenzin(een, nummers)) for een in tekenaars if len(tekenaars) > 1],
        "onbekende": onbekende(plan, tekenaars) if len(tekenaars) > 1 else "",
    }


def kruimels(casus: Casus, wie: Kijker) -> list[dict[str, str]]:
    """Back to the casus."""
    zaak = {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])}
    return [*kruimels_naar_zaken(wie), zaak]
