# SPDX-License-Identifier: EUPL-1.2
"""A package with the dossier, as manager, FG, command line and receiver have it."""

import csv
import hashlib
import io
import tarfile
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from django.db import connection
from PIL import Image
from pyrage import decrypt, encrypt, x25519

from tests.bezetting import id_van
from tests.uitwisseling.hulp import GAAF, OPDRACHT, Verloop, voer_in
from vangnet.toegang.vrager import Vrager, als
from vangnet.uitwisseling.dossier.uitvoeren import Dossieruitvoer, dossier_uitvoeren
from vangnet.uitwisseling.dossieropdrachten import dossier_besluiten, dossier_vragen
from vangnet.uitwisseling.slot import Sleutel

GEHEIM = x25519.Identity.generate()
OPENBAAR = str(GEHEIM.to_public())
SLEUTEL = Sleutel(GEHEIM)


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


def _png() -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", (2, 3), "red").save(uit, "PNG")
    return uit.getvalue()


FOTO = _png()
FEIT, GENOEMD, BRIEF, DOEL = (str(id_van(f"pakket-{naam}")) for naam in "abcd")
FOTOPAD = f"documenten/{BRIEF}-1.png"
_BIJDRAGEKOP = (
    "bijdrage_id,casus_id,soort,leefgebied,over,bron,categorie,doel,onder_geheim,grond,"
    "grond_motivering,voorwaarden,publiek,tekst,eerste_verwerking"
)
DOSSIER: Mapping[str, str] = {
    "kanten": "casus_id,persoon_id,kant\n",
    "handtekeningen": "plan_id,persoon_id,ondertekend_op\n",
    "criteriumoordelen": (
        'aanmelding_id,criterium,geldt,motivering\nA1,a_problemen,ja,"Schulden, en drank."\n'
        "A1,c_onveilig,nee,Daar is niets van bekend.\n"
    ),
    "huisoordelen": (
        "aanmelding_id,criterium,vanaf,geldt,motivering\n"
        "A1,Is er een hond?,2020-01-01,nee,Die is er niet.\n"
    ),
    "beslissers": "aanmelding_id,organisatie_id,naam,akkoord\nA1,O1,Jan de Wit,ja\n",
    "doelen": (
        "doel_id,casus_id,leefgebied,omschrijving,meetbaar,vastgesteld_op,streefdatum,resultaat,"
        "beoordeeld_op\n"
        f"{DOEL},C1,huisvesting,Zij woont weer thuis.,Een huurcontract,2022-04-01,2022-10-01,"
        "deels,2022-10-03\n"
    ),
    "bijdragen": (
        f"{_BIJDRAGEKOP}\n"
        f"{FEIT},C1,feit,huisvesting,P1,O1,gezondheid,afstemming,ja,toestemming,"
        "Zij zei het zelf.,Niet met de buren delen.,iedereen,Zij slaapt slecht.,2022-03-05\n"
        f"{GENOEMD},C1,notitie,,,,woonsituatie,afstemming,nee,,,,organisaties,"
        '"Twee regels:\r\neen en twee",\n'
        f"{BRIEF},C1,document,,,O1,woonsituatie,afstemming,nee,,,,alleen_huis,Een foto,\n"
    ),
    "bijdragepubliek": f"bijdrage_id,organisatie_id\n{GENOEMD},O1\n",
    "documenten": (
        "bijdrage_id,nummer,naam,soort,omvang,sha256\n"
        f"{BRIEF},1,foto.png,png,{len(FOTO)},{hashlib.sha256(FOTO).hexdigest()}\n"
    ),
}


def gaaf(**anders: str) -> dict[str, bytes]:
    """The inside of a sound package; anders: other text for a file, or none at all."""
    teksten = {**GAAF, **DOSSIER, **anders}
    tabellen = {f"{naam}.csv": tekst.encode() for naam, tekst in teksten.items() if tekst}
    return {**tabellen, FOTOPAD: FOTO}


def neem_in(pad: Path, inhoud: Mapping[str, bytes], *, proef: bool = False) -> Verloop:
    """Import a package of our own making, with the right key."""
    return voer_in(ingepakt(pad, inhoud), proef=proef, sleutel=SLEUTEL)


def scan_alles() -> None:
    """What the scanner does with what waits, in the transaction of the test."""
    with als(OPDRACHT), connection.cursor() as cursor:
        cursor.execute("SELECT versie FROM documenten.te_scannen(100)")
        for (versie,) in cursor.fetchall():
            cursor.execute("SELECT documenten.zet_scan(%s, 'schoon', '')", [versie])


def nieuwe_rijen(pakket: Mapping[str, bytes], naam: str) -> list[dict[str, str]]:
    """The rows of a file that are not of the cast of the tests."""
    van_de_bezetting = {
        *("a-1", "ZVH-2022-0001", str(id_van("bijdrage-organisaties")), str(id_van("document"))),
    }
    return [rij for rij in rijen(pakket, naam) if not van_de_bezetting & set(rij.values())]


def gesorteerd(gevonden: list[dict[str, str]]) -> list[list[str]]:
    """The cells of rows, in an order that doesn't matter."""
    return sorted(list(rij.values()) for rij in gevonden)
