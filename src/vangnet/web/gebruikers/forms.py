# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vangnet.gebruikers.models import Gebruiker
from vangnet.gebruikers.wachtwoorden import bezwaren
from vangnet.inrichting.selectors import het_huis
from vangnet.web.formulieren import Formulier, Naamveld


class InlogForm(Formulier):
    """E-mail address and password; the view checks whether they belong together."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        # `webauthn`: the browser offers a passkey in the same list as the addresses it knows.
        widget=forms.EmailInput(attrs={"autocomplete": "username webauthn", "autofocus": True}),
    )
    wachtwoord = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )


class CodeForm(Formulier):
    """Six digits of an app; spaces don't matter."""

    code = forms.CharField(
        label=_("Code van zes cijfers"),
        max_length=12,
        widget=forms.TextInput(
            attrs={
                "autocomplete": "one-time-code",
                "inputmode": "numeric",
                "autofocus": True,
                "size": "8",
            }
        ),
    )


class HerstelcodeForm(Formulier):
    """One of the ten codes on paper."""

    code = forms.CharField(
        label=_("Herstelcode"),
        help_text=_("Een van de tien codes die je hebt bewaard. Elke code werkt één keer."),
        max_length=20,
        widget=forms.TextInput(
            attrs={"autocomplete": "off", "autocapitalize": "characters", "size": "14"}
        ),
    )


class NaamForm(Formulier):
    """A name by which somebody knows a factor again."""

    naam = Naamveld(
        label=_("Naam"),
        help_text=_("Waaraan je hem herkent, bijvoorbeeld: telefoon van het werk."),
        max_length=60,
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class AppForm(NaamForm, CodeForm):
    """A name for the app, and the code that it shows."""

    field_order = ("code", "naam")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # On a phone the focus would scroll past the code that has to be scanned first.
        del self.fields["code"].widget.attrs["autofocus"]


class WachtwoordForm(Formulier):
    """The old password and a new one, once: a manager of passwords or an eye shows it."""

    huidig = forms.CharField(
        label=_("Huidig wachtwoord"),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
    nieuw = forms.CharField(
        label=_("Nieuw wachtwoord"),
        help_text=_(
            "Minstens 12 tekens. Neem een zin van vier woorden: dat is sterk en te onthouden."
        ),
        strip=False,
        max_length=4096,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def __init__(self, *args: Any, gebruiker: Gebruiker, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._gebruiker = gebruiker

    def clean_nieuw(self) -> str:
        """Long enough, and not one of the passwords that everybody tries first."""
        nieuw = str(self.cleaned_data["nieuw"])
        if zinnen := bezwaren(nieuw, self._gebruiker, huisnaam=het_huis().naam):
            raise forms.ValidationError(zinnen)
        return nieuw
