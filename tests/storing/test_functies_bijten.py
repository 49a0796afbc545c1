# SPDX-License-Identifier: EUPL-1.2
"""The probes of functions bite: each condition of what only acts and lists ask, left out."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.databank import cluster
from tests.storing.fouten import (
    VAN_ACTEN,
    VAN_PROEVEN,
    Fout,
    stabiele_functies,
    voorwaardefouten,
)
from tests.toegang.functieproeven import PROEVEN, gezegd
from tests.toegang.test_relaties import relatiebank
from tests.uitslagen import noteer_fouten
from vangnet.kern.databank.cluster import BEHEERDER

__all__ = ["relatiebank"]
# What nobody has to see, and why.
_VRAAGT_HET_OOK = "{} asks for this account role too, of the same person"
WAAROM = {
    "aan_te_spreken: a.rol = 'aangesprokene'": _VRAAGT_HET_OOK.format("is_aan_te_spreken"),
    "rollen_buiten_werk: a.rol = 'ketenpartner'": "nobody has a rol for an organisation of which "
    "they never were ketenpartner; it keeps the look short",
    "rollen_buiten_werk: v_huis": "of the two the one that says what is seen has its probe; the "
    "other keeps the look of a partner short",
    "toe_te_wijzen: a.rol = 'trajectbegeleider'": _VRAAGT_HET_OOK.format("is_aangewezen"),
    "voor_management: i.vanaf <= v_dag": "the clock runs from i.vanaf at the earliest, and has to "
    "have run for weeks (huis_termijnen)",
}


@pytest.fixture(scope="module")
def saboteur(relatiebank: str) -> Iterator[psycopg.Connection]:
    """Who plants the faults in the bank of relations, and rolls them back."""
    with cluster().verbind(BEHEERDER, relatiebank) as verbinding:
        yield verbinding


def _gezien(saboteur: psycopg.Connection, fout: Fout) -> bool:
    with saboteur.transaction(force_rollback=True):
        saboteur.execute(fout.opdracht.encode())
        try:
            return any(gezegd(saboteur, proef) != proef.antwoord for proef in PROEVEN)
        except psycopg.Error:
            return True  # without this the question can't be answered


@pytest.mark.alles
@pytest.mark.postgres15
def test_elke_voorwaarde_van_een_functie_met_een_proef_wordt_gezien(
    saboteur: psycopg.Connection,
) -> None:
    fouten = list(voorwaardefouten(saboteur, "proeven"))
    gemist = [fout.naam for fout in fouten if not _gezien(saboteur, fout)]
    over = {naam: WAAROM[naam] for naam in gemist if naam in WAAROM}
    ongezien = [naam for naam in gemist if naam not in over]

    noteer_fouten("voorwaarde van een functie met een proef", len(fouten), ongezien, over)
    assert len(fouten) > 50
    assert ongezien == []
    assert set(over) == set(WAAROM)


def test_elke_functie_staat_in_een_groep(saboteur: psycopg.Connection) -> None:
    """What is in neither list is tried by the referee of relations."""
    genoemd = [*VAN_ACTEN, *VAN_PROEVEN]

    assert len(set(genoemd)) == len(genoemd)
    assert set(genoemd) <= stabiele_functies(saboteur)
