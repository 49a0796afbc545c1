# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? Whom somebody may mean who types an aanmelding, or decides on one."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST

from vangnet.casus.bekenden import Gezocht, bekenden
from vangnet.casus.models import Betrokkenheid
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import Kijker, kijker
from vangnet.toegang.regels import Recht
from vangnet.web.formulieren import Datumveld, Naamveld
from vangnet.web.recht import recht


class Gelijkende(NamedTuple):
    """Somebody who is shown: their name, when they were born, and in which casussen they stand."""

    naam: str
    geboren: date | None
    betrokkenheden: Sequence[Betrokkenheid]


class BekendForm(forms.Form):
    """What is typed of somebody, of any form that names them so; a date that is none is no date."""

    achternaam = Naamveld(max_length=200)
    voornamen = Naamveld(required=False, max_length=200)
    geboortedatum = Datumveld(required=False)

    def gezocht(self) -> Gezocht:
        """Who is meant, as far as it could be read."""
        self.is_valid()
        goed = self.cleaned_data
        return Gezocht(
            goed.get("achternaam") or "", goed.get("voornamen") or "", goed.get("geboortedatum")
        )


@recht(Recht.AANMELDEN)
@require_POST
def bekend(request: HttpRequest) -> HttpResponse:
    """Those who resemble the person in the form, for the script; without a surname nobody."""
    gezocht = BekendForm(request.POST).gezocht()
    gevonden = gezien(gezocht, wie=kijker(Recht.AANMELDEN)) if gezocht.achternaam else None
    status = 422 if gevonden is None else 200
    return render(request, "aanmelden/bekend.html", {"bekenden": gevonden}, status=status)


def gezien(gezocht: Gezocht, *, wie: Kijker) -> list[Gelijkende]:
    """Those who resemble `gezocht` and whom `wie` sees, with the line that they were shown."""
    gevonden = bekenden(gezocht, wie=wie)
    casussen = dict.fromkeys(een.casus_id for bekende in gevonden for een in bekende.betrokkenheden)
    leg_vast(
        Act(
            handeling="personen.vergeleken",
            object_soort="lijst",
            aantallen={"gevonden": len(gevonden)},
            onderwerpen=[
                *(("persoon", bekende.persoon.pk) for bekende in gevonden),
                *(("casus", een) for een in casussen),
            ],
        )
    )
    return [
        Gelijkende(een.persoon.naam, een.persoon.geboortedatum, een.betrokkenheden)
        for een in gevonden
    ]
