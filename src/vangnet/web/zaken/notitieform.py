# SPDX-License-Identifier: EUPL-1.2
"""The note field: one field to fill in, with the rest chosen beforehand and printed beside it."""

from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.casus.concepten import Getypt
from vangnet.casus.models import Bijdrage
from vangnet.casus.regels import BijdrageSoort
from vangnet.casus.services import Inhoud
from vangnet.delen.regels import GEHEIMHOUDERS, Keuze, Publiek, bezwaren
from vangnet.organisaties.models import Organisatie
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Merkveld, Tekstvlak

_CATEGORIE, _DOEL = "begeleiding", "afstemming"


_ZICHTBAAR = (
    (Publiek.ALLEEN_HUIS, _("alleen het huis en jij")),
    (Publiek.IEDEREEN, _("iedereen in deze zaak")),
    (Publiek.WERKNOTITIE, _("alleen jij (eigen werknotitie)")),
)


class NotitieForm(Formulier):
    """A note: its text, who sees it, and what kind of data it is.

    bron: the organisation that it comes from, None for the house.
    """

    tekst = forms.CharField(
        label=_("Notitie"), max_length=20_000, widget=Tekstvlak(attrs={"rows": 3})
    )
    publiek = forms.ChoiceField(label=_("Zichtbaar voor"), choices=_ZICHTBAAR)
    categorie = forms.ChoiceField(label=_("Soort gegeven"), choices=codekeuzes("categorie"))
    # Made with the form: a second click without script doesn't save the same note twice.
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )
    merk = Merkveld()

    def __init__(self, *args: Any, bron: Organisatie | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._bron = bron

    def clean(self) -> dict[str, Any]:
        """Hold the choices against the rules of sharing."""
        gekozen = super().clean() or self.cleaned_data
        keuze = Keuze(
            publiek=gekozen.get("publiek", ""),
            categorie=gekozen.get("categorie", ""),
            bron_soort=self._bron.soort if self._bron else "",
        )
        if bezwaren(keuze):
            self.add_error(
                "publiek",
                _(
                    "Jouw organisatie heeft beroepsgeheim over dit soort gegeven. Kies alleen jij, "
                    "of deel het met Bijdrage toevoegen: daar zeg je waarom het mag."
                ),
            )
        return gekozen

    def inhoud(self) -> Inhoud:
        """The note as a bijdrage."""
        return Inhoud(
            soort=BijdrageSoort.NOTITIE,
            tekst=self.cleaned_data["tekst"],
            categorie=self.cleaned_data["categorie"],
            publiek=self.cleaned_data["publiek"],
            doel=_DOEL,
        )


def is_uit_het_veld(een: Bijdrage) -> bool:
    """Whether the note field could have made it: taken back, only its text comes back there."""
    erbij = (een.betrokkenheid_id, een.leefgebied, een.grond, een.voorwaarden)
    return (
        een.soort == BijdrageSoort.NOTITIE
        and een.doel == _DOEL
        and een.publiek in dict(_ZICHTBAAR)
        and not any(erbij)
    )


def eerste_waarden(bron: Organisatie | None, *, concept: Getypt) -> dict[str, Any]:
    """With whom and what a note begins: who is bound to secrecy writes for themselves first."""
    geheim = bron is not None and bron.soort in GEHEIMHOUDERS
    return {
        "tekst": concept.tekst,
        "merk": concept.merk,
        "publiek": Publiek.WERKNOTITIE if geheim else Publiek.ALLEEN_HUIS,
        "categorie": _CATEGORIE,
    }
