# SPDX-License-Identifier: EUPL-1.2
"""The lock gives all or says plainly what is wrong, and never a part that passes for the whole."""

import errno
from pathlib import Path

import pyrage
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.bezetting import OPENBARE_SLEUTEL
from vangnet.kern.fouten import VangnetFout
from vangnet.uitwisseling.slot import (
    Sleutel,
    is_openbare_sleutel,
    is_versleuteld,
    lees_sleutel,
    lees_sleutelbestand,
    maak_sleutelbestand,
    ontsleuteld,
    versleuteld,
)

# More than a chunk of age (64 kB) and more than a pipe holds.
INHOUD = bytes(range(256)) * 1_000
GEHEIM = pyrage.x25519.Identity.generate()
SLEUTEL = Sleutel(GEHEIM)


@pytest.fixture
def pakket(tmp_path: Path) -> Path:
    pad = tmp_path / "pakket.age"
    with pad.open("wb") as uit, versleuteld(uit, SLEUTEL.openbaar) as stroom:
        stroom.write(INHOUD)
    return pad


def open_(pad: Path, sleutel: Sleutel = SLEUTEL) -> bytes:
    with ontsleuteld(pad, sleutel) as stroom:
        return stroom.read()


def test_wat_erin_ging_komt_eruit(pakket: Path) -> None:
    assert open_(pakket) == INHOUD
    assert is_versleuteld(pakket)
    assert b"".join([INHOUD[:256]]) not in pakket.read_bytes()


def test_een_ander_programma_van_age_opent_het(pakket: Path) -> None:
    assert pyrage.decrypt(pakket.read_bytes(), [GEHEIM]) == INHOUD


def test_wie_genoeg_heeft_hoeft_niet_verder_te_lezen(pakket: Path) -> None:
    with ontsleuteld(pakket, SLEUTEL) as stroom:
        assert stroom.read(10) == INHOUD[:10]


def test_een_andere_sleutel_zegt_dat_hij_niet_past(pakket: Path) -> None:
    with pytest.raises(VangnetFout, match="Deze sleutel past niet op het pakket"):
        open_(pakket, Sleutel(pyrage.x25519.Identity.generate()))


@given(plek=st.floats(0, 1, exclude_max=True))
def test_een_omgezette_bit_wordt_altijd_gezien(
    plek: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pad = tmp_path_factory.mktemp("bit") / "pakket.age"
    with pad.open("wb") as uit, versleuteld(uit, SLEUTEL.openbaar) as stroom:
        stroom.write(INHOUD)
    bytes_ = bytearray(pad.read_bytes())
    bytes_[int(plek * len(bytes_))] ^= 1
    pad.write_bytes(bytes_)

    with pytest.raises(VangnetFout):
        open_(pad)


@given(deel=st.floats(0, 1, exclude_max=True))
def test_een_afgekapt_bestand_wordt_altijd_gezien(
    deel: float, tmp_path_factory: pytest.TempPathFactory
) -> None:
    pad = tmp_path_factory.mktemp("kap") / "pakket.age"
    with pad.open("wb") as uit, versleuteld(uit, SLEUTEL.openbaar) as stroom:
        stroom.write(INHOUD)
    geheel = pad.read_bytes()
    pad.write_bytes(geheel[: int(deel * len(geheel))])

    with pytest.raises(VangnetFout, match="beschadigd of niet heel"):
        open_(pad)


def test_een_volle_schijf_breekt_het_schrijven_af() -> None:
    with (
        pytest.raises(OSError, match="No space left") as gevangen,
        open("/dev/full", "wb", buffering=0) as uit,
        versleuteld(uit, SLEUTEL.openbaar) as stroom,
    ):
        stroom.write(INHOUD)

    assert gevangen.value.errno == errno.ENOSPC


def test_wat_in_het_blok_misgaat_komt_eruit(tmp_path: Path) -> None:
    with (
        pytest.raises(ZeroDivisionError),
        (tmp_path / "pakket.age").open("wb") as uit,
        versleuteld(uit, SLEUTEL.openbaar),
    ):
        raise ZeroDivisionError


def test_een_sleutelbestand_is_alleen_van_wie_het_maakte(tmp_path: Path) -> None:
    openbaar = maak_sleutelbestand(tmp_path / "sleutel")

    assert (tmp_path / "sleutel").stat().st_mode & 0o777 == 0o600
    assert lees_sleutelbestand(tmp_path / "sleutel").openbaar == openbaar
    assert is_openbare_sleutel(openbaar)


def test_een_sleutelbestand_dat_er_is_blijft(tmp_path: Path) -> None:
    maak_sleutelbestand(tmp_path / "sleutel")

    with pytest.raises(VangnetFout, match="bestaat al"):
        maak_sleutelbestand(tmp_path / "sleutel")
    with pytest.raises(VangnetFout, match=r"De map .*weg bestaat niet"):
        maak_sleutelbestand(tmp_path / "weg" / "sleutel")
    with pytest.raises(VangnetFout, match="kan niet worden geschreven"):
        maak_sleutelbestand(tmp_path / "sleutel" / "sleutel")


@pytest.mark.parametrize(
    "tekst", ["", "age1abc", OPENBARE_SLEUTEL, f"{GEHEIM}\n{GEHEIM}", "AGE-SECRET-KEY-1X"]
)
def test_wat_geen_geheime_sleutel_is_wordt_geweigerd(tekst: str) -> None:
    with pytest.raises(VangnetFout, match="geen geheime sleutel"):
        lees_sleutel(tekst)


def test_een_sleutelbestand_dat_anderen_mogen_lezen_wordt_niet_gebruikt(tmp_path: Path) -> None:
    maak_sleutelbestand(tmp_path / "sleutel")
    (tmp_path / "sleutel").chmod(0o640)

    with pytest.raises(VangnetFout, match="Voer uit: chmod 600"):
        lees_sleutelbestand(tmp_path / "sleutel")


def test_een_sleutelbestand_dat_er_niet_is_zegt_dat(tmp_path: Path) -> None:
    with pytest.raises(VangnetFout, match="niet te lezen"):
        lees_sleutelbestand(tmp_path / "weg")


def test_een_gewoon_bestand_is_niet_versleuteld(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK")

    assert not is_versleuteld(tmp_path / "a.zip")
    assert not is_versleuteld(tmp_path)
    assert not is_versleuteld(tmp_path / "weg")
