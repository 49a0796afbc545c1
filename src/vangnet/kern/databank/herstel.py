# SPDX-License-Identifier: EUPL-1.2
"""Put a back-up into an empty database, all or nothing, and see whether it is what it was."""

import contextlib
import json
import re
import tempfile
from pathlib import Path

from vangnet.kern.databank.backup import (
    DUMP,
    FORMAAT,
    VERSLAG,
    ZONDER_RIJEN,
    ZONDER_TABEL,
    Kop,
    Verslag,
    Voortgang,
    som_van,
)
from vangnet.kern.databank.client import Toegangsweg
from vangnet.kern.databank.rollen import Rolnamen, zonder_standaardrechten_sql
from vangnet.kern.databank.standen import Stand, standen, tabellen
from vangnet.kern.fouten import OmgevingFout

# What an administrator gave the database stays as it is; the owner role could not change it.
_VAN_DE_BEHEERDER = re.compile(
    r"^\d+; \d+ \d+ "
    r"(EXTENSION |COMMENT - EXTENSION |ACL pg_catalog |ACL - LANGUAGE "
    r"|\w+ - SCHEMA public |SCHEMA - public )"
)


def lees_verslag(map_: Path) -> Verslag:
    """The report of the back-up in `map_`, after its dump was found to be whole.

    Raises OmgevingFout when it is no back-up, of another format, or damaged.
    """
    try:
        gelezen = json.loads((map_ / VERSLAG).read_text(encoding="utf-8"))
        kop = Kop(**gelezen["kop"])
        verslag = Verslag(
            formaat=gelezen["formaat"],
            kop=kop,
            postgresql=gelezen["postgresql"],
            sha256=gelezen["sha256"],
            tabellen={naam: Stand(*stand) for naam, stand in gelezen["tabellen"].items()},
        )
        heel = verslag.sha256 == som_van(map_ / DUMP)
    except (OSError, ValueError, KeyError, TypeError) as fout:
        raise OmgevingFout(
            f"In {map_} staat geen back-up van Vangnet, of hij is niet heel."
        ) from fout
    if verslag.formaat != FORMAAT:
        raise OmgevingFout(f"De back-up in {map_} is van een andere versie van Vangnet.")
    if not heel:
        raise OmgevingFout(f"De back-up in {map_} is beschadigd: het controlegetal klopt niet.")
    return verslag


def eis_leeg(weg: Toegangsweg, verslag: Verslag) -> None:
    """Raise OmgevingFout unless this database holds no table and knows the form of the dump."""
    with contextlib.closing(weg.verbind()) as verbinding:
        versie = verbinding.info.server_version // 10_000
        if tabellen(verbinding):
            raise OmgevingFout(
                "Dit huis is niet leeg. Zet een back-up terug in een nieuwe, lege databank: kies "
                "een nieuwe map met VANGNET_DATA, of laat op de server een nieuwe databank maken."
            )
    if versie < verslag.postgresql:
        raise OmgevingFout(
            f"De back-up komt van PostgreSQL {verslag.postgresql}, dit is {versie}. Kies een "
            "server die minstens zo nieuw is."
        )


def zet_terug(map_: Path, weg: Toegangsweg, *, rollen: Rolnamen, voortgang: Voortgang) -> None:
    """Load the dump through `weg`, a connection as the owner, in one transaction.

    Raises OmgevingFout when it fails; the database is then as empty as before.
    """
    with contextlib.closing(weg.verbind()) as verbinding:
        for regel in zonder_standaardrechten_sql(rollen):
            verbinding.execute(regel)
    gedaan = 0

    def regel_van(tekst: str) -> None:
        nonlocal gedaan
        if "processing data for table" in tekst:
            gedaan += 1
            voortgang("Terugzetten", min(gedaan, van), van)

    with tempfile.TemporaryDirectory() as tijdelijk:
        inhoud, lijst = Path(tijdelijk) / "alles", Path(tijdelijk) / "lijst"
        weg.toon_inhoud(map_ / DUMP, inhoud)
        regels = inhoud.read_text(encoding="utf-8").splitlines(keepends=True)
        van = sum(" TABLE DATA " in regel for regel in regels)
        lijst.write_text(
            "".join(regel for regel in regels if not _VAN_DE_BEHEERDER.match(regel)),
            encoding="utf-8",
        )
        opties = ["--single-transaction", "--exit-on-error", "--no-owner", "--verbose"]
        woorden = [*opties, f"--use-list={lijst}", str(map_ / DUMP)]
        weg.draai("pg_restore", woorden, regel_van)


def verschillen(verslag: Verslag, weg: Toegangsweg, *, voortgang: Voortgang) -> list[str]:
    """Names of the tables that are not what they were; `weg` reads as the back-up role."""
    with contextlib.closing(weg.verbind()) as verbinding:
        nu = standen(
            verbinding,
            zonder={ZONDER_TABEL, ZONDER_RIJEN},
            voortgang=lambda gedaan, van: voortgang("Nakijken", gedaan, van),
        )
    namen = verslag.tabellen.keys() | nu.keys()
    return sorted(naam for naam in namen if verslag.tabellen.get(naam) != nu.get(naam))
