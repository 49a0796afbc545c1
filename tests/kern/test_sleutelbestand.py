# SPDX-License-Identifier: EUPL-1.2
"""The key file: made once, for nobody else's eyes, never silently made anew."""

import json
import stat
from pathlib import Path

import pytest

from vangnet.kern.databank.sleutelbestand import bewaar, gedraaid, lees_of_maak
from vangnet.kern.fouten import OmgevingFout


@pytest.fixture
def pad(tmp_path: Path) -> Path:
    return tmp_path / "sleutels.json"


@pytest.mark.asvs("13.3.2")
def test_een_nieuw_bestand_is_alleen_voor_de_eigenaar_leesbaar(pad: Path) -> None:
    lees_of_maak(pad, mag_nieuw=True)

    assert stat.S_IMODE(pad.stat().st_mode) == 0o600


def test_er_blijft_geen_tweede_bestand_met_sleutels_liggen(pad: Path) -> None:
    lees_of_maak(pad, mag_nieuw=True)

    assert [een.name for een in pad.parent.iterdir()] == ["sleutels.json"]


def test_wie_tweede_is_krijgt_de_sleutels_van_de_eerste(pad: Path) -> None:
    eerste = lees_of_maak(pad, mag_nieuw=True)

    assert lees_of_maak(pad, mag_nieuw=True) == eerste


def test_bij_een_bestaande_databank_komt_er_nooit_een_nieuw_bestand(pad: Path) -> None:
    with pytest.raises(OmgevingFout, match="ontbreekt, terwijl er al een databank is"):
        lees_of_maak(pad, mag_nieuw=False)

    assert not pad.exists()


@pytest.mark.asvs("13.3.2")
def test_een_bestand_dat_anderen_kunnen_lezen_wordt_geweigerd(pad: Path) -> None:
    lees_of_maak(pad, mag_nieuw=True)
    pad.chmod(0o640)

    with pytest.raises(OmgevingFout, match="chmod 600"):
        lees_of_maak(pad, mag_nieuw=False)


@pytest.mark.parametrize("inhoud", ["", "{}", "[1]", '{"vrager": 3}', '{"vrager": {"1": "?"}}'])
def test_een_beschadigd_bestand_wordt_geweigerd(inhoud: str, pad: Path) -> None:
    pad.write_text(inhoud, encoding="utf-8")
    pad.chmod(0o600)

    with pytest.raises(OmgevingFout, match="beschadigd"):
        lees_of_maak(pad, mag_nieuw=False)


@pytest.mark.asvs("11.2.2")
def test_na_het_draaien_is_er_een_sleutel_bij_en_blijft_de_oude(pad: Path) -> None:
    oud = lees_of_maak(pad, mag_nieuw=True)

    nieuw = gedraaid(oud)

    assert sorted(nieuw.sleutels["velden"]) == [1, 2]
    assert nieuw.sleutels["velden"][1] == oud.sleutels["velden"][1]
    assert nieuw.sleutels["velden"][2] != nieuw.sleutels["vrager"][2]


def test_de_sleutel_van_de_bsn_index_draait_niet_mee(pad: Path) -> None:
    oud = lees_of_maak(pad, mag_nieuw=True)

    assert gedraaid(oud).sleutels["index"] == oud.sleutels["index"]


def test_wat_bewaard_is_wordt_zo_teruggelezen(pad: Path) -> None:
    bos = gedraaid(lees_of_maak(pad, mag_nieuw=True))

    bewaar(pad, bos)

    assert lees_of_maak(pad, mag_nieuw=False) == bos
    assert set(json.loads(pad.read_text(encoding="utf-8"))["sessie"]) == {"1", "2"}
