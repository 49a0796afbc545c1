# SPDX-License-Identifier: EUPL-1.2
"""The templates of letters: which one counts, a new one, and an old one put back."""

from django import forms
from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.http import content_disposition_header
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vangnet.documenten.briefvelden import VELDEN
from vangnet.documenten.regels import HOOGSTENS_SJABLOON, MIME, Bestandssoort, Briefsoort
from vangnet.documenten.services import Bestand
from vangnet.documenten.sjablonen import FoutSjabloon
from vangnet.documenten.sjabloonbeheer import (
    sjabloon,
    sjabloon_terugzetten,
    sjabloon_vernieuwen,
    sjabloonversies,
)
from vangnet.journaal.services import Act, leg_vast, weigering
from vangnet.kern.fouten import NietToegestaan
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.beheer.kader import toon
from vangnet.web.componenten.briefsoorten import BRIEFSOORTEN
from vangnet.web.formulieren import Formulier
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht

_HIER = "beheer:sjablonen"


class SjabloonForm(Formulier):
    """A Word file that becomes the template."""

    bestand = forms.FileField(
        label=_("Nieuw sjabloon"),
        help_text=_("Een Word-bestand (docx) van hoogstens 2 MB, zonder macro's."),
        widget=forms.FileInput(attrs={"accept": ".docx"}),
        error_messages={
            "required": _("Kies een Word-bestand."),
            "empty": _("Dit bestand is leeg. Kies een ander bestand."),
        },
    )

    def gekozen(self) -> Bestand:
        """The file; one byte more than may be, so that what is too large is told so."""
        bestand: UploadedFile[bytes] = self.cleaned_data["bestand"]
        return Bestand(bestand.name or "sjabloon", bestand.read(HOOGSTENS_SJABLOON + 1))


@recht(Recht.BEHEREN)
@require_safe
def sjablonen(request: HttpRequest) -> HttpResponse:
    """Each kind of letter with the template that counts."""
    versies = sjabloonversies()
    rijen = [(soort, *BRIEFSOORTEN[soort], next(iter(versies[soort]), None)) for soort in versies]
    return toon(request, "beheer/sjablonen.html", {"rijen": rijen}, hier=_HIER)


@recht(Recht.BEHEREN)
@require_http_methods(["GET", "POST"])
def een_sjabloon(request: HttpRequest, soort: str) -> HttpResponseBase:
    """A new version, the former ones, and the fields that a template may name."""
    brief = _soort(soort)
    if brief is None:
        return _geweigerd(request)
    gestuurd = request.method == "POST"
    form = SjabloonForm(request.POST, request.FILES) if gestuurd else SjabloonForm()
    if gestuurd and form.is_valid() and _bewaard(request, brief, form):
        return redirect("beheer:sjabloon", soort)
    titel, uitleg = BRIEFSOORTEN[brief]
    versies = sjabloonversies()[brief]
    context = {
        "soort": soort,
        "titel": titel,
        "uitleg": uitleg,
        "formulier": form,
        "versies": versies,
        "nu": versies[0].nummer if versies else 0,
        "velden": VELDEN[brief],
    }
    status = 422 if gestuurd else 200
    return toon(request, "beheer/sjabloon.html", context, hier=_HIER, status=status)


def _bewaard(request: HttpRequest, soort: Briefsoort, form: SjabloonForm) -> bool:
    door = kijker(Recht.BEHEREN).gebruiker
    try:
        versie = sjabloon_vernieuwen(soort, form.gekozen(), door=door)
    except FoutSjabloon as fout:
        form.add_error("bestand", list(fout.fouten))
        return False
    zin = _("Versie %(nummer)s is vanaf nu het sjabloon. Proefinvullen is gelukt.")
    messages.success(request, zin % {"nummer": versie.nummer})
    return True


@recht(Recht.BEHEREN)
@require_safe
def ophalen(request: HttpRequest, soort: str, nummer: int) -> HttpResponseBase:
    """A version as a Word file; 0: the one of Vangnet."""
    brief = _soort(soort)
    gevonden = sjabloon(brief, nummer) if brief else None
    if gevonden is None:
        return _geweigerd(request)
    leg_vast(
        Act(
            handeling="sjabloon.gedownload",
            object_soort="sjabloonversie",
            aantallen={"nummer": gevonden.nummer},
        )
    )
    antwoord = HttpResponse(gevonden.inhoud, content_type=MIME[Bestandssoort.DOCX])
    antwoord["Content-Disposition"] = content_disposition_header(True, gevonden.naam) or ""
    antwoord["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return antwoord


@recht(Recht.BEHEREN)
@require_POST
def terugzetten(request: HttpRequest, soort: str, nummer: int) -> HttpResponseBase:
    """Use an old version again; the newer ones stay."""
    brief = _soort(soort)
    if brief is None:
        return _geweigerd(request)
    try:
        versie = sjabloon_terugzetten(brief, nummer, door=kijker(Recht.BEHEREN).gebruiker)
    except NietToegestaan:
        return _geweigerd(request)
    zin = _("Teruggezet. Dit is nu versie %(nummer)s.")
    messages.success(request, zin % {"nummer": versie.nummer})
    return redirect("beheer:sjabloon", soort)


def _soort(soort: str) -> Briefsoort | None:
    return Briefsoort(soort) if soort in set(Briefsoort) else None


def _geweigerd(request: HttpRequest) -> HttpResponse:
    leg_vast(weigering("sjabloon.geweigerd", "sjabloonversie", regel=Recht.BEHEREN))
    return niet_gevonden(request)
