# SPDX-License-Identifier: EUPL-1.2
"""The few words that a template may hold, and the place of each that it may not. No Django.

`{{ veld }}`, `{{ regel.veld }}`, `|upper`, `|lower`, `|capitalize`; `{% if veld %}`, `elif`,
`else`, `endif`; `{% for regel in lijst %}`, `endfor`. Nothing else: no sums, calls or attributes.
A letter p or tr (`{%p if … %}`, `{%tr for … %}`) takes the whole paragraph or row away.
"""

import difflib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

MEESTE_FOUTEN = 10
_STUK = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\}\}|\{%|%\}|\{#|#\}", re.DOTALL)
_VELD = re.compile(r"\{\{\s*(\w+(?:\.\w+)?)\s*(?:\|\s*(upper|lower|capitalize)\s*)?\}\}")
_WOORD = re.compile(r"\{%(p|tr)?\s*(if|elif|else|endif|for|endfor)\b\s*(.*?)\s*%\}", re.DOTALL)
_VOORWAARDE = re.compile(r"(?:not\s+)?(\w+(?:\.\w+)?)")
_HERHALING = re.compile(r"([a-z]\w*)\s+in\s+(\w+)")
_HAAKJES = {"{{", "}}", "{%", "%}", "{#", "#}"}


@dataclass(frozen=True)
class Alinea:
    """A paragraph: where it is in words, its text, and the keys of what it stands in.

    zelf, ouder, tabel: what a block in it, in its paragraphs or in its rows has to end in too.
    """

    plek: str
    tekst: str
    zelf: int
    ouder: int
    tabel: int | None


@dataclass(frozen=True)
class _Blok:
    soort: str
    letter: str
    binnen: int | None
    stuk: str
    alinea: Alinea

    @property
    def eind(self) -> str:
        return f"{{%{self.letter} end{self.soort} %}}"


@dataclass
class Nakijken:
    """Goes through the paragraphs of one part in order; velden: by name, as `toegestaan` gives."""

    velden: Mapping[str, Sequence[str]]
    fouten: list[str] = field(default_factory=list)
    _open: list[_Blok] = field(default_factory=list)
    _regels: dict[str, Sequence[str]] = field(default_factory=dict)

    def loop(self, alineas: Iterable[Alinea]) -> list[str]:
        """What is wrong, each with its place; empty when all is well."""
        for alinea in alineas:
            for stuk in _STUK.findall(alinea.tekst):
                self._stuk(stuk, alinea)
        for blok in self._open:
            self._fout(blok.alinea, f"bij {blok.stuk} ontbreekt {blok.eind}")
        return self.fouten[:MEESTE_FOUTEN]

    def _stuk(self, stuk: str, alinea: Alinea) -> None:
        if stuk in _HAAKJES:
            self._fout(alinea, f"{stuk} staat los. Een veld begint en eindigt in dezelfde alinea")
        elif veld := _VELD.fullmatch(stuk):
            self._naam(veld[1], stuk, alinea)
        elif woord := _WOORD.fullmatch(stuk):
            self._woord(woord, alinea)
        else:
            self._fout(alinea, f"{stuk} kan niet. Gebruik alleen een veld uit de lijst")

    def _woord(self, woord: re.Match[str], alinea: Alinea) -> None:
        letter, soort, rest = woord[1] or "", woord[2], woord[3]
        if letter and alinea.tekst.strip() != woord[0]:
            self._fout(alinea, f"zet {woord[0]} alleen in een eigen alinea")
        binnen = {"": alinea.zelf, "p": alinea.ouder, "tr": alinea.tabel}[letter]
        if binnen is None:
            self._fout(alinea, f"{woord[0]} kan alleen in een tabel")
        elif soort in {"if", "for"}:
            self._begin(_Blok(soort, letter, binnen, woord[0], alinea), rest)
        else:
            self._vervolg(soort, rest, woord[0], alinea, (letter, binnen))

    def _begin(self, blok: _Blok, rest: str) -> None:
        if blok.soort == "if":
            self._voorwaarde(rest, blok.stuk, blok.alinea)
            self._open.append(blok)
            return
        delen = _HERHALING.fullmatch(rest)
        if not delen or not self.velden.get(delen[2]) or delen[1] in self.velden:
            lijsten = ", ".join(naam for naam, in_rij in self.velden.items() if in_rij) or "geen"
            self._fout(blok.alinea, f"{blok.stuk} herhaalt geen lijst. De lijsten zijn: {lijsten}")
        elif self._regels:
            self._fout(blok.alinea, f"{blok.stuk} staat in een andere herhaling. Dat kan niet")
        else:
            self._regels[delen[1]] = self.velden[delen[2]]
        self._open.append(blok)

    def _vervolg(
        self, soort: str, rest: str, stuk: str, alinea: Alinea, plaats: tuple[str, int]
    ) -> None:
        hoort_bij = "for" if soort == "endfor" else "if"
        blok = self._open[-1] if self._open else None
        if blok is None or blok.soort != hoort_bij or (blok.letter, blok.binnen) != plaats:
            self._fout(alinea, f"{stuk} hoort nergens bij, of staat ergens anders dan het begin")
            return
        if soort == "elif":
            self._voorwaarde(rest, stuk, alinea)
        elif rest:
            self._fout(alinea, f"{stuk} kan niet")
        if soort.startswith("end"):
            self._open.pop()
            if soort == "endfor":
                self._regels.clear()

    def _voorwaarde(self, rest: str, stuk: str, alinea: Alinea) -> None:
        if naam := _VOORWAARDE.fullmatch(rest):
            self._naam(naam[1], stuk, alinea, ook_lijst=True)
        else:
            self._fout(alinea, f"{stuk} kan niet. Gebruik alleen een veld uit de lijst")

    def _naam(self, naam: str, stuk: str, alinea: Alinea, *, ook_lijst: bool = False) -> None:
        regel, _, deel = naam.rpartition(".")
        bekend = self._regels.get(regel, ()) if regel else self.velden
        if deel not in bekend:
            self._fout(alinea, f"{stuk} is geen veld van deze brief{_bedoel(deel, bekend, regel)}")
        elif not regel and self.velden[deel] and not ook_lijst:
            self._fout(alinea, f"{stuk} is een lijst. Zet {{% for regel in {deel} %}} ervoor")

    def _fout(self, alinea: Alinea, wat: str) -> None:
        tekst = " ".join(alinea.tekst.split())
        kort = tekst if len(tekst) <= 80 else f"{tekst[:79]}…"
        self.fouten.append(f"{alinea.plek} (“{kort}”): {wat}.")


def _bedoel(naam: str, bekend: Iterable[str], regel: str) -> str:
    gelijkend = difflib.get_close_matches(naam, list(bekend), n=1)
    vooraf = f"{regel}." if regel else ""
    return f" (bedoel je {{{{ {vooraf}{gelijkend[0]} }}}}?)" if gelijkend else ""
