# SPDX-License-Identifier: EUPL-1.2
"""Versions of documents, and what is in one. Who may ask was decided by the row they hang on."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from typing import NamedTuple
from uuid import UUID

from django.db import connection

from vangnet.documenten.models import Documentdeel, Documentversie, Dossiersleutel
from vangnet.documenten.regels import LEESBAAR, Scan
from vangnet.documenten.sleutels import Onleesbaar, open_delen, open_sleutel


def versies_van(documenten: Iterable[UUID]) -> Mapping[UUID, Sequence[Documentversie]]:
    """The versions of each document, newest first; one query."""
    rijen = Documentversie.objects.filter(document__in=list(documenten))
    gevonden: dict[UUID, list[Documentversie]] = {}
    for rij in rijen.select_related("door").defer("door__password").order_by("-nummer"):
        gevonden.setdefault(rij.document, []).append(rij)
    return gevonden


def is_leesbaar(versie: Documentversie) -> bool:
    """Whether this version came through the scan; until then nobody gets a byte of it."""
    return Scan(versie.scan) in LEESBAAR


def inhoud_van(versie: Documentversie) -> bytes:
    """The file. Raises Onleesbaar: not scanned, damaged, or its key is gone."""
    sleutel = Dossiersleutel.objects.filter(dossier=versie.dossier).first()
    if sleutel is None or not is_leesbaar(versie):
        raise Onleesbaar("Dit bestand is niet te openen.")
    stukken = Documentdeel.objects.filter(van=versie).order_by("nummer")
    delen = open_delen(
        (bytes(een) for een in stukken.values_list("gesloten", flat=True).iterator(chunk_size=4)),
        open_sleutel(bytes(sleutel.gesloten), versie.dossier),
        versie=versie.pk,
        delen=versie.delen,
    )
    inhoud = b"".join(delen)
    if hashlib.sha256(inhoud).hexdigest() != versie.sha256:
        raise Onleesbaar("Dit bestand is niet te openen.")
    return inhoud


class Scanstand(NamedTuple):
    """How much waits for the scanner, and for how long the oldest does."""

    wachtend: int
    oudste: timedelta | None


def scanstand() -> Scanstand:
    """Numbers only: of which dossiers, the beheerder doesn't see."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT wachtend, oudste FROM documenten.scanstand()")
        return Scanstand(*cursor.fetchone())
