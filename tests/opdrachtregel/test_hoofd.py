# SPDX-License-Identifier: EUPL-1.2
"""How a command is called: help and wrong calls are Dutch, with the exit code that was promised."""

from argparse import Namespace
from pathlib import Path
from uuid import UUID

import pytest
from pyrage import x25519

from vangnet.kern.fouten import VangnetFout
from vangnet.opdrachtregel.alle import OPDRACHTEN
from vangnet.opdrachtregel.hoofd import hoofd
from vangnet.opdrachtregel.uitwisseling import sleutel_voor

ZICHTBAAR = [opdracht.naam for opdracht in OPDRACHTEN if not opdracht.verborgen]


@pytest.mark.parametrize("naam", ZICHTBAAR)
def test_elke_opdracht_geeft_uitleg_met_een_voorbeeld(
    naam: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="0"):
        hoofd([naam, "--help"])

    uit = capsys.readouterr().out
    assert "Voorbeeld:\n  " in uit
    assert "gebruik: " in uit
    assert "usage" not in uit


@pytest.mark.parametrize(
    ("aanroep", "zin"),
    [
        (["backup"], "dit ontbreekt: PAD"),
        (["bestaat-niet"], "'bestaat-niet' kan niet; kies uit"),
        (["migreer", "--nu"], "dit is onbekend: --nu"),
        (["huis", "--naam"], "bij --naam: er ontbreekt een waarde"),
        (
            ["exporteer", "uit.age", "--dossier", "--opdracht", "12"],
            "bij --opdracht: '12' kan niet",
        ),
        (["sleutel", "kwijt"], "'kwijt' kan niet; kies uit 'draai'"),
    ],
)
def test_een_verkeerde_aanroep_eindigt_met_2_en_een_zin(
    aanroep: list[str], zin: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit, match="2"):
        hoofd(aanroep)

    assert zin in capsys.readouterr().err


def test_zonder_opdracht_komt_de_lijst(capsys: pytest.CaptureFixture[str]) -> None:
    assert hoofd([]) == 2
    assert "backup" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("dossier", "opdracht"), [(True, None), (False, UUID("5b6f3f5e-8f0a-4c39-9d5c-0a6f1f2f7b11"))]
)
def test_dossiers_gaan_alleen_mee_met_een_opdracht(
    dossier: bool, opdracht: UUID | None, capsys: pytest.CaptureFixture[str]
) -> None:
    exporteer = next(een for een in OPDRACHTEN if een.naam == "exporteer")
    keuze = Namespace(pad=Path("uit.age"), reden=None, dossier=dossier, opdracht_id=opdracht)

    assert exporteer.doe(keuze) == 2
    assert "--dossier en --opdracht NUMMER samen" in capsys.readouterr().err


def test_een_dossierpakket_neemt_zijn_reden_uit_de_opdracht(
    capsys: pytest.CaptureFixture[str],
) -> None:
    nummer = "5b6f3f5e-8f0a-4c39-9d5c-0a6f1f2f7b11"

    code = hoofd(["exporteer", "uit.age", "--dossier", "--opdracht", nummer, "--reden", "proef"])

    assert code == 2
    assert "Laat --reden weg." in capsys.readouterr().err


@pytest.mark.parametrize("soort", [VangnetFout, KeyboardInterrupt, ValueError])
def test_een_fout_zegt_ook_hoe_het_er_nu_voor_staat(
    soort: type[BaseException],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def breek(*_: object, **__: object) -> None:
        fout = soort("Dat lukt niet.")
        fout.add_note("De opdracht is niet gebruikt.")
        raise fout

    monkeypatch.setattr("vangnet.opdrachtregel.huis.in_het_huis", breek)

    assert hoofd(["pakketsleutel", "sleutel"]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == "De opdracht is niet gebruikt."


def test_een_pakketsleutel_laat_alleen_de_openbare_zien(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert hoofd(["pakketsleutel", str(tmp_path / "sleutel")]) == 0

    uit = capsys.readouterr().out
    assert uit.startswith("age1")
    assert "AGE-SECRET-KEY" not in uit
    assert "aan het huis waarvan je het pakket krijgt" in uit
    assert "AGE-SECRET-KEY-1" in (tmp_path / "sleutel").read_text()


@pytest.mark.parametrize(
    ("begin", "mens", "gevraagd"),
    [
        (
            b"age-encryption.org/v1\n",
            True,
            ["Dit pakket is versleuteld. Plak de geheime sleutel: "],
        ),
        (b"age-encryption.org/v1\n", False, []),
        (b"PK", True, []),
    ],
)
def test_alleen_een_versleuteld_pakket_vraagt_om_een_sleutel(
    begin: bytes, mens: bool, gevraagd: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vragen: list[str] = []

    def plak(vraag: str) -> str:
        vragen.append(vraag)
        return str(x25519.Identity.generate())

    monkeypatch.setattr("vangnet.opdrachtregel.uitwisseling.getpass", plak)
    monkeypatch.setattr("sys.stdin.isatty", lambda: mens)
    (tmp_path / "pakket").write_bytes(begin)

    sleutel = sleutel_voor(tmp_path / "pakket", None)

    assert (vragen, sleutel is not None) == (gevraagd, bool(gevraagd))


def test_een_sleutelbestand_gaat_voor(tmp_path: Path) -> None:
    hoofd(["pakketsleutel", str(tmp_path / "sleutel")])

    assert sleutel_voor(tmp_path / "pakket", tmp_path / "sleutel") is not None
