# SPDX-License-Identifier: EUPL-1.2
"""What a Word file may not bring along before anybody fills it: links outside, fields that fetch.

Runs in the limited process (sjabloonvuller.py), after documenten/soorten.py took the file in. No
Django. Sources: OWASP ASVS 5.2.2, 1.5.1; Word fetches a linked picture or template on opening.
"""

import io
import re
import zipfile
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from docx.oxml.ns import qn
from lxml import etree

_ONTLEDER = {"resolve_entities": False, "no_network": True, "load_dtd": False, "huge_tree": False}
# What a field of Word may be: it computes something of the letter itself.
_VELDEN = frozenset(
    {
        "PAGE",
        "NUMPAGES",
        "SECTIONPAGES",
        "DATE",
        "TIME",
        "HYPERLINK",
        "PAGEREF",
        "REF",
        "SEQ",
        "STYLEREF",
    }
)
_BREEKT = re.compile(r"<!(DOCTYPE|ENTITY)", re.IGNORECASE)
_INGESLOTEN = re.compile(r"/embeddings/|\.bin$|\.svg$", re.IGNORECASE)
_VERBODEN = (qn("w:altChunk"), qn("w:mailMerge"), qn("w:object"), qn("w:subDoc"))


def bezwaren(inhoud: bytes) -> Iterator[str]:
    """Why this file can't be a template; nothing when it can."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        for deel in zip_.infolist():
            if _INGESLOTEN.search(deel.filename):
                yield "Er zit een ander bestand in dit bestand. Haal het eruit."
            elif deel.filename.endswith((".xml", ".rels")):
                yield from _in_deel(zip_.read(deel), deel.filename)


def _in_deel(xml: bytes, naam: str) -> Iterator[str]:
    if b"\x00" in xml or _BREEKT.search(xml.decode("utf-8", "replace")):
        yield "Dit bestand is niet met Word gemaakt, of het is beschadigd. Sla het opnieuw op."
        return
    wortel = etree.fromstring(xml, etree.XMLParser(**_ONTLEDER))
    if naam.endswith(".rels"):
        yield from _verwijzingen(wortel)
        return
    if next(wortel.iter(*_VERBODEN), None) is not None:
        yield "Er zit een ander bestand of een gegevensbron in dit bestand. Haal die eruit."
    vreemd = {naam for naam in _veldnamen(wortel) if naam not in _VELDEN}
    for een in sorted(vreemd):
        yield f"Dit Word-veld mag niet in een sjabloon: {een[:30] or 'leeg'}. Haal het eruit."


def _verwijzingen(wortel: etree._Element) -> Iterator[str]:
    for een in wortel.iter("{*}Relationship"):
        if een.get("TargetMode", "").lower() != "external":
            continue
        adres = urlsplit(een.get("Target", ""))
        gewone_link = een.get("Type", "").endswith("/hyperlink")
        if not gewone_link or adres.scheme not in {"http", "https", "mailto"}:
            yield (
                "Dit bestand haalt iets van buiten als je het opent, zoals een gekoppeld plaatje. "
                "Zet het plaatje zelf in het bestand."
            )


def _veldnamen(wortel: etree._Element) -> Iterable[str]:
    """The first word of each field, however Word cut it up."""
    open_: list[list[str]] = []
    for een in wortel.iter(qn("w:fldChar"), qn("w:instrText"), qn("w:fldSimple")):
        if een.tag == qn("w:fldSimple"):
            yield _eerste_woord(een.get(qn("w:instr"), ""))
        elif een.tag == qn("w:instrText"):
            open_ = open_ or [[]]
            open_[-1].append(een.text or "")
        elif een.get(qn("w:fldCharType")) == "begin":
            open_.append([])
        elif open_ and een.get(qn("w:fldCharType")) == "end":
            yield _eerste_woord("".join(open_.pop()))
    for rest in open_:
        yield _eerste_woord("".join(rest))


def _eerste_woord(opdracht: str) -> str:
    return next(iter(opdracht.split()), "").upper()
