# SPDX-License-Identifier: EUPL-1.2
"""Delen & inzage of a casus: who takes part, beperkt, and what went outside."""

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vangnet.afsluiting.zaakkop import Zaakkop, zaakkop
from vangnet.casus.betrokkenen import heeft_kanten
from vangnet.casus.deelname import Plek, beperkt_zetten, kan_er_niet_in, rol_beeindigen, uitnodigen
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.casus.regels import RolSoort
from vangnet.casus.selectors import (
    rollen_van,
    verstrekkingen_van,
    werkt_eraan,
    werkt_voor_het_huis,
)
from vangnet.casus.zijden import gevraagd_zonder_kant
from vangnet.inrichting.selectors import labels
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.componenten.zaakbalk import zaakbalk
from vangnet.web.delen.uitnodigen import UitnodigForm
from vangnet.web.delen.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.delen.woorden import Rolregel, rolregel, staat_erop, wiens
from vangnet.web.recht import recht


@recht(Recht.CASUS_INZIEN)
@require_safe
def overzicht(request: HttpRequest, casus_id: UUID) -> HttpResponse:
    """Who takes part in a casus, and what was given to others."""
    wie = kijker(Recht.CASUS_INZIEN)
    kop = zaakkop(casus_id, wie=wie, dag=vandaag())
    if kop is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.CASUS_INZIEN)
    return _toon(request, kop, wie)


@recht(Recht.DEELNAME_REGELEN)
@require_POST
def nodig_uit(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Offer somebody a place, or note that an organisation takes part."""
    wie = kijker(Recht.DEELNAME_REGELEN)
    casus = _werk(casus_id, wie)
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.DEELNAME_REGELEN)
    form = UitnodigForm(request.POST, wie=wie.gebruiker, kanten=heeft_kanten(casus))
    if not form.is_valid():
        kop = zaakkop(casus_id, wie=wie, dag=vandaag())
        assert kop is not None  # noqa: S101 - _werk has found it
        return _toon(request, kop, wie, form=form, status=422)
    zijde, beide = form.kant()
    return _doe(
        request,
        casus_id,
        lambda: uitnodigen(casus_id, form.plek(), zijde=zijde, beide_kanten=beide),
        gelukt=_("De uitnodiging is klaargezet."),
        waarop=("casus", casus_id, Recht.DEELNAME_REGELEN),
    )


@recht(Recht.MEEDOEN)
@require_POST
def beeindig(request: HttpRequest, casus_id: UUID, rol_id: UUID) -> HttpResponseBase:
    """End a rol, of somebody else as a regisseur, or one's own."""
    casus = _werk(casus_id, kijker(Recht.MEEDOEN))
    if casus is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.MEEDOEN)

    def beeindig_hier() -> None:
        # Whether one works on the casus was asked of this one.
        if all(rol.pk != rol_id for rol in rollen_van(casus)):
            raise NietToegestaan
        rol_beeindigen(rol_id)

    return _doe(
        request,
        casus_id,
        beeindig_hier,
        gelukt=_("De rol is beëindigd."),
        waarop=("casusrol", rol_id, Recht.MEEDOEN),
    )


@recht(Recht.DEELNAME_REGELEN)
@require_POST
def beperk(request: HttpRequest, casus_id: UUID) -> HttpResponseBase:
    """Close a casus to who is not named on it, or open it to the house again."""
    if _werk(casus_id, kijker(Recht.DEELNAME_REGELEN)) is None:
        return geweigerd(request, "casus", casus_id, regel=Recht.DEELNAME_REGELEN)
    beperkt = request.POST.get("beperkt") == "ja"
    gelukt = _("De zaak is nu beperkt.") if beperkt else _("De zaak is weer open voor het huis.")
    return _doe(
        request,
        casus_id,
        lambda: beperkt_zetten(casus_id, beperkt=beperkt),
        gelukt=gelukt,
        waarop=("casus", casus_id, Recht.DEELNAME_REGELEN),
    )


def _stapt_zelf_uit(rol: CasusRol, wie: Kijker) -> bool:
    """One's own, but for a traject: the house ends that with a reason, and plans who goes on."""
    return rol.gebruiker_id == wie.gebruiker and rol.rol != RolSoort.TRAJECTBEGELEIDER


