# SPDX-License-Identifier: EUPL-1.2
"""Facts made anew are the facts that were kept up to date, and counters stay."""

from collections.abc import Iterator
from typing import Any

import pytest
from psycopg import Connection
from pytest_django import DjangoDbBlocker

from tests.databank import cluster
from tests.kerncijfers.klein import KLEIN
from tests.kerncijfers.laden import laad, leeg_huis, opdrachtregel
from vangnet.aanmelding.services import afgewezen_vernietigen
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kerncijfers.services import feiten_verversen

FEITEN = ("feit_aanmelding", "feit_casus", "feit_betrokkene", "feit_gebeurtenis")
Beheerder = Connection[tuple[Any, ...]]


@pytest.fixture
def beheerder(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Beheerder]:
    """A superuser in a house with the small register, of which one aanmelding was destroyed."""
    with django_db_blocker.unblock(), leeg_huis() as naam:
        with opdrachtregel(terug=False):
            sleutels = laad(KLEIN)
            afgewezen_vernietigen([sleutels["aanmeldingen"]["A-2"]])
            feiten_verversen()
        with cluster().verbind(BEHEERDER, naam) as verbinding:
            yield verbinding


def feiten(beheerder: Beheerder) -> dict[str, list[str]]:
    """All facts as text, in a fixed order."""
    gevonden = {}
    for tabel in FEITEN:
        vraag = f"SELECT f::text FROM {tabel} f ORDER BY 1"  # noqa: S608 - fixed names
        gevonden[tabel] = [str(rij[0]) for rij in beheerder.execute(vraag)]
    return gevonden


def test_herbouw_geeft_dezelfde_feiten(beheerder: Beheerder) -> None:
    ervoor = feiten(beheerder)

    beheerder.execute("SELECT kerncijfers.herbouw()")

    assert feiten(beheerder) == ervoor
    assert {tabel: len(rijen) for tabel, rijen in ervoor.items()} == {
        "feit_aanmelding": 3,
        "feit_casus": 1,
        "feit_betrokkene": 3,
        "feit_gebeurtenis": 7,
    }


def test_een_teller_heeft_geen_weg_terug(beheerder: Beheerder) -> None:
    tellers = beheerder.execute(
        "SELECT reden FROM feit_aanmelding WHERE bron_id IS NULL"
    ).fetchall()
    over = beheerder.execute(
        "SELECT count(*) FROM (SELECT kenmerk FROM aanmelding_aanmelding UNION ALL "
        "SELECT kenmerk FROM aanmelding_aanmeldingevent) AS rij WHERE kenmerk = 'A-2'"
    ).fetchone()

    assert tellers == [("eerst_lokaal",)]
    assert over == (0,)


def test_een_vernietigde_persoon_laat_een_sleutel_zonder_persoon(beheerder: Beheerder) -> None:
    beheerder.execute("DELETE FROM casus_betrokkenheid")
    beheerder.execute("DELETE FROM personen_persoon WHERE kenmerk = 'P-2'")

    sleutels = beheerder.execute("SELECT count(*) FROM kerncijfers.persoonsleutel").fetchone()
    assert sleutels == (1,)
