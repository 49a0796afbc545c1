# SPDX-License-Identifier: EUPL-1.2
"""The referee of relations bites: each arm of a policy and each condition behind it, left out."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.databank import cluster
from tests.storing.fouten import Fout, armfouten, voorwaardefouten
from tests.toegang.blad import VRAGERS
from tests.toegang.cellen import Scheidsrechter
from tests.toegang.proefbank import Proefbank, proefbank
from tests.toegang.test_relaties import REGELS, gezien, relatiebank
from vangnet.kern.databank.cluster import BEHEERDER

pytestmark = [pytest.mark.alles, pytest.mark.postgres15]
__all__ = ["relatiebank"]


@pytest.fixture(scope="module")
def saboteur(relatiebank: str) -> Iterator[psycopg.Connection]:
    """Who plants the faults in the bank of relations, and rolls them back."""
    with cluster().verbind(BEHEERDER, relatiebank) as verbinding:
        yield verbinding


@pytest.fixture(scope="module")
def bank() -> Iterator[Proefbank]:
    with proefbank() as klaar:
        yield klaar


@pytest.fixture(scope="module")
def tweede(bank: Proefbank) -> Iterator[tuple[psycopg.Connection, Scheidsrechter]]:
    """The same for the bank of tables: what relations don't show, a cell may."""
    with cluster().verbind(BEHEERDER, bank.naam) as verbinding:
        scheidsrechter = Scheidsrechter(bank)
        for rol in ("app", "cijfers"):
            assert scheidsrechter.oordeel(verbinding, rol) == []
        yield verbinding, scheidsrechter


def _zien_relaties(saboteur: psycopg.Connection, fout: Fout) -> bool:
    try:
        with saboteur.transaction(force_rollback=True):
            saboteur.execute(fout.opdracht.encode())
            return any(gezien(saboteur, regel) != regel.rijen for regel in REGELS)
    except psycopg.Error:
        return True  # a condition without which the function no longer works


def _zien_cellen(tweede: tuple[psycopg.Connection, Scheidsrechter], fout: Fout) -> bool:
    verbinding, scheidsrechter = tweede
    with verbinding.transaction(force_rollback=True):
        verbinding.execute(fout.opdracht.encode())
        return any(
            scheidsrechter.oordeel(verbinding, rol, vragers=[een])
            for rol in ("app", "cijfers")
            for een in VRAGERS
        )


def test_elke_arm_van_een_beleid_die_ontbreekt_of_openstaat_wordt_gezien(
    saboteur: psycopg.Connection, tweede: tuple[psycopg.Connection, Scheidsrechter]
) -> None:
    fouten = list(armfouten(saboteur))
    gemist = [fout for fout in fouten if not _zien_relaties(saboteur, fout)]
    gemist = [fout for fout in gemist if not _zien_cellen(tweede, fout)]

    print(f"{len(fouten)} arms and conditions of policies, {len(gemist)} missed")  # noqa: T201
    assert len(fouten) > 50
    assert [fout.opdracht for fout in gemist] == []


def test_elke_voorwaarde_achter_het_beleid_die_ontbreekt_wordt_gezien(
    saboteur: psycopg.Connection, tweede: tuple[psycopg.Connection, Scheidsrechter]
) -> None:
    fouten = list(voorwaardefouten(saboteur))
    gemist = [fout for fout in fouten if not _zien_relaties(saboteur, fout)]
    gemist = [fout for fout in gemist if not _zien_cellen(tweede, fout)]

    print(f"{len(fouten)} conditions of functions, {len(gemist)} missed")  # noqa: T201
    assert len(fouten) > 30
    assert [fout.tabel for fout in gemist] == []
