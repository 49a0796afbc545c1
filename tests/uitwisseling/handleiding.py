# SPDX-License-Identifier: EUPL-1.2
"""The tables of docs/beheer/pakket-kolommen.md, as the format has them."""

from vangnet.inrichting.codelijsten import CODELIJSTEN
from vangnet.uitwisseling.formaat import ALLE, Bestand, Kolom, Soort
from vangnet.uitwisseling.formaat import codes_van as codes_van_lijst

_VORM = {
    Soort.KENMERK: "kenmerk, uniek in dit bestand",
    Soort.TEKST: "tekst",
    Soort.DATUM: "dag",
    Soort.JA_NEE: "`ja` of `nee`",
    Soort.GELD: "bedrag",
    Soort.GEHEEL: "heel getal van 0 of meer",
    Soort.GETAL: "getal",
    Soort.GEMEENTE: "CBS-code (`GM0080`) of `detentie`",
    Soort.BSN: "negen cijfers",
}


def tabel_van(bestand: Bestand) -> str:
    """The heading, key and columns of a file."""
    sleutel = ", ".join(f"`{naam}`" for naam in bestand.sleutel)
    rijen = [
        f"| `{kolom.naam}` | {'ja' if kolom.verplicht else ''} | {_vorm(kolom)} |"
        for kolom in bestand.kolommen
    ]
    kop = ["| kolom | verplicht | wat erin staat |", "|---|---|---|"]
    return "\n".join([f"### {bestand.naam}", "", f"Sleutel: {sleutel}.", "", *kop, *rijen])


def codes_van(naam: str) -> str:
    """The row of a list of codes."""
    codes = ", ".join(f"`{code}`" for code in codes_van_lijst(naam))
    uitbreidbaar = naam in CODELIJSTEN and CODELIJSTEN[naam].uitbreidbaar
    return f"| {naam} | {codes}{' (een huis mag erbij maken)' if uitbreidbaar else ''} |"


def gebruikte_lijsten() -> list[str]:
    """Every list of codes that the format uses, in its order."""
    kolommen = (k for b in ALLE.values() for k in b.kolommen_van(Soort.CODE))
    return list(dict.fromkeys(kolom.codelijst for kolom in kolommen))


def _vorm(kolom: Kolom) -> str:
    if kolom.soort is Soort.VERWIJZING:
        return f"kenmerk uit {kolom.verwijst}"
    if kolom.soort is Soort.CODE:
        return f"code uit {kolom.codelijst}"
    if kolom.uuid:
        return "UUID, uniek in dit bestand"
    if kolom.later_mag:
        return "dag, mag later zijn dan morgen"
    return _VORM[kolom.soort]
