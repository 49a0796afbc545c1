# SPDX-License-Identifier: EUPL-1.2
"""The bytes of a version: the file itself, or one page of it as a picture."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from vangnet.casus.documenten import Document, document_voor
from vangnet.documenten.models import Documentversie
from vangnet.documenten.sleutels import Onleesbaar
from vangnet.documenten.weergeven import GeenVoorbeeld
from vangnet.journaal.services import Act, leg_vast
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht
from vangnet.web.bestanden import bestand_antwoord, blad_antwoord, bladnummer
from vangnet.web.documenten.weigeren import geweigerd
from vangnet.web.fouten import niet_gevonden
from vangnet.web.recht import recht


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
        antwoord = bestand_antwoord(versie)
    except Onleesbaar:
        return niet_gevonden(request)
    _leg_vast("document.gedownload", document, versie)
    return antwoord


@recht(Recht.CASUS_INZIEN)
@require_safe
def blad(request: HttpRequest, casus_id: UUID, document_id: UUID, bestand_id: UUID) -> HttpResponse:
    """One page (`?nr=`, from 1) as a picture, drawn now and kept nowhere."""
    nummer = bladnummer(request.GET.get("nr", "1"))
    document, versie = _versie(casus_id, document_id, bestand_id)
    if document is None or versie is None:
        return geweigerd(request, "documentversie", bestand_id, regel=Recht.CASUS_INZIEN)
    try:
        antwoord = blad_antwoord(versie, nummer)
    except (Onleesbaar, GeenVoorbeeld):
        # Nobody was refused: there is no such page, or it can't be drawn.
        return niet_gevonden(request)
    _leg_vast("document.ingezien", document, versie, blad=nummer)
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
