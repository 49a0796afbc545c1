# SPDX-License-Identifier: EUPL-1.2
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.afsluiting.selectors import Zaakfilter, gemeenten_in_gebruik, jaren_in_gebruik
from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.inrichting.selectors import gemeentenaam
from vangnet.organisaties.models import Organisatie
from vangnet.toegang.kijker import Kijker
from vangnet.web.formulieren import Formulier

_ALLE = ("", _("Alle"))


class FilterForm(Formulier):
    """What the list shows; every field may be left open, and the address is the filter."""

    inzet = forms.ChoiceField(
        label=_("Inzet"),
        required=False,
        choices=[_ALLE, *((code.code, code.label) for code in CODELIJSTEN["inzet"].codes)],
    )
    gemeente = forms.ChoiceField(label=_("Gemeente"), required=False)
    jaar = forms.TypedChoiceField(
        label=_("Aangemeld in"), required=False, coerce=int, empty_value=None
    )
    kenmerk = forms.CharField(label=_("Kenmerk"), required=False, max_length=60)
    # From the search box; a choice only when one was asked for.
    organisatie = forms.ChoiceField(label=_("Organisatie"), required=False)

    def __init__(self, *args: Any, wie: Kijker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        namen = sorted((gemeentenaam(code), code) for code in gemeenten_in_gebruik(wie))
        self.kiezen("gemeente", [_ALLE, *((code, naam) for naam, code in namen)])
        jaren = jaren_in_gebruik(wie)
        self.kiezen("jaar", [_ALLE, *((jaar, str(jaar)) for jaar in jaren)])
        if not (jaren or self.data.get("jaar")):
            # As for a partner, who reads no aanmelding: there would be nothing to choose.
            del self.fields["jaar"]
        if gekozen := self._gekozen_organisatie(wie):
            self.kiezen("organisatie", [_ALLE, (str(gekozen.pk), gekozen.naam)])
        else:
            del self.fields["organisatie"]

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
        gekozen = {naam: waarde for naam, waarde in self.cleaned_data.items() if waarde}
        return Zaakfilter(**gekozen)
