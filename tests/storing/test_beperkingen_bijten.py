# SPDX-License-Identifier: EUPL-1.2
"""The referee of constraints bites: each one that guards access dropped, each part left out."""

from collections.abc import Iterator

import psycopg
import pytest

from tests.storing.ontleden import zwakker
from tests.toegang.test_beperkingen import REGELS, beheer, weigert
from tests.uitslagen import noteer_fouten

pytestmark = [pytest.mark.alles, pytest.mark.postgres15]
__all__ = ["beheer"]
_BEPERKING = """
    SELECT conrelid::regclass::text, contype, pg_get_constraintdef(oid)
      FROM pg_constraint WHERE conname = %s
"""


def _fouten(beheer: psycopg.Connection, naam: str) -> Iterator[tuple[str, str]]:
    """What goes, and the statement: constraint `naam` dropped, or back without one condition."""
    rij = beheer.execute(_BEPERKING, [naam]).fetchone()
    assert rij is not None
    tabel, soort, definitie = rij
    weg = f"ALTER TABLE {tabel} DROP CONSTRAINT {naam} CASCADE"
    yield naam, weg
    if soort != "c":
        return
    for deel, over in zwakker(definitie.removeprefix("CHECK ")):
        yield f"{naam}: {deel}", f"{weg}, ADD CONSTRAINT {naam} CHECK ({over}) NOT VALID"


def test_elke_beperking_die_ontbreekt_wordt_gezien(beheer: psycopg.Connection) -> None:
    gemist, geplant = [], 0
    for naam in sorted({regel["beperking"] for regel in REGELS}):
        proeven = [regel for regel in REGELS if regel["beperking"] == naam]
        for wat, opdracht in _fouten(beheer, naam):
            geplant += 1
            with beheer.transaction(force_rollback=True):
                beheer.execute(opdracht.encode())
                if all(weigert(beheer, regel) for regel in proeven):
                    gemist.append(wat)

    noteer_fouten("beperking", geplant, gemist)
    assert geplant > 30
    assert gemist == []
