# SPDX-License-Identifier: EUPL-1.2
"""Totals over classes: counts that give the whole percents asked for, and how to deal them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from random import Random

from vangnet.kerncijfers.rekenen import Getal, aandelen

MAX_RONDES = 200


@dataclass(frozen=True)
class Verdeling:
    """What a house file asks of one dimension: exact counts, whole percents, or weights.

    Classes with a weight share what the counts and percents leave over.
    """

    aantal: Mapping[str, int] = field(default_factory=dict)
    aandeel: Mapping[str, int] = field(default_factory=dict)
    gewicht: Mapping[str, float] = field(default_factory=dict)


def procenten_van(aantallen: Mapping[str, Getal]) -> dict[str, int]:
    """Whole percents by class that add to 100 (kerncijfers.md rule 4); all 0 of nothing."""
    delen = aandelen(list(aantallen.values()))
    return dict(zip(aantallen, delen or [0] * len(aantallen), strict=True))


def spreid(totaal: int, gewichten: Mapping[str, float]) -> dict[str, int]:
    """Deal a whole total over classes in proportion to their weights, without remainder."""
    som = sum(gewichten.values())
    if som <= 0:
        return dict.fromkeys(gewichten, 0)
    quota = {klasse: totaal * gewicht / som for klasse, gewicht in gewichten.items()}
    delen = {klasse: int(quotum) for klasse, quotum in quota.items()}
    volgorde = sorted(quota, key=lambda klasse: delen[klasse] - quota[klasse])
    for klasse in volgorde[: totaal - sum(delen.values())]:
        delen[klasse] += 1
    return delen


def verdeel(totaal: int, verdeling: Verdeling) -> dict[str, int]:
    """Counts per class that add to `totaal` and give the asked percents, as near as can be.

    What can't be met (counts above the total, percents that can't add to 100) is left as near
    as the search comes; the books and the published figures then differ, and the report says so.
    """
    aantallen = dict(verdeling.aantal)
    for klasse, procent in verdeling.aandeel.items():
        aantallen[klasse] = round(totaal * procent / 100)
    rest = totaal - sum(aantallen.values())
    aantallen.update(spreid(max(rest, 0), verdeling.gewicht))
    _sluit_aan(aantallen, totaal, verdeling)
    _verbeter(aantallen, verdeling)
    return aantallen


def _sluit_aan(aantallen: dict[str, int], totaal: int, verdeling: Verdeling) -> None:
    """Bring the sum to the total, one at a time, where the asked percent is furthest off."""
    vrij = list(verdeling.aandeel) or list(verdeling.gewicht) or list(verdeling.aantal)
    while vrij and (verschil := totaal - sum(aantallen.values())):
        stap = 1 if verschil > 0 else -1
        kandidaten = [klasse for klasse in vrij if aantallen[klasse] + stap >= 0] or vrij
        klasse = max(
            kandidaten,
            key=lambda k: stap * (totaal * verdeling.aandeel.get(k, 0) / 100 - aantallen[k]),
        )
        aantallen[klasse] += stap


def _fout(aantallen: Mapping[str, int], gevraagd: Mapping[str, int]) -> int:
    procenten = procenten_van(aantallen)
    return sum(abs(procenten[klasse] - procent) for klasse, procent in gevraagd.items())


def _verbeter(aantallen: dict[str, int], verdeling: Verdeling) -> None:
    """Move one at a time between free classes while the percents come nearer."""
    vrij = [*verdeling.aandeel, *verdeling.gewicht]
    fout = _fout(aantallen, verdeling.aandeel)
    for _ in range(MAX_RONDES):
        if fout == 0:
            return
        beste = _beste_zet(aantallen, vrij, verdeling.aandeel)
        if beste is None or beste[0] >= fout:
            return
        fout, van, naar = beste
        aantallen[van] -= 1
        aantallen[naar] += 1


def _beste_zet(
    aantallen: dict[str, int], vrij: Sequence[str], gevraagd: Mapping[str, int]
) -> tuple[int, str, str] | None:
    zetten = []
    for van in vrij:
        for naar in vrij:
            if van == naar or aantallen[van] == 0:
                continue
            proef = {**aantallen, van: aantallen[van] - 1, naar: aantallen[naar] + 1}
            zetten.append((_fout(proef, gevraagd), van, naar))
    return min(zetten, default=None)


def deel_uit(aantallen: Mapping[str, int], dobbel: Random) -> list[str]:
    """One class for each unit of the counts, in random order."""
    kaarten = [klasse for klasse, aantal in aantallen.items() for _ in range(aantal)]
    dobbel.shuffle(kaarten)
    return kaarten


def kies(gewichten: Mapping[str, float], dobbel: Random) -> str:
    """One class drawn by weight."""
    return dobbel.choices(list(gewichten), weights=list(gewichten.values()))[0]
