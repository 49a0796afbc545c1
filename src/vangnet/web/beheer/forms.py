# SPDX-License-Identifier: EUPL-1.2
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.gebruikers.beheer import NieuweRol
from vangnet.gebruikers.overzicht import organisatiekeuzes
from vangnet.kern.klok import vandaag
from vangnet.toegang.regels import (
    ROLLEN_MET_EINDE,
    ROLLEN_VAN_EEN_PARTNER,
    ROLLEN_VAN_HET_HUIS,
    AccountRolSoort,
)
from vangnet.web.beheer.woorden import ROLNAMEN, TAAKNAMEN
from vangnet.web.formulieren import (
    Dagveld,
    Formulier,
    Naamveld,
    Terugveld,
    Vanafveld,
    op_voorwaarde,
)

_KIES = ("", _("Kies"))
_ALLEEN_BIJ_EEN_HUISROL = _(
    "Het account is van %(organisatie)s. Nodig bij een rol van het huis, zoals procesregisseur: "
    "die leest meer dan wat met de eigen organisatie is gedeeld."
)
_EEN_HUISROL = _(
    "Dit is een rol van het huis, en het account is van %(organisatie)s. "
    "Zet een vinkje als dat zo hoort."
)


class ZoekForm(Formulier):
    """Part of a name or an address; sent by POST, so that no name stands in an address."""

    zoek = forms.CharField(
        label=_("Naam of e-mailadres"),
        min_length=2,
        max_length=200,
        error_messages={"min_length": _("Vul minstens 2 tekens in.")},
    )


