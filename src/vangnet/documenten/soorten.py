# SPDX-License-Identifier: EUPL-1.2
"""What kind of file this is, by its bytes and never by its name; all that isn't known is refused.

ASVS 5.2.2 and 5.2.3. What is refused gets a sentence for the reader.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Sequence

from vangnet.documenten.regels import HOOGSTENS_PER_BESTAND, Bestandssoort
from vangnet.kern.fouten import VangnetFout

_MEESTE_DELEN = 2_000
_MEESTE_UITGEPAKT = 200_000_000
_HOOGSTE_VERHOUDING = 200
_KLEIN = 100_000
_MEESTE_LIJST = 2_000_000
_MAGISCH = (
    (b"%PDF-", Bestandssoort.PDF),
    (b"\x89PNG\r\n\x1a\n", Bestandssoort.PNG),
    (b"\xff\xd8\xff", Bestandssoort.JPG),
)
_HOOFDDEEL = {
    b"wordprocessingml.document.main+xml": Bestandssoort.DOCX,
    b"spreadsheetml.sheet.main+xml": Bestandssoort.XLSX,
}
_ODT = b"application/vnd.oasis.opendocument.text"
# Programs inside an office file, and what starts one.
_MACRO = re.compile(
    r"vbaproject|vbadata|activex|macrosheets|/embeddings/.*\.bin$|^basic/|^scripts/|^object ",
    re.IGNORECASE,
)
_OPMAAK = re.compile(rb"<\s*(!doctype|html|svg|script|\?xml|body|iframe)", re.IGNORECASE)
_BESTUUR = (frozenset(range(32)) | {127}) - {9, 10, 12, 13}


class GeweigerdBestand(VangnetFout):
    """A file that isn't taken in; the text tells the reader why and what to do."""


class OnbekendeSoort(GeweigerdBestand):
    """None of the kinds that are taken in."""


def bepaal_soort(inhoud: bytes) -> Bestandssoort:
    """The kind of a file. Raises GeweigerdBestand for every other kind."""
    if not inhoud:
        raise GeweigerdBestand("Dit bestand is leeg.")
    if len(inhoud) > HOOGSTENS_PER_BESTAND:
        raise GeweigerdBestand("Dit bestand is groter dan 20 MB. Maak het kleiner of splits het.")
    for begin, soort in _MAGISCH:
        if inhoud.startswith(begin):
            return soort
    if inhoud.startswith(b"PK\x03\x04"):
        return _soort_in_zip(inhoud)
    if _is_tekst(inhoud):
        return Bestandssoort.TXT
    raise OnbekendeSoort(
        "Dit soort bestand nemen we niet aan. Wel: pdf, png, jpg, docx, xlsx, odt en txt."
    )


# What opening a package raises that is damaged somewhere, also in the middle of a part.
_KAPOT = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    NotImplementedError,
    KeyError,
    ValueError,
    RuntimeError,
)


def _soort_in_zip(inhoud: bytes) -> Bestandssoort:
    try:
        with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
            delen = zip_.infolist()
            _weiger_gevaar(delen)
            return _soort_van_pakket(zip_, {deel.filename for deel in delen})
    except _KAPOT as fout:
        raise GeweigerdBestand("Dit bestand is beschadigd. Sla het opnieuw op.") from fout


def _weiger_gevaar(delen: Sequence[zipfile.ZipInfo]) -> None:
    uitgepakt = sum(deel.file_size for deel in delen)
    bom = any(
        deel.file_size > _KLEIN
        and deel.file_size > _HOOGSTE_VERHOUDING * max(1, deel.compress_size)
        for deel in delen
    )
    if len(delen) > _MEESTE_DELEN or uitgepakt > _MEESTE_UITGEPAKT or bom:
        raise GeweigerdBestand("Dit bestand wordt te groot als je het opent. Maak er een pdf van.")
    if any(deel.flag_bits & 1 for deel in delen):
        raise GeweigerdBestand("Dit bestand heeft een wachtwoord. Haal dat eraf.")
    if any(_MACRO.search(deel.filename) for deel in delen):
        raise GeweigerdBestand(
            "In dit bestand zitten macro's of een ingesloten programma. Maak er een pdf van."
        )


def _soort_van_pakket(zip_: zipfile.ZipFile, namen: set[str]) -> Bestandssoort:
    if "mimetype" in namen and zip_.getinfo("mimetype").file_size == len(_ODT):
        if zip_.read("mimetype") == _ODT:
            return Bestandssoort.ODT
    elif "[Content_Types].xml" in namen:
        return _soort_van_office(zip_)
    raise GeweigerdBestand("Een zip nemen we niet aan. Pak hem uit en kies de bestanden zelf.")


def _soort_van_office(zip_: zipfile.ZipFile) -> Bestandssoort:
    if zip_.getinfo("[Content_Types].xml").file_size > _MEESTE_LIJST:
        raise GeweigerdBestand("Dit bestand is beschadigd. Sla het opnieuw op.")
    lijst = zip_.read("[Content_Types].xml")
    if b"macroenabled" in lijst.lower() or b"<!" in lijst:
        raise GeweigerdBestand(
            "In dit bestand zitten macro's of een ingesloten programma. Maak er een pdf van."
        )
    for hoofddeel, soort in _HOOFDDEEL.items():
        if hoofddeel in lijst:
            return soort
    raise GeweigerdBestand("Van dit Office-bestand nemen we alleen docx en xlsx aan.")


def _is_tekst(inhoud: bytes) -> bool:
    """UTF-8 without control signs, and nothing that a browser would run."""
    try:
        inhoud.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return not _BESTUUR.intersection(inhoud) and not _OPMAAK.search(inhoud)
