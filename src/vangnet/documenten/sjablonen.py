# SPDX-License-Identifier: EUPL-1.2
"""Try a template and fill it in, both in a process that may do almost nothing (docs/adr/0022)."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

import vangnet
from vangnet.documenten.begrensd import GeenAntwoord, Waarom, draai
from vangnet.documenten.briefvelden import Waarden, toegestaan, voorbeelden
from vangnet.documenten.regels import HOOGSTENS_SJABLOON, Bestandssoort, Briefsoort
from vangnet.documenten.soorten import GeweigerdBestand, OnbekendeSoort, bepaal_soort
from vangnet.kern.fouten import VangnetFout

_BRON = str(Path(vangnet.__file__).parent.parent)
# Not by the path of the script: it imports its neighbours.
_START = (
    "import os, sys; sys.path.insert(0, sys.argv[1]); "
    "from vangnet.documenten.sjabloonvuller import main; main(); os._exit(0)"
)
_SECONDEN = 20
_ZIN = {
    Waarom.DRUK: "Er worden nu te veel brieven gemaakt. Probeer het zo weer.",
    Waarom.TE_LANG: "Dit sjabloon invullen duurt te lang. Maak het eenvoudiger.",
    Waarom.STUK: "Dit sjabloon is niet in te vullen. Maak het eenvoudiger of sla het opnieuw op.",
}
# What XML can't hold, and what docxtpl takes for more than a text.
_ONBRUIKBAAR = re.compile(r"[^\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class FoutSjabloon(VangnetFout):
    """A template that can't be used; fouten: a sentence for each place."""

    def __init__(self, fouten: Sequence[str]) -> None:
        super().__init__("\n".join(fouten))
        self.fouten = tuple(fouten)


def toets(inhoud: bytes, soort: Briefsoort) -> Sequence[str]:
    """The names of the fields in a template of this kind, after filling it with made-up values.

    Raises FoutSjabloon, with the place of each placeholder that can't be.
    """
    if len(inhoud) > HOOGSTENS_SJABLOON:
        raise FoutSjabloon(["Dit bestand is groter dan 2 MB. Maak de plaatjes erin kleiner."])
    try:
        is_word = bepaal_soort(inhoud) is Bestandssoort.DOCX
    except OnbekendeSoort:
        is_word = False
    except GeweigerdBestand as fout:
        raise FoutSjabloon([str(fout)]) from fout
    if not is_word:
        raise FoutSjabloon(["Dit is geen Word-bestand. Sla het op als docx."])
    velden, _ = _vraag(inhoud, soort, voorbeelden(soort))
    return velden


def vul(inhoud: bytes, soort: Briefsoort, waarden: Waarden) -> bytes:
    """The letter as docx. Raises FoutSjabloon."""
    _, brief = _vraag(inhoud, soort, waarden)
    return brief


def _vraag(inhoud: bytes, soort: Briefsoort, waarden: Waarden) -> tuple[Sequence[str], bytes]:
    kop = json.dumps({"velden": toegestaan(soort), "waarden": _schoon(waarden)})
    try:
        uit = draai(["-c", _START, _BRON], kop.encode() + b"\n" + inhoud, seconden=_SECONDEN)
    except GeenAntwoord as fout:
        raise FoutSjabloon([_ZIN[fout.waarom]]) from fout
    antwoord, _, brief = uit.partition(b"\n")
    gelezen = json.loads(antwoord)
    if gelezen["fouten"]:
        raise FoutSjabloon(gelezen["fouten"])
    return gelezen["velden"], brief


def _schoon(waarden: Waarden) -> Waarden:
    """Texts that Word can show: an end of a line is one sign, and no sign that isn't seen."""
    return {
        naam: _tekst(waarde)
        if isinstance(waarde, str)
        else [{deel: _tekst(een) for deel, een in rij.items()} for rij in waarde]
        for naam, waarde in waarden.items()
    }


def _tekst(waarde: str) -> str:
    return _ONBRUIKBAAR.sub("", waarde.replace("\r\n", "\n").replace("\t", " "))
