# SPDX-License-Identifier: EUPL-1.2
"""Forms that name people on a casus, and say how they are related."""

from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.aanmelding.regels import ontleed_achternaam
from vangnet.casus.betrokkenen import Nieuwkomer
from vangnet.casus.models import Betrokkenheid
from vangnet.kern.klok import vandaag
from vangnet.web.deelvelden import codekeuzes
from vangnet.web.formulieren import (
    Formulier,
    Geboorteveld,
    Naamveld,
    Tekstvlak,
    Terugveld,
    op_voorwaarde,
)
from vangnet.web.gelijkenden import Gelijkende, bsn_om_te_zoeken, persoonskeuzes
from vangnet.web.gemeentekeuzes import gemeentekeuzes

NIEUW = "nieuw"
HOOFD = "hoofdbetrokkene"
_VOORWAARDEN = ("kring", "samenhang", "afstemming")
# Printed in the list of betrokkenen, so read by who sees this person there.
_TWEEDE = gettext_lazy(
    "Nodig bij een tweede hoofdbetrokkene (BGS, artikel 2.20). Dit lezen het huis en elke partner "
    "die deze persoon ziet."
)


def _voorwaarde(label: Any, uitleg: Any) -> forms.CharField:
    return op_voorwaarde(
        forms.CharField(
            label=label,
            required=False,
            max_length=1000,
            widget=Tekstvlak(attrs={"rows": 2}),
            help_text=uitleg,
        )
    )


