# SPDX-License-Identifier: EUPL-1.2
"""The form of a decision of triage: criteria, deciders, and what comes of it."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.besluiten import Beslissing, Oordeel, mogelijke_regisseurs
from vangnet.inrichting.selectors import labels
from vangnet.toegang.kijker import Kijker
from vangnet.web.aanmelden.aansluiten import AansluitForm
from vangnet.web.aanmelden.huiscriteria import Criteriumvelden, HuiscriteriaForm
from vangnet.web.aanmelden.woorden import CRITERIA
from vangnet.web.beslissers import JA_NEE, BeslissersForm, beslisservelden
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Naamveld, op_voorwaarde
from vangnet.web.gelijkenden import Gelijkende, persoonskeuzes

# It is none of those who resemble the person.
ANDER = "ander"
_CASUS = frozenset({"procesregie", "ondersteuning"})


class BesluitForm(AansluitForm, HuiscriteriaForm, BeslissersForm):
    """A decision on an aanmelding that `wie` records.

    bekend: who resembles the person, in the casussen of `wie`.
    """

    aantal = 6
    reeksen = HuiscriteriaForm.reeksen + BeslissersForm.reeksen
    # As on the page: before the casus that there is.
    field_order = ("besluit", "reden", "verwezen_naar")

    besluit = forms.ChoiceField(
        label=gettext_lazy("Wat is het besluit?"),
        choices=codekeuzes("triage_besluit"),
        widget=forms.RadioSelect,
    )
    reden = op_voorwaarde(
        forms.ChoiceField(
            label=gettext_lazy("Waarom niet?"),
            required=False,
            help_text=gettext_lazy("Nodig bij niet in behandeling."),
        )
    )
    verwezen_naar = op_voorwaarde(
        Naamveld(
            label=gettext_lazy("Waarheen?"),
            required=False,
            max_length=500,
            help_text=gettext_lazy("Nodig bij elders. Geen namen van mensen."),
        )
    )
    persoon = op_voorwaarde(
        forms.ChoiceField(
            label=gettext_lazy("Is het een van deze mensen?"),
            required=False,
            widget=forms.RadioSelect,
            help_text=gettext_lazy(
                "Nodig bij een nieuwe zaak. Kies je iemand, dan hangt de zaak aan die persoon. "
                "Je kunt dat later losmaken."
            ),
        )
    )
    waarom_zelfde = op_voorwaarde(
        Naamveld(
            label=gettext_lazy("Hoe weet je dat het dezelfde persoon is?"),
            required=False,
            max_length=500,
            help_text=gettext_lazy(
                "Nodig als je iemand kiest. Bijvoorbeeld: naam, geboortedatum en adres zijn gelijk."
            ),
        )
    )
    samenstelling = op_voorwaarde(
        forms.ChoiceField(
            label=gettext_lazy("Over wie gaat de zaak?"),
            choices=codekeuzes("samenstelling"),
            initial="individu",
            required=False,
            help_text=gettext_lazy("Nodig bij een nieuwe zaak."),
        )
    )
    regisseur = op_voorwaarde(
        forms.ChoiceField(
            label=gettext_lazy("Wie wordt procesregisseur?"),
            required=False,
            help_text=gettext_lazy("Nodig bij een nieuwe zaak."),
        )
    )

    def __init__(
        self, *args: Any, wie: Kijker, bekend: Sequence[Gelijkende], **kwargs: Any
    ) -> None:
        super().__init__(*args, wie=wie, bekend=bekend, **kwargs)
        self.kiezen("reden", [("", _("Kies een reden")), *labels("reden")["reden"].items()])
        mogelijk = _regisseurs(wie)
        self.kiezen("regisseur", [("", _("Kies een procesregisseur")), *mogelijk])
        if str(wie.gebruiker) in dict(mogelijk):
            self.initial.setdefault("regisseur", str(wie.gebruiker))
        self.kiezen("persoon", [*persoonskeuzes(bekend), (ANDER, _("Nee, dit is iemand anders"))])
        self.initial.setdefault("persoon", ANDER)
        if not bekend:
            del self.fields["persoon"], self.fields["waarom_zelfde"]

    def criteria(self) -> list[Criteriumvelden]:
        """The fields of each criterion, for the page."""
        return [
            Criteriumvelden(self[f"geldt_{code}"], self[f"motivering_{code}"])
            for code, _woorden in CRITERIA
        ]

    def clean(self) -> dict[str, Any]:
        """What the decision needs, said beside the field; the database asks for it again."""
        waarden = super().clean() or self.cleaned_data
        besluit = waarden.get("besluit")
        if besluit in _CASUS:
            self._toets_criteria(waarden)
            self._toets_zaak(waarden)
        if besluit == "niet_in_behandeling" and not waarden.get("reden"):
            self.add_error("reden", _("Kies waarom de aanmelding niet in behandeling komt."))
        if besluit == "elders" and not waarden.get("verwezen_naar"):
            self.add_error("verwezen_naar", _("Zeg waarheen de aanmelder moet."))
        return waarden

    def _toets_criteria(self, waarden: dict[str, Any]) -> None:
        for code, _woorden in CRITERIA:
            if waarden.get(f"geldt_{code}") == "nee":
                self.add_error(
                    f"geldt_{code}", _("Een zaak mag alleen als alle vier de criteria gelden.")
                )

    def _toets_zaak(self, waarden: dict[str, Any]) -> None:
        kenmerk = waarden.get("bestaande")
        if not kenmerk:
            if not waarden.get("regisseur"):
                self.add_error("regisseur", _("Kies wie de zaak regisseert."))
            if _zelfde(waarden) and not waarden.get("waarom_zelfde"):
                self.add_error("waarom_zelfde", _("Zeg hoe je weet dat het dezelfde persoon is."))
            return
        if self.casus is None:
            self.add_error("bestaande", _("Er is geen open zaak met dit kenmerk die jij ziet."))
            return
        self.toets_aansluiten(self.casus, waarden)

    def beslissing(self) -> Beslissing:
        """What was filled in, for the act; what belongs to another decision is left out."""
        waarden, besluit = self.cleaned_data, self.cleaned_data["besluit"]
        nieuw = besluit in _CASUS and self.casus is None
        erbij = besluit in _CASUS and self.casus is not None
        return Beslissing(
            besluit=besluit,
            oordelen=[
                Oordeel(code, waarden[f"geldt_{code}"] == "ja", waarden[f"motivering_{code}"])
                for code, _woorden in CRITERIA
            ],
            huisoordelen=self.huisoordelen(),
            beslissers=self.stemmen(),
            reden=waarden["reden"] if besluit == "niet_in_behandeling" else None,
            verwezen_naar=waarden["verwezen_naar"] if besluit == "elders" else None,
            samenstelling=waarden["samenstelling"] if nieuw else None,
            regisseur=UUID(waarden["regisseur"]) if nieuw else None,
            casus=self.casus.pk if erbij and self.casus else None,
            persoon_rol=waarden["persoon_rol"] if erbij else None,
            betrokkene=self.wie_het_is() if erbij else None,
            zijde=waarden["zijde"] if erbij else None,
            persoon=_zelfde(waarden) if nieuw else None,
            waarom_zelfde=waarden["waarom_zelfde"] if nieuw and _zelfde(waarden) else None,
        )


class CorrectieForm(BesluitForm):
    """A decision in the place of one that was wrong."""

    waarom = Naamveld(
        label=gettext_lazy("Wat klopte er niet aan het vorige besluit?"),
        max_length=1000,
        help_text=gettext_lazy("Dit blijft erbij staan. De aanmelder ziet het niet."),
    )


def _zelfde(waarden: Mapping[str, Any]) -> UUID | None:
    """Whom the decider knows it to be; None when it is somebody else."""
    gekozen = waarden.get("persoon") or ANDER
    return None if gekozen == ANDER else UUID(gekozen)


def _criteriumvelden(code: str, woorden: Any) -> dict[str, forms.Field]:
    return {
        f"geldt_{code}": forms.ChoiceField(label=woorden, choices=JA_NEE, widget=forms.RadioSelect),
        f"motivering_{code}": Naamveld(
            label=gettext_lazy("Waarom vinden de deelnemers dat?"), max_length=1000
        ),
    }


# Declared as the others are, though in rows: what was typed in them is kept too (web/getypt.py).
for _code, _woorden in CRITERIA:
    BesluitForm.base_fields |= _criteriumvelden(_code, _woorden)
BesluitForm.base_fields |= beslisservelden(BesluitForm.aantal)
CorrectieForm.base_fields |= BesluitForm.base_fields


def _regisseurs(wie: Kijker) -> list[tuple[str, str]]:
    """Who may hold a casus today, the asker first."""
    mensen = sorted(mogelijke_regisseurs(), key=lambda een: een.pk != wie.gebruiker)
    return [(str(een.pk), een.naam) for een in mensen]
