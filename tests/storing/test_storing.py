# SPDX-License-Identifier: EUPL-1.2
"""The referee bites: every guard is taken away, one at a time, and the referee has to see it."""

from collections.abc import Iterable, Iterator
from itertools import product

import psycopg
import pytest

from tests.databank import cluster
from tests.storing.fouten import ROLLEN, Fout, beleidsfouten, overige_fouten, rechtfouten
from tests.toegang import aanhang, catalogus
from tests.toegang.blad import VRAGERS, tabelregels
from tests.toegang.cellen import Scheidsrechter
from tests.toegang.proefbank import Proefbank, proefbank
from tests.toegang.test_relaties import relatiebank
from tests.uitslagen import noteer_fouten
from vangnet.kern.databank.cluster import BEHEERDER

pytestmark = [pytest.mark.alles, pytest.mark.postgres15]
__all__ = ["relatiebank"]
MET_RECHTEN = {regel.tabel for regel in tabelregels()}
# The role that seals the journaal asks as nobody.
CELLEN = [*product(VRAGERS, ROLLEN), ("bezoeker", "zegel")]
_VRAGEN = (
    catalogus.RIJBEVEILIGING,
    catalogus.TABELRECHTEN,
    catalogus.BELEID,
    catalogus.FUNCTIES,
    catalogus.GESCHIEDENIS,
    catalogus.WACHTERS,
)


@pytest.fixture(scope="module")
def bank() -> Iterator[Proefbank]:
    with proefbank() as klaar:
        yield klaar


@pytest.fixture(scope="module")
def saboteur(bank: Proefbank) -> Iterator[psycopg.Connection]:
    """Who plants the faults and rolls them back; expectations were read before, by another."""
    with cluster().verbind(BEHEERDER, bank.naam) as verbinding:
        yield verbinding


@pytest.fixture(scope="module")
def scheidsrechter(bank: Proefbank, saboteur: psycopg.Connection) -> Scheidsrechter:
    """Knows what to expect of each cell, so that it never waits for a table that a fault locks."""
    klaar = Scheidsrechter(bank)
    for rol in ROLLEN:
        assert klaar.oordeel(saboteur, rol) == []
    assert klaar.oordeel(saboteur, "zegel", vragers=["bezoeker"]) == []
    return klaar


def _gemist_door_cellen(
    saboteur: psycopg.Connection, scheidsrechter: Scheidsrechter, fouten: Iterable[Fout]
) -> list[Fout]:
    """The faults that change no cell of their table."""
    gemist = []
    for fout in fouten:
        with saboteur.transaction(force_rollback=True):
            saboteur.execute(fout.opdracht.encode())
            if not any(
                scheidsrechter.oordeel(saboteur, rol, vragers=[vrager], tabellen=[fout.tabel])
                for vrager, rol in CELLEN
            ):
                gemist.append(fout)
    return gemist


def _gemist_door_aanhang(relatiebank: str, fouten: Iterable[Fout]) -> list[Fout]:
    """The faults that change nothing of what is written in a casus either."""
    gemist = []
    with cluster().verbind(BEHEERDER, relatiebank) as verbinding:
        for fout in fouten:
            with verbinding.transaction(force_rollback=True):
                verbinding.execute(fout.opdracht.encode())
                if all(aanhang.klopt(verbinding, een) for een in aanhang.PROEVEN):
                    gemist.append(fout)
    return gemist


def _gemist_door_catalogus(saboteur: psycopg.Connection, fouten: Iterable[Fout]) -> list[str]:
    """The faults that change nothing of what test_catalogus.py holds against the CSV files."""
    goed = [catalogus.rijen(saboteur, vraag) for vraag in _VRAGEN]
    gemist = []
    for fout in fouten:
        with saboteur.transaction(force_rollback=True):
            saboteur.execute(fout.opdracht.encode())
            if [catalogus.rijen(saboteur, vraag) for vraag in _VRAGEN] == goed:
                gemist.append(fout.opdracht)
    return gemist


def test_elk_beleid_dat_wegvalt_of_openstaat_wordt_gezien(
    bank: Proefbank,
    saboteur: psycopg.Connection,
    scheidsrechter: Scheidsrechter,
    relatiebank: str,
) -> None:
    fouten = list(beleidsfouten(bank.beheer))
    door_cellen = _gemist_door_cellen(saboteur, scheidsrechter, fouten)
    door_cellen = _gemist_door_aanhang(relatiebank, door_cellen)
    gemist = _gemist_door_catalogus(saboteur, door_cellen)

    noteer_fouten("schrijfbeleid en rijbeveiliging", len(fouten), gemist)
    assert len(fouten) > 100
    # Where nobody has any right, or one role sees all, a lock that falls off changes no cell.
    anders = [fout for fout in door_cellen if fout.tabel in MET_RECHTEN - {"journaal_zegel"}]
    assert anders == []
    assert gemist == []


def test_elk_recht_te_veel_op_een_tabel_wordt_gezien(
    bank: Proefbank, saboteur: psycopg.Connection, scheidsrechter: Scheidsrechter
) -> None:
    """By a cell, unless something else still refuses: a schema, a sequence, a trigger."""
    fouten = list(rechtfouten(bank.beheer))
    door_cellen = _gemist_door_cellen(saboteur, scheidsrechter, fouten)
    gemist = _gemist_door_catalogus(saboteur, door_cellen)

    noteer_fouten("recht op een tabel", len(fouten), gemist)
    assert len(fouten) - len(door_cellen) > 700
    assert gemist == []


def test_elke_kolom_functie_en_trekker_wordt_gezien(
    bank: Proefbank, saboteur: psycopg.Connection
) -> None:
    fouten = list(overige_fouten(bank.beheer))
    gemist = _gemist_door_catalogus(saboteur, fouten)

    noteer_fouten("kolom, functie en trekker", len(fouten), gemist)
    assert len(fouten) > 500
    assert gemist == []
