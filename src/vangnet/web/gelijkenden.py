# SPDX-License-Identifier: EUPL-1.2
"""Bedoel je …? Who resembles the person that a form names, for pages of several rooms."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy

from vangnet.casus.bekenden import Gezocht, bekenden
from vangnet.casus.models import Betrokkenheid
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import Kijker
from vangnet.web.formulieren import Bsnveld, Formulier, Geboorteveld, Naamveld
from vangnet.web.mensen import met_geboren


class Gelijkende(NamedTuple):
    """Somebody who is shown: their name, when they were born, and in which casussen they stand."""

    persoon: UUID
    naam: str
    geboren: date | None
    betrokkenheden: Sequence[Betrokkenheid]


def bsn_om_te_zoeken() -> Bsnveld:
    """The field in which a BSN is typed to see whether somebody is known; it is kept nowhere."""
    return Bsnveld(
        label=gettext_lazy("BSN"),
        help_text=gettext_lazy(
            "Alleen om te kijken of je deze persoon al kent. Het BSN wordt niet bewaard."
        ),
    )


class BsnForm(Formulier):
    """A BSN beside a form that is kept as a draft: outside that form, so never in the draft."""

    bsn = bsn_om_te_zoeken()


class BekendForm(forms.Form):
    """What is typed of somebody, of any form that names them so.

    A date or BSN that is none is left out.
    """

    achternaam = Naamveld(max_length=200)
    voornamen = Naamveld(required=False, max_length=200)
    geboortedatum = Geboorteveld(required=False)
    bsn = Bsnveld()

    def geen_dag(self) -> str:
        """Why the birth date is none, for who would think that it was searched with it."""
        return self._waarom("geboortedatum")

    def geen_bsn(self) -> str:
        """Why the BSN is none."""
        return self._waarom("bsn")

    def _waarom(self, veld: str) -> str:
        return " ".join(str(een) for een in self.errors.get(veld, []))

    def gezocht(self) -> Gezocht:
        """Who is meant, as far as it could be read."""
        self.is_valid()
        goed = self.cleaned_data
        return Gezocht(
            goed.get("achternaam") or "",
            goed.get("voornamen") or "",
            goed.get("geboortedatum"),
            goed.get("bsn") or "",
        )


def vergeleken(getypt: BekendForm, *, wie: Kijker) -> list[Gelijkende] | None:
    """Those who resemble whom was typed; None when there is no surname or BSN to look for."""
    gezocht = getypt.gezocht()
    return gezien(gezocht, wie=wie) if gezocht.achternaam or gezocht.bsn else None


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
        Gelijkende(een.persoon.pk, een.persoon.naam, een.persoon.geboortedatum, een.betrokkenheden)
        for een in gevonden
    ]


def persoonskeuzes(gelijkenden: Sequence[Gelijkende]) -> list[tuple[str, str]]:
    """Each of them as a choice, with when they were born and in which casussen they stand."""
    keuzes = []
    for een in gelijkenden:
        zaken = ", ".join(deel.casus.kenmerk for deel in een.betrokkenheden)
        keuzes.append((str(een.persoon), f"{met_geboren(een.naam, een.geboren)} ({zaken})"))
    return keuzes
