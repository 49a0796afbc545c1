# SPDX-License-Identifier: EUPL-1.2
"""Figures as JSON, CSV and plain text (uitwisseling.md, Command line)."""

import csv
import io
import json
from collections.abc import Iterator
from decimal import Decimal

from vangnet.kerncijfers.rekenen import Getal
from vangnet.kerncijfers.uitkomst import Cijfer, Kerncijfers, Klasse

CSV_KOLOMMEN = (
    *("van", "tot", "peildatum", "sleutel", "titel", "eenheid", "definitie_versie"),
    *("dimensie", "klasse", "aantal", "aandeel"),
)
# A spreadsheet takes a cell that begins so for a formula.
_FORMULETEKENS = ("=", "+", "-", "@", "\t", "\r", "\0", "\uff1d", "\uff0b", "\uff0d", "\uff20")
_GEEN = "–"
_BREEDTE = 46


def als_json(kerncijfers: Kerncijfers) -> str:
    """The JSON of `bin/vangnet kerncijfers`, with a line end."""
    inhoud = {
        "periode": {"van": kerncijfers.van.isoformat(), "tot": kerncijfers.tot.isoformat()},
        "peildatum": kerncijfers.peildatum.isoformat(),
        "kerncijfers": [_cijfer(cijfer) for cijfer in kerncijfers.cijfers.values()],
    }
    return json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n"


def als_csv(kerncijfers: Kerncijfers) -> str:
    """One row for each figure (dimensie and klasse empty) and for each class of a breakdown."""
    uit = io.StringIO()
    schrijver = csv.DictWriter(uit, CSV_KOLOMMEN, lineterminator="\n")
    schrijver.writeheader()
    for cijfer in kerncijfers.cijfers.values():
        basis = {
            "van": kerncijfers.van,
            "tot": kerncijfers.tot,
            "peildatum": kerncijfers.peildatum if cijfer.indicator.is_stand else None,
            "sleutel": cijfer.indicator.sleutel,
            "titel": cijfer.indicator.titel,
            "eenheid": cijfer.indicator.eenheid,
            "definitie_versie": cijfer.indicator.definitie_versie,
        }
        schrijver.writerow({**basis, "aantal": cijfer.waarde})
        for dimensie, klassen in cijfer.uitsplitsingen.items():
            for klasse in klassen:
                rij = {"dimensie": dimensie, "klasse": _veilig(klasse.klasse)}
                getallen = {"aantal": klasse.aantal, "aandeel": klasse.aandeel}
                schrijver.writerow({**basis, **rij, **getallen})
    return uit.getvalue()


def als_tabel(kerncijfers: Kerncijfers) -> str:
    """Text for a terminal: a line for each figure and each class that has rows."""
    return "\n".join(_regels(kerncijfers)) + "\n"


def getal_tekst(waarde: Getal | None) -> str:
    """A number the Dutch way: 1.234,5; a dash for what can't be computed."""
    if waarde is None:
        return _GEEN
    # Swap the separators of the English notation.
    return f"{waarde:,}".translate(str.maketrans(",.", ".,"))


def _regels(kerncijfers: Kerncijfers) -> Iterator[str]:
    yield (
        f"Kerncijfers van {kerncijfers.van} tot en met {kerncijfers.tot}; "
        f"standen aan het begin van {kerncijfers.peildatum}"
    )
    thema = ""
    for cijfer in kerncijfers.cijfers.values():
        if cijfer.indicator.thema != thema:
            thema = cijfer.indicator.thema
            yield from ("", thema.upper())
        yield _regel(cijfer.indicator.titel, cijfer.waarde, cijfer.indicator.eenheid)
        for dimensie, klassen in cijfer.uitsplitsingen.items():
            gevuld = [klasse for klasse in klassen if klasse.aantal]
            if gevuld:
                yield f"  naar {dimensie}"
            for klasse in gevuld:
                yield _regel(f"    {klasse.klasse}", klasse.aantal, _procent(klasse))


def _regel(naam: str, waarde: Getal | None, erachter: str) -> str:
    return f"{naam:<{_BREEDTE}} {getal_tekst(waarde):>14}  {erachter}".rstrip()


def _procent(klasse: Klasse) -> str:
    return "" if klasse.aandeel is None else f"{klasse.aandeel} %"


def _cijfer(cijfer: Cijfer) -> dict[str, object]:
    return {
        "sleutel": cijfer.indicator.sleutel,
        "titel": cijfer.indicator.titel,
        "eenheid": cijfer.indicator.eenheid,
        "waarde": _getal(cijfer.waarde),
        "definitie_versie": cijfer.indicator.definitie_versie,
        "uitsplitsingen": {
            dimensie: [
                {"klasse": k.klasse, "aantal": _getal(k.aantal), "aandeel": k.aandeel}
                for k in klassen
            ]
            for dimensie, klassen in cijfer.uitsplitsingen.items()
        },
    }


def _getal(waarde: Getal | None) -> int | float | None:
    # JSON knows no decimals; a float only here at the edge, and only where it must.
    if not isinstance(waarde, Decimal):
        return waarde
    return int(waarde) if waarde == waarde.to_integral_value() else float(waarde)


def _veilig(tekst: str) -> str:
    return f"'{tekst}" if tekst.startswith(_FORMULETEKENS) else tekst
