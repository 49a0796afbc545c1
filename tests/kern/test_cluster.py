# SPDX-License-Identifier: EUPL-1.2
"""The launcher with a server of its own: what a kill leaves, the next start repairs."""

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from vangnet.kern.databank import cluster as clusters
from vangnet.kern.databank import plek as plekken
from vangnet.kern.databank.cluster import BEHEERDER, Cluster
from vangnet.kern.databank.lanceren import HUISDATABANK, herstart_na_uitval, ingebouwde_databank
from vangnet.kern.databank.plek import bepaal_plek
from vangnet.kern.databank.rollen import Rolnamen
from vangnet.kern.fouten import OmgevingFout

ROLLEN = Rolnamen()
pytestmark = pytest.mark.traag


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A data folder whose path has spaces; one for the module, because making it costs seconds."""
    map_ = tmp_path_factory.mktemp("een pad met spaties") / "data"
    yield map_
    plek = bepaal_plek(map_)
    Cluster(plek, ROLLEN).stop()
    shutil.rmtree(plek.cluster.parent, ignore_errors=True)


def pid_van(cluster: Cluster) -> int:
    """Process id of the running postmaster."""
    bestand = cluster.plek.cluster / "postmaster.pid"
    return int(bestand.read_text(encoding="utf-8").splitlines()[0])


def als_eigenaar(cluster: Cluster) -> psycopg.Connection:
    return cluster.verbind(ROLLEN.eigenaar, HUISDATABANK)


def test_een_half_gemaakte_databank_wordt_opnieuw_gemaakt(data: Path) -> None:
    half = bepaal_plek(data).cluster.with_name("pg.nieuw")
    half.mkdir(parents=True)
    (half / "rest").write_text("van een start die is afgebroken", encoding="utf-8")

    with ingebouwde_databank(data, ROLLEN) as cluster:
        assert cluster.draait()
        assert not half.exists()


def test_na_kill_9_is_wat_was_vastgelegd_er_nog(data: Path) -> None:
    with ingebouwde_databank(data, ROLLEN) as cluster:
        with als_eigenaar(cluster) as verbinding:
            verbinding.execute("CREATE TABLE proef AS SELECT 42 AS getal")
        os.kill(pid_van(cluster), signal.SIGKILL)

        herstart_na_uitval(cluster)

        with als_eigenaar(cluster) as verbinding:
            assert verbinding.execute("SELECT getal FROM proef").fetchone() == (42,)


def test_de_laatste_die_weggaat_stopt_de_server(data: Path) -> None:
    with ingebouwde_databank(data, ROLLEN) as cluster:
        with ingebouwde_databank(data, ROLLEN):
            pass
        assert cluster.draait()

    assert not cluster.draait()
    assert not cluster.plek.socket.exists()


def test_de_server_luistert_niet_op_het_netwerk(data: Path) -> None:
    with (
        ingebouwde_databank(data, ROLLEN) as cluster,
        cluster.verbind(BEHEERDER, HUISDATABANK) as verbinding,
    ):
        assert verbinding.execute("SHOW listen_addresses").fetchone() == ("",)
        assert verbinding.execute("SHOW data_checksums").fetchone() == ("on",)


def test_een_rol_buiten_de_lijst_komt_er_niet_in(data: Path) -> None:
    with (
        ingebouwde_databank(data, ROLLEN) as cluster,
        pytest.raises(psycopg.OperationalError, match=r"[Pp]eer authentication failed"),
    ):
        cluster.verbind(ROLLEN.cijfers, HUISDATABANK)


def test_een_instelling_van_de_aanroeper_verandert_niets(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PGPORT", "6543")
    monkeypatch.setenv("PGHOST", "nergens.invalid")

    with ingebouwde_databank(data, ROLLEN) as cluster:
        assert cluster.draait()


@pytest.fixture
def nieuw(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cluster:
    """A place where no server was ever made; root's goes nowhere else either."""
    monkeypatch.setattr(plekken, "_ELDERS", tmp_path / "elders")
    return Cluster(bepaal_plek(tmp_path / "data"), ROLLEN)


def test_een_databank_van_een_andere_versie_wordt_niet_aangeraakt(nieuw: Cluster) -> None:
    nieuw.plek.cluster.mkdir(parents=True)
    if nieuw.plek.account:
        os.chown(nieuw.plek.cluster, nieuw.plek.account.pw_uid, nieuw.plek.account.pw_gid)
    (nieuw.plek.cluster / "PG_VERSION").write_text("9\n", encoding="utf-8")

    with pytest.raises(OmgevingFout, match="gemaakt met PostgreSQL 9"):
        nieuw.start()


def test_een_kapotte_instelling_geeft_een_zin_met_het_einde_van_het_logboek(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(clusters, "_OPGEEFTIJD", 1)
    instellingen = bepaal_plek(data).cluster / "postgresql.conf"
    goed = instellingen.read_text(encoding="utf-8")
    instellingen.write_text(f"{goed}\nbestaat_niet = 1\n", encoding="utf-8")

    with pytest.raises(OmgevingFout, match="bestaat_niet"), ingebouwde_databank(data, ROLLEN):
        pass
    instellingen.write_text(goed, encoding="utf-8")


def test_op_een_volle_schijf_start_een_bestaande_databank_niet_eindeloos(
    data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cluster = Cluster(bepaal_plek(data), ROLLEN)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))
    monkeypatch.setattr(cluster.programmas, "draai", mislukt)

    with pytest.raises(OmgevingFout, match="nog 0 MB vrij"):
        cluster.start()


def mislukt(*_: object, **__: object) -> "subprocess.CompletedProcess[str]":
    """A program that fails at once."""
    return subprocess.CompletedProcess([], 1, "", "")


def test_op_een_volle_schijf_komt_er_een_zin(
    nieuw: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10, 10, 0))

    with pytest.raises(OmgevingFout, match="nog 0 MB vrij"):
        nieuw.start()