def _werk(casus_id: UUID, wie: Kijker) -> Casus | None:
    """A casus on which one works; who only looks with a reason changes nothing in it."""
    casus = zichtbaar_voor(wie).filter(pk=casus_id).first()
    return casus if casus and werkt_eraan(casus, wie=wie) else None


def _doe(
    request: HttpRequest,
    casus_id: UUID,
    handeling: Callable[[], None],
    *,
    gelukt: str,
    waarop: tuple[str, UUID, Recht],
) -> HttpResponseBase:
    """Carry an act out as the last thing: the casus may be out of sight after it.

    waarop: kind and id of what it is done to, and the right that it asks, for when it is refused.
    """
    try:
        handeling()
    except NietToegestaan:
        soort, gevraagd, regel = waarop
        leg_weigering_vast(soort, gevraagd, regel=regel)
        messages.error(
            request,
            _("Dit kan niet. Er is niets veranderd. Kijk hieronder hoe het nu staat."),
        )
        return redirect("delen:overzicht", casus_id)
    messages.success(request, gelukt)
    # Who ended their own rol, or closed the casus to themselves, ends up at their own list.
    ziet_nog = zichtbaar_voor(kijker(Recht.MEEDOEN)).filter(pk=casus_id).exists()
    return redirect("delen:overzicht", casus_id) if ziet_nog else redirect("zaken:lijst")


def _toon(
    request: HttpRequest,
    kop: Zaakkop,
    wie: Kijker,
    *,
    form: UitnodigForm | None = None,
    status: int = 200,
) -> HttpResponse:
    casus, heel = kop.casus, kop.heel
    huis = werkt_voor_het_huis(casus, wie=wie)
    regelt = huis and wie.mag(Recht.DEELNAME_REGELEN)
    verstrekkingen = verstrekkingen_van(casus, wie=wie)
    kanten = regelt and heeft_kanten(casus)
    if regelt and form is None:
        form = UitnodigForm(wie=wie.gebruiker, kanten=kanten)
    rollen = _rolregels(casus, wie, bekend=form.bekend if regelt and form else None)
    _leg_vast(casus, len(rollen), len(verstrekkingen))
    context = {
        **zaakbalk(kop, "delen"),
        "rollen": rollen,
        "formulier": form,
        "kanten": kanten,
        "zonder_kant": gevraagd_zonder_kant(casus.pk) if kanten else {},
        "mag_regelen": regelt,
        "gronden": labels("verstrekkingsgrond")["verstrekkingsgrond"],
        "verstrekkingen": verstrekkingen,
        "mag_verstrekken": huis and wie.mag(Recht.VERSTREKKEN),
        "ziet_verstrekkingen": heel,
        "gekeken_url": reverse("toezicht:casus", args=[casus.pk]) if heel else "",
        **kruimels(casus),
    }
    return render(request, "delen/overzicht.html", context, status=status)


def _rolregels(casus: Casus, wie: Kijker, *, bekend: Sequence[Plek] | None) -> list[Rolregel]:
    """Who takes part and did.

    bekend: who has an account that opens a casus, for who may end each rol, and take an end of
    their own back; others don't hear of it.
    """
    dag, alle, regelt = vandaag(), rollen_van(casus), bekend is not None
    buiten = kan_er_niet_in(alle, bekend or ())
    erop = {wiens(een) for een in alle if staat_erop(een, dag)}
    return [
        rolregel(
            een,
            dag,
            buiten=regelt and een.pk in buiten,
            mag_beeindigen=regelt or _stapt_zelf_uit(een, wie),
            lezer=wie.gebruiker if regelt and wiens(een) not in erop else None,
        )
        for een in alle
    ]


def kruimels(casus: Casus) -> dict[str, Any]:
    """The way back to the casus."""
    return {
        "kruimels": [
            {"titel": _("Zaken"), "url": reverse("zaken:lijst")},
            {"titel": casus.kenmerk, "url": reverse("zaken:casus", args=[casus.pk])},
        ]
    }


def _leg_vast(casus: Casus, rollen: int, verstrekkingen: int) -> None:
    leg_vast(
        Act(
            handeling="deelname.ingezien",
            object_soort="casus",
            object=casus.pk,
            casus=casus.pk,
            aantallen={"rollen": rollen, "verstrekkingen": verstrekkingen},
            onderwerpen=[("casus", casus.pk)],
        )
    )
