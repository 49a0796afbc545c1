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
from pathlib import Path

import psycopg

from vangnet.kern.databank.plek import POORT, Plek
from vangnet.kern.databank.programmas import Programmas
from vangnet.kern.databank.rollen import Rolnamen
from vangnet.kern.fouten import OmgevingFout

BEHEERDER = "vangnet_beheer"
# Orphaned backends of a killed server hold its shared memory for some seconds, and after that the
# server reads back what it had not yet written.
_START_TIJD = 120
_OPGEEFTIJD = 20
_START_PAUZE = 0.5
_NODIG_MB = 150
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
_INSTELLINGEN = """
# Made by Vangnet; changes here are kept.
listen_addresses = ''
unix_socket_permissions = 0700
max_connections = 100
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
# The work of a command that was killed ends too.
client_connection_check_interval = 2s
log_min_error_statement = panic
# The detail of an error holds the row that failed: names, in a log.
log_error_verbosity = terse
log_statement = none
"""


class Cluster:
    """One embedded server. All methods may be called by several processes at once under a lock."""

    def __init__(self, plek: Plek, rollen: Rolnamen) -> None:
        self.plek = plek
        self._rollen = rollen
        self.programmas = Programmas(plek)

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
        self._controleer_eigenaar()
        if not self.plek.cluster.exists():
            self._maak()
        self._controleer_versie()
        self.plek.maak_socketmap()
        nieuwe_toewijzing = self._schrijf_toewijzing()
        if self.draait():
            if nieuwe_toewijzing:
                self._lees_instellingen_opnieuw()
            return False
        # Synchronous commit and full-page writes stay on: a kill -9 loses no committed row.
        opdracht = ["-w", "-t", "60", "-l", str(self._log()), "-o", f"-k '{self.plek.socket}'"]
        begin = time.monotonic()
        while self._kan_nog_komen(time.monotonic() - begin):
            if self._pg_ctl("start", opdracht).returncode == 0 or self.draait():
                return True
            if self._vol():
                break
            time.sleep(_START_PAUZE)
        staart = self._log().read_text(encoding="utf-8", errors="replace")[-1500:]
        raise OmgevingFout(
            f"De databank start niet.{self._vol()} Het einde van {self._log()}:\n{staart}"
        )

    def _kan_nog_komen(self, seconden: float) -> bool:
        """Whether a start that failed for so long may still succeed."""
        bezig = self._bestand("postmaster.pid").exists()
        return seconden < (_START_TIJD if bezig else _OPGEEFTIJD)

    def stop(self) -> None:
        """Stop the server, running statements are broken off, and take the socket folder away."""
        for manier in ("fast", "immediate"):
            if self._pg_ctl("stop", ["-w", "-t", "60", "-m", manier]).returncode == 0:
                break
        self.plek.wis_socketmap()

    def verbind(self, rol: str, databank: str, *, wacht: int = 10) -> psycopg.Connection:
        """A raw autocommit connection as `rol`; for start-up and administration only."""
        return psycopg.connect(
            host=str(self.plek.socket),
            port=POORT,
            user=rol,
            dbname=databank,
            autocommit=True,
            connect_timeout=wacht,
        )

    def _maak(self) -> None:
        """Make the cluster beside its place: one that was killed half-way is thrown away."""
        nieuw = self.plek.cluster.with_name("pg.nieuw")
        shutil.rmtree(nieuw, ignore_errors=True)
        if vol := self._vol():
            raise OmgevingFout(f"De databank kan niet worden gemaakt.{vol}")
        nieuw.mkdir(mode=0o700, parents=True)
        self._geef_aan_server(nieuw)
        opties = _INITDB + (_INITDB_VANAF_17 if self.programmas.hoofdversie >= 17 else [])
        resultaat = self.programmas.draai("initdb", ["-D", str(nieuw), "-U", BEHEERDER, *opties])
        if resultaat.returncode != 0:
            raise OmgevingFout(f"De databank kan niet worden gemaakt: {resultaat.stderr.strip()}")
        with (nieuw / "postgresql.conf").open("a", encoding="utf-8") as bestand:
            bestand.write(_INSTELLINGEN)
        (nieuw / "pg_hba.conf").write_text("local all all peer map=vangnet\n", encoding="utf-8")
        nieuw.rename(self.plek.cluster)

    def _controleer_eigenaar(self) -> None:
        cluster = self.plek.cluster
        if cluster.exists() and (uid := cluster.stat().st_uid) != self.plek.server_uid:
            raise OmgevingFout(
                f"De databank in {cluster} is van '{pwd.getpwuid(uid).pw_name}'. Start Vangnet als "
                "root of als die gebruiker, of kies een andere map met VANGNET_DATA."
            )

    def _controleer_versie(self) -> None:
        versie = self._bestand("PG_VERSION")
        if not versie.exists():
            raise OmgevingFout(f"In {self.plek.cluster} staat geen databank. Zet de back-up terug.")
        gemaakt_met, nu = int(versie.read_text(encoding="utf-8")), self.programmas.hoofdversie
        if gemaakt_met != nu:
            raise OmgevingFout(
                f"De databank is gemaakt met PostgreSQL {gemaakt_met}, en dit is versie {nu}. Maak "
                "met de oude versie een back-up en zet die terug in een nieuwe map (VANGNET_DATA)."
            )

    def _vol(self) -> str:
        """A sentence when the disk is full, else nothing."""
        vrij = shutil.disk_usage(self.plek.cluster.parent).free // 2**20
        if vrij >= _NODIG_MB:
            return ""
        return (
            f" Op de schijf van {self.plek.cluster.parent} is nog {vrij} MB vrij, en er is "
            f"minstens {_NODIG_MB} MB nodig."
        )

    def _bestand(self, naam: str) -> Path:
        return self.plek.cluster / naam

    def _schrijf_toewijzing(self) -> bool:
        """Add to the map of accounts what is missing; True when it changed."""
        bestand = self._bestand("pg_ident.conf")
        staat_er = bestand.read_text(encoding="utf-8")
        nieuw = [regel for regel in self._toewijzing() if regel not in staat_er]
        if not nieuw:
            return False
        # Beside it and renamed: the server may read it at this very moment, and would let nobody in
        # after reading an empty one.
        vers = self._bestand("pg_ident.conf.nieuw")
        vers.write_text(staat_er + "".join(nieuw), encoding="utf-8")
        vers.chmod(0o600)
        self._geef_aan_server(vers)
        vers.rename(bestand)
        return True

    def _lees_instellingen_opnieuw(self) -> None:
        with self.verbind(BEHEERDER, "postgres") as verbinding:
            verbinding.execute("SELECT pg_reload_conf()")

    def _toewijzing(self) -> list[str]:
        """Which operating-system user may connect as which role: the server's and the caller's."""
        mensen = {self.plek.account.pw_name if self.plek.account else _naam(), _naam()}
        eigen = self._rollen
        rollen = [BEHEERDER, eigen.eigenaar, eigen.app, eigen.zegel, eigen.backup]
        return [f"vangnet {mens} {rol}\n" for mens in sorted(mensen) for rol in rollen]

    def _log(self) -> Path:
        return self.plek.cluster.parent / "postgres.log"

    def _pg_ctl(self, actie: str, opties: Sequence[str]) -> subprocess.CompletedProcess[str]:
        if actie == "start":
            self._log().touch(mode=0o600)
            self._log().chmod(0o600)
            self._geef_aan_server(self._log())
        return self.programmas.draai("pg_ctl", ["-D", str(self.plek.cluster), *opties, actie])

    def _geef_aan_server(self, pad: Path) -> None:
        if self.plek.account:
            os.chown(pad, self.plek.account.pw_uid, self.plek.account.pw_gid)


def _naam() -> str:
    return pwd.getpwuid(os.geteuid()).pw_name
