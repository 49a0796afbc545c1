# SPDX-License-Identifier: EUPL-1.2
"""A text that goes where no name may go: refused while somebody can be known by it."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext as _

from vangnet.voortgang.regels import genoemde_namen, genoemde_nummers


def eis_naamloos(tekst: str, namen: Iterable[str]) -> str:
    """The text, when it names nobody of `namen` and holds no BSN or telephone number.

    Raises ValidationError, which names all of both.
    """
    fouten = []
    if genoemd := genoemde_namen(tekst, namen):
        fouten.append(_("Haal deze namen weg: %(namen)s.") % {"namen": ", ".join(genoemd)})
    if nummers := genoemde_nummers(tekst):
        zin = _("Haal deze nummers weg: %(nummers)s. Ze lijken op een bsn of telefoonnummer.")
        fouten.append(zin % {"nummers": ", ".join(nummers)})
    if fouten:
        raise forms.ValidationError(" ".join(fouten))
    return tekst


def is_naamloos(tekst: str, namen: Iterable[str]) -> bool:
    """Whether `eis_naamloos` lets it through."""
    return not genoemde_namen(tekst, namen) and not genoemde_nummers(tekst)
