# SPDX-License-Identifier: EUPL-1.2
"""The verslag of one casus: to read, to print, and as a file."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vangnet.journaal.services import Act, leg_vast
from vangnet.overleg.selectors import punt_van
from vangnet.overleg.verslagbestand import Papier, als_docx, als_pdf
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.overleg.agenda import kruimels
from vangnet.web.overleg.papier import Gelezen, als_papier, lees
from vangnet.web.overleg.weigeren import geweigerd
from vangnet.web.recht import recht

_DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@recht(Recht.MEEDOEN)
@require_safe
def verslag(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """Who was there, what was said and decided, and the afspraken that the reader may see."""
    gelezen = _open(punt_id)
    if gelezen is None:
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    _leg_vast("verslag.ingezien", gelezen, [])
    agendapunt = gelezen.punt.punt
    context = {
        "punt": agendapunt,
        "overleg": agendapunt.overleg,
        "verslag": gelezen.verslag,
        "aanwezig": gelezen.aanwezig,
        "afwezig": gelezen.afwezig,
        "afspraken": gelezen.afspraken,
        "geen": gelezen.geen,
        "kruimels": kruimels(agendapunt.overleg),
    }
    return render(request, "overleg/verslag.html", context)


@recht(Recht.MEEDOEN)
@require_safe
def als_word(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """The same as a Word file."""
    return _bestand(request, punt_id, als_docx, "docx", _DOCX)


@recht(Recht.MEEDOEN)
@require_safe
def als_pdf_bestand(request: HttpRequest, punt_id: UUID) -> HttpResponse:
    """The same as a PDF."""
    return _bestand(request, punt_id, als_pdf, "pdf", "application/pdf")


def _bestand(
    request: HttpRequest, punt_id: UUID, maak: Callable[[Papier], bytes], vorm: str, soort: str
) -> HttpResponse:
    gelezen = _open(punt_id)
    if gelezen is None:
        return geweigerd(request, "agendapunt", punt_id, regel=Recht.MEEDOEN)
    _leg_vast("verslag.opgehaald", gelezen, [vorm])
    antwoord = HttpResponse(maak(als_papier(gelezen)), content_type=soort)
    # The day and nothing else: a name of a file is read by whoever looks over a shoulder.
    naam = f"verslag-{gelezen.punt.punt.overleg.datum:%Y-%m-%d}.{vorm}"
    antwoord["Content-Disposition"] = f'attachment; filename="{naam}"'
    return antwoord


def _open(punt_id: UUID) -> Gelezen | None:
    """The verslag, where the reader may see it; else None."""
    wie = kijker(Recht.MEEDOEN)
    gevonden = punt_van(punt_id, wie=wie)
    if gevonden is None or gevonden.verslag is None:
        return None
    return lees(gevonden, gevonden.verslag, wie=wie)


def _leg_vast(handeling: str, gelezen: Gelezen, velden: list[str]) -> None:
    casus = gelezen.punt.punt.casus_id
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="verslag",
            object=gelezen.verslag.pk,
            casus=casus,
            velden=velden,
            onderwerpen=[("casus", casus)],
        )
    )
