# SPDX-License-Identifier: EUPL-1.2
"""Make a back-up: a folder with a dump of the database and a report of what must be in it.

Never in it: the keys of the asker (they stand in the key file, which is kept apart) and sessions
(nobody gets logged in again by a restore).
"""

import contextlib
import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import psycopg

from vangnet.kern.databank.client import Toegangsweg
from vangnet.kern.databank.sleutelbestand import Sleutelbos
from vangnet.kern.databank.standen import Stand, standen, tabellen
from vangnet.kern.fouten import OmgevingFout

FORMAAT = 1
DUMP, VERSLAG = "databank.dump", "verslag.json"
ZONDER_TABEL = "toegang.sleutel"
ZONDER_RIJEN = "public.django_session"
# (what is going on, how many done, of how many)
Voortgang = Callable[[str, int, int], None]


@dataclass(frozen=True)
class Kop:
    """What a restore has to know beforehand.

    moment: ISO 8601; rollen: prefix of the roles; migraties: (app, name); sleutels: by purpose and
    number a short fingerprint, never a key.
    """

    moment: str
    rollen: str
    migraties: list[tuple[str, str]]
    sleutels: dict[str, dict[str, str]]


@dataclass(frozen=True)
class Verslag:
    """What a back-up holds.

    postgresql: major version it was made with; sha256: of the dump; tabellen: the Stand of each.
    """

    formaat: int
    kop: Kop
    postgresql: int
    sha256: str
    tabellen: dict[str, Stand]

    def rijen(self) -> int:
        """Number of rows of all tables together."""
        return sum(stand.rijen for stand in self.tabellen.values())


def vingerafdrukken(bos: Sleutelbos) -> dict[str, dict[str, str]]:
    """Fingerprints of keys, to see later whether a key file is the right one."""
    return {
        doel: {str(nr): hashlib.sha256(sleutel).hexdigest()[:12] for nr, sleutel in nummers.items()}
        for doel, nummers in bos.sleutels.items()
    }


def maak_backup(pad: Path, weg: Toegangsweg, *, kop: Kop, voortgang: Voortgang) -> Verslag:
    """Write the folder `pad` through `weg`, a connection as the back-up role.

    Report and dump are of one moment, also while people work. The folder gets its name when it is
    complete. Raises OmgevingFout when `pad` exists or can't be written.
    """
    pad = pad.absolute()
    if pad.exists():
        raise OmgevingFout(
            f"{pad} bestaat al. Een back-up overschrijft nooit: kies een andere naam."
        )
    onvolledig = pad.with_name(f"{pad.name}.onvolledig")
    try:
        shutil.rmtree(onvolledig, ignore_errors=True)
        onvolledig.mkdir(mode=0o700)
        verslag = _schrijf(onvolledig, weg, kop=kop, voortgang=voortgang)
        onvolledig.rename(pad)
    except OSError as fout:
        raise OmgevingFout(f"{pad} kan niet worden geschreven ({fout.strerror}).") from fout
    finally:
        shutil.rmtree(onvolledig, ignore_errors=True)
    return verslag


def _schrijf(map_: Path, weg: Toegangsweg, *, kop: Kop, voortgang: Voortgang) -> Verslag:
    with contextlib.closing(weg.verbind()) as verbinding:
        verbinding.execute("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY")
        _dump(map_ / DUMP, weg, verbinding, voortgang)
        gevonden = standen(
            verbinding,
            zonder={ZONDER_TABEL, ZONDER_RIJEN},
            voortgang=lambda gedaan, van: voortgang("Nakijken", gedaan, van),
        )
        versie = verbinding.info.server_version // 10_000
    verslag = Verslag(FORMAAT, kop, versie, som_van(map_ / DUMP), gevonden)
    tekst = json.dumps(asdict(verslag), indent=1, ensure_ascii=False)
    (map_ / VERSLAG).write_text(tekst, encoding="utf-8")
    return verslag


def _dump(
    bestand: Path, weg: Toegangsweg, verbinding: psycopg.Connection, voortgang: Voortgang
) -> None:
    rij = verbinding.execute("SELECT pg_export_snapshot()").fetchone()
    assert rij is not None  # noqa: S101 - a function call always gives a row
    van = len(tabellen(verbinding))
    gedaan = 0

    def regel(tekst: str) -> None:
        nonlocal gedaan
        if "dumping contents of table" in tekst:
            gedaan += 1
            voortgang("Wegschrijven", min(gedaan, van), van)

    weg.draai(
        "pg_dump",
        [
            *["--format=custom", "--no-owner", "--verbose", "--lock-wait-timeout=30s"],
            *[f"--snapshot={rij[0]}", f"--file={bestand}", "--no-unlogged-table-data"],
            *[f"--exclude-table={ZONDER_TABEL}", f"--exclude-table-data={ZONDER_RIJEN}"],
        ],
        regel,
    )


def som_van(bestand: Path) -> str:
    """SHA-256 of a file, in hex."""
    with bestand.open("rb") as stroom:
        return hashlib.file_digest(stroom, "sha256").hexdigest()