class AccountForm(Formulier):
    """A new account; what it may comes with a role."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Van het werk. Hiermee logt deze persoon in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    naam = Naamveld(label=_("Naam"), max_length=200)
    functie = Naamveld(label=_("Functie"), max_length=200, required=False)
    organisatie = forms.ChoiceField(
        label=_("Organisatie"),
        required=False,
        help_text=_("Alleen als deze persoon bij een partner werkt."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # The first of the choices is the house itself.
        self.kiezen("organisatie", [("", _("Het huis")), *organisatiekeuzes()[1:]])

    def velden(self) -> dict[str, Any]:
        """What the act takes."""
        gekozen = self.cleaned_data["organisatie"]
        return {**self.cleaned_data, "organisatie": UUID(gekozen) if gekozen else None}


class GegevensForm(Formulier):
    """Name and address of an account that is there."""

    naam = Naamveld(label=_("Naam"), max_length=200)
    email = forms.EmailField(
        label=_("E-mailadres"),
        help_text=_("Van het werk. Hiermee logt deze persoon in."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )


class OidcForm(Formulier):
    """In which ways somebody may log in."""

    via = forms.ChoiceField(
        label=_("Hoe mag deze persoon inloggen?"),
        choices=[
            ("nee", _("Alleen met een wachtwoord")),
            ("ja", _("Met een wachtwoord, of met het account van de gemeente")),
        ],
        widget=forms.RadioSelect,
    )


class RolForm(Formulier):
    """A role for somebody, with who designated them, for which task, and their screening."""

    rol = forms.ChoiceField(
        label=_("Rol"),
        choices=[
            _KIES,
            *(
                (str(rol), naam)
                for rol, naam in ROLNAMEN.items()
                if rol != AccountRolSoort.OPDRACHTREGEL
            ),
        ],
    )
    organisatie = forms.ChoiceField(
        label=_("Aangewezen door"),
        help_text=_("De organisatie die zegt dat deze persoon dit werk doet."),
    )
    taak = forms.ChoiceField(
        label=_("Taak volgens artikel 1.8 van de WGS"),
        choices=list(TAAKNAMEN.items()),
        widget=forms.RadioSelect,
    )
    screening_op = Terugveld(label=_("Datum van de VOG of de screening"))
    vanaf = Vanafveld(label=_("Vanaf"))
    tot = op_voorwaarde(
        Dagveld(
            label=_("Tot en met"),
            required=False,
            help_text=_(
                "Nodig bij een tijdelijke rol. Laat leeg als er nog geen einde is. "
                "Bijvoorbeeld vr, 12-3 of over 2 weken."
            ),
        )
    )

    toch = op_voorwaarde(
        forms.BooleanField(label=_("Deze persoon werkt voor het huis"), required=False)
    )

    def __init__(self, *args: Any, account_van: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._account_van = {"organisatie": account_van}
        self.fields["toch"].help_text = _ALLEEN_BIJ_EEN_HUISROL % self._account_van
        if not account_van:
            del self.fields["toch"]
        self.initial.setdefault("vanaf", vandaag())
        self._keuzes = organisatiekeuzes()
        self.kiezen("organisatie", [_KIES, *self._keuzes])

    def clean_screening_op(self) -> Any:
        """Not in the future."""
        dag = self.cleaned_data["screening_op"]
        if dag > vandaag():
            raise forms.ValidationError(_("Deze dag ligt in de toekomst."))
        return dag

    def clean_vanaf(self) -> Any:
        """Not in the past: nobody gets a right after the fact."""
        dag = self.cleaned_data["vanaf"]
        if dag < vandaag():
            raise forms.ValidationError(_("Een rol begint vandaag of later."))
        return dag

    def clean(self) -> dict[str, Any]:
        """What goes together: the days, and a partner's role with a partner."""
        gegevens: dict[str, Any] = super().clean() or {}
        vanaf, tot = gegevens.get("vanaf"), gegevens.get("tot")
        if vanaf and tot and tot < vanaf:
            self.add_error("tot", _("De laatste dag ligt voor de eerste dag."))
        if gegevens.get("rol") in ROLLEN_MET_EINDE and not tot and "tot" not in self.errors:
            self.add_error("tot", _("Deze rol is tijdelijk: vul de laatste dag in."))
        huis = self._keuzes[0][0]
        if gegevens.get("rol") in ROLLEN_VAN_EEN_PARTNER and gegevens.get("organisatie") == huis:
            self.add_error(
                "organisatie",
                _("Deze rol is van een partner: kies die organisatie."),
            )
        van_het_huis = gegevens.get("rol") in ROLLEN_VAN_HET_HUIS
        if van_het_huis and "toch" in self.fields and not gegevens.get("toch"):
            self.add_error("toch", _EEN_HUISROL % self._account_van)
        return gegevens

    def nieuwe_rol(self) -> NieuweRol:
        """What the act takes."""
        velden = {naam: een for naam, een in self.cleaned_data.items() if naam != "toch"}
        return NieuweRol(**{**velden, "organisatie": UUID(velden["organisatie"])})


class HuisrolForm(Formulier):
    """That a role of the house is meant for an account of another organisation."""

    toch = forms.BooleanField(
        label=_("Ik ging na dat deze persoon voor het huis werkt."),
        error_messages={
            "required": _("Zet een vinkje als deze persoon voor het huis werkt, of wijs de rol af.")
        },
    )


class EindeForm(Formulier):
    """When a role ends."""

    wanneer = forms.ChoiceField(
        label=_("Wanneer eindigt de rol?"),
        choices=[("nu", _("Nu meteen")), ("dag", _("Na een laatste dag"))],
        widget=forms.RadioSelect,
    )
    tot = op_voorwaarde(
        Dagveld(
            label=_("Laatste dag"),
            required=False,
            help_text=_(
                "Nodig als de rol na een laatste dag eindigt. "
                "Bijvoorbeeld vandaag, vr of over 2 weken."
            ),
        )
    )

    def clean(self) -> dict[str, Any]:
        """A last day that is not behind us, when that was chosen."""
        gegevens: dict[str, Any] = super().clean() or {}
        if gegevens.get("wanneer") == "dag" and "tot" in gegevens:
            if gegevens["tot"] is None:
                self.add_error("tot", self.fields["tot"].error_messages["required"])
            elif gegevens["tot"] < vandaag():
                self.add_error("tot", _("Deze dag is al voorbij. Kies “Nu meteen”."))
        if gegevens.get("wanneer") == "nu":
            gegevens["tot"] = None
        return gegevens
