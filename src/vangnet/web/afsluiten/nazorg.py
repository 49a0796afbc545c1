# SPDX-License-Identifier: EUPL-1.2
"""After closing: the light list that opens no dossier, and reopening."""

from collections.abc import Iterable, Sequence
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db.models import Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.afsluiting.heropenvragen import (
    Heropenregel,
    heropenvraag_afhandelen,
    heropenvraag_terug,
    heropenvragen,
    open_zaken,
)
from vangnet.afsluiting.models import Afsluiting, Nazorg
from vangnet.afsluiting.querysets import heropenvragen_voor, nazorg_voor
from vangnet.afsluiting.regels import terug_vanaf
from vangnet.afsluiting.services import (
    casus_heropenen,
    nazorg_beantwoorden,
    nazorg_heropenen,
)
from vangnet.afsluiting.stand import Volgplan, nazorg_van, volgplannen
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.afsluiten.beslisvelden import begin
from vangnet.web.afsluiten.forms import HeropenForm
from vangnet.web.afsluiten.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.beslissers import deelnemers
from vangnet.web.componenten.tekenaars import genoemden, tekenzinnen
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ongedaan import maak_ongedaan
from vangnet.web.recht import recht


@recht(Recht.NAZORG_DOEN)
@require_safe
def lijst(request: HttpRequest) -> HttpResponse:
    """Whom to ask whether the person is in care, and which signed plans are followed."""
    wie, dag = kijker(Recht.NAZORG_DOEN), vandaag()
    vragen, volgen, gevraagd = nazorg_van(wie), volgplannen(wie, dag=dag), heropenvragen(wie)
    al_open = open_zaken(wie) if any(een.wacht for een in gevraagd) else {}
    _leg_vast(vragen, volgen, gevraagd, al_open.values())
    context: dict[str, Any] = {
        "nu": [een for een in vragen if een.in_zorg is None and een.uiterlijk_op <= dag],
        "straks": [een for een in vragen if een.in_zorg is None and een.uiterlijk_op > dag],
        "niet_in_zorg": [een for een in vragen if een.in_zorg is False],
        "volgen": [(een, tekenzinnen(een.plan, een.tekenaars)) for een in volgen],
        "in_zorg": [een for een in vragen if een.in_zorg],
        "terug_vanaf": terug_vanaf(dag),
        "mag_heropenen": wie.mag(Recht.AFSLUITEN),
        "heropenvragen": [(een, al_open.get(een.laatste.pk)) for een in gevraagd if een.wacht],
        "afgehandeld": [een for een in gevraagd if not een.wacht],
    }
    return render(request, "afsluiten/nazorg.html", context)


def _leg_vast(
    vragen: Sequence[Nazorg],
    volgen: Sequence[Volgplan],
    gevraagd: Sequence[Heropenregel],
    open_: Iterable[UUID],
) -> None:
    """Of the questions to reopen whose casus isn't open only how many.

    Whose casus it is, tells whether there is one. Who signed is named where more can.
    """
    mensen = dict.fromkeys(mens.persoon_id for een in volgen for mens in genoemden(een.tekenaars))
    gezien = (*(een.casus_id for een in vragen), *(een.casus.pk for een in volgen), *open_)
    leg_vast(
        Act(
            handeling="nazorg.ingezien",
            object_soort="nazorg",
            aantallen={
                "nazorg": len(vragen),
                "volgen": len(volgen),
                "heropenvragen": sum(een.aantal for een in gevraagd),
            },
            onderwerpen=[
                *(("casus", een) for een in dict.fromkeys(gezien)),
                *(("persoon", een) for een in mensen),
            ],
        )
    )


@recht(Recht.AFSLUITEN)
@require_POST
def heropenvraag(request: HttpRequest, vraag_id: UUID) -> HttpResponseBase:
    """A regisseur looked at the question of a trajectbegeleider."""
    try:
        heropenvraag_afhandelen(vraag_id, wie=kijker(Recht.AFSLUITEN))
    except NietToegestaan:
        return geweigerd(request, "heropenvraag", vraag_id, regel=Recht.AFSLUITEN)
    messages.success(
        request, _("De vraag is afgehandeld. Vergist? Zet haar terug bij Net afgehandeld.")
    )
    return redirect("nazorg:lijst")


@recht(Recht.AFSLUITEN)
@require_POST
def heropenvraag_open(request: HttpRequest, vraag_id: UUID) -> HttpResponseBase:
    """Undo that it was handled; a second click finds it waiting already."""
    wie = kijker(Recht.AFSLUITEN)
    vraag = heropenvragen_voor(wie).filter(pk=vraag_id).first()
    if vraag is None:
        return geweigerd(request, "heropenvraag", vraag_id, regel=Recht.AFSLUITEN)
    maak_ongedaan(
        request,
        lambda: heropenvraag_terug(vraag_id, wie=wie),
        staat_er=vraag.behandeld_op is None,
        weiger=lambda: leg_weigering_vast("heropenvraag", vraag_id, regel=Recht.AFSLUITEN),
        gelukt=_("De vraag staat weer bij Gevraagd om te heropenen."),
        anders=_("Moet de zaak weer open? Kies dan Een gesloten zaak heropenen."),
    )
    return redirect("nazorg:lijst")


