# SPDX-License-Identifier: EUPL-1.2
"""Where the embedded database lives: data folder, socket folder, and the account it runs under."""

import contextlib
import fcntl
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from vangnet.kern.fouten import OmgevingFout

SERVERACCOUNT = "vangnet"
POORT = 5432
# A unix socket path holds at most 107 bytes.
_SOCKETLENGTE = 107
_SOCKETNAAM = f".s.PGSQL.{POORT}"
# For data folders that the server's account can't reach: where the cluster is instead, and, beside
# that cluster, of which data folder it is.
_ELDERS = Path("/var/lib/vangnet")
_VERWIJZING = "plek-van-de-databank"
_TERUGVERWIJZING = "is-van"


@dataclass(frozen=True)
class Plek:
    """Folders of one embedded database.

    data: chosen by the user (keys and logs); cluster: the PostgreSQL data folder; socket: private,
    short, there only while the server runs; account: operating-system user of the server, None when
    it is the current user.
    """

    data: Path
    cluster: Path
    socket: Path
    account: pwd.struct_passwd | None

    @property
    def server_uid(self) -> int:
        """Uid under which the server runs."""
        return self.account.pw_uid if self.account else os.geteuid()

    def maak_socketmap(self) -> None:
        """Have the socket folder, readable for the server's account alone.

        Raises OmgevingFout when somebody else was first with that name.
        """
        with contextlib.suppress(FileExistsError):
            self.socket.mkdir(mode=0o700)
        info = self.socket.lstat()
        if not stat.S_ISDIR(info.st_mode) or info.st_uid not in {self.server_uid, os.geteuid()}:
            raise OmgevingFout(f"De map {self.socket} is van een ander. Laat hem verwijderen.")
        if self.account and info.st_uid != self.server_uid:
            os.chown(self.socket, self.account.pw_uid, self.account.pw_gid)
        self.socket.chmod(0o700)

    def wis_socketmap(self) -> None:
        """Take the socket folder away; call it only when the server has stopped."""
        shutil.rmtree(self.socket, ignore_errors=True)


def heeft_databank(data: Path) -> bool:
    """Whether an embedded database was ever made for `data`."""
    return (data / "pg").exists() or (data / _VERWIJZING).exists()


def bepaal_plek(data: Path) -> Plek:
    """Work out the folders for `data` and create those that are missing.

    Raises OmgevingFout when a folder belongs to somebody else or can't be made.
    """
    data = data.absolute()
    maak_datamap(data)
    account = _serveraccount(data) if os.geteuid() == 0 else None
    cluster = _cluster_als_root(data, account) if account else data / "pg"
    uid = account.pw_uid if account else os.geteuid()
    return Plek(data=data, cluster=cluster, socket=_socketmap(data, uid), account=account)


def maak_datamap(data: Path) -> None:
    """Create the data folder, for its owner alone. Raises OmgevingFout when it can't be used."""
    try:
        data.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as fout:
        raise OmgevingFout(
            f"De map {data} kan niet worden gemaakt ({fout.strerror}). "
            "Kies een andere map met VANGNET_DATA."
        ) from fout
    if not os.access(data, os.W_OK | os.X_OK):
        raise OmgevingFout(
            f"'{pwd.getpwuid(os.geteuid()).pw_name}' mag niet schrijven in {data}. "
            f"Start Vangnet als '{pwd.getpwuid(data.stat().st_uid).pw_name}', of kies een andere "
            "map met VANGNET_DATA."
        )


