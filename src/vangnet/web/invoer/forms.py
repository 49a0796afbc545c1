# SPDX-License-Identifier: EUPL-1.2
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from vangnet.web.formulieren import Formulier

SOORTEN = (".zip", ".xlsx")
MEESTE_MB = 500


class PakketForm(Formulier):
    """The package, and whether it replaces what the register holds of its casussen."""

    pakket = forms.FileField(
        label=_("Registerpakket"),
        help_text=_("Een zip met CSV-bestanden of een Excel-bestand, hoogstens 500 MB."),
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(SOORTEN)}),
        error_messages={
            "required": _("Kies het bestand dat je wilt invoeren."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )
    vervang = forms.BooleanField(
        label=_("Vervang wat er al staat van de casussen in dit pakket"),
        help_text=_("Dat geldt voor inzetten, afsluitingen, betrokkenen en trajecten."),
        required=False,
    )

    def clean_pakket(self) -> "UploadedFile[bytes]":
        """Refuse another kind of file, or one that is too large."""
        bestand: UploadedFile[bytes] = self.cleaned_data["pakket"]
        if not (bestand.name or "").lower().endswith(SOORTEN):
            raise forms.ValidationError(_("Kies een bestand dat eindigt op .zip of .xlsx."))
        if (bestand.size or 0) > MEESTE_MB * 1_000_000:
            raise forms.ValidationError(
                _("Dit bestand is groter dan 500 MB. Voer het in met bin/vangnet importeer.")
            )
        return bestand
