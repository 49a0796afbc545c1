# SPDX-License-Identifier: EUPL-1.2
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_safe

from vangnet.gebruikers.beheer import ronde_tekenen
from vangnet.gebruikers.overzicht import (
    Rolregel,
    lopende_rollen,
    moet_nagelopen,
    ronde_met_oordelen,
)
from vangnet.gebruikers.overzicht import rondes as alle_rondes
from vangnet.kern.fouten import NietToegestaan, VangnetFout
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import (
    BLIJFT,
    EINDIGT,
    ROLLEN_ZONDER_INHOUD,
    AccountRolSoort,
    Recht,
)
from vangnet.toegang.selectors import rollen_van
from vangnet.toegang.vrager import huidige_vrager
from vangnet.web.beheer.kader import leg_weigering_vast, probeer, toon
from vangnet.web.beheer.woorden import ROLNAMEN, rolrij
from vangnet.web.bevestiging import vraagt_bevestiging
from vangnet.web.formulieren import Formulier
from vangnet.web.fouten import niet_gevonden
from vangnet.web.getypt import bewaart, getypt
from vangnet.web.recht import recht

# What a beheerder may judge beside roles without content: the manager can't do that alone.
_VAN_DE_BEHEERDER = ROLLEN_ZONDER_INHOUD | {AccountRolSoort.MANAGER}


# Before the id of a role, in the name of its field.
_ROL = "rol-"


class RondeForm(Formulier):
    """For each role whether it stays or ends, and a signature under the whole."""

    reeksen = (_ROL,)
    getekend = forms.BooleanField(
        label=_("Ik heb elke rol bekeken en teken hiervoor."),
        error_messages={"required": _("Zet een vinkje als je elke rol hebt bekeken.")},
    )

    def __init__(self, *args: Any, regels: list[Rolregel], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.regels = regels
        for regel in regels:
            veld = self.uit_reeks(_naam(regel))
            veld.label = f"{regel.naam}: {ROLNAMEN[regel.rol.rol]}"
            self.erbij(_naam(regel), veld)
            if regel.huisrol_elders:
                self.fields[_toch(regel)] = forms.BooleanField(
                    label=_("Deze persoon werkt voor het huis"), required=False
                )
        self.order_fields([*(een for een in self.fields if een != "getekend"), "getekend"])

    @classmethod
    def uit_reeks(cls, naam: str) -> forms.Field:
        """The verdict on one role."""
        return forms.ChoiceField(
            label=_("Rol"),
            choices=[(BLIJFT, _("Blijft")), (EINDIGT, _("Eindigt nu"))],
            widget=forms.RadioSelect,
            error_messages={"required": _("Kies of deze rol blijft of eindigt.")},
        )

    def clean(self) -> dict[str, Any]:
        """Who keeps a role of the house on an account of another organisation says so."""
        gekozen = super().clean() or self.cleaned_data
        for regel in self.regels:
            blijft = gekozen.get(_naam(regel)) == BLIJFT
            if regel.huisrol_elders and blijft and not gekozen.get(_toch(regel)):
                self.add_error(
                    _toch(regel), _("Zet een vinkje als dat zo is, of laat de rol eindigen.")
                )
        return gekozen

    def oordelen(self) -> Mapping[UUID, bool]:
        """What the act takes."""
        return {regel.rol.pk: self.cleaned_data[_naam(regel)] == BLIJFT for regel in self.regels}

    def rijen(self) -> list[tuple[Any, Any, Any]]:
        """Each role with its field, and with what to tick, if anything."""
        return [
            (
                rolrij(regel),
                self[_naam(regel)],
                self[_toch(regel)] if regel.huisrol_elders else None,
            )
            for regel in self.regels
        ]


def _naam(regel: Rolregel) -> str:
    return f"{_ROL}{regel.rol.pk}"


def _toch(regel: Rolregel) -> str:
    return f"toch-{regel.rol.pk}"


def _keuzes(velden: Mapping[str, Any]) -> dict[str, Any]:
    """What was chosen before, of each role: who signs, sets their signature and ticks now."""
    return {naam: wat for naam, wat in velden.items() if naam.startswith(_ROL)}


@recht(Recht.RECHTEN_NALOPEN)
@vraagt_bevestiging
@bewaart(RondeForm, concept=_("Rollen nalopen"))
@require_http_methods(["GET", "POST"])
def ronde(request: HttpRequest) -> HttpResponseBase:
    """Go through every role that this person may judge, and sign."""
    begin = _keuzes(getypt(request))
    form = RondeForm(request.POST or None, regels=_te_beoordelen(), initial=begin)
    try:
        klaar = form.is_bound and probeer(
            request, form, lambda: _teken(form), gelukt=_("De ronde is getekend.")
        )
    except NietToegestaan:
        # Between reading and signing a role ended: it is not in the list any more.
        form = RondeForm(None, regels=_te_beoordelen(), initial=_keuzes(request.POST))
        return toon(
            request,
            "beheer/ronde.html",
            {"formulier": form, "veranderd": True},
            hier="beheer:ronde",
            status=409,
        )
    if klaar:
        return redirect("beheer:rondes")
    status = 422 if form.is_bound else 200
    return toon(
        request, "beheer/ronde.html", {"formulier": form}, hier="beheer:ronde", status=status
    )


def _teken(form: RondeForm) -> None:
    if not form.regels:
        raise VangnetFout(str(_("Er is geen rol om na te lopen.")))
    ronde_tekenen(form.oordelen())


def _te_beoordelen() -> list[Rolregel]:
    """The running roles that the asker may judge: the same sentence as gebruikers.teken_ronde."""
    vrager = huidige_vrager()
    if vrager is None:
        return []
    alles = AccountRolSoort.MANAGER in rollen_van(vrager)
    return [
        regel
        for regel in lopende_rollen(vandaag())
        if regel.rol.gebruiker != vrager.gebruiker and (alles or regel.rol.rol in _VAN_DE_BEHEERDER)
    ]


@recht(Recht.RONDES_INZIEN)
@require_safe
def rondes(request: HttpRequest) -> HttpResponse:
    """The reviews that were signed, and the roles that nobody has looked at for a year."""
    dag = vandaag()
    open_ = [rolrij(een) for een in lopende_rollen(dag) if moet_nagelopen(een, dag)]
    context = {"rondes": alle_rondes(), "open": open_}
    return toon(request, "beheer/rondes.html", context, hier="beheer:rondes")


@recht(Recht.RONDES_INZIEN)
@require_safe
def een_ronde(request: HttpRequest, ronde_id: UUID) -> HttpResponse:
    """One review as it was signed."""
    gevonden = ronde_met_oordelen(ronde_id)
    if gevonden is None:
        leg_weigering_vast("rechtenronde.geweigerd", "rechtenronde", ronde_id)
        return niet_gevonden(request)
    getekend, door, regels = gevonden
    context = {
        "ronde": getekend,
        "door": door,
        "rijen": [(naam, ROLNAMEN[een.rol], een.oordeel == BLIJFT) for naam, een in regels],
    }
    return toon(request, "beheer/een_ronde.html", context, hier="beheer:rondes")
