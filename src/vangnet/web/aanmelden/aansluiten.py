# SPDX-License-Identifier: EUPL-1.2
"""The part of the form of a decision that joins an aanmelding to a casus that there is."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.besluiten import BEKEND
from vangnet.casus.betrokkenen import heeft_kanten, stonden_erin
from vangnet.casus.kenmerk import casus_met
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.kern.klok import vandaag
from vangnet.toegang.kijker import Kijker
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import Formulier, Naamveld, op_voorwaarde
from vangnet.web.gelijkenden import Gelijkende
from vangnet.web.mensen import betrokkenkeuzes


class AansluitForm(Formulier):
    """A form that asks to which casus, and who the person is in it.

    bekend: who resembles the person, in the casussen of `wie`. casus: the open one that was typed;
    mensen: those of it, when the person is one of them. With more than one it is asked who.
    """

    bestaande = Naamveld(
        label=gettext_lazy("Hoort het bij een zaak die er al is?"),
        required=False,
        max_length=60,
        help_text=gettext_lazy("Geef dan het kenmerk van die zaak."),
    )
    persoon_rol = op_voorwaarde(
        forms.ChoiceField(
            label=gettext_lazy("Wie is de aangemelde persoon in die zaak?"),
            choices=[
                ("", gettext_lazy("Kies een antwoord")),
                (BEKEND, gettext_lazy("Staat al in die zaak")),
                *(een for een in codekeuzes("betrokkene_rol") if een[0] != "hoofdbetrokkene"),
            ],
            required=False,
            help_text=gettext_lazy(
                "Nodig bij een zaak die er al is. Wie er nog niet in staat, komt erbij."
            ),
        )
    )
    betrokkene = op_voorwaarde(
        forms.ChoiceField(
            label=gettext_lazy("Wie is het?"),
            required=False,
            help_text=gettext_lazy("Nodig bij iemand die al in die zaak staat."),
        )
    )
    zijde = op_voorwaarde(
        forms.TypedChoiceField(
            label=gettext_lazy("Aan welke kant staat die persoon?"),
            required=False,
            coerce=int,
            empty_value=None,
            choices=[
                ("", gettext_lazy("Niet van toepassing")),
                (1, gettext_lazy("Kant 1")),
                (2, gettext_lazy("Kant 2")),
            ],
            help_text=gettext_lazy("Nodig als mensen in die zaak tegenover elkaar staan."),
        )
    )

    def __init__(
        self, *args: Any, wie: Kijker, bekend: Sequence[Gelijkende], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self._wie = wie
        self._bekend_in = {deel.casus_id for een in bekend for deel in een.betrokkenheden}
        self.casus = self._bestaande_zaak()
        self.mensen = self._wie_het_kan_zijn()
        if len(self.mensen) > 1:
            self.kiezen("betrokkene", [("", _("Kies wie het is")), *betrokkenkeuzes(self.mensen)])
        else:
            del self.fields["betrokkene"]

    def _bestaande_zaak(self) -> Casus | None:
        """The open one that was typed, when `wie` sees it."""
        try:
            kenmerk = self.fields["bestaande"].clean(self["bestaande"].value() or "")
        except forms.ValidationError:
            return None
        open_zaken = zichtbaar_voor(self._wie).filter(gesloten=False)
        return casus_met(kenmerk, uit=open_zaken) if kenmerk else None

    def _wie_het_kan_zijn(self) -> Sequence[Betrokkenheid]:
        """Those of that casus, when somebody in it resembles the person who is said to be there."""
        bekend = self["persoon_rol"].value() == BEKEND
        if self.casus is None or not bekend or self.casus.pk not in self._bekend_in:
            return []
        return stonden_erin(self.casus, wie=self._wie)

    def toets_aansluiten(self, casus: Casus, waarden: dict[str, Any]) -> None:
        """What joining needs, said beside the field."""
        inzet = casus.inzetten.filter(vanaf__lte=vandaag()).order_by("-vanaf").first()
        if inzet and inzet.soort != waarden["besluit"]:
            self.add_error(
                "besluit",
                _(
                    "De inzet van die zaak is nu %(inzet)s. Kies dat besluit, of laat de "
                    "procesregisseur eerst in de zaak de inzet wisselen."
                )
                % {"inzet": dict(codekeuzes("inzet"))[inzet.soort]},
            )
        if waarden.get("persoon_rol") == BEKEND and casus.pk not in self._bekend_in:
            self.add_error(
                "persoon_rol",
                _("In die zaak staat niemand die hierop lijkt. Kies wie de persoon daar is."),
            )
        if (
            "betrokkene" in self.fields
            and not waarden.get("betrokkene")
            and not self.has_error("betrokkene")
        ):
            self.add_error("betrokkene", _("In die zaak staan meer mensen. Kies wie het is."))
        if not waarden.get("persoon_rol"):
            self.add_error("persoon_rol", _("Kies wie de persoon in die zaak is."))
        elif waarden["persoon_rol"] != BEKEND and not waarden.get("zijde") and heeft_kanten(casus):
            self.add_error("zijde", _("In die zaak staan mensen tegenover elkaar. Kies een kant."))

    def wie_het_is(self) -> UUID | None:
        """Who of the casus it is: whom was chosen, or the only one who can be."""
        if gekozen := self.cleaned_data.get("betrokkene"):
            return UUID(gekozen)
        return self.mensen[0].persoon_id if self.mensen else None
