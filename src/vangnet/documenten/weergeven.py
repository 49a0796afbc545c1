# SPDX-License-Identifier: EUPL-1.2
"""A page of a document as a picture, drawn by a process of its own that may do almost nothing."""

from pathlib import Path

from vangnet.documenten.begrensd import GeenAntwoord, Waarom, draai
from vangnet.documenten.regels import MET_VOORBEELD, Bestandssoort
from vangnet.kern.fouten import VangnetFout

_TEKENAAR = Path(__file__).parent / "tekenaar.py"
_SECONDEN = 20
_MEESTE_BYTES = 20_000_000
_ZIN = {
    Waarom.DRUK: "Er worden nu te veel voorbeelden gemaakt. Probeer het zo weer.",
    Waarom.TE_LANG: "Het voorbeeld maken duurt te lang.",
    Waarom.STUK: "Van dit bestand kunnen we geen voorbeeld maken.",
}


class GeenVoorbeeld(VangnetFout):
    """This can't be drawn: another kind, damaged, too large, or it took too long."""


def tel_bladen(inhoud: bytes, soort: Bestandssoort) -> int:
    """How many pages can be shown; 0 when none can. A picture is one."""
    if soort not in MET_VOORBEELD:
        return 0
    if soort is not Bestandssoort.PDF:
        return 1
    try:
        bladen, _, _ = _vraag(inhoud, soort, 0).partition(b"\n")
    except GeenVoorbeeld:
        return 0
    return int(bladen) if bladen.isdigit() else 0


def teken(inhoud: bytes, soort: Bestandssoort, *, blad: int) -> bytes:
    """Page `blad` (from 1) of a file as PNG. Raises GeenVoorbeeld.

    The file goes in by a pipe and the picture comes out by one: nothing readable on a disk.
    """
    if soort not in MET_VOORBEELD or blad < 1:
        raise GeenVoorbeeld("Van dit soort bestand maken we geen voorbeeld.")
    _, _, png = _vraag(inhoud, soort, blad).partition(b"\n")
    if not png.startswith(b"\x89PNG") or len(png) > _MEESTE_BYTES:
        raise GeenVoorbeeld("Van dit bestand kunnen we geen voorbeeld maken.")
    return png


def _vraag(inhoud: bytes, soort: Bestandssoort, blad: int) -> bytes:
    try:
        return draai([str(_TEKENAAR), str(soort), str(blad)], inhoud, seconden=_SECONDEN)
    except GeenAntwoord as fout:
        raise GeenVoorbeeld(_ZIN[fout.waarom]) from fout
