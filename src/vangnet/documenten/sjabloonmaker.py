# SPDX-License-Identifier: EUPL-1.2
"""Look a template over and fill it in, within the limited process (sjabloonvuller.py).

A template is code of somebody else: what it may say is looked at by its words (sjabloontaal.py,
with the place), then by its tree, and it runs in the sandbox of jinja2 over plain texts alone
(sjabloonboom.py). No Django.
"""

import encodings.cp437  # noqa: F401 - for a name in a zip, when no file opens any more
import io
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import jinja2.debug  # noqa: F401 - jinja2 loads it at an error
from docx.opc.exceptions import OpcError
from docx.oxml.ns import qn
from jinja2 import TemplateError
from lxml import etree

from vangnet.documenten.sjabloonboom import Ingevuld, Taal
from vangnet.documenten.sjabloonpakket import bezwaren
from vangnet.documenten.sjabloontaal import MEESTE_FOUTEN, Alinea, Nakijken

_KAPOT = "Dit bestand is niet met Word gemaakt, of het is beschadigd. Sla het opnieuw op."
_LAGEN = (
    ("document", "In de tekst"),
    ("header", "In de koptekst"),
    ("footer", "In de voettekst"),
    ("footnotes", "In een voetnoot"),
)


def maak(
    inhoud: bytes, velden: Mapping[str, Sequence[str]], waarden: Mapping[str, Any]
) -> tuple[dict[str, Any], bytes]:
    """What is wrong with a template, the fields that it names, and the letter when nothing is."""
    try:
        if fouten := _nagekeken(inhoud, velden):
            return {"fouten": fouten, "velden": []}, b""
        taal = Taal(velden)
        brief = Ingevuld(io.BytesIO(inhoud))
        brief.render(dict(waarden), jinja_env=taal, autoescape=True)
        uit = io.BytesIO()
        brief.save(uit)
        docx = _zonder_tijd(uit.getvalue())
    except TemplateError:
        zin = (
            "In dit bestand staat buiten de gewone tekst iets met { } dat niet in een sjabloon kan."
        )
        return {"fouten": [zin], "velden": []}, b""
    except (etree.LxmlError, OpcError, KeyError, ValueError, AttributeError):
        return {"fouten": [_KAPOT], "velden": []}, b""
    return {"fouten": [], "velden": sorted(taal.gebruikt)}, docx


def _zonder_tijd(docx: bytes) -> bytes:
    """The same package with one moment for all parts: the same letter twice is the same file."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as oud, zipfile.ZipFile(uit, "w") as nieuw:
        for naam in oud.namelist():
            deel = zipfile.ZipInfo(naam)
            deel.compress_type = zipfile.ZIP_DEFLATED
            nieuw.writestr(deel, oud.read(naam))
    return uit.getvalue()


def _nagekeken(inhoud: bytes, velden: Mapping[str, Sequence[str]]) -> list[str]:
    fouten = list(dict.fromkeys(bezwaren(inhoud)))
    if not fouten:
        for wortel, laag in _delen(inhoud):
            fouten += Nakijken(velden).loop(_alineas(wortel, laag))
    return fouten[:MEESTE_FOUTEN]


def _delen(inhoud: bytes) -> Iterator[tuple[Any, str]]:
    """The parts with text, as the library fills them."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        for naam in sorted(zip_.namelist()):
            for begin, laag in _LAGEN:
                if naam.startswith(f"word/{begin}") and naam.endswith(".xml"):
                    yield etree.fromstring(zip_.read(naam)), laag


def _alineas(wortel: Any, laag: str) -> Iterator[Alinea]:
    # Held here, so that the ids of what they stand in stay theirs.
    vast = list(wortel.iter())
    nummer = 0
    tabellen = [een for een in vast if een.tag == qn("w:tbl")]
    for alinea in (een for een in vast if een.tag == qn("w:p")):
        stukken = (een for een in alinea.iter(qn("w:t")) if _hoort_bij(een, alinea))
        tekst = "".join(een.text or "" for een in stukken)
        cel = next(alinea.iterancestors(qn("w:tc")), None)
        tabel = next(alinea.iterancestors(qn("w:tbl")), None)
        if cel is None or tabel is None:
            nummer += bool(tekst.strip())
            plek = f"{laag}, alinea {nummer}"
        else:
            plek = f"{laag}, tabel {tabellen.index(tabel) + 1}, {_cel(cel)}"
        in_tabel = None if tabel is None else id(tabel)
        yield Alinea(plek, tekst, id(alinea), id(alinea.getparent()), in_tabel)


def _hoort_bij(stuk: Any, alinea: Any) -> bool:
    """Not of a text box that hangs in this paragraph: that has paragraphs of its own."""
    return next(stuk.iterancestors(qn("w:p"))) is alinea


def _cel(cel: Any) -> str:
    rij = _nummer(cel.getparent(), qn("w:tr"))
    return f"rij {rij}, kolom {_nummer(cel, qn('w:tc'))}"


def _nummer(een: Any, soort: str) -> int:
    return 1 + sum(1 for _ in een.itersiblings(soort, preceding=True))
