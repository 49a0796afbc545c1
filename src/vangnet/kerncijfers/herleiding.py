# SPDX-License-Identifier: EUPL-1.2
"""From a figure to the rows behind it, through the filter that counts (kerncijfers.md rule 10)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection
from psycopg import sql

from vangnet.kerncijfers.catalogus import CATALOGUS
from vangnet.kerncijfers.catalogus.indicator import Indicator
from vangnet.kerncijfers.catalogus.populatie import Populatie, Rijsoort
from vangnet.kerncijfers.catalogus.rekenwijze import Bron
from vangnet.kerncijfers.dimensies import DIMENSIES
from vangnet.kerncijfers.klassen import inrichting_van_het_huis, klassen_van
from vangnet.kerncijfers.rekenen import Getal
from vangnet.kerncijfers.services import feiten_verversen
from vangnet.kerncijfers.tellen import TOTAAL, als_cijferrol, feiten_van, tel, waarden_van
from vangnet.toegang.regels import Recht
from vangnet.toegang.services import toets_recht

PAGINA = 50


@dataclass(frozen=True, kw_only=True)
class Vraag:
    """Which figure, of which days, and of which class; without a dimension: all of it.

    A stock is taken at the start of `van`.
    """

    sleutel: str
    van: date
    tot: date
    dimensie: str = TOTAAL
    klasse: str = ""


class Rij(NamedTuple):
    """A row behind a figure: its key or what it shows, and how much of the figure it is."""

    kolommen: tuple[Any, ...]
    telt: Getal


@dataclass(frozen=True)
class Herleiding:
    """A page of the rows behind a figure. totaal: the figure, or the count of the class."""

    populatie: Populatie
    totaal: Getal
    rijen: Sequence[Rij]
    is_laatste: bool


def herleid(vraag: Vraag, *, pagina: int = 1) -> Herleiding | None:
    """The rows behind a figure, fifty a page; None for a figure or class that doesn't exist.

    The same number of statements whatever is behind it. Raises NietToegestaan.
    """
    toets_recht(Recht.CIJFERS_HERLEIDEN)
    indicator = CATALOGUS.get(vraag.sleutel)
    if indicator is None or vraag.dimensie not in _dimensies_voor(vraag.klasse, indicator):
        return None
    feiten_verversen()
    bron = indicator.berekening.bron
    geteld = dict(_geteld(bron, vraag))
    if vraag.dimensie and not geteld:
        return None
    rijen = _lees(bron, vraag, ruw=list(geteld), pagina=pagina)
    return Herleiding(
        populatie=bron.populatie,
        totaal=sum(geteld.values()),
        rijen=rijen[:PAGINA],
        is_laatste=len(rijen) <= PAGINA,
    )


def bronnen_achter(soort: Rijsoort, rijen: Sequence[Rij]) -> Mapping[int, UUID | None]:
    """The id of the zaak or aanmelding behind each row, by key; None for a counter.

    The database refuses who may not see those rows.
    """
    functie = {Rijsoort.ZAAK: "zaken_achter", Rijsoort.AANMELDING: "aanmeldingen_achter"}[soort]
    vraag = sql.SQL("SELECT sleutel, id FROM kerncijfers.{}(%s::bigint[])")
    with connection.cursor() as cursor:
        cursor.execute(vraag.format(sql.Identifier(functie)), [[rij.kolommen[0] for rij in rijen]])
        return dict(cursor.fetchall())


def _dimensies_voor(klasse: str, indicator: Indicator) -> tuple[str, ...]:
    """A class is of a dimension, and the whole has no class."""
    return indicator.uitsplitsingen if klasse else (TOTAAL,)


def _geteld(bron: Bron, vraag: Vraag) -> Iterator[tuple[str, Getal]]:
    """How many there are of each class as it is among the facts, where it shows as the class."""
    paar = (bron, vraag.dimensie)
    tabel = tel([paar], van=vraag.van, tot=vraag.tot, peildatum=vraag.van)[bron.populatie]
    inrichting = inrichting_van_het_huis()
    samen: dict[str, Getal] = {}
    for soort in bron.soorten or (TOTAAL,):
        for ruw, aantal in tabel.get((soort, vraag.dimensie), {}).items():
            samen[ruw] = samen.get(ruw, 0) + aantal
    for ruw, aantal in samen.items():
        if vraag.dimensie == TOTAAL:
            yield ruw, aantal
            continue
        getoond = klassen_van(
            DIMENSIES[vraag.dimensie],
            {ruw: 1},
            inrichting=inrichting,
            van=vraag.van,
            tot=vraag.tot,
        )
        if getoond.get(vraag.klasse):
            yield ruw, aantal


def _lees(bron: Bron, vraag: Vraag, *, ruw: Sequence[str], pagina: int) -> list[Rij]:
    waarden = {
        **waarden_van(vraag.van, vraag.tot, vraag.van),
        "soorten": list(bron.soorten or (TOTAAL,)),
        "ruw": list(ruw),
        "hoogstens": PAGINA + 1,
        "overslaan": PAGINA * (pagina - 1),
    }
    with als_cijferrol(), connection.cursor() as cursor:
        cursor.execute(_opdracht(bron.populatie, vraag.dimensie), waarden)
        return [Rij(tuple(kolommen), telt or 0) for *kolommen, telt in cursor.fetchall()]


def _opdracht(populatie: Populatie, dimensie: str) -> sql.Composed:
    """Facts are shown one by one; a zaak once, with how often it counts."""
    los = populatie.rijen is Rijsoort.FEIT
    gezien = populatie.toont if los else (populatie.sleutel,)
    namen = [sql.Identifier(f"kolom_{nummer}") for nummer in range(len(gezien))]
    kolommen = [
        sql.SQL("{} AS {}").format(sql.SQL(kolom), naam)
        for kolom, naam in zip(gezien, namen, strict=True)
    ]
    klasse = sql.SQL(populatie.kolom(dimensie) if dimensie else "''")
    return sql.SQL(
        "SELECT {namen}, {telt} FROM {feiten} WHERE soort = ANY (%(soorten)s) "
        "AND klasse = ANY (%(ruw)s) {groep} ORDER BY {namen} "
        "LIMIT %(hoogstens)s OFFSET %(overslaan)s"
    ).format(
        namen=sql.SQL(", ").join(namen),
        telt=sql.SQL("telt" if los else populatie.som),
        feiten=feiten_van(populatie, [*kolommen, sql.SQL("({})::text AS klasse").format(klasse)]),
        groep=sql.SQL("" if los else "GROUP BY {}").format(sql.SQL(", ").join(namen)),
    )
