# SPDX-License-Identifier: EUPL-1.2
"""A document as a row of the cast: a picture of one point, sealed as the application does it."""

import hashlib
import io
from typing import Any
from uuid import UUID


def zet_document(casus: Any, document: UUID, versie: UUID, *, door: UUID) -> None:
    """One scanned version under a bijdrage that is there. Runs as owner."""
    from PIL import Image

    from vangnet.documenten.models import Documentdeel, Documentversie, Dossiersleutel
    from vangnet.documenten.sleutels import nieuwe_sleutel, open_sleutel, sluit_delen

    uit = io.BytesIO()
    Image.new("RGB", (1, 1), "white").save(uit, "PNG")
    inhoud = uit.getvalue()
    sleutel, _ = Dossiersleutel.objects.get_or_create(
        dossier=casus.pk, defaults={"gesloten": nieuwe_sleutel(casus.pk)}
    )
    rij = Documentversie.objects.create(
        id=versie,
        document=document,
        dossier=casus.pk,
        nummer=1,
        naam="Kanarie-bestand.png",
        soort="png",
        omvang=len(inhoud),
        sha256=hashlib.sha256(inhoud).hexdigest(),
        delen=1,
        door_id=door,
        scan="schoon",
        eerste_verwerking=casus.eerste_verwerking,
    )
    geopend = open_sleutel(bytes(sleutel.gesloten), casus.pk)
    for deel in sluit_delen(inhoud, geopend, versie=versie):
        Documentdeel.objects.create(van=rij, nummer=0, gesloten=deel)
