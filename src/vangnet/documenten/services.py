# SPDX-License-Identifier: EUPL-1.2
"""Keep a file as a version of a document. Who may, the row that it hangs on decides (RLS)."""

import hashlib
from dataclasses import dataclass
from uuid import UUID, uuid4

from django.db import connection, transaction

from vangnet.documenten.models import Documentversie, Dossiersleutel
from vangnet.documenten.regels import naam_met_soort
from vangnet.documenten.sleutels import (
    aantal_delen,
    nieuwe_sleutel,
    open_sleutel,
    sluit_delen,
)
from vangnet.documenten.soorten import bepaal_soort
from vangnet.journaal.services import Act, leg_vast
from vangnet.kern.klok import vandaag

_DEEL = "INSERT INTO documenten_documentdeel (id, van_id, nummer, gesloten) VALUES (%s, %s, %s, %s)"


@dataclass(frozen=True)
class Bestand:
    """A file as it was chosen."""

    naam: str
    inhoud: bytes


@transaction.atomic
def versie_toevoegen(
    bestand: Bestand, *, document: UUID, dossier: UUID, door: UUID
) -> Documentversie:
    """Keep `bestand` as the newest version, sealed; nobody reads it before it is scanned.

    Raises GeweigerdBestand for a kind that isn't taken in. The caller holds the row of the
    document, so that two at once get different numbers.
    """
    versie = bewaar(bestand, document=document, dossier=dossier, door=door)
    leg_vast(
        Act(
            handeling="document.toegevoegd",
            object_soort="documentversie",
            object=versie.pk,
            casus=dossier,
            velden=["naam", "soort", "omvang"],
            aantallen={"nummer": versie.nummer, "bytes": versie.omvang},
            onderwerpen=[("casus", dossier)],
        )
    )
    return versie


def bewaar(bestand: Bestand, *, document: UUID, dossier: UUID, door: UUID) -> Documentversie:
    """The rows of a version, without a row of the journaal: for what a demo makes itself."""
    soort = bepaal_soort(bestand.inhoud)
    sleutel = _sleutel_van(dossier)
    vorige = Documentversie.objects.filter(document=document).order_by("-nummer").first()
    versie = Documentversie.objects.create(
        id=uuid4(),
        document=document,
        dossier=dossier,
        nummer=vorige.nummer + 1 if vorige else 1,
        naam=naam_met_soort(bestand.naam, soort),
        soort=soort,
        omvang=len(bestand.inhoud),
        sha256=hashlib.sha256(bestand.inhoud).hexdigest(),
        delen=aantal_delen(bestand.inhoud),
        door_id=door,
        eerste_verwerking=vandaag(),
    )
    # Not by the model: it reads back what it wrote, and before the scan nobody reads a part.
    with connection.cursor() as cursor:
        for nummer, stuk in enumerate(sluit_delen(bestand.inhoud, sleutel, versie=versie.pk)):
            cursor.execute(_DEEL, [uuid4(), versie.pk, nummer, stuk])
    return versie


def _sleutel_van(dossier: UUID) -> bytes:
    """The key of the dossier, made with its first file; of two at once the first one stays."""
    Dossiersleutel.objects.bulk_create(
        [Dossiersleutel(dossier=dossier, gesloten=nieuwe_sleutel(dossier))], ignore_conflicts=True
    )
    sleutel = Dossiersleutel.objects.get(dossier=dossier)
    return open_sleutel(bytes(sleutel.gesloten), dossier)
