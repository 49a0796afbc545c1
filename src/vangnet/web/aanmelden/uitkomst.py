# SPDX-License-Identifier: EUPL-1.2
"""The answer to the aanmelder: in plain words what was decided and what comes next."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.db.models import F, Q
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import formats
from django.utils.timezone import localtime
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.aanmelding.antwoorden import (
    antwoord_geven,
    antwoord_lezen,
    antwoord_terugnemen,
    met_verdwijndag,
)
from vangnet.aanmelding.models import Aanmelding, Antwoord
from vangnet.aanmelding.querysets import zichtbaar_voor
from vangnet.aanmelding.regels import Antwoordwijze
from vangnet.inrichting.selectors import het_huis
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.aanmelden.albesloten import te_laat
from vangnet.web.aanmelden.inzien import kruimels, leg_ingezien_vast
from vangnet.web.aanmelden.weigeren import geweigerd, leg_weigering_vast
from vangnet.web.aanmelden.woorden import ANTWOORDWIJZEN, uitkomst_in_woorden
from vangnet.web.formulieren import Formulier, Tekstvlak
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.ingevuld import Regel, Schakel, getypt_in, iemand_was_je_voor
from vangnet.web.naamloos import eis_naamloos, is_naamloos
from vangnet.web.recht import recht


class UitkomstForm(Formulier):
    """How the aanmelder is told, and what the house adds."""

    toelichting = forms.CharField(
        label=gettext_lazy("Wat wil je erbij zeggen?"),
        required=False,
        max_length=5000,
        widget=Tekstvlak(attrs={"rows": 5}),
        help_text=gettext_lazy(
            "Bij advies: het advies zelf. Noem niemand bij naam, en geen bsn of telefoonnummer: "
            "het kenmerk is genoeg."
        ),
    )
    wijze = forms.ChoiceField(
        label=gettext_lazy("Hoe krijgt de aanmelder het antwoord?"),
        choices=ANTWOORDWIJZEN,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: Any, namen: Iterable[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._namen = namen

    def clean_toelichting(self) -> str:
        """It may go by mail, also later: then too it names nobody."""
        return eis_naamloos(self.cleaned_data["toelichting"], self._namen)


@recht(Recht.TRIAGE_DOEN)
@bewaart(UitkomstForm, concept=gettext_lazy("Antwoord aan de aanmelder"))
@require_http_methods(["GET", "POST"])
def uitkomst(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """Give the answer, once; from then on an aanmelding without casus may be destroyed."""
    wie = kijker(Recht.TRIAGE_DOEN)
    besloten = zichtbaar_voor(wie).filter(triage_besluit__isnull=False, antwoord__isnull=True)
    gevonden = _een(besloten.filter(dicht=False), aanmelding_id)
    if gevonden is None:
        return _te_laat(request, wie, aanmelding_id)
    # Whoever sent it here reads it here; what the house took down on the phone goes on paper.
    zelf = gevonden.van_organisatie is not None  # type: ignore[attr-defined]  # annotated
    begin = {"wijze": Antwoordwijze.IN_VANGNET if zelf else Antwoordwijze.BRIEF}
    form = UitkomstForm(
        request.POST or None, initial=getypt(request, begin), namen=_namen(gevonden)
    )
    if request.method == "POST" and form.is_valid():
        try:
            antwoord_geven(aanmelding_id, **form.cleaned_data)
        except NietToegestaan:
            return _te_laat(request, wie, aanmelding_id)
        messages.success(request, _("Het antwoord is vastgelegd."))
        naar_brief = form.cleaned_data["wijze"] == Antwoordwijze.BRIEF
        naam = "aanmelden:brief" if naar_brief else "aanmelden:aanmelding"
        return redirect(naam, aanmelding_id)
    leg_ingezien_vast(gevonden)
    context = _over(gevonden, vooraf=True) | {"formulier": form}
    status = 422 if request.method == "POST" else 200
    return render(request, "aanmelden/uitkomst.html", context, status=status)


def _te_laat(request: HttpRequest, wie: Kijker, aanmelding_id: UUID) -> HttpResponse:
    """It was given meanwhile, or the casus became beperkt; else the refusal that says nothing."""
    kan_niet = Q(antwoord__isnull=False) | Q(dicht=True)
    besloten = zichtbaar_voor(wie).filter(kan_niet, triage_besluit__isnull=False)
    gevonden = _een(besloten, aanmelding_id)
    if gevonden is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    titel, nu = _wat_er_staat(getattr(gevonden, "antwoord", None))
    context = {"titel": titel, "nu": nu, "antwoorden": getypt_in(request, UitkomstForm)}
    return te_laat(request, gevonden, context)


def _wat_er_staat(antwoord: Antwoord | None) -> tuple[str, list[Regel]]:
    """The title, and the answer that was given; without one the casus is beperkt."""
    if antwoord is None:
        zin = _("Bij een beperkte zaak leg je het antwoord niet in Vangnet vast. Spreek dat af.")
        return _("Dit antwoord leg je hier niet vast"), [Regel(_("De zaak is beperkt"), zin)]
    wijze = str(dict(ANTWOORDWIJZEN)[Antwoordwijze(antwoord.wijze)])
    dag = formats.date_format(localtime(antwoord.gegeven_op), "j F Y")
    regels = [Regel(_("Gegeven op"), dag), Regel(_("Hoe"), wijze)]
    if antwoord.toelichting:
        regels.append(Regel(_("Toelichting van het huis"), antwoord.toelichting))
    return _("Het antwoord is al gegeven"), regels


@recht(Recht.AANMELDEN)
@require_safe
def brief(request: HttpRequest, aanmelding_id: UUID) -> HttpResponse:
    """The answer as a letter, to print or copy, for whoever sees the aanmelding."""
    wie = kijker(Recht.AANMELDEN)
    gevonden = _een(zichtbaar_voor(wie).filter(antwoord__isnull=False), aanmelding_id)
    if gevonden is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    leg_ingezien_vast(gevonden)
    context = _over(gevonden) | {
        "antwoord": gevonden.antwoord,
        "afzender": het_huis().naam,
        "naamloos": _is_naamloos(gevonden),
        "voor_de_lezer": True,
    }
    return render(request, "aanmelden/brief.html", context)


@recht(Recht.TRIAGE_DOEN)
@require_POST
def terugnemen(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """It was recorded by mistake; the aanmelder no longer sees the decision."""
    wie = kijker(Recht.TRIAGE_DOEN)
    try:
        if not zichtbaar_voor(wie).filter(pk=aanmelding_id).exists():
            raise NietToegestaan("Dit kan niet.")
        antwoord_terugnemen(aanmelding_id)
    except NietToegestaan:
        return geweigerd(request, "aanmelding", aanmelding_id)
    messages.success(request, _("Het antwoord is teruggenomen. De aanmelder ziet het niet meer."))
    return redirect("aanmelden:aanmelding", aanmelding_id)


@recht(Recht.AANMELDEN)
@require_POST
def gelezen(request: HttpRequest, aanmelding_id: UUID) -> HttpResponseBase:
    """The aanmelder has the answer: what opened no casus may go."""
    wie = kijker(Recht.AANMELDEN)
    try:
        if not zichtbaar_voor(wie).filter(pk=aanmelding_id).exists():
            raise NietToegestaan("Dit kan niet.")
        antwoord_lezen(aanmelding_id)
    except NietToegestaan:
        return _niet_te_lezen(request, wie, aanmelding_id)
    messages.success(request, _("Bedankt. Het huis weet dat je het antwoord hebt."))
    return redirect("aanmelden:aanmelding", aanmelding_id)


def _niet_te_lezen(request: HttpRequest, wie: Kijker, aanmelding_id: UUID) -> HttpResponseBase:
    """To the aanmelder: the answer is read already, or gone; the house took it back then.

    What was decided isn't asked: without an answer that is nobody's but the house's to know.
    """
    gevonden = None if wie.is_huis else _een(zichtbaar_voor(wie), aanmelding_id)
    if gevonden is None:
        return geweigerd(request, "aanmelding", aanmelding_id)
    leg_weigering_vast("aanmelding", aanmelding_id)
    if getattr(gevonden, "antwoord", None):
        zin = _("Iemand van je organisatie zei al dat dit antwoord gelezen is.")
    else:
        zin = _(
            "Er is nu geen antwoord van het huis. Las je het net nog? Dan nam het huis het "
            "antwoord terug. Komt er een nieuw antwoord, dan staat het hier."
        )
    naar = Schakel(_("Naar de aanmelding"), reverse("aanmelden:aanmelding", args=[aanmelding_id]))
    return iemand_was_je_voor(request, gevonden.kenmerk, zin, naar=naar)


def _een(gezien: Any, aanmelding_id: UUID) -> Aanmelding | None:
    rijen = met_verdwijndag(gezien.filter(pk=aanmelding_id))
    rijen = rijen.annotate(van_organisatie=F("ingediend_door__organisatie"))
    een: Aanmelding | None = rijen.select_related("aanmelder", "antwoord").first()
    return een


def _namen(gevonden: Aanmelding) -> list[str]:
    """Whom it is about, in the words of the aanmelder."""
    return [naam for naam in (gevonden.voornamen, gevonden.achternaam) if naam]


def _is_naamloos(gevonden: Aanmelding) -> bool:
    """Of what was typed; the decision was too, and an answer from before the form looked at it."""
    getypt_erin = f"{gevonden.antwoord.toelichting or ''}\n{gevonden.verwezen_naar or ''}"
    return is_naamloos(getypt_erin, _namen(gevonden))


def _over(gevonden: Aanmelding, *, vooraf: bool = False) -> dict[str, Any]:
    return {
        "aanmelding": gevonden,
        "zinnen": uitkomst_in_woorden(gevonden, vooraf=vooraf),
        "kruimels": kruimels(gevonden),
    }
