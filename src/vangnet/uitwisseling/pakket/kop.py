# SPDX-License-Identifier: EUPL-1.2
"""The header row of a file: every column known, each once, and the key complete."""

from collections.abc import Iterator

from vangnet.uitwisseling.formaat import Bestand
from vangnet.uitwisseling.fouten import Fout


def toets_kop(kop: list[str], bestand: Bestand) -> tuple[tuple[int, ...], list[Fout]]:
    """The places of the known columns in `kop`, and the faults of the header.

    Without a single place the file can't be used: a column of its key is missing.
    """
    soort = _onbruikbaar(kop)
    if soort:
        return (), [Fout(bestand.naam, 0, "", "", soort)]
    fouten = [*_toets_namen(kop, bestand)]
    ontbreekt = [naam for naam in bestand.sleutel if _hoort_in(bestand, naam) and naam not in kop]
    fouten += [
        Fout(bestand.naam, 0, naam, "", "kolom_ontbreekt", "zonder deze kolom is een rij naamloos")
        for naam in ontbreekt
    ]
    plekken = [
        plek
        for plek, naam in enumerate(kop)
        if naam in bestand.per_naam and kop.index(naam) == plek
    ]
    return (() if ontbreekt else tuple(plekken)), fouten


def _hoort_in(bestand: Bestand, naam: str) -> bool:
    """A column of the key that may be empty may be absent too: then it is empty in every row."""
    return bestand.per_naam[naam].verplicht


def _onbruikbaar(kop: list[str]) -> str:
    if not any(kop):
        return "geen_kop"
    if any("\ud800" <= teken <= "\udfff" for teken in kop[0][:2]):
        return "bestand_geen_utf8"  # the mark of UTF-16 is no UTF-8
    if len(kop) == 1 and (";" in kop[0] or "\t" in kop[0]):
        return "kop_puntkomma"
    return ""


def _toets_namen(kop: list[str], bestand: Bestand) -> Iterator[Fout]:
    for plek, naam in enumerate(kop):
        if naam not in bestand.per_naam:
            yield Fout(bestand.naam, 0, naam or f"(kolom {plek + 1})", "", "kolom_onbekend")
        elif kop.index(naam) != plek:
            yield Fout(bestand.naam, 0, naam, "", "kolom_dubbel")
