# SPDX-License-Identifier: EUPL-1.2
"""A package with the dossier, as manager, FG, command line and receiver have it."""

import csv
import io
import tarfile
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from pyrage import decrypt, encrypt, x25519

from tests.bezetting import id_van
from tests.uitwisseling.hulp import OPDRACHT
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.dossier.uitvoeren import Dossieruitvoer, dossier_uitvoeren
from vangnet.uitwisseling.dossieropdrachten import dossier_besluiten, dossier_vragen

GEHEIM = x25519.Identity.generate()
OPENBAAR = str(GEHEIM.to_public())


def gevraagd() -> UUID:
    """An order that nobody has decided on."""
    with als(Vrager(id_van("mirjam"))):
        return dossier_vragen(ontvanger="Oost", sleutel=OPENBAAR, reden="Wij gaan over naar Oost.")


def goedgekeurd() -> UUID:
    """An order that may be used."""
    opdracht = gevraagd()
    with als(Vrager(id_van("frank"))):
        dossier_besluiten(opdracht, akkoord=True, motivering="Nagekeken.")
    return opdracht


def voer_dossier_uit(pad: Path, opdracht: UUID | None = None) -> Dossieruitvoer:
    """Export as the command line does, with an order of its own unless one is given."""
    return dossier_uitvoeren(
        pad,
        opdracht=opdracht or goedgekeurd(),
        vrager=OPDRACHT,
        voortgang=lambda stap, aantal: None,
    )


def uitgepakt(pad: Path) -> dict[str, bytes]:
    """What the receiver finds, with the plain library of age and a plain tar."""
    with tarfile.open(fileobj=io.BytesIO(decrypt(pad.read_bytes(), [GEHEIM]))) as archief:
        gevonden = {lid.name: archief.extractfile(lid) for lid in archief.getmembers()}
        return {naam: bestand.read() for naam, bestand in gevonden.items() if bestand}


def rijen(pakket: Mapping[str, bytes], naam: str) -> list[dict[str, str]]:
    """The rows of a file in a package."""
    tekst = pakket[f"{naam}.csv"].decode()
    return list(csv.DictReader(io.StringIO(tekst, newline="")))


def ingepakt(pad: Path, inhoud: Mapping[str, bytes], *, voor: str = OPENBAAR) -> Path:
    """A package as another program would make it."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archief:
        for naam, bytes_ in inhoud.items():
            info = tarfile.TarInfo(naam)
            info.size = len(bytes_)
            archief.addfile(info, io.BytesIO(bytes_))
    pad.write_bytes(encrypt(buffer.getvalue(), [x25519.Recipient.from_str(voor)]))
    return pad
