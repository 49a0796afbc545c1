# SPDX-License-Identifier: EUPL-1.2
"""A package is opened without trusting it, and refused by name."""

import stat
import zipfile
from pathlib import Path

import pytest

from tests.uitwisseling.hulp import schrijf_zip
from vangnet.uitwisseling.pakket import open_pakket, zips

_GOED = "persoon_id,achternaam\nP1,Jansma\n"


def _fouten(pad: Path) -> list[tuple[str, str]]:
    with open_pakket(pad) as pakket:
        return [(fout.bestand, fout.soort) for fout in pakket.fouten]


def _zip_met(pad: Path, info: zipfile.ZipInfo, inhoud: bytes = b"x") -> Path:
    with zipfile.ZipFile(pad, "w") as archief:
        archief.writestr(info, inhoud)
    return pad


def test_een_zip_met_bekende_bestanden_is_een_pakket(tmp_path: Path) -> None:
    pad = schrijf_zip(tmp_path / "p.zip", {"personen.csv": _GOED})

    with open_pakket(pad) as pakket, pakket.bronnen["personen"].open() as rijen:
        assert list(rijen) == [["persoon_id", "achternaam"], ["P1", "Jansma"]]


@pytest.mark.asvs("5.3.3")
@pytest.mark.parametrize("naam", ["/etc/personen.csv", "../personen.csv", "a/../../personen.csv",
                                  "..\\personen.csv", "C:personen.csv"])  # fmt: skip
def test_een_pad_dat_buiten_de_zip_wijst_wordt_geweigerd(tmp_path: Path, naam: str) -> None:
    pad = _zip_met(tmp_path / "p.zip", zipfile.ZipInfo(naam))

    assert _fouten(pad) == [(naam, "bestand_pad")]


@pytest.mark.asvs("5.2.5")
def test_een_koppeling_in_een_zip_wordt_geweigerd(tmp_path: Path) -> None:
    info = zipfile.ZipInfo("personen.csv")
    info.external_attr = (stat.S_IFLNK | 0o777) << 16

    assert _fouten(_zip_met(tmp_path / "p.zip", info)) == [("personen.csv", "bestand_koppeling")]


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("tweede", ["personen.csv", "Personen.csv"])
def test_een_bestand_dat_twee_keer_in_een_zip_staat_wordt_geweigerd(
    tmp_path: Path, tweede: str
) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w") as archief:
        archief.writestr("personen.csv", _GOED)
        archief.writestr(tweede, _GOED)

    assert _fouten(tmp_path / "p.zip") == [(tweede, "bestand_dubbel")]


@pytest.mark.asvs("5.2.3")
def test_een_zip_die_honderd_keer_groter_wordt_is_een_bom(tmp_path: Path) -> None:
    pad = schrijf_zip(tmp_path / "bom.zip", {"personen.csv": _GOED + "\n" * 5_000_000})

    assert _fouten(pad) == [("bom.zip", "pakket_te_groot")]


