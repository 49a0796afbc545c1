# SPDX-License-Identifier: EUPL-1.2
"""A kenmerk is read as somebody types it: without regard to case, spaces and signs."""

from collections.abc import Callable, Iterator
from uuid import UUID

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, sluitbank, wie
from tests.databank import cluster, verbonden_met
from vangnet.casus.kenmerk import casus_met, kaal
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht

Zoekt = Callable[[str], UUID | None]
# One more of the same, but for the signs in its kenmerk.
_NOG_EEN = """
    WITH nieuw AS (
        INSERT INTO casus_casus SELECT (jsonb_populate_record(c, jsonb_build_object(
            'id', gen_random_uuid(), 'kenmerk', 'ZVH-202-20001'))).*
          FROM casus_casus c WHERE c.id = %s RETURNING id)
    INSERT INTO casus_inzet (id, casus_id, soort, vanaf)
    SELECT gen_random_uuid(), id, 'procesregie', '2022-01-01' FROM nieuw RETURNING casus_id
"""


@pytest.fixture
def beheer(
    django_db_setup: None, django_db_blocker: DjangoDbBlocker
) -> Iterator[psycopg.Connection]:
    """The superuser of a bank of its own, which the application works on as well."""
    with (
        sluitbank() as naam,
        django_db_blocker.unblock(),
        verbonden_met(naam),
        cluster().verbind(BEHEERDER, naam) as verbinding,
    ):
        yield verbinding


@pytest.fixture
def zoekt(beheer: psycopg.Connection) -> Zoekt:
    """What a function of the owner finds, which sees all there are."""

    def zoek(kenmerk: str) -> UUID | None:
        rij = beheer.execute("SELECT casus.met_kenmerk(%s)", [kenmerk]).fetchone()
        return UUID(str(rij[0])) if rij and rij[0] else None

    return zoek


def _gezien(kenmerk: str) -> UUID | None:
    with wie("amira"):
        gevonden = casus_met(kenmerk, uit=zichtbaar_voor(kijker(Recht.MEEDOEN)))
    return gevonden.pk if gevonden else None


@pytest.mark.parametrize(
    "kenmerk", ["ZVH-2022-0001", "zvh-2022-0001", " ZVH 2022 0001 ", "zvh20220001"]
)
def test_een_kenmerk_wordt_gelezen_zoals_iemand_het_typt(kenmerk: str, zoekt: Zoekt) -> None:
    assert zoekt(kenmerk) == CASUS
    assert _gezien(kenmerk) == CASUS


@pytest.mark.parametrize("kenmerk", ["", "-", "ZVH", "ZVH-2022-000", "ZVH-2022-00011"])
def test_een_deel_van_een_kenmerk_is_geen_zaak(kenmerk: str, zoekt: Zoekt) -> None:
    assert zoekt(kenmerk) is None
    assert _gezien(kenmerk) is None


def test_wat_twee_zaken_kan_zijn_is_geen_van_beide_en_precies_getypt_wel(
    beheer: psycopg.Connection, zoekt: Zoekt
) -> None:
    rij = beheer.execute(_NOG_EEN, [CASUS]).fetchone()
    beheer.commit()
    assert rij
    ander = UUID(str(rij[0]))

    for vind in (zoekt, _gezien):
        assert vind("zvh20220001") is None
        assert (vind("ZVH-2022-0001"), vind("ZVH-202-20001")) == (CASUS, ander)


def test_kaal_is_hetzelfde_als_in_de_databank() -> None:
    assert kaal(" c-008 02") == "C00802"
