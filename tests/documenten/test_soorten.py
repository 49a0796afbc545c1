# SPDX-License-Identifier: EUPL-1.2
"""Which files are taken in: by what is in them, never by their name (ASVS V5)."""

import io
import zipfile

import pytest

from tests.documenten.clamd import EICAR
from vangnet.documenten.regels import Bestandssoort, naam_met_soort
from vangnet.documenten.soorten import GeweigerdBestand, bepaal_soort

WORD = (
    b'<Types><Override ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
EXCEL = WORD.replace(b"wordprocessingml.document.main", b"spreadsheetml.sheet.main")


def pakket(**delen: bytes) -> bytes:
    """A zip with these parts; `_` in a name is a slash, `types` the list of an office file."""
    uit = io.BytesIO()
    with zipfile.ZipFile(uit, "w", zipfile.ZIP_DEFLATED) as zip_:
        for naam, inhoud in delen.items():
            zip_.writestr("[Content_Types].xml" if naam == "types" else naam, inhoud)
    return uit.getvalue()


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize(
    ("inhoud", "soort"),
    [
        (b"%PDF-1.7\n...", Bestandssoort.PDF),
        (b"\x89PNG\r\n\x1a\n...", Bestandssoort.PNG),
        (b"\xff\xd8\xff\xe0...", Bestandssoort.JPG),
        (pakket(types=WORD), Bestandssoort.DOCX),
        (pakket(types=EXCEL), Bestandssoort.XLSX),
        (pakket(mimetype=b"application/vnd.oasis.opendocument.text"), Bestandssoort.ODT),
        ("Eén regel\nen nog een\t.".encode(), Bestandssoort.TXT),
        (EICAR, Bestandssoort.TXT),
    ],
)
def test_een_bekend_soort_wordt_herkend_aan_de_inhoud(inhoud: bytes, soort: Bestandssoort) -> None:
    assert bepaal_soort(inhoud) is soort


@pytest.mark.asvs("5.2.2")
@pytest.mark.parametrize(
    "inhoud",
    [
        b"",
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>",
        b"<!DOCTYPE html><p>hoi",
        b"hoi < script>alert(1)</script>",
        b"\xef\xbb\xbf<html>",
        b"GIF89a\x01\x00\x01\x00",
        b"MZ\x90\x00",
        b"\x7fELF",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        b"tekst met een nul\x00",
        b"\xff\xfegeen utf-8",
        b"PK\x03\x04 en dan niets",
        pakket(brief=b"een losse zip"),
        pakket(types=b'<Types ContentType="presentationml.presentation.main+xml"/>'),
    ],
)
def test_al_het_andere_wordt_geweigerd(inhoud: bytes) -> None:
    with pytest.raises(GeweigerdBestand):
        bepaal_soort(inhoud)


@pytest.mark.parametrize(
    "delen",
    [
        {"types": WORD, "word/vbaProject.bin": b"macro"},
        {"types": WORD.replace(b"document.main", b"document.macroEnabled.main")},
        {"types": WORD, "word/activeX/activeX1.xml": b"x"},
        {"types": WORD, "word/embeddings/oleObject1.bin": b"x"},
        {"types": EXCEL, "xl/macrosheets/sheet1.xml": b"x"},
        {"types": b"<!DOCTYPE x [<!ENTITY y 'z'>]>" + WORD},
        {"mimetype": b"application/vnd.oasis.opendocument.text", "Basic/x.xml": b"x"},
    ],
    ids=["vba", "macroenabled", "activex", "ole", "excel4", "dtd", "odt-basic"],
)
def test_een_bestand_met_een_programma_erin_wordt_geweigerd(delen: dict[str, bytes]) -> None:
    with pytest.raises(GeweigerdBestand, match="macro"):
        bepaal_soort(pakket(**delen))


@pytest.mark.asvs("5.2.3")
def test_een_zipbom_wordt_geweigerd_zonder_haar_uit_te_pakken() -> None:
    with pytest.raises(GeweigerdBestand, match="te groot als je het opent"):
        bepaal_soort(pakket(**{"types": WORD, "word/document.xml": bytes(30_000_000)}))


@pytest.mark.asvs("5.2.3")
def test_een_pakket_dat_halverwege_beschadigd_is_wordt_geweigerd() -> None:
    """The list of parts is whole, and the bytes of the first part are not."""
    heel = pakket(types=WORD * 200)
    begin = heel.index(b"[Content_Types].xml") + len("[Content_Types].xml")

    with pytest.raises(GeweigerdBestand, match="beschadigd"):
        bepaal_soort(heel[:begin] + b"\xff" * 40 + heel[begin + 40 :])


def test_te_veel_delen_in_een_zip_wordt_geweigerd() -> None:
    delen = {f"deel-{nummer}": b"x" for nummer in range(2_001)}

    with pytest.raises(GeweigerdBestand, match="te groot als je het opent"):
        bepaal_soort(pakket(types=WORD, **delen))


@pytest.mark.asvs("5.2.1")
def test_meer_dan_twintig_megabyte_wordt_geweigerd() -> None:
    assert bepaal_soort(b"%PDF-".ljust(20_000_000)) is Bestandssoort.PDF

    with pytest.raises(GeweigerdBestand, match="20 MB"):
        bepaal_soort(b"%PDF-".ljust(20_000_001))


@pytest.mark.asvs("5.4.1")
@pytest.mark.parametrize(
    ("naam", "wordt"),
    [
        ("brief.pdf", "brief.pdf"),
        ("brief.html", "brief.pdf"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\map\\brief.PDF", "brief.pdf"),
        ("brief.\u202efdp.exe", "brief.fdp.pdf"),
        ("regel\r\nSet-Cookie: x", "regelSet-Cookie: x.pdf"),
        ("", "document.pdf"),
        ("...", "document.pdf"),
        ("zonder einde", "zonder einde.pdf"),
    ],
)
def test_een_naam_eindigt_op_wat_erin_zit_en_heeft_geen_pad(naam: str, wordt: str) -> None:
    assert naam_met_soort(naam, Bestandssoort.PDF) == wordt
