# SPDX-License-Identifier: EUPL-1.2
"""Where the embedded database lives: data folder, socket folder, and the account it runs under."""

import hashlib
import os
import pwd
import stat
import subprocess
import tempfile
from dataclasses import dataclass
from pathlib import Path

from vangnet.kern.fouten import OmgevingFout

SERVERACCOUNT = "vangnet"
# A unix socket path holds at most 107 bytes; this is what PostgreSQL adds to the folder.
_SOCKETNAAM = ".s.PGSQL.5432"
_VERWIJZING = "plek-van-de-databank"


@dataclass(frozen=True)
class Plek:
    """Folders of one embedded database.

    data: chosen by the user (keys and logs); cluster: the PostgreSQL data folder; socket: private,
    short; account: operating-system user of the server, None when it is the current user.
    """

    data: Path
    cluster: Path
    socket: Path
    account: pwd.struct_passwd | None

    @property
    def eigenaar_uid(self) -> int:
        """Uid under which the server runs."""
        return self.account.pw_uid if self.account else os.geteuid()


def bepaal_plek(data: Path) -> Plek:
    """Work out the folders for `data` and create those that are missing.

    Raises OmgevingFout when a folder belongs to somebody else or can't be made.
    """
    data = data.absolute()
    try:
        data.mkdir(parents=True, exist_ok=True)
    except OSError as fout:
        raise OmgevingFout(
            f"De map {data} kan niet worden gemaakt ({fout.strerror}). "
            "Kies een andere map met VANGNET_DATA."
        ) from fout
    account = _serveraccount() if os.geteuid() == 0 else None
    cluster = _cluster_als_root(data, account) if account else data / "pg"
    return Plek(data=data, cluster=cluster, socket=_socketmap(data, account), account=account)


def _serveraccount() -> pwd.struct_passwd:
    """PostgreSQL refuses to run as root, so root lends it an account of its own."""
    try:
        return pwd.getpwnam(SERVERACCOUNT)
    except KeyError:
        pass
    opdracht = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin"]
    gemaakt = subprocess.run([*opdracht, SERVERACCOUNT], capture_output=True, text=True)  # noqa: S603 - fixed words
    try:
        # Another start may have made it at the same moment: then useradd fails and this succeeds.
        return pwd.getpwnam(SERVERACCOUNT)
    except KeyError:
        raise OmgevingFout(
            "PostgreSQL mag niet als root draaien en het account 'vangnet' kan niet worden "
            f"gemaakt: {gemaakt.stderr.strip()}. Voer uit: {' '.join([*opdracht, SERVERACCOUNT])}"
        ) from None


def _cluster_als_root(data: Path, account: pwd.struct_passwd) -> Path:
    """The data folder, or one under /var/lib when another account can't reach it (root's home)."""
    verwijzing = data / _VERWIJZING
    if verwijzing.exists():
        return Path(verwijzing.read_text(encoding="utf-8").strip())
    if data.stat().st_uid == 0:
        data.chmod(stat.S_IMODE(data.stat().st_mode) | stat.S_IXOTH)
    if all(_doorloopbaar(map_, account) for map_ in [data, *data.parents]):
        return data / "pg"
    elders = Path("/var/lib/vangnet") / _kenmerk(data) / "pg"
    elders.parent.mkdir(parents=True, exist_ok=True)
    verwijzing.write_text(f"{elders}\n", encoding="utf-8")
    return elders


def _doorloopbaar(map_: Path, account: pwd.struct_passwd) -> bool:
    info = map_.stat()
    if info.st_uid == account.pw_uid:
        return bool(info.st_mode & stat.S_IXUSR)
    return bool(info.st_mode & stat.S_IXOTH)


def _kenmerk(data: Path) -> str:
    return hashlib.sha256(str(data).encode()).hexdigest()[:12]


def _socketmap(data: Path, account: pwd.struct_passwd | None) -> Path:
    """A private folder with a short name: a long checkout path would not fit in a socket address."""
    uid = account.pw_uid if account else os.geteuid()
    basis = Path(tempfile.gettempdir())
    if len(str(basis)) > 60:  # a very long TMPDIR would break the same limit
        basis = Path("/tmp")  # noqa: S108 - the folder below it is private and its owner is checked
    map_ = basis / f"vangnet-{uid}-{_kenmerk(data)}"
    map_.mkdir(mode=0o700, exist_ok=True)
    info = map_.lstat()
    if not stat.S_ISDIR(info.st_mode) or info.st_uid not in {uid, os.geteuid()}:
        raise OmgevingFout(
            f"De map {map_} is van een ander. Verwijder die map of zet TMPDIR op een eigen map."
        )
    if account and info.st_uid != uid:
        os.chown(map_, uid, account.pw_gid)
    map_.chmod(0o700)
    if len(str(map_ / _SOCKETNAAM)) > 107:
        raise OmgevingFout(f"Het pad {map_} is te lang voor een databankverbinding. Kort TMPDIR in.")
    return map_
