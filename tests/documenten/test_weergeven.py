# SPDX-License-Identifier: EUPL-1.2
"""A page as a picture, drawn by a process that may do little."""

import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from vangnet.documenten import tekenaar, weergeven
from vangnet.documenten.regels import Bestandssoort
from vangnet.documenten.voorbeeld import brief
from vangnet.documenten.weergeven import GeenVoorbeeld, teken, tel_bladen

PDF = brief("brief.pdf", [["een"], ["twee"]]).inhoud


def plaatje(soort: str, maat: tuple[int, int], **meer: object) -> bytes:
    uit = io.BytesIO()
    Image.new("RGB", maat, "red").save(uit, soort, **meer)
    return uit.getvalue()


def test_een_bladzijde_van_een_pdf_wordt_een_plaatje() -> None:
    png = teken(PDF, Bestandssoort.PDF, blad=2)

    assert tel_bladen(PDF, Bestandssoort.PDF) == 2
    assert Image.open(io.BytesIO(png)).format == "PNG"


@pytest.mark.parametrize("blad", [0, 3, -1])
def test_een_bladzijde_die_er_niet_is_wordt_niets(blad: int) -> None:
    with pytest.raises(GeenVoorbeeld):
        teken(PDF, Bestandssoort.PDF, blad=blad)


def test_een_foto_verliest_wat_de_camera_erin_schreef() -> None:
    exif = Image.Exif()
    exif[0x010E] = "Kanarie: de voordeur van het schuiladres"
    foto = plaatje("JPEG", (40, 20), exif=exif)

    png = teken(foto, Bestandssoort.JPG, blad=1)

    assert b"Kanarie" in foto
    assert b"Kanarie" not in png
    assert Image.open(io.BytesIO(png)).size == (40, 20)


@pytest.mark.asvs("5.2.6")
def test_een_plaatje_met_te_veel_punten_wordt_niet_uitgepakt() -> None:
    with pytest.raises(GeenVoorbeeld):
        teken(plaatje("PNG", (8_000, 7_000)), Bestandssoort.PNG, blad=1)


@pytest.mark.parametrize("inhoud", [b"%PDF-1.7 en dan niets", b"%PDF-" + bytes(5000)])
def test_een_beschadigd_bestand_geeft_geen_voorbeeld(inhoud: bytes) -> None:
    assert tel_bladen(inhoud, Bestandssoort.PDF) == 0
    with pytest.raises(GeenVoorbeeld):
        teken(inhoud, Bestandssoort.PDF, blad=1)


def test_van_een_word_bestand_komt_geen_voorbeeld() -> None:
    assert tel_bladen(b"PK", Bestandssoort.DOCX) == 0
    with pytest.raises(GeenVoorbeeld):
        teken(b"PK", Bestandssoort.DOCX, blad=1)


def test_tekenen_dat_te_lang_duurt_wordt_afgebroken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    traag = tmp_path / "traag.py"
    traag.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(weergeven, "_TEKENAAR", traag)
    monkeypatch.setattr(weergeven, "_SECONDEN", 1)

    with pytest.raises(GeenVoorbeeld, match="te lang"):
        teken(PDF, Bestandssoort.PDF, blad=1)


@pytest.mark.parametrize(
    "poging",
    ["bytearray(900 * 1024 * 1024)", "open(sys.argv[2], 'wb', 0).write(b'x' * 100)"],
    ids=["geheugen", "schrijven"],
)
def test_de_tekenaar_krijgt_geen_geheugen_en_geen_schijf(poging: str, tmp_path: Path) -> None:
    """The limits themselves: what a broken library would try."""
    opdracht = (
        "import sys, runpy, signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); "
        f"runpy.run_path(sys.argv[1])['begrens'](); {poging}"
    )

    klaar = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-I", "-c", opdracht, tekenaar.__file__, str(tmp_path / "uit")],
        capture_output=True,
        check=False,
    )

    assert klaar.returncode == 1
    assert b"MemoryError" in klaar.stderr or b"File too large" in klaar.stderr


@pytest.mark.parametrize("soort", ["pdf", "jpg"])
def test_de_tekenaar_opent_geen_bestand_meer_als_hij_gaat_tekenen(soort: str) -> None:
    """Whoever takes the library over by a file finds no key on a disk."""
    opdracht = (
        f"import sys, runpy; runpy.run_path(sys.argv[1])['laad_en_sluit']({soort!r}); "
        "open('/etc/hostname')"
    )

    klaar = subprocess.run(  # noqa: S603 - our own words
        [sys.executable, "-I", "-c", opdracht, tekenaar.__file__],
        capture_output=True,
        check=False,
    )

    assert klaar.returncode == 1
    assert b"Too many open files" in klaar.stderr
