# SPDX-License-Identifier: EUPL-1.2
"""Run pg_dump and pg_restore against a database, embedded or on a server."""

import os
import subprocess
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg.conninfo import make_conninfo

from vangnet.kern.fouten import OmgevingFout

_MEESTE_FOUTEN = 3
# What a value looks like as text may not depend on whoever runs this.
_VASTE_INSTELLINGEN = (
    "SET TimeZone = 'UTC'",
    "SET DateStyle = 'ISO, YMD'",
    "SET IntervalStyle = 'postgres'",
    "SET bytea_output = 'hex'",
    "SET extra_float_digits = 1",
    # Under a role that row-level security would hide rows from: an error, not a smaller back-up.
    "SET row_security = off",
)


@dataclass(frozen=True)
class Toegangsweg:
    """How to reach a database as one role.

    gegevens: connection parameters of libpq; programma: gives the path of a client program.
    """

    gegevens: dict[str, str]
    programma: Callable[[str], str]

    def verbind(self) -> psycopg.Connection:
        """A connection in which text looks the same everywhere."""
        adres = make_conninfo(**self.gegevens | {"connect_timeout": "10"})
        verbinding = psycopg.connect(adres, autocommit=True)
        for regel in _VASTE_INSTELLINGEN:
            verbinding.execute(regel)
        return verbinding

    def draai(self, naam: str, woorden: Sequence[str], regel: Callable[[str], None]) -> None:
        """Run a client program; `regel` gets each line that it says about its progress.

        Raises OmgevingFout with its error lines. Those of `DETAIL`, which may hold a value of a
        row, are left out.
        """
        zonder_wachtwoord = {k: v for k, v in self.gegevens.items() if k != "password"}
        omgeving = os.environ | {"LC_ALL": "C.UTF-8"}
        if wachtwoord := self.gegevens.get("password"):
            omgeving["PGPASSWORD"] = wachtwoord
        opdracht = [self.programma(naam), f"--dbname={make_conninfo(**zonder_wachtwoord)}"]
        fouten: deque[str] = deque(maxlen=_MEESTE_FOUTEN)
        with subprocess.Popen(  # noqa: S603 - own program, arguments without a shell
            [*opdracht, *woorden], env=omgeving, text=True, stderr=subprocess.PIPE
        ) as proces:
            assert proces.stderr is not None  # noqa: S101 - asked for above
            for tekst in proces.stderr:
                regel(tekst)
                if "error:" in tekst:
                    fouten.append(tekst.strip())
        if proces.returncode != 0:
            raise OmgevingFout("\n".join(fouten) or f"{naam} is mislukt.")

    def toon_inhoud(self, dump: Path, naar: Path) -> None:
        """Write the table of contents of `dump` to a file."""
        opdracht = [self.programma("pg_restore"), "--list", f"--file={naar}", str(dump)]
        if subprocess.run(opdracht, stderr=subprocess.DEVNULL).returncode != 0:  # noqa: S603 - as above
            raise OmgevingFout(f"{dump} is niet te lezen als back-up van PostgreSQL.")
