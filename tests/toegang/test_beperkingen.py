# SPDX-License-Identifier: EUPL-1.2
"""Each constraint that guards access refuses what it is there for, whoever writes."""

import re
from collections.abc import Iterator

import psycopg
import pytest

from tests.bezetting import id_van
from tests.databank import cluster, kloon
from tests.toegang.blad import regels
from vangnet.kern.databank.cluster import BEHEERDER

REGELS = regels("beperkingen.csv", scheiding=";")
# A number that is not negative guards nobody.
_VAN_DE_TOEGANG = """
    SELECT conname FROM pg_constraint
     WHERE conrelid::regclass::text ~
           '^(toegang_|casus_(casusrol|bijdrage|verstrekking)|overleg_genodigde|gebruikers_|toezicht_'
            '|documenten_(document|sjabloon)versie'
            '|journaal_|beeld_|afsluiting_(overdracht|besluit|nazorg)|uitwisseling_)'
       AND conrelid::regclass::text !~ 'event$' AND contype IN ('c', 'x', 'u')
       AND pg_get_constraintdef(oid) !~ '^CHECK \\(\\(\\w+ >= 0\\)\\)$'
"""


@pytest.fixture(scope="module")
def beheer() -> Iterator[psycopg.Connection]:
    with kloon() as naam, cluster().verbind(BEHEERDER, naam) as verbinding:
        yield verbinding


def test_elke_beperking_van_de_toegang_heeft_een_regel(beheer: psycopg.Connection) -> None:
    in_de_databank = {str(rij[0]) for rij in beheer.execute(_VAN_DE_TOEGANG.encode()).fetchall()}
    op_het_blad = {regel["beperking"] for regel in REGELS}

    assert sorted(in_de_databank - op_het_blad) == []
    assert sorted(op_het_blad - in_de_databank) == []


def weigert(beheer: psycopg.Connection, regel: dict[str, str]) -> bool:
    """Whether the constraint of `regel`, and no other, refuses its statement."""
    opdracht = re.sub(r"@([\w-]+)", lambda naam: str(id_van(naam[1])), regel["opdracht"])
    try:
        with beheer.transaction(force_rollback=True):
            beheer.execute(opdracht.encode())
    except psycopg.Error as fout:
        return fout.diag.constraint_name == regel["beperking"]
    return False


@pytest.mark.parametrize("regel", REGELS, ids=lambda regel: regel["beperking"])
def test_de_beperking_weigert(regel: dict[str, str], beheer: psycopg.Connection) -> None:
    assert weigert(beheer, regel)
