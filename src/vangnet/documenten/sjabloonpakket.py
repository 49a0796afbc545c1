# SPDX-License-Identifier: EUPL-1.2
"""What a Word file may not bring along before anybody fills it: links outside, fields that fetch.

Runs in the limited process (sjabloonvuller.py), after documenten/soorten.py took the file in. No
Django. Sources: OWASP ASVS 5.2.2, 1.5.1; Word fetches a linked picture or template on opening.
"""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

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
# Of the fields of Vangnet: in an address it would carry away what is filled in.
_INVULPLEK = re.compile(r"[{}]")
_INVULPLEK_IN_KENMERK = re.compile(r"\{\{|\{%|\{#")
_XML = re.compile(
    r"application/(xml|vnd\.openxmlformats-(officedocument|package)\.[\w.-]+\+xml"
    r"|vnd\.ms-word\.[\w.-]+\+xml)"
)
# What Word keeps of a letter, by extension, and the type that it then has.
_SOORTEN = {
    "xml": _XML,
    "rels": re.compile(r"application/vnd\.openxmlformats-package\.relationships\+xml"),
    "odttf": re.compile(r"application/vnd\.openxmlformats-officedocument\.obfuscatedFont"),
    **{
        naam: re.compile(r"image/(x-)?(png|jpe?g|gif|bmp|tiff?|emf|wmf)")
        for naam in ("png", "jpg", "jpeg", "gif", "bmp", "tif", "tiff", "emf", "wmf")
    },
}
_INHOUD = "[Content_Types].xml"
_OPDRACHT = (qn("w:instrText"), qn("w:delInstrText"))
_VELDDELEN = (qn("w:fldChar"), qn("w:fldSimple"), qn("w:t"), *_OPDRACHT)
_DELEN = (
    ("document", "In de tekst"),
    ("header", "In een koptekst"),
    ("footer", "In een voettekst"),
    ("footnotes", "In een voetnoot"),
)
_VERBODEN = (qn("w:altChunk"), qn("w:mailMerge"), qn("w:object"), qn("w:subDoc"))


def bezwaren(inhoud: bytes) -> Iterator[str]:
    """Why this file can't be a template; nothing when it can."""
    with zipfile.ZipFile(io.BytesIO(inhoud)) as zip_:
        soort_van = _soorten(zip_.read(_INHOUD))
        for deel in (een for een in zip_.infolist() if not een.is_dir()):
            soort = _extensie(deel.filename)
            if _INGESLOTEN.search(deel.filename):
                yield "Er zit een ander bestand in dit bestand. Haal het eruit."
            elif not _past(deel.filename, soort_van):
                yield (
                    f"Dit stuk van het bestand hoort niet in een sjabloon: {deel.filename[-60:]}. "
                    "Sla het opnieuw op met Word."
                )
            elif soort in {"xml", "rels"}:
                yield from _in_deel(zip_.read(deel), deel.filename)


def _extensie(naam: str) -> str:
    return naam.rpartition("/")[2].rpartition(".")[2].lower()


def _soorten(xml: bytes) -> Mapping[str, str]:
    """The type of each extension, and of each part that has one of its own, in lower case."""
    wortel = etree.fromstring(xml, etree.XMLParser(**_ONTLEDER))
    per_extensie = {
        een.get("Extension", "").lower(): een.get("ContentType", "")
        for een in wortel.iter("{*}Default")
    }
    per_deel = {
        een.get("PartName", "").lower(): een.get("ContentType", "")
        for een in wortel.iter("{*}Override")
    }
    return per_extensie | per_deel


def _past(naam: str, soort_van: Mapping[str, str]) -> bool:
    """Whether a part has an extension and a type that belong together in a letter."""
    if naam == _INHOUD:
        return True
    extensie = _extensie(naam)
    soort = soort_van.get(f"/{naam}".lower(), soort_van.get(extensie, ""))
    return extensie in _SOORTEN and bool(_SOORTEN[extensie].fullmatch(soort))


