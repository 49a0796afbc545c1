# SPDX-License-Identifier: EUPL-1.2
"""Where the embedded database lives: short sockets, own folders, no shared cluster."""

import os
import pwd
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from vangnet.kern.databank import plek as plekken
from vangnet.kern.databank.plek import Plek, bepaal_plek, heeft_databank, maak_datamap
from vangnet.kern.fouten import OmgevingFout

alleen_root = pytest.mark.skipif(os.geteuid() != 0, reason="root alone lends an account")


@pytest.fixture(autouse=True)
def elders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands for /var/lib/vangnet; the test folders can't be reached by another account."""
    map_ = tmp_path / "elders"
    monkeypatch.setattr(plekken, "_ELDERS", map_)
    tmp_path.chmod(0o700)
    return map_


def test_een_lang_pad_geeft_een_korte_socketmap(tmp_path: Path) -> None:
    lang = tmp_path / ("een map met een lange naam " * 8) / ("nog een " * 20)

    assert len(os.fsencode(bepaal_plek(lang).socket)) < 60


def test_twee_mappen_krijgen_elk_een_eigen_socketmap(tmp_path: Path) -> None:
    assert bepaal_plek(tmp_path / "a").socket != bepaal_plek(tmp_path / "b").socket


def test_de_socketmap_hangt_niet_af_van_de_tijdelijke_map(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gewoon = bepaal_plek(tmp_path).socket
    monkeypatch.setenv("TMPDIR", str(tmp_path))

    assert bepaal_plek(tmp_path).socket == gewoon


def test_een_socketmap_van_een_ander_wordt_niet_gebruikt(tmp_path: Path) -> None:
    plek = Plek(tmp_path, tmp_path / "pg", tmp_path / "socket", None)
    plek.socket.write_text("geen map", encoding="utf-8")

    with pytest.raises(OmgevingFout, match="is van een ander"):
        plek.maak_socketmap()


def test_een_map_die_niet_te_maken_is_geeft_een_zin(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("", encoding="utf-8")

    with pytest.raises(OmgevingFout, match="Kies een andere map met VANGNET_DATA"):
        maak_datamap(tmp_path / "bestand" / "map")


def test_een_map_waarin_je_niet_mag_schrijven_geeft_een_zin(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Root may write everywhere, so the operating system's answer is played.
    monkeypatch.setattr(os, "access", lambda *_: False)

    with pytest.raises(OmgevingFout, match="mag niet schrijven"):
        maak_datamap(tmp_path)


def test_een_nieuwe_map_heeft_nog_geen_databank(tmp_path: Path) -> None:
    assert not heeft_databank(tmp_path)


@alleen_root
def test_buiten_bereik_van_het_serveraccount_staat_de_databank_elders(
    tmp_path: Path, elders: Path
) -> None:
    assert bepaal_plek(tmp_path / "data").cluster.parent.parent == elders


@alleen_root
def test_een_kopie_van_de_map_krijgt_niet_dezelfde_databank(tmp_path: Path, elders: Path) -> None:
    bepaal_plek(tmp_path / "data")
    verwijzing = (tmp_path / "data" / "plek-van-de-databank").read_text(encoding="utf-8")
    (tmp_path / "kopie").mkdir()
    (tmp_path / "kopie" / "plek-van-de-databank").write_text(verwijzing, encoding="utf-8")

    with pytest.raises(OmgevingFout, match="is een kopie van"):
        bepaal_plek(tmp_path / "kopie")


@alleen_root
def test_een_verplaatste_map_houdt_haar_databank(tmp_path: Path, elders: Path) -> None:
    cluster = bepaal_plek(tmp_path / "data").cluster
    (tmp_path / "data").rename(tmp_path / "verhuisd")

    assert bepaal_plek(tmp_path / "verhuisd").cluster == cluster


@alleen_root
def test_twee_starts_tegelijk_maken_het_serveraccount_een_keer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gemaakt: list[str] = []
    ik = pwd.getpwuid(0)

    def zoek(_: str) -> pwd.struct_passwd:
        if not gemaakt:
            raise KeyError
        return ik

    def maak() -> pwd.struct_passwd:
        time.sleep(0.2)
        gemaakt.append("account")
        return ik

    monkeypatch.setattr("vangnet.kern.databank.plek.pwd.getpwnam", zoek)
    monkeypatch.setattr(plekken, "_nieuw_serveraccount", maak)

    with ThreadPoolExecutor(2) as twee:
        plekken_van_twee = list(twee.map(bepaal_plek, [tmp_path / "a", tmp_path / "b"]))

    assert [plek.account for plek in plekken_van_twee] == [ik, ik]
    assert gemaakt == ["account"]
