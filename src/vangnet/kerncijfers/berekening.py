# SPDX-License-Identifier: EUPL-1.2
"""Compute the figures of a period, once, for page, JSON and CSV (kerncijfers.md section 1)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from vangnet.kern.fouten import VangnetFout
from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.indicator import Indicator
from vangnet.kerncijfers.catalogus.populatie import Populatie
from vangnet.kerncijfers.catalogus.rekenwijze import Bron
from vangnet.kerncijfers.dimensies import DIMENSIES
from vangnet.kerncijfers.klassen import Inrichting, inrichting_van_het_huis, klassen_van
from vangnet.kerncijfers.perioden import periode_ervoor, toets_periode
from vangnet.kerncijfers.rekenen import Getal, aandelen, verandering
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.kerncijfers.tellen import TOTAAL, Tabel, tel
from vangnet.kerncijfers.uitkomst import Cijfer, Kerncijfers, Klasse, Vergelijking
from vangnet.toegang.regels import Recht
from vangnet.toegang.services import toets_recht


class OnbekendCijfer(VangnetFout):
    """A sleutel that is not in the catalogue."""


@dataclass(frozen=True)
class _Telling:
    """The counts of one computation (see catalogus.rekenwijze.Telling)."""

    van: date
    tot: date
    tabellen: Mapping[Populatie, Tabel]
    inrichting: Inrichting

    def totaal(self, bron: Bron) -> Getal:
        return self._gevonden(bron, TOTAAL).get(TOTAAL, 0)

    def aantallen(self, bron: Bron, dimensie: str) -> dict[str, Getal]:
        return klassen_van(
            DIMENSIES[dimensie],
            self._gevonden(bron, dimensie),
            inrichting=self.inrichting,
            van=self.van,
            tot=self.tot,
        )

    def aandelen(self, bron: Bron, dimensie: str) -> dict[str, int] | None:
        geteld = self.aantallen(bron, dimensie)
        procenten = aandelen(list(geteld.values()))
        return None if procenten is None else dict(zip(geteld, procenten, strict=True))

    def _gevonden(self, bron: Bron, dimensie: str) -> dict[str, Getal]:
        tabel = self.tabellen[bron.populatie]
        samen: dict[str, Getal] = {}
        for soort in bron.soorten or (TOTAAL,):
            for klasse, aantal in tabel.get((soort, dimensie), {}).items():
                samen[klasse] = samen.get(klasse, 0) + aantal
        return samen


def bereken(
    van: date,
    tot: date,
    peildatum: date | None = None,
    sleutels: Collection[str] | None = None,
) -> Kerncijfers:
    """The figures of a period, both days included; stocks at the start of the peildatum, or of van.

    sleutels: which figures, in the order of the catalogue; default all. As many statements as there
    are populations, whatever the period holds. Raises NietToegestaan, OngeldigePeriode and
    OnbekendCijfer.
    """
    toets_recht(Recht.CIJFERS_INZIEN)
    toets_periode(van, tot)
    gekozen = _gekozen(sleutels)
    feiten_verversen()
    inrichting = inrichting_van_het_huis()
    dag = peildatum or van
    nodig = [paar for indicator in gekozen for paar in _nodig(indicator)]
    tabellen = tel(nodig, van=van, tot=tot, peildatum=dag)
    telling = _Telling(van=van, tot=tot, tabellen=tabellen, inrichting=inrichting)
    return Kerncijfers(
        van=van,
        tot=tot,
        peildatum=dag,
        cijfers={indicator.sleutel: _cijfer(indicator, telling) for indicator in gekozen},
    )


def vergelijk(
    van: date,
    tot: date,
    peildatum: date | None = None,
    sleutels: Collection[str] | None = None,
) -> dict[str, Vergelijking]:
    """Each figure beside that of the period before (rule 2), by sleutel.

    A stock is compared with the one taken as long after the begin of its own period.
    """
    nu = bereken(van, tot, peildatum, sleutels)
    ervoor = periode_ervoor(van, tot)
    if ervoor is None:
        return {s: Vergelijking(cijfer, None, None) for s, cijfer in nu.cijfers.items()}
    eerder = bereken(*ervoor, ervoor[0] + (nu.peildatum - van), sleutels)
    return {s: _vergelijking(cijfer, eerder.cijfers[s]) for s, cijfer in nu.cijfers.items()}


def _vergelijking(nu: Cijfer, eerder: Cijfer) -> Vergelijking:
    if nu.waarde is None or eerder.waarde is None:
        return Vergelijking(nu, eerder, None)
    return Vergelijking(nu, eerder, verandering(nu.waarde, oud=eerder.waarde))


def _gekozen(sleutels: Collection[str] | None) -> list[Indicator]:
    if sleutels is None:
        return list(CATALOGUS.values())
    onbekend = sorted(set(sleutels) - CATALOGUS.keys())
    if onbekend:
        raise OnbekendCijfer(f"Deze cijfers bestaan niet: {', '.join(onbekend)}.")
    return [CATALOGUS[sleutel] for sleutel in CATALOGUS if sleutel in sleutels]


def _nodig(indicator: Indicator) -> list[tuple[Bron, str]]:
    berekening = indicator.berekening
    uitsplitsingen = [(berekening.bron, dimensie) for dimensie in indicator.uitsplitsingen]
    return [*berekening.nodig, *uitsplitsingen]


def _cijfer(indicator: Indicator, telling: _Telling) -> Cijfer:
    bron = indicator.berekening.bron
    return Cijfer(
        indicator=indicator,
        waarde=indicator.berekening.waarde(telling),
        uitsplitsingen={
            dimensie: _uitsplitsing(telling, bron, dimensie)
            for dimensie in indicator.uitsplitsingen
        },
    )


def _uitsplitsing(telling: _Telling, bron: Bron, dimensie: str) -> tuple[Klasse, ...]:
    procenten = telling.aandelen(bron, dimensie) or {}
    return tuple(
        Klasse(klasse=klasse, aantal=aantal, aandeel=procenten.get(klasse))
        for klasse, aantal in telling.aantallen(bron, dimensie).items()
    )
