# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a version: the file itself, or one page of it as a picture."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from vangnet.casus.documenten import Document, document_voor
from vangnet.documenten.models import Documentversie
from vangnet.documenten.regels import MIME, Bestandssoort
from vangnet.documenten.selectors import inhoud_van
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.documenten.weergeven import GeenVoorbeeld, teken
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.documenten.weigeren import geweigerd
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht

# Whatever a browser makes of a file that we gave: it runs nothing and fetches nothing.
_NIETS = "default-src 'none'; sandbox"


@recht(Recht.CASUS_INZIEN)
@require_safe
def bestand(
    request: HttpRequest, casus_id: UUID, document_id: UUID, bestand_id: UUID
) -> HttpResponse:
    """The file, to be kept and never shown by the browser."""
    document, versie = _versie(casus_id, document_id, bestand_id)
    if document is None or versie is None:
        return geweigerd(request, "documentversie", bestand_id, regel=Recht.CASUS_INZIEN)
    try:
        inhoud = inhoud_van(versie)
    except Onleesbaar:
        return niet_gevonden(request)
    _leg_vast("document.gedownload", document, versie)
    antwoord = HttpResponse(inhoud, content_type=MIME[Bestandssoort(versie.soort)])
    antwoord["Content-Disposition"] = content_disposition_header(True, versie.naam) or "attachment"
    antwoord["Content-Security-Policy"] = _NIETS
    return antwoord


@recht(Recht.CASUS_INZIEN)
@require_safe
def blad(request: HttpRequest, casus_id: UUID, document_id: UUID, bestand_id: UUID) -> HttpResponse:
    """One page (`?nr=`, from 1) as a picture, drawn now and kept nowhere."""
    gevraagd = request.GET.get("nr", "1")
    nummer = int(gevraagd) if gevraagd.isdecimal() and len(gevraagd) < 6 else 0
    document, versie = _versie(casus_id, document_id, bestand_id)
    if document is None or versie is None:
        return geweigerd(request, "documentversie", bestand_id, regel=Recht.CASUS_INZIEN)
    try:
        png = teken(inhoud_van(versie), Bestandssoort(versie.soort), blad=nummer)
    except (Onleesbaar, GeenVoorbeeld):
        # Nobody was refused: there is no such page, or it can't be drawn.
        return niet_gevonden(request)
    _leg_vast("document.ingezien", document, versie, blad=nummer)
    antwoord = HttpResponse(png, content_type="image/png")
    antwoord["Content-Disposition"] = "inline"
    antwoord["Content-Security-Policy"] = _NIETS
    return antwoord


def _versie(
    casus_id: UUID, document_id: UUID, bestand_id: UUID
) -> tuple[Document | None, Documentversie | None]:
    gevonden = document_voor(document_id, casus_id, wie=kijker(Recht.CASUS_INZIEN))
    versies = gevonden.versies if gevonden else ()
    return gevonden, next((een for een in versies if een.pk == bestand_id), None)


def _leg_vast(handeling: str, document: Document, versie: Documentversie, **aantallen: int) -> None:
    over = document.bijdrage.betrokkenheid
    leg_vast(
        Act(
            handeling=handeling,
            object_soort="documentversie",
            object=versie.pk,
            casus=versie.dossier,
            aantallen={"nummer": versie.nummer, **aantallen},
            onderwerpen=[
                ("casus", versie.dossier),
                *([("persoon", over.persoon_id)] if over else []),
            ],
        )
    )
