# SPDX-License-Identifier: EUPL-1.2
"""Findings as lines of text and as JSON (uitwisseling.md, `bin/vangnet controleer`)."""

from collections.abc import Iterable
from decimal import Decimal

from vangnet.kerncijfers.controles.bevinding import Bevinding, toon
from vangnet.kerncijfers.uitsplitsing import schrijf_uitsplitsing

JsonWaarde = str | list[int | float] | list[dict[str, str]]


def als_regel(bevinding: Bevinding) -> str:
    """Write a finding as one line: verdict, sleutel, both numbers, arithmetic, sources."""
    klasse = schrijf_uitsplitsing(bevinding.uitsplitsing)
    wat = f"{bevinding.sleutel} [{klasse}]" if klasse else bevinding.sleutel
    delen = [
        bevinding.oordeel.value,
        f"{wat}, {_periode(bevinding)}",
        f"{' tegenover '.join(toon(waarde) for waarde in bevinding.waarden)} {bevinding.eenheid}",
        bevinding.rekensom,
        _bronnen(bevinding),
    ]
    return " | ".join(" ".join(deel.split()) for deel in delen)


def als_json(bevinding: Bevinding) -> dict[str, JsonWaarde]:
    """Give a finding as an object that json can write; numbers as numbers, days as text."""
    return {
        "oordeel": bevinding.oordeel.value,
        "controle": bevinding.controle,
        "sleutel": bevinding.sleutel,
        "uitsplitsing": schrijf_uitsplitsing(bevinding.uitsplitsing),
        "van": bevinding.van.isoformat(),
        "tot": bevinding.tot.isoformat(),
        "eenheid": bevinding.eenheid,
        "waarden": [_getal(waarde) for waarde in bevinding.waarden],
        "rekensom": bevinding.rekensom,
        "bronnen": [bron._asdict() for bron in bevinding.bronnen],
    }


def als_tekst(bevindingen: Iterable[Bevinding]) -> str:
    """Write findings a line each, or say that there are none."""
    regels = [als_regel(bevinding) for bevinding in bevindingen]
    return "\n".join(regels) if regels else "Geen tegenspraak, vraag of sprong gevonden."


def _bronnen(bevinding: Bevinding) -> str:
    """Name each report once, with its places behind it."""
    per_rapport: dict[str, list[str]] = {}
    for rapport, plaats in bevinding.bronnen:
        per_rapport.setdefault(rapport, []).extend([plaats] if plaats else [])
    delen = (
        f"{rapport} ({'; '.join(plaatsen)})" if plaatsen else rapport
        for rapport, plaatsen in per_rapport.items()
    )
    return f"bron: {' en '.join(delen)}"


def _periode(bevinding: Bevinding) -> str:
    if bevinding.van == bevinding.tot:
        return bevinding.van.isoformat()
    return f"{bevinding.van} t/m {bevinding.tot}"


def _getal(waarde: Decimal) -> int | float:
    # JSON knows no decimals; a float only here, at the very edge, and only where it must.
    return int(waarde) if waarde == int(waarde) else float(waarde)