def _in_deel(xml: bytes, naam: str) -> Iterator[str]:
    if b"\x00" in xml or _BREEKT.search(xml.decode("utf-8", "replace")):
        yield "Dit bestand is niet met Word gemaakt, of het is beschadigd. Sla het opnieuw op."
        return
    wortel = etree.fromstring(xml, etree.XMLParser(**_ONTLEDER))
    if _extensie(naam) == "rels":
        yield from _verwijzingen(wortel)
        return
    if any(_INVULPLEK_IN_KENMERK.search(waarde) for waarde in _kenmerken(wortel)):
        yield (
            f"{_waar(naam)} staat een invulplek in een link of een ander kenmerk. "
            "Een invulplek kan alleen in de gewone tekst."
        )
    if next(wortel.iter(*_VERBODEN), None) is not None:
        yield "Er zit een ander bestand of een gegevensbron in dit bestand. Haal die eruit."
    velden = sorted(set(_velden(wortel)))
    for een in dict.fromkeys(map(_eerste_woord, velden)):
        if een not in _VELDEN:
            yield f"Dit Word-veld mag niet in een sjabloon: {een[:30] or 'leeg'}. Haal het eruit."
    for een in dict.fromkeys(_eerste_woord(veld) for veld in velden if _INVULPLEK.search(veld)):
        yield (
            f"{_waar(naam)} staat een invulplek in het Word-veld {een[:30]}. "
            "Een invulplek kan alleen in de gewone tekst."
        )


def _waar(naam: str) -> str:
    """The part of a letter in words."""
    eind = naam.rpartition("/")[2]
    return next((waar for begin, waar in _DELEN if eind.startswith(begin)), f"In {eind[-60:]}")


def _kenmerken(wortel: etree._Element) -> Iterator[str]:
    for een in wortel.iter(etree.Element):
        yield from map(str, een.attrib.values())


def _verwijzingen(wortel: etree._Element) -> Iterator[str]:
    for een in wortel.iter("{*}Relationship"):
        if een.get("TargetMode", "").lower() != "external":
            continue
        adres = urlsplit(een.get("Target", ""))
        gewone_link = een.get("Type", "").endswith("/hyperlink")
        if _INVULPLEK.search(unquote(een.get("Target", ""))):
            yield (
                "In het adres van een link staat een invulplek. "
                "Een invulplek kan alleen in de gewone tekst."
            )
            continue
        if not gewone_link or adres.scheme not in {"http", "https", "mailto"}:
            yield (
                "Dit bestand haalt iets van buiten als je het opent, zoals een gekoppeld plaatje. "
                "Zet het plaatje zelf in het bestand."
            )


@dataclass
class _Veld:
    """A field that is open: what it says so far; klaar: now comes what it shows."""

    stukken: list[str] = field(default_factory=list)
    klaar: bool = False


def _velden(wortel: etree._Element) -> Iterator[str]:
    """What each field says, however Word cut it up; `{` for a field in what it says."""
    open_: list[_Veld] = []
    los = _Veld()
    for een in wortel.iter(*_VELDDELEN):
        veld = open_[-1] if open_ else los
        stap = een.get(qn("w:fldCharType"), een.tag)
        if stap in {"begin", qn("w:fldSimple")} and open_ and not veld.klaar:
            veld.stukken.append("{")
        if stap == "begin":
            open_.append(_Veld())
        elif stap == "separate":
            veld.klaar = True
        elif stap == "end" and open_:
            yield "".join(open_.pop().stukken)
        else:
            yield from _stuk(een, veld, in_veld=bool(open_))
    yield from ("".join(rest.stukken) for rest in (*open_, los) if rest.stukken)


def _stuk(een: etree._Element, veld: _Veld, *, in_veld: bool) -> Iterator[str]:
    """Text that belongs to what a field says, or a field that says it at once."""
    if een.tag == qn("w:fldSimple"):
        yield een.get(qn("w:instr"), "")
    elif een.tag in _OPDRACHT or (een.tag == qn("w:t") and in_veld and not veld.klaar):
        veld.stukken.append(een.text or "")


def _eerste_woord(opdracht: str) -> str:
    return next(iter(opdracht.split()), "").upper()
