# SPDX-License-Identifier: EUPL-1.2
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.afsluiting.filterkeuzes import keuzes_in_gebruik
from vangnet.afsluiting.selectors import MIJN, OPEN, STAAT_STIL, Zaakfilter
from vangnet.casus.querysets import ziet_casussen_heel
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker
from vangnet.web.componenten.zaakwoorden import FASEN
from vangnet.web.formulieren import Formulier, Naamveld

_ALLE = ("", _("Alle"))


class FilterForm(Formulier):
    """What the list shows; every field may be left open, and the address is the filter."""

    inzet = forms.ChoiceField(
        label=_("Inzet"),
        required=False,
        choices=[_ALLE, *((code.code, code.label) for code in CODELIJSTEN["inzet"].codes)],
    )
    stand = forms.ChoiceField(
        label=_("Fase of stand"),
        required=False,
        choices=[_ALLE, (OPEN, _("Open")), *FASEN.items(), (STAAT_STIL, _("Staat stil"))],
    )
    regisseur = forms.ChoiceField(label=_("Regisseur"), required=False)
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)
    aandachtsgebied = forms.ChoiceField(
        label=_("Aandachtsgebied"),
        required=False,
        choices=[
            _ALLE,
            *((code.code, code.label) for code in CODELIJSTEN["aandachtsgebied"].codes),
        ],
    )
    jaar = forms.TypedChoiceField(
        label=_("Aangemeld in"), required=False, coerce=int, empty_value=None
    )
    kenmerk = forms.CharField(label=_("Kenmerk"), required=False, max_length=60)
    # From the search box; a choice only when one was asked for.
    organisatie = forms.ChoiceField(label=_("Organisatie"), required=False)

    def __init__(self, *args: Any, wie: Kijker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        er_zijn = keuzes_in_gebruik(wie)
        namen = sorted((gemeentenaam(code), code) for code in er_zijn.gemeenten)
        self.kiezen("gemeente", [_ALLE, *((code, naam) for naam, code in namen)])
        self.kiezen("jaar", [_ALLE, *((jaar, str(jaar)) for jaar in er_zijn.jaren)])
        regisseurs = [(str(pk), naam) for pk, naam in er_zijn.regisseurs]
        self.kiezen(
            "regisseur", [_ALLE, (MIJN, _("Mijn zaken")), *regisseurs] if wie.is_huis else []
        )
        if not ziet_casussen_heel(wie):
            # How a casus stands, and about what it is, is of who sees it whole.
            for naam in ("stand", "aandachtsgebied"):
                self.kiezen(naam, [])
        for naam in ("jaar", "regisseur", "stand", "aandachtsgebied"):
            self._zonder_keuze_weg(naam)
        if gekozen := self._gekozen_organisatie(wie):
            self.kiezen("organisatie", [_ALLE, (str(gekozen.pk), gekozen.naam)])
        else:
            del self.fields["organisatie"]

    def _zonder_keuze_weg(self, naam: str) -> None:
        """With nothing to choose it goes, unless the address of a colleague asks it: then it says
        that it can't, and isn't quietly all that there is."""
        er_zijn = any(waarde for waarde, _woord in getattr(self.fields[naam], "choices", ()))
        if not (er_zijn or self.data.get(naam)):
            del self.fields[naam]

    def _gekozen_organisatie(self, wie: Kijker) -> Organisatie | None:
        """The organisation in the address; for the house: a partner may not know who else is in."""
        try:
            gevraagd = UUID(self.data.get("organisatie", ""))
        except ValueError:
            return None
        return Organisatie.objects.filter(pk=gevraagd).first() if wie.is_huis else None

    def zaakfilter(self) -> Zaakfilter:
        """The filter that was asked; choices that don't exist filter nothing."""
        self.is_valid()
        return Zaakfilter(**self.gekozen())

    def gekozen(self) -> dict[str, Any]:
        """Field and value of what was chosen, after is_valid."""
        return {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}


class FilternaamForm(Formulier):
    """Under which name somebody keeps the filter at hand."""

    naam = Naamveld(label=_("Naam van dit filter"), max_length=40)