@recht(Recht.NAZORG_DOEN)
@require_POST
def antwoord(request: HttpRequest, nazorg_id: UUID) -> HttpResponseBase:
    """Yes or no, once; a no proposes to reopen."""
    wie = kijker(Recht.NAZORG_DOEN)
    gegeven = request.POST.get("in_zorg")
    gevonden = nazorg_voor(wie).filter(pk=nazorg_id).first()
    try:
        if gevonden is None:
            raise NietToegestaan("Dit kan niet.")
        if gegeven not in {"ja", "nee"}:
            messages.error(request, _("Kies ja of nee."))
            return redirect("nazorg:lijst")
        nazorg_beantwoorden(nazorg_id, in_zorg=gegeven == "ja")
    except NietToegestaan:
        # To who sees the question: somebody answered it, or the casus is open again.
        if gevonden := _beantwoord(nazorg_id, wie):
            messages.warning(request, _al_klaar(gevonden))
            return redirect("nazorg:lijst")
        return geweigerd(request, "nazorg", nazorg_id, regel=Recht.NAZORG_DOEN)
    if gegeven == "ja":
        messages.success(
            request,
            _("Opgeschreven: de betrokkene is in zorg. Vergist? Kijk bij Net beantwoord."),
        )
    else:
        messages.warning(
            request,
            _("Opgeschreven: de betrokkene is niet in zorg. Bespreek of de zaak weer open moet."),
        )
    return redirect("nazorg:lijst")


@recht(Recht.NAZORG_DOEN)
@require_POST
def neem_terug(request: HttpRequest, nazorg_id: UUID) -> HttpResponseBase:
    """Take an answer back, so that the question waits again; a second click finds that it does."""
    gevonden = nazorg_voor(kijker(Recht.NAZORG_DOEN)).filter(pk=nazorg_id).first()
    if gevonden is None:
        return geweigerd(request, "nazorg", nazorg_id, regel=Recht.NAZORG_DOEN)
    maak_ongedaan(
        request,
        lambda: nazorg_heropenen(nazorg_id),
        staat_er=gevonden.in_zorg is None,
        weiger=lambda: leg_weigering_vast("nazorg", nazorg_id, regel=Recht.NAZORG_DOEN),
        gelukt=_("Het antwoord is teruggenomen. De vraag staat weer bij Nu vragen."),
        anders=_("Moet de zaak weer open? Een procesregisseur kan haar heropenen."),
    )
    return redirect("nazorg:lijst")


def _beantwoord(nazorg_id: UUID, wie: Kijker) -> Nazorg | None:
    klaar = Q(in_zorg__isnull=False) | Q(vervallen_op__isnull=False)
    gevonden = nazorg_voor(wie).filter(klaar, pk=nazorg_id).select_related("beantwoord_door")
    een: Nazorg | None = gevonden.defer("beantwoord_door__password").first()
    return een


def _al_klaar(een: Nazorg) -> str:
    """What became of a question that is answered no more."""
    if een.vervallen_op:
        return _("%(kenmerk)s is weer open. Deze vraag is vervallen.") % {"kenmerk": een.kenmerk}
    zinnen = {
        True: _("Over %(kenmerk)s schreef %(naam)s op %(dag)s al op: de betrokkene is in zorg."),
        False: _(
            "Over %(kenmerk)s schreef %(naam)s op %(dag)s al op: de betrokkene is niet in zorg."
        ),
    }
    wat = {
        "kenmerk": een.kenmerk,
        "naam": een.beantwoord_door.naam if een.beantwoord_door else "",
        "dag": date_format(een.beantwoord_op, "j b Y") if een.beantwoord_op else "",
    }
    zin = zinnen[bool(een.in_zorg)] % wat
    if een.beantwoord_op and een.beantwoord_op >= terug_vanaf(vandaag()):
        terug = _("Is dat niet zo? Neem dat antwoord hieronder terug, en antwoord opnieuw.")
        return f"{zin} {terug}"
    return zin


@recht(Recht.AFSLUITEN)
@bewaart(HeropenForm, concept=gettext_lazy("Heropenen"))
@require_http_methods(["GET", "POST"])
def heropen(request: HttpRequest) -> HttpResponseBase:
    """By kenmerk, because nobody of the casework sees a closed casus."""
    wie = kijker(Recht.AFSLUITEN)
    kenmerk = request.GET.get("kenmerk", "")[:60]
    form = HeropenForm(
        request.POST or None,
        deelnemers=deelnemers(),
        initial=getypt(request, begin(wie) | {"kenmerk": kenmerk}),
    )
    if request.method == "POST" and form.is_valid():
        try:
            casus = casus_heropenen(form.cleaned_data["kenmerk"], form.beslissing())
        except NietToegestaan:
            leg_vast(weigering("casus.geweigerd", "casus", None, regel=Recht.AFSLUITEN))
            form.add_error("kenmerk", _heropenen_kan_niet())
        else:
            messages.success(request, _weer_open(casus))
            return redirect("zaken:casus", casus)
    context = {
        "formulier": form,
        "kruimels": [{"titel": _("Nazorg"), "url": reverse("nazorg:lijst")}],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "afsluiten/heropenen.html", context, status=status)


def _weer_open(casus: UUID) -> str:
    zin = _("De zaak is weer open, met haar mensen en geschiedenis.")
    if Afsluiting.objects.filter(casus=casus, heropend_op=vandaag()).exists():
        return zin
    # Closed today: she was open on every day, as kerncijfers.md counts.
    telt_niet = _("Zij ging vandaag pas dicht: de cijfers tellen geen sluiten en geen heropenen.")
    return f"{zin} {telt_niet}"


def _heropenen_kan_niet() -> str:
    """One answer, whether it isn't there, isn't closed, isn't theirs or closed after the day."""
    return _(
        "Er is geen gesloten zaak met dit kenmerk die jij kunt heropenen. "
        "Of de dag van het besluit ligt voor de dag van het sluiten."
    )
