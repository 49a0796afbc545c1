# SPDX-License-Identifier: EUPL-1.2
"""What this room keeps about people, and how long.

Destroying a dossier removes its key first: what is left of its files, also in a table that was
forgotten, doesn't open any more.
"""

from vangnet.documenten.models import (
    Documentdeel,
    Documentversie,
    Dossiersleutel,
    Sjabloonversie,
)
from vangnet.inrichting.bewaarregels import Regel, Termijn

BEWARING = (
    Regel(model=Dossiersleutel, velden=("dossier", "gesloten"), termijn=Termijn.MET_HAAR_RIJ),
    Regel(
        model=Documentversie,
        velden=("document", "dossier", "naam", "soort", "omvang", "sha256", "door"),
        termijn=Termijn.VIJF_JAAR,
    ),
    Regel(model=Documentdeel, velden=("van", "gesloten"), termijn=Termijn.MET_HAAR_RIJ),
    # Of the house; only who made it is somebody.
    Regel(model=Sjabloonversie, velden=("door",), termijn=Termijn.MET_HET_ACCOUNT),
)
