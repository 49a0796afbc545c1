# SPDX-License-Identifier: EUPL-1.2
"""Files on a page, whatever they hang on: choosing them, how they stand, and giving their bytes."""

from typing import Any, NamedTuple

from django import forms
from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vangnet.documenten.models import Documentversie
from vangnet.documenten.regels import (
    HOOGSTENS_PER_BESTAND,
    HOOGSTENS_SAMEN,
    MIME,
    Bestandssoort,
    Scan,
)
from vangnet.documenten.selectors import inhoud_van, is_leesbaar
from vangnet.documenten.services import Bestand
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.documenten.soorten import GeweigerdBestand, bepaal_soort
from vangnet.documenten.weergeven import teken, tel_bladen
from vangnet.inrichting.selectors import het_huis

# Whatever a browser makes of a file that we gave: it runs nothing and fetches nothing.
_NIETS = "default-src 'none'; sandbox"
_EINDES = ",".join(f".{soort}" for soort in (*Bestandssoort, "jpeg"))
UITLEG = gettext_lazy("Pdf, png, jpg, docx, xlsx, odt of txt, hoogstens 20 MB per bestand.")


class _Kiezer(forms.FileInput):
    allow_multiple_selected = True


class Bestandenveld(forms.FileField):
    """One or more files, each of a kind that is taken in; gives a list of Bestand."""

    default_error_messages = {  # noqa: RUF012 - Django declares it as a plain dict
        "required": gettext_lazy("Kies een bestand."),
        "empty": gettext_lazy("Dit bestand is leeg. Kies een ander bestand."),
    }

    def __init__(self, *, hoogstens: int, **kwargs: Any) -> None:
        self.hoogstens = hoogstens
        keuze = _Kiezer if hoogstens > 1 else forms.FileInput
        kwargs.setdefault("widget", keuze(attrs={"accept": _EINDES}))
        super().__init__(**kwargs)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Every file by what is in it; one that isn't taken in refuses them all.

        Each of those is named: who chooses again, chooses all of them again.
        """
        gekozen = list(data) if isinstance(data, list | tuple) else [data]
        if len(gekozen) > self.hoogstens:
            raise forms.ValidationError(
                _("Kies hoogstens %(aantal)s bestanden tegelijk.") % {"aantal": self.hoogstens}
            )
        if sum(een.size or 0 for een in gekozen if een is not None) > HOOGSTENS_SAMEN:
            raise forms.ValidationError(_("Samen is dit meer dan 60 MB. Kies minder bestanden."))
        goed: list[Bestand] = []
        fouten: list[str] = []
        for een in gekozen or [None]:
            try:
                goed.append(self._een(een, initial))
            except forms.ValidationError as fout:
                fouten += fout.messages
        if len(gekozen) > 1 and fouten:
            zin = _("Niets toegevoegd. %(redenen)s") % {"redenen": " ".join(fouten)}
            raise forms.ValidationError(zin)
        if fouten:
            raise forms.ValidationError(fouten[0])
        return goed

    def _een(self, gekozen: Any, initial: Any) -> Bestand:
        try:
            super().clean(gekozen, initial)
            return _lees(gekozen)
        except forms.ValidationError as fout:
            if gekozen is None:
                raise
            waarden = {"naam": gekozen.name, "reden": fout.messages[0]}
            raise forms.ValidationError(_("%(naam)s: %(reden)s") % waarden) from fout


def _lees(gekozen: "UploadedFile[bytes]") -> Bestand:
    # One byte more than may be, so that what is too large is told so and not read whole.
    bestand = Bestand(gekozen.name or "document", gekozen.read(HOOGSTENS_PER_BESTAND + 1))
    try:
        bepaal_soort(bestand.inhoud)
    except GeweigerdBestand as fout:
        raise forms.ValidationError(_(str(fout))) from fout
    return bestand


class Versieregel(NamedTuple):
    """A version with its state as a chip; leesbaar: its bytes may be read."""

    versie: Documentversie
    stand: str
    chip: str
    uitleg: str
    leesbaar: bool


def versieregel(versie: Documentversie) -> Versieregel:
    """How a version stands with the scanner."""
    stand, chip, uitleg = _stand(Scan(versie.scan))
    return Versieregel(versie, stand, chip, uitleg, is_leesbaar(versie))


def bladen_van(gekozen: Versieregel | None, gevraagd: str) -> dict[str, Any]:
    """Which page of how many is shown; none when there is nothing that can be shown."""
    if gekozen is None or not gekozen.leesbaar:
        return {"bladen": 0}
    try:
        bladen = tel_bladen(inhoud_van(gekozen.versie), Bestandssoort(gekozen.versie.soort))
    except Onleesbaar:
        return {"bladen": 0, "onleesbaar": True}
    blad = min(max(bladnummer(gevraagd), 1), max(bladen, 1))
    return {
        "bladen": bladen,
        "blad": blad,
        "vorige": blad - 1,
        "volgende": (blad + 1) % (bladen + 1),
    }


def bestand_antwoord(versie: Documentversie) -> HttpResponse:
    """The file, to be kept and never shown by the browser. Raises Onleesbaar."""
    antwoord = HttpResponse(inhoud_van(versie), content_type=MIME[Bestandssoort(versie.soort)])
    antwoord["Content-Disposition"] = content_disposition_header(True, versie.naam) or "attachment"
    antwoord["Content-Security-Policy"] = _NIETS
    return antwoord


def bladnummer(gevraagd: str) -> int:
    """The number of a page as it was asked for; 0, which no page has, for anything else."""
    return int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 6 else 0


def blad_antwoord(versie: Documentversie, nummer: int) -> HttpResponse:
    """One page as a picture, drawn now and kept nowhere. Raises Onleesbaar, GeenVoorbeeld."""
    png = teken(inhoud_van(versie), Bestandssoort(versie.soort), blad=nummer)
    antwoord = HttpResponse(png, content_type="image/png")
    antwoord["Content-Disposition"] = "inline"
    antwoord["Content-Security-Policy"] = _NIETS
    return antwoord


def _stand(scan: Scan) -> tuple[str, str, str]:
    if scan is Scan.SCHOON:
        return _("Gescand"), "gelukt", ""
    if scan is Scan.BESMET:
        return (
            _("Virus gevonden"),
            "fout",
            _("Niemand kan dit bestand openen. Meld het bij je beheerder en haal het weg."),
        )
    if scan is Scan.NIET_GESCAND:
        return _("Niet gescand (proefhuis)"), "waarschuwing", ""
    if scan is Scan.KON_NIET:
        return (
            _("Scannen lukte niet"),
            "waarschuwing",
            _("Niemand kan dit bestand openen. We proberen het elk uur opnieuw."),
        )
    # A house with made-up people marks what waits at the next round, also without a scanner.
    if not settings.CLAMD and not het_huis().demo:
        return (
            _("Wacht op een virusscanner"),
            "waarschuwing",
            _("Dit huis heeft geen virusscanner ingesteld. Tot die er is, opent niemand dit."),
        )
    return (
        _("Wordt gescand"),
        "info",
        _("Zodra het schoon is, kun je het openen. Duurt het lang? Vraag het je beheerder."),
    )