@pytest.mark.asvs("5.2.3")
def test_een_zip_die_te_groot_wordt_is_een_bom(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(zips, "GROOTSTE", 30)
    pad = schrijf_zip(tmp_path / "bom.zip", {"personen.csv": _GOED})

    assert _fouten(pad) == [("bom.zip", "pakket_te_groot")]


def test_een_versleuteld_bestand_in_een_zip_wordt_geweigerd(tmp_path: Path) -> None:
    pad = schrijf_zip(tmp_path / "p.zip", {"personen.csv": _GOED})
    inhoud = bytearray(pad.read_bytes())
    inhoud[inhoud.index(b"PK\x01\x02") + 8] |= 1
    pad.write_bytes(inhoud)

    assert _fouten(pad) == [("personen.csv", "bestand_versleuteld")]


def test_een_bestand_in_een_map_van_een_zip_is_onbekend(tmp_path: Path) -> None:
    pad = schrijf_zip(tmp_path / "p.zip", {"map/personen.csv": _GOED})

    assert _fouten(pad) == [("map/personen.csv", "bestand_onbekend")]


def test_een_koppeling_in_een_map_wordt_geweigerd(tmp_path: Path) -> None:
    (tmp_path / "geheim").write_text(_GOED)
    (tmp_path / "p").mkdir()
    (tmp_path / "p" / "personen.csv").symlink_to(tmp_path / "geheim")

    assert _fouten(tmp_path / "p") == [("personen.csv", "bestand_koppeling")]


@pytest.mark.parametrize("naam", ["personen", "personen.txt", "Personen.csv", ".DS_Store"])
def test_een_onbekend_bestand_wordt_bij_naam_geweigerd(tmp_path: Path, naam: str) -> None:
    (tmp_path / naam).write_text(_GOED)

    assert _fouten(tmp_path) == [(naam, "bestand_onbekend")]


def test_een_beschadigde_zip_wordt_geweigerd(tmp_path: Path) -> None:
    (tmp_path / "p.zip").write_bytes(b"PK\x03\x04 en niets meer")

    assert _fouten(tmp_path / "p.zip") == [("p.zip", "bestand_beschadigd")]


def test_een_beschadigde_xlsx_wordt_geweigerd(tmp_path: Path) -> None:
    (tmp_path / "p.xlsx").write_bytes(b"geen werkmap")

    assert _fouten(tmp_path / "p.xlsx") == [("p.xlsx", "bestand_beschadigd")]


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize(("naam", "soort"), [("p.csv", "pad_soort"), ("weg.zip", "pad_ontbreekt")])
def test_iets_anders_is_geen_pakket(tmp_path: Path, naam: str, soort: str) -> None:
    (tmp_path / "p.csv").write_text(_GOED)

    assert _fouten(tmp_path / naam) == [(naam, soort)]


def test_een_lege_map_is_geen_pakket(tmp_path: Path) -> None:
    assert _fouten(tmp_path) == [(tmp_path.name, "leeg_pakket")]


_BESCHRIJVINGEN = [
    ('{"resources": [{"path": "personen.csv"}]}', []),
    ('{"resources": [{"path": "weg.csv"}]}', [("weg.csv", "bron_ontbreekt")]),
    ('{"resources": [{"name": "weg"}]}', [("weg.csv", "bron_ontbreekt")]),
    ('{"resources": [{"path": "../personen.csv"}]}', [("../personen.csv", "bestand_pad")]),
    ('{"resources": [{"path": "http://x.invalid/p.csv"}]}',
     [("http://x.invalid/p.csv", "bestand_pad")]),
    ('{"resources": [{"path": "personen.csv", "encoding": "latin-1"}]}',
     [("datapackage.json", "json_vorm")]),
    ('{"resources": [{"path": "personen.csv", "dialect": {"delimiter": ";"}}]}',
     [("datapackage.json", "json_vorm")]),
    ("{", [("datapackage.json", "json_onleesbaar")]),
    ("[1]", [("datapackage.json", "json_onleesbaar")]),
    ("[" * 100_000, [("datapackage.json", "json_onleesbaar")]),
]  # fmt: skip


@pytest.mark.parametrize(("tekst", "verwacht"), _BESCHRIJVINGEN)
def test_een_beschrijving_moet_kloppen(
    tmp_path: Path, tekst: str, verwacht: list[tuple[str, str]]
) -> None:
    (tmp_path / "personen.csv").write_text(_GOED)
    (tmp_path / "datapackage.json").write_text(tekst)

    assert _fouten(tmp_path) == verwacht


def _verander(pad: Path, plek: int, inhoud: bytes) -> Path:
    ruw = bytearray(pad.read_bytes())
    ruw[plek : plek + len(inhoud)] = inhoud
    pad.write_bytes(ruw)
    return pad


@pytest.mark.parametrize("wijze", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_een_beschadigde_beschrijving_in_een_zip_wordt_geweigerd(
    tmp_path: Path, wijze: int
) -> None:
    with zipfile.ZipFile(tmp_path / "p.zip", "w", wijze) as archief:
        archief.writestr("datapackage.json", '{"resources": []}')

    # Behind the local header of thirty bytes and the name of sixteen.
    pad = _verander(tmp_path / "p.zip", 46, b"\xff" * 12)

    assert _fouten(pad) == [("p.zip", "bestand_beschadigd")]


def test_een_map_zonder_leesrecht_wordt_genoemd(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def weiger(_: object) -> None:
        raise PermissionError

    monkeypatch.setattr("os.scandir", weiger)

    assert _fouten(tmp_path) == [(tmp_path.name, "bestand_dicht")]
