# SPDX-License-Identifier: EUPL-1.2
"""What a file may be, how large, and how it stands with the scanner. No Django."""

from enum import StrEnum

HOOGSTENS_PER_BESTAND = 20_000_000
HOOGSTENS_TEGELIJK = 10
HOOGSTENS_SAMEN = 60_000_000
# Sealed part by part: no more than this stands in memory twice.
DEEL = 1_000_000


class Scan(StrEnum):
    """How it stands with the virus scan. Only SCHOON and NIET_GESCAND can be read.

    NIET_GESCAND: of a demo house without a scanner; nowhere else.
    """

    WACHT = "wacht"
    SCHOON = "schoon"
    BESMET = "besmet"
    KON_NIET = "kon_niet"
    NIET_GESCAND = "niet_gescand"


LEESBAAR = frozenset({Scan.SCHOON, Scan.NIET_GESCAND})


class Bestandssoort(StrEnum):
    """The kinds of file that are taken in, by what is in them; the word is the end of the name."""

    PDF = "pdf"
    PNG = "png"
    JPG = "jpg"
    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    TXT = "txt"


# Shown as a picture; the others are only given as a file.
MET_VOORBEELD = frozenset({Bestandssoort.PDF, Bestandssoort.PNG, Bestandssoort.JPG})

_OPENXML = "application/vnd.openxmlformats-officedocument"
MIME = {
    Bestandssoort.PDF: "application/pdf",
    Bestandssoort.PNG: "image/png",
    Bestandssoort.JPG: "image/jpeg",
    Bestandssoort.DOCX: f"{_OPENXML}.wordprocessingml.document",
    Bestandssoort.XLSX: f"{_OPENXML}.spreadsheetml.sheet",
    Bestandssoort.ODT: "application/vnd.oasis.opendocument.text",
    Bestandssoort.TXT: "text/plain; charset=utf-8",
}


def naam_met_soort(naam: str, soort: Bestandssoort) -> str:
    """The name of a file with the end that fits what is in it: `brief.html` becomes `brief.txt`.

    Only what can be seen, and no part of a path.
    """
    laatste = naam.replace("\\", "/").rsplit("/", 1)[-1]
    zichtbaar = "".join(teken for teken in laatste if teken.isprintable()).strip(" .")
    stam, punt, einde = zichtbaar.rpartition(".")
    if not (punt and stam and einde.isalnum() and len(einde) <= 5):
        stam = zichtbaar
    return f"{(stam.strip(' .') or 'document')[:180]}.{soort}"


HOOGSTENS_SJABLOON = 2_000_000


class Briefsoort(StrEnum):
    """The kinds of letter that a template can be for; each has fields of its own."""

    DEELNEMER = "deelnemer"
    BETROKKENE = "betrokkene"
    AFSLUITEN = "afsluiten"