class BetrokkeneForm(Formulier):
    """Somebody who comes into a casus.

    mensen: who stands there; gelijkenden: who resembles the typed person; systeem: there can be a
    second hoofdbetrokkene; kanten: people stand opposite each other.
    """

    achternaam = Naamveld(label=gettext_lazy("Achternaam"), max_length=200)
    voornamen = Naamveld(label=gettext_lazy("Voornamen"), required=False, max_length=200)
    geboortedatum = Geboorteveld(label=gettext_lazy("Geboortedatum"), required=False)
    bsn = bsn_om_te_zoeken()
    gemeente = forms.ChoiceField(label=gettext_lazy("Woongemeente"), required=False)
    wie = forms.ChoiceField(
        label=gettext_lazy("Bedoel je een van deze mensen?"),
        error_messages={"required": gettext_lazy("Kies of je een van deze mensen bedoelt.")},
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Kies je iemand, dan blijft staan wat al over die persoon bekend is."
        ),
    )
    rol = forms.ChoiceField(
        label=gettext_lazy("Rol in deze zaak"),
        help_text=gettext_lazy(
            "Alleen gezin en directe kring. Een slachtoffer van buiten de kring hoort hier niet."
        ),
    )
    relatie_soort = forms.ChoiceField(
        label=gettext_lazy("Deze persoon is …"),
        choices=codekeuzes("relatie_soort", leeg=gettext_lazy("Kies een relatie")),
    )
    relatie_met = forms.ChoiceField(label=gettext_lazy("… van"))
    vanaf = Terugveld(label=gettext_lazy("Vanaf"), initial=vandaag)
    zijde = forms.TypedChoiceField(
        label=gettext_lazy("Aan welke kant staat deze persoon?"),
        coerce=int,
        empty_value=None,
        choices=[
            ("", gettext_lazy("Kies een kant")),
            (1, gettext_lazy("Kant 1")),
            (2, gettext_lazy("Kant 2")),
        ],
        help_text=gettext_lazy("Partners van de andere kant zien deze persoon niet."),
    )
    kring = _voorwaarde(
        gettext_lazy("Hoe hoort deze persoon bij de directe kring?"),
        _TWEEDE,
    )
    samenhang = _voorwaarde(gettext_lazy("Hoe hangen hun problemen samen?"), _TWEEDE)
    afstemming = _voorwaarde(gettext_lazy("Waarom is één aanpak nodig?"), _TWEEDE)
    eenmalig = forms.UUIDField(
        required=False, initial=uuid4, widget=forms.HiddenInput(attrs={"autocomplete": "off"})
    )

    def __init__(
        self,
        *args: Any,
        mensen: Sequence[Betrokkenheid],
        gelijkenden: Sequence[Gelijkende],
        systeem: bool,
        kanten: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.kiezen("gemeente", [("", _("Onbekend")), *gemeentekeuzes()])
        rollen = [een for een in codekeuzes("betrokkene_rol") if systeem or een[0] != HOOFD]
        self.kiezen("rol", [("", _("Kies een rol")), *rollen])
        keuzes = [(str(een.persoon_id), een.persoon.naam) for een in mensen]
        if len(keuzes) > 1:
            keuzes.insert(0, ("", _("Kies iemand")))
        self.kiezen("relatie_met", keuzes)
        self.kiezen("wie", [*persoonskeuzes(gelijkenden), (NIEUW, _("Nee, dit is iemand anders"))])
        if not gelijkenden:
            del self.fields["wie"]
        if not kanten:
            del self.fields["zijde"]
        if not systeem:
            for naam in _VOORWAARDEN:
                del self.fields[naam]

    def clean(self) -> dict[str, Any]:
        """What goes together."""
        waarden = super().clean() or self.cleaned_data
        for naam in ("geboortedatum", "vanaf"):
            if waarden.get(naam) and waarden[naam] > vandaag():
                self.add_error(naam, _("Deze dag ligt in de toekomst."))
        if waarden.get("rol") == HOOFD:
            for naam in _VOORWAARDEN:
                if not waarden.get(naam):
                    self.add_error(naam, _("Beantwoord deze vraag bij een tweede hoofdbetrokkene."))
        return waarden

    def nieuwkomer(self) -> Nieuwkomer:
        """What was filled in; of who is known the name stays as it is."""
        waarden = self.cleaned_data
        bekend = waarden.get("wie") or NIEUW
        erbij: dict[str, Any] = {
            "rol": waarden["rol"],
            "relatie_met": UUID(waarden["relatie_met"]),
            "relatie_soort": waarden["relatie_soort"],
            "vanaf": waarden["vanaf"],
            "zijde": waarden.get("zijde"),
        }
        if waarden["rol"] == HOOFD:
            erbij |= {naam: waarden[naam] for naam in _VOORWAARDEN}
        if bekend != NIEUW:
            return Nieuwkomer(persoon=UUID(bekend), **erbij)
        return Nieuwkomer(
            **erbij,
            **ontleed_achternaam(waarden["achternaam"])._asdict(),
            voornamen=waarden["voornamen"],
            geboortedatum=waarden["geboortedatum"],
            gemeente=waarden["gemeente"],
        )


class RelatieForm(Formulier):
    """What somebody in a casus is to somebody else in it."""

    ander = forms.ChoiceField(label=gettext_lazy("Wie?"))
    soort = forms.ChoiceField(
        label=gettext_lazy("is …"),
        choices=codekeuzes("relatie_soort", leeg=gettext_lazy("Kies een relatie")),
    )
    persoon = forms.ChoiceField(label=gettext_lazy("… van"))
    vanaf = Terugveld(
        label=gettext_lazy("Vanaf"),
        required=False,
        help_text=gettext_lazy("Leeg als het altijd zo was."),
    )

    def __init__(self, *args: Any, mensen: Sequence[Betrokkenheid], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        keuzes = {str(een.persoon_id): een.persoon.naam for een in mensen}
        for naam in ("ander", "persoon"):
            self.kiezen(naam, [("", _("Kies iemand")), *keuzes.items()])

    def clean(self) -> dict[str, Any]:
        """Two people, and no day to come."""
        waarden = super().clean() or self.cleaned_data
        if waarden.get("ander") and waarden.get("ander") == waarden.get("persoon"):
            self.add_error("persoon", _("Kies iemand anders: dit is dezelfde persoon."))
        if waarden.get("vanaf") and waarden["vanaf"] > vandaag():
            self.add_error("vanaf", _("Deze dag ligt in de toekomst."))
        return waarden


class EindeForm(Formulier):
    """The last day of something that began; vanaf: when, if that is known."""

    tot = Terugveld(label=gettext_lazy("Wat was de laatste dag?"), initial=vandaag)

    def __init__(self, *args: Any, vanaf: date | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._vanaf = vanaf

    def clean_tot(self) -> Any:
        """From its beginning up to today."""
        dag = self.cleaned_data["tot"]
        if dag > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst."))
        if self._vanaf and dag < self._vanaf:
            begin = self._vanaf.strftime("%d-%m-%Y")
            raise forms.ValidationError(
                _("Het begon op %(begin)s. Kies die dag of een dag erna.") % {"begin": begin}
            )
        return dag
