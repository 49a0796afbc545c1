# SPDX-License-Identifier: EUPL-1.2
"""The referee of relations bites: each arm of a policy and each condition behind it, left out."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.databank import cluster
from tests.storing.fouten import Fout, armfouten, voorwaardefouten
from tests.toegang import aanhang
from tests.toegang.blad import VRAGERS
from tests.toegang.cellen import Scheidsrechter
from tests.toegang.proefbank import Proefbank, proefbank
from tests.toegang.test_relaties import (
    REGELS,
    TABELLEN,
    Relatieregel,
    bijdragen_namens_een_ander,
    gezien,
    leest_wat_hij_toevoegt,
    relatiebank,
)
from tests.uitslagen import noteer_fouten
from vangnet.kern.databank.cluster import BEHEERDER

pytestmark = [pytest.mark.alles, pytest.mark.postgres15]
__all__ = ["relatiebank"]
# What nobody has to see, and why.
_ONBEKEND = "what is unknown equals nothing: without this condition no row comes in"
_TWEE_ZAKEN = "seen by tests/toezicht/test_gekeken_verborgen.py: it takes a person in two casussen"
WAAROM = {
    "mijn_organisaties: t.organisatie IS NOT NULL": _ONBEKEND,
    "mijn_hoofdbetrokkenen: c.hoofdbetrokkene_id IS NOT NULL": _ONBEKEND,
    "daarna_dossier van journaal_onderwerp zonder ((casus IS NULL) OR (EXISTS ( SELECT "
    "FROM casus_casus c WHERE (c.id = journaal_onderwerp.casus))))": _TWEE_ZAKEN,
}


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
    """First what the table of the fault shows, then all tables, then what hangs on them."""
    eerst = [fout.tabel] if fout.tabel in TABELLEN else []
    with saboteur.transaction(force_rollback=True):
        saboteur.execute(fout.opdracht.encode())
        try:
            return (
                any(gezien(saboteur, regel, eerst) != _van(regel, eerst) for regel in REGELS)
                or any(gezien(saboteur, regel) != regel.rijen for regel in REGELS)
                or not all(aanhang.klopt(saboteur, een) for een in aanhang.PROEVEN)
                or bijdragen_namens_een_ander(saboteur) != 0
                or not leest_wat_hij_toevoegt(saboteur)
            )
        except psycopg.Error:
            return True  # without this the question can't be answered


def _van(regel: Relatieregel, tabellen: list[str]) -> dict[str, int]:
    return {tabel: aantal for tabel, aantal in regel.rijen.items() if tabel in tabellen}


def _zien_cellen(tweede: tuple[psycopg.Connection, Scheidsrechter], fout: Fout) -> bool:
    verbinding, scheidsrechter = tweede
    with verbinding.transaction(force_rollback=True):
        verbinding.execute(fout.opdracht.encode())
        return any(
            scheidsrechter.oordeel(
                verbinding, rol, vragers=[een], tabellen=[fout.tabel] if fout.tabel else None
            )
            for rol in ("app", "cijfers")
            for een in VRAGERS
        )


def _gemist(
    saboteur: psycopg.Connection,
    tweede: tuple[psycopg.Connection, Scheidsrechter],
    fouten: list[Fout],
) -> list[str]:
    return [
        fout.naam
        for fout in fouten
        if not _zien_relaties(saboteur, fout) and not _zien_cellen(tweede, fout)
    ]


def test_elke_arm_van_een_beleid_die_ontbreekt_of_openstaat_wordt_gezien(
    saboteur: psycopg.Connection, tweede: tuple[psycopg.Connection, Scheidsrechter]
) -> None:
    fouten = list(armfouten(saboteur))
    gemist = _gemist(saboteur, tweede, fouten)
    over = {naam: WAAROM[naam] for naam in gemist if naam in WAAROM}

    noteer_fouten("arm van een leesbeleid", len(fouten), _zonder(gemist, over), over)
    assert len(fouten) > 50
    assert _zonder(gemist, over) == []


def test_elke_voorwaarde_achter_het_beleid_die_ontbreekt_wordt_gezien(
    saboteur: psycopg.Connection, tweede: tuple[psycopg.Connection, Scheidsrechter]
) -> None:
    fouten = list(voorwaardefouten(saboteur, "beleid"))
    gemist = _gemist(saboteur, tweede, fouten)
    over = {naam: WAAROM[naam] for naam in gemist if naam in WAAROM}

    noteer_fouten("voorwaarde achter een leesbeleid", len(fouten), _zonder(gemist, over), over)
    assert len(fouten) > 30
    assert _zonder(gemist, over) == []


def _zonder(gemist: list[str], over: dict[str, str]) -> list[str]:
    return [naam for naam in gemist if naam not in over]