def _serveraccount(data: Path) -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root, so root lends it an account of its own.

    A cluster that an ordinary user made before stays that user's.
    """
    cluster = data / "pg"
    if cluster.exists() and (uid := cluster.stat().st_uid) != 0:
        return pwd.getpwuid(uid)
    # Two useradds at the same moment both succeed, and the second changes the number of the account
    # under the feet of the first. The folder, because useradd puts another file in place.
    with _slot_op(Path("/etc")):
        try:
            return pwd.getpwnam(SERVERACCOUNT)
        except KeyError:
            return _nieuw_serveraccount()


@contextlib.contextmanager
def _slot_op(map_: Path) -> Iterator[None]:
    """One process at a time, on this machine."""
    nummer = os.open(map_, os.O_RDONLY)
    try:
        fcntl.flock(nummer, fcntl.LOCK_EX)
        yield
    finally:
        os.close(nummer)


def _nieuw_serveraccount() -> pwd.struct_passwd:
    woorden = ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SERVERACCOUNT]
    programma = shutil.which("useradd", path="/usr/sbin:/sbin:/usr/bin")
    reden = "useradd ontbreekt"
    if programma:
        gemaakt = subprocess.run([programma, *woorden], capture_output=True, text=True)  # noqa: S603 - fixed words
        reden = gemaakt.stderr.strip()
    try:
        return pwd.getpwnam(SERVERACCOUNT)
    except KeyError:
        raise OmgevingFout(
            f"PostgreSQL mag niet als root draaien en het account '{SERVERACCOUNT}' kan niet "
            f"worden gemaakt ({reden}). Voer uit: useradd {' '.join(woorden)}"
        ) from None


def _cluster_als_root(data: Path, account: pwd.struct_passwd) -> Path:
    """The data folder, or one under /var/lib when another account can't reach it (root's home)."""
    verwijzing = data / _VERWIJZING
    if verwijzing.exists():
        return _van_deze_map(Path(verwijzing.read_text(encoding="utf-8").strip()), data)
    if data.stat().st_uid == 0:
        data.chmod(stat.S_IMODE(data.stat().st_mode) | stat.S_IXOTH)
    if all(_doorloopbaar(map_, account) for map_ in [data, *data.parents]):
        return data / "pg"
    elders = _ELDERS / _kenmerk(data)
    for map_ in (_ELDERS, elders):
        map_.mkdir(parents=True, exist_ok=True)
        map_.chmod(0o711)
    (elders / _TERUGVERWIJZING).write_text(f"{data}\n", encoding="utf-8")
    verwijzing.write_text(f"{elders / 'pg'}\n", encoding="utf-8")
    return elders / "pg"


def _van_deze_map(cluster: Path, data: Path) -> Path:
    """`cluster`, unless `data` is a copy of the folder that it is of; a moved folder keeps it."""
    if not cluster.parent.exists():
        raise OmgevingFout(
            f"De databank van {data} stond in {cluster}, maar die map is er niet meer. Zet hem "
            f"terug, of verwijder {data} om met een leeg huis te beginnen."
        )
    terug = cluster.parent / _TERUGVERWIJZING
    eerste = Path(terug.read_text(encoding="utf-8").strip()) if terug.exists() else data
    if eerste != data and (eerste / _VERWIJZING).exists():
        raise OmgevingFout(
            f"{data} is een kopie van {eerste}, en een databank kan maar bij één map horen. "
            f"Verwijder {data} om met een leeg huis te beginnen."
        )
    terug.write_text(f"{data}\n", encoding="utf-8")
    return cluster


def _doorloopbaar(map_: Path, account: pwd.struct_passwd) -> bool:
    info = map_.stat()
    if info.st_uid == account.pw_uid:
        return bool(info.st_mode & stat.S_IXUSR)
    return bool(info.st_mode & stat.S_IXOTH)


def _kenmerk(data: Path) -> str:
    return hashlib.sha256(str(data).encode()).hexdigest()[:12]


def _socketmap(data: Path, uid: int) -> Path:
    """A private folder with a short name: a long checkout path would not fit in a socket address.

    Not from TMPDIR when it can be helped: two shells with another TMPDIR have to find one server.
    """
    kort = Path("/tmp")  # noqa: S108 - the folder below it is private and its owner is checked
    basis = kort if os.access(kort, os.W_OK | os.X_OK) else Path(tempfile.gettempdir())
    map_ = basis / f"vangnet-{uid}-{_kenmerk(data)}"
    if len(os.fsencode(map_ / _SOCKETNAAM)) > _SOCKETLENGTE:
        raise OmgevingFout(f"Het pad {map_} is te lang voor een verbinding. Kort TMPDIR in.")
    return map_
