# SPDX-License-Identifier: EUPL-1.2
"""An xlsx means what the CSV of the same sheets means."""

import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest
import xlsxwriter
from python_calamine import CalamineWorkbook

from tests.uitwisseling.hulp import GAAF, schrijf, voer_in, voer_uit
from vangnet.uitwisseling.pakket import open_pakket

pytestmark = pytest.mark.django_db


def _werkmap(pad: Path, bladen: Mapping[str, Sequence[Sequence[object]]]) -> Path:
    with xlsxwriter.Workbook(str(pad)) as werkmap:
        datum = werkmap.add_format({"num_format": "yyyy-mm-dd"})
        for naam, rijen in bladen.items():
            blad = werkmap.add_worksheet(naam)
            for nummer, rij in enumerate(rijen):
                for kolom, cel in enumerate(rij):
                    if isinstance(cel, date):
                        blad.write_datetime(nummer, kolom, cel, datum)
                    else:
                        blad.write(nummer, kolom, cel)
    return pad


def test_getypte_cellen_worden_de_tekst_van_de_csv(tmp_path: Path) -> None:
    rijen: list[list[object]] = [
        ["persoon_id", "achternaam", "geboortedatum", "bsn"],
        [17, "Jansma", date(1990, 2, 28), 999990007],
        [],
        ["018", True, "", 1.5],
    ]

    pad = _werkmap(tmp_path / "p.xlsx", {"personen": rijen})
    with open_pakket(pad) as pakket, pakket.bronnen["personen"].open() as gelezen:
        assert list(gelezen)[1:] == [
            ["17", "Jansma", "1990-02-28", "999990007"],
            ["", "", "", ""],
            ["018", "ja", "", "1.5"],
        ]


def test_een_onbekend_blad_wordt_bij_naam_geweigerd(tmp_path: Path) -> None:
    pad = _werkmap(tmp_path / "p.xlsx", {"Blad1": [["x"]]})

    with open_pakket(pad) as pakket:
        assert [(f.bestand, f.soort) for f in pakket.fouten] == [("Blad1", "bestand_onbekend")]


def test_een_rij_in_een_blad_heeft_het_nummer_van_excel_min_een(tmp_path: Path) -> None:
    rijen = [["persoon_id", "achternaam"], ["P1", "J"], [], ["P2", ""]]

    verloop = voer_in(_werkmap(tmp_path / "p.xlsx", {"personen": rijen}))

    assert verloop.plekken == [("personen", 3, "achternaam", "verplicht")]


def test_een_register_komt_uit_een_xlsx_zoals_het_uit_csv_kwam(tmp_path: Path) -> None:
    voer_in(schrijf(tmp_path / "in", GAAF))

    verloop = voer_in(voer_uit(tmp_path / "uit.xlsx"))

    assert verloop.plekken == []
    assert verloop.uitkomst.standen["personen"].gelijk == 3
    assert sum(s.nieuw + s.gewijzigd for s in verloop.uitkomst.standen.values()) == 0


@pytest.mark.asvs("1.2.10")
def test_een_formule_wordt_tekst_in_een_xlsx(tmp_path: Path) -> None:
    formule = '=HYPERLINK("http://x.invalid")'
    voer_in(
        schrijf(
            tmp_path / "in",
            {"personen": f'persoon_id,achternaam\nP1,"{formule.replace(chr(34), chr(34) * 2)}"\n'},
        )
    )

    pad = voer_uit(tmp_path / "uit.xlsx")

    with zipfile.ZipFile(pad) as archief:
        bladen = [naam for naam in archief.namelist() if "worksheets/" in naam]
        assert all(b"<f>" not in archief.read(naam) for naam in bladen)
    rijen = CalamineWorkbook.from_path(pad).get_sheet_by_name("personen").to_python()
    assert formule in [rij[1] for rij in rijen]


def _vervang_in_blad(pad: Path, oud: str, nieuw: str, *, blad: str = "sheet1.xml") -> Path:
    with zipfile.ZipFile(pad) as archief:
        delen = {info.filename: archief.read(info) for info in archief.infolist()}
    with zipfile.ZipFile(pad, "w", zipfile.ZIP_DEFLATED) as archief:
        for naam, inhoud in delen.items():
            inhoud = inhoud.replace(b"worksheets/sheet1.xml", f"worksheets/{blad}".encode())
            archief.writestr(
                naam.replace("sheet1.xml", blad), inhoud.replace(oud.encode(), nieuw.encode())
            )
    return pad


_KLEIN = {"personen": [["persoon_id", "achternaam"], ["P1", "Jansma"]]}


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        ('r="B2"', 'r="XFD1048576"'),
        ('<row r="2" spans="1:2"><c r="A2"', '<row r="1048576"><c r="XFD1048576"'),
        ('<row r="2" spans="1:2"><c r="A2"', '<x:row xmlns:x="y" r="1048576"><c/></x:row>'
         '<row r="2"><c r="XFD2"'),
    ],
)  # fmt: skip
def test_een_blad_met_een_cel_in_de_verste_hoek_wordt_geweigerd(
    tmp_path: Path, oud: str, nieuw: str
) -> None:
    pad = _vervang_in_blad(_werkmap(tmp_path / "p.xlsx", _KLEIN), oud, nieuw)

    with open_pakket(pad) as pakket:
        assert [(f.bestand, f.soort) for f in pakket.fouten] == [("p.xlsx", "blad_te_ver")]


def test_een_blad_dat_niet_te_lezen_is_wordt_genoemd(tmp_path: Path) -> None:
    pad = _vervang_in_blad(_werkmap(tmp_path / "p.xlsx", _KLEIN), "<v>3</v>", "<v>99</v>")

    assert voer_in(pad).plekken == [("personen", 0, "", "bestand_beschadigd")]


@pytest.mark.parametrize(
    ("oud", "blad"), [("</worksheet>", "sheet1.xml"), ("x", "sheet1.bin"), ("x", "sheet1.png")]
)
def test_een_blad_dat_niet_te_meten_is_wordt_geweigerd(tmp_path: Path, oud: str, blad: str) -> None:
    pad = _vervang_in_blad(_werkmap(tmp_path / "p.xlsx", _KLEIN), oud, oud[1:], blad=blad)

    with open_pakket(pad) as pakket:
        assert [f.soort for f in pakket.fouten] == ["bestand_beschadigd"]
