# SPDX-License-Identifier: EUPL-1.2
"""Who uses the embedded server: the first starts it, the last one out stops it.

Each process that uses the server holds a shared lock on a file. The operating system drops the lock
of a killed process, so nothing has to be cleaned up by hand after a crash.
"""

import contextlib
import fcntl
import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from psycopg import sql

from vangnet.kern.databank.cluster import BEHEERDER, Cluster
from vangnet.kern.databank.plek import Plek, bepaal_plek
from vangnet.kern.databank.rollen import Rolnamen, databank_sql, rollen_sql
from vangnet.kern.fouten import OmgevingFout

HUISDATABANK = "vangnet"


@contextlib.contextmanager
def ingebouwde_databank(data: Path, rollen: Rolnamen) -> Iterator[Cluster]:
    """Have the embedded server of `data` running for as long as the block lasts.

    Makes the cluster, the roles and the house's database on first use.
    """
    plek = bepaal_plek(data)
    cluster = Cluster(plek, rollen)
    with slot(plek.data, "start"):
        cluster.start()
        if not _is_klaar(cluster, rollen):
            _maak_rollen_en_databank(cluster, rollen)
        gebruik = os.open(plek.data / "gebruik.slot", os.O_RDWR | os.O_CREAT, 0o600)
        fcntl.flock(gebruik, fcntl.LOCK_SH)
    try:
        yield cluster
    finally:
        _vertrek(plek, cluster, gebruik)


def _vertrek(plek: Plek, cluster: Cluster, gebruik: int) -> None:
    with slot(plek.data, "start"):
        try:
            fcntl.flock(gebruik, fcntl.LOCK_EX | fcntl.LOCK_NB)
            cluster.stop()
        except BlockingIOError:
            pass  # somebody else still uses the server
        finally:
            os.close(gebruik)


@contextlib.contextmanager
def slot(data: Path, naam: str) -> Iterator[None]:
    """One process at a time in the block, for all that use data folder `data`."""
    bestand = os.open(data / f"{naam}.slot", os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(bestand, fcntl.LOCK_EX)
        yield
    finally:
        os.close(bestand)


def _klaar(rollen: Rolnamen, naam: str) -> str:
    """Comment of a database whose roles and grants are those of this code."""
    tekst = "\n".join(rollen_sql(rollen) + databank_sql(rollen, naam))
    return f"Vangnet: rollen en rechten {hashlib.sha256(tekst.encode()).hexdigest()[:16]}"


def _is_klaar(cluster: Cluster, rollen: Rolnamen) -> bool:
    """Whether roles, database and grants were all made: the comment is the last thing written."""
    with cluster.verbind(BEHEERDER, "postgres") as verbinding:
        vraag = "select shobj_description(oid, 'pg_database') from pg_database where datname = %s"
        rij = verbinding.execute(vraag, [HUISDATABANK]).fetchone()
        return rij is not None and rij[0] == _klaar(rollen, HUISDATABANK)


def _bestaat(cluster: Cluster, naam: str) -> bool:
    with cluster.verbind(BEHEERDER, "postgres") as verbinding:
        vraag = "select 1 from pg_database where datname = %s"
        return verbinding.execute(vraag, [naam]).fetchone() is not None


def _maak_rollen_en_databank(cluster: Cluster, rollen: Rolnamen) -> None:
    with cluster.verbind(BEHEERDER, "postgres") as verbinding:
        for regel in rollen_sql(rollen):
            verbinding.execute(regel)
    maak_databank(cluster, rollen, HUISDATABANK)


def maak_databank(
    cluster: Cluster, rollen: Rolnamen, naam: str, *, sjabloon: str | None = None
) -> None:
    """Make database `naam`, empty or as a copy of `sjabloon`, with the grants of the house.

    A database of that name that a killed process left half-made is finished, not made anew.
    """
    # File by file: faster than page by page through the log, most of all in memory (tests).
    opdracht = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY FILE_COPY").format(
        sql.Identifier(naam), sql.Identifier(sjabloon or "template1")
    )
    if not _bestaat(cluster, naam):
        with cluster.verbind(BEHEERDER, "postgres") as verbinding:
            verbinding.execute(opdracht)
    zet_rechten(cluster, rollen, naam)


def zet_rechten(cluster: Cluster, rollen: Rolnamen, naam: str) -> None:
    """Give database `naam` its grants; also after a restore, which brings none of its own."""
    with cluster.verbind(BEHEERDER, naam) as verbinding:
        for regel in databank_sql(rollen, naam):
            verbinding.execute(regel)
        klaar = sql.SQL("COMMENT ON DATABASE {} IS {}")
        tekst = sql.Literal(_klaar(rollen, naam))
        verbinding.execute(klaar.format(sql.Identifier(naam), tekst))


def verwijder_databank(cluster: Cluster, naam: str) -> None:
    """Drop a database (tests and restore); never the house's own."""
    if naam == HUISDATABANK:
        raise OmgevingFout("De databank van het huis wordt niet verwijderd.")
    opdracht = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(naam))
    with cluster.verbind(BEHEERDER, "postgres") as verbinding:
        verbinding.execute(opdracht)


def herstart_na_uitval(cluster: Cluster) -> None:
    """Start the server again when it was killed; the caller already uses it."""
    if not cluster.draait():
        with slot(cluster.plek.data, "start"):
            cluster.start()
