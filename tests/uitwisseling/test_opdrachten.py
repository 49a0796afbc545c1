# SPDX-License-Identifier: EUPL-1.2
"""What the commands say and with which code they end."""

from pathlib import Path

import pytest

from tests.uitwisseling.dossierhulp import FOTOPAD, SLEUTEL, gaaf, goedgekeurd, ingepakt
from tests.uitwisseling.hulp import GAAF, OPDRACHT, schrijf
from vangnet.uitwisseling.opdrachten import exporteer, exporteer_dossier, importeer
from vangnet.uitwisseling.services import Invoer

pytestmark = pytest.mark.django_db


def test_importeren_eindigt_met_nul_en_de_aantallen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = importeer(Invoer(schrijf(tmp_path, GAAF)), vrager=OPDRACHT)

    regels = capsys.readouterr().out.splitlines()
    assert code == 0
    assert regels[0].split() == ["bestand", "nieuw", "gewijzigd", "gelijk", "fout", "vervalt"]
    assert regels[2].split() == ["personen", "2", "0", "0", "0", "0"]
    assert regels[-1] == "Het pakket is ingevoerd."


def test_een_mislukte_invoer_eindigt_met_een_en_een_regel_per_fout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pakket = schrijf(tmp_path, {"personen": "persoon_id,achternaam\nP1,\n"})

    code = importeer(Invoer(pakket), vrager=OPDRACHT)

    uit = capsys.readouterr()
    assert code == 1
    assert uit.err == (
        "fout: personen, rij 1, kolom achternaam: deze cel is leeg en moet gevuld zijn. "
        "Vul hem in.\n"
    )
    assert uit.out.splitlines()[-1] == "Niets ingevoerd: 1 fout."


def test_een_proef_zegt_dat_er_niets_is_ingevoerd(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    importeer(Invoer(schrijf(tmp_path, GAAF), proef=True), vrager=OPDRACHT)

    laatste = capsys.readouterr().out.splitlines()[-1]
    assert laatste == "Dit was een proef: er is niets ingevoerd."


def test_exporteren_zonder_reden_is_een_verkeerde_aanroep(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False)

    assert exporteer(tmp_path / "uit", reden=None, vrager=OPDRACHT) == 2
    assert "--reden" in capsys.readouterr().err


def test_exporteren_zegt_wat_geen_kolom_heeft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = exporteer(tmp_path / "uit.zip", reden="proef", vrager=OPDRACHT)

    regels = capsys.readouterr().out.splitlines()
    assert code == 0
    assert "Niet in het pakket: de geschiedenis van wijzigingen" in regels[-2]
    assert regels[-1] == f"Het register staat in {tmp_path / 'uit.zip'}."
    # A list with nothing in it is no text that stays behind.
    assert [een for een in regels if "verdere_aandachtsgebieden" in een] == []


def test_dossiers_exporteren_zegt_wie_het_kan_openen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code = exporteer_dossier(tmp_path / "uit.age", opdracht=goedgekeurd(), vrager=OPDRACHT)

    regels = capsys.readouterr().out.splitlines()
    assert code == 0
    assert regels[-1] == (
        f"Het pakket met de dossiers staat versleuteld in {tmp_path / 'uit.age'}. Alleen Oost kan "
        "het openen. De opdracht is gebruikt."
    )


def test_dossiers_importeren_zegt_hoeveel_rijen_er_komen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pakket = ingepakt(tmp_path / "in.age", gaaf())

    code = importeer(Invoer(pakket, sleutel=SLEUTEL), vrager=OPDRACHT)

    regels = capsys.readouterr().out.splitlines()
    assert code == 0
    assert regels[-2].split() == ["documenten", "1", "0", "0", "0", "0"]
    assert regels[-1] == "Het pakket is ingevoerd."


def test_een_fout_in_een_document_eindigt_met_een(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pakket = ingepakt(tmp_path / "in.age", gaaf() | {FOTOPAD: b"anders"})

    code = importeer(Invoer(pakket, sleutel=SLEUTEL), vrager=OPDRACHT)

    uit = capsys.readouterr()
    assert code == 1
    assert uit.err == (
        "fout: documenten, rij 1, kolom bijdrage_id: omvang of SHA-256 van het bestand is anders "
        "dan hier staat. Lever het bestand dat bij deze rij hoort.\n"
    )
    assert uit.out.splitlines()[-2].split() == ["documenten", "0", "0", "0", "1", "0"]
    assert uit.out.splitlines()[-1] == "Niets ingevoerd: 1 fout."
