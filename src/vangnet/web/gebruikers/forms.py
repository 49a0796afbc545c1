# SPDX-License-Identifier: EUPL-1.2
from typing import Any

from django import forms
from django.contrib.auth import authenticate
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from vangnet.gebruikers.models import Gebruiker
from vangnet.kern.klok import vandaag
from vangnet.web.formulieren import Formulier


class InlogForm(Formulier):
    """E-mail address and password; one answer for every way in which they can be wrong."""

    email = forms.EmailField(
        label=_("E-mailadres"),
        widget=forms.EmailInput(attrs={"autocomplete": "username", "autofocus": True}),
    )
    wachtwoord = forms.CharField(
        label=_("Wachtwoord"),
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._request = request
        self.gebruiker: Gebruiker | None = None

    def clean(self) -> dict[str, Any]:
        """Check the pair; an account that has ended is answered like a wrong password."""
        gegevens: dict[str, Any] = super().clean() or {}
        if "email" not in gegevens or "wachtwoord" not in gegevens:
            return gegevens
        gebruiker = authenticate(
            self._request, username=gegevens["email"], password=gegevens["wachtwoord"]
        )
        if not isinstance(gebruiker, Gebruiker) or _is_voorbij(gebruiker):
            raise forms.ValidationError(
                _("Dit e-mailadres en wachtwoord horen niet bij elkaar. Probeer het opnieuw.")
            )
        self.gebruiker = gebruiker
        return gegevens


def _is_voorbij(gebruiker: Gebruiker) -> bool:
    return gebruiker.actief_tot is not None and gebruiker.actief_tot < vandaag()
