# SPDX-License-Identifier: EUPL-1.2
"""A kenmerk is read as somebody types it: without regard to case, spaces and signs."""

from collections.abc import Callable, Iterator
from importlib import import_module
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from pytest_django import DjangoDbBlocker

from tests.afsluiting.bank import CASUS, sluitbank, wie
from tests.databank import cluster, verbonden_met
from tests.uitwisseling.hulp import als_invoer
from vangnet.casus.kenmerk import casus_met, kaal, kort
from vangnet.casus.models import Casus
from vangnet.casus.querysets import zichtbaar_voor
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.toegang.kijker import kijker
from vangnet.toegang.regels import Recht

Zoekt = Callable[[str], UUID | None]
# One more of the same, but for its kenmerk.
_NOG_EEN = """
    WITH nieuw AS (
        INSERT INTO casus_casus SELECT (jsonb_populate_record(c, jsonb_build_object(
            'id', gen_random_uuid(), 'kenmerk', %s::text))).*
          FROM casus_casus c WHERE c.id = %s RETURNING id)
    INSERT INTO casus_inzet (id, casus_id, soort, vanaf)
    SELECT gen_random_uuid(), id, 'procesregie', '2022-01-01' FROM nieuw RETURNING casus_id
"""

_PLAN = """
    EXPLAIN SELECT id FROM casus_casus
     WHERE casus.kaal_kenmerk(kenmerk) = casus.kaal_kenmerk('c-802')
        OR casus.kort_kenmerk(kenmerk) = casus.kort_kenmerk('c-802')
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
    "kenmerk",
    [
        "ZVH-2022-0001",
        "zvh-2022-0001",
        " ZVH 2022 0001 ",
        "zvh20220001",
        "zvh 2022 1",
        "ZVH-2022-001",
    ],
)
def test_een_kenmerk_wordt_gelezen_zoals_iemand_het_typt(kenmerk: str, zoekt: Zoekt) -> None:
    assert zoekt(kenmerk) == CASUS
    assert _gezien(kenmerk) == CASUS


@pytest.mark.parametrize(
    "kenmerk", ["", "-", "ZVH", "ZVH-2022-000", "ZVH-2022-00011", "ZVH-2022-10"]
)
def test_een_deel_van_een_kenmerk_is_geen_zaak(kenmerk: str, zoekt: Zoekt) -> None:
    assert zoekt(kenmerk) is None
    assert _gezien(kenmerk) is None


def test_wat_twee_zaken_kan_zijn_is_geen_van_beide_en_precies_getypt_wel(
    beheer: psycopg.Connection, zoekt: Zoekt
) -> None:
    rij = beheer.execute(_NOG_EEN, ["ZVH-202-20001", CASUS]).fetchone()
    beheer.commit()
    assert rij
    ander = UUID(str(rij[0]))

    for vind in (zoekt, _gezien):
        assert vind("zvh20220001") is None
        assert (vind("ZVH-2022-0001"), vind("ZVH-202-20001")) == (CASUS, ander)


def test_met_alle_nullen_getypt_is_een_kenmerk_de_zaak_die_er_zo_veel_heeft(
    beheer: psycopg.Connection, zoekt: Zoekt
) -> None:
    rij = beheer.execute(_NOG_EEN, ["ZVH-2022-01", CASUS]).fetchone()
    beheer.commit()
    assert rij
    ander = UUID(str(rij[0]))

    for vind in (zoekt, _gezien):
        assert (vind("zvh20220001"), vind("zvh 2022 01")) == (CASUS, ander)
        assert vind("zvh 2022 1") is None


@pytest.mark.parametrize(
    ("getypt", "voluit", "zonder_nullen"),
    [
        (" c-00802", "C00802", "C802"),
        ("zvh 2022 0001", "ZVH20220001", "ZVH20221"),
        ("AM-2026-00A0B7", "AM202600A0B7", "AM20260A0B7"),
        ("c-000", "C000", "C0"),
    ],
)
def test_een_kenmerk_is_hier_hetzelfde_als_in_de_databank(
    getypt: str, voluit: str, zonder_nullen: str, beheer: psycopg.Connection
) -> None:
    vraag = "SELECT casus.kaal_kenmerk(%s), casus.kort_kenmerk(%s)"

    assert (kaal(getypt), kort(getypt)) == (voluit, zonder_nullen)
    assert beheer.execute(vraag, [getypt, getypt]).fetchone() == (voluit, zonder_nullen)


def test_een_kenmerk_wordt_gevonden_zonder_alle_zaken_te_lezen(beheer: psycopg.Connection) -> None:
    beheer.execute("SET enable_seqscan = off")

    plan = "\n".join(rij[0] for rij in beheer.execute(_PLAN))

    assert "casus_kaal_kenmerk" in plan
    assert "casus_kort_kenmerk" in plan


def test_een_invoer_schrijft_een_kenmerk_zonder_zelf_een_kenmerk_te_lezen(
    beheer: psycopg.Connection, zoekt: Zoekt
) -> None:
    # An index is kept by whoever writes: one on the function would need its right here.
    mag = "SELECT has_function_privilege(%s, 'casus.kort_kenmerk(text)', 'EXECUTE')"
    assert beheer.execute(mag, [settings.ROLLEN.invoer]).fetchone() == (False,)
    beheer.commit()

    with als_invoer():
        Casus.objects.filter(pk=CASUS).update(kenmerk="C-0012")

    assert zoekt("c12") == CASUS


def test_de_migratie_gaat_terug_en_weer_vooruit(beheer: psycopg.Connection, zoekt: Zoekt) -> None:
    stappen = import_module("vangnet.casus.migrations.0034_kort_kenmerk").Migration.operations

    for stap in reversed(stappen):
        beheer.execute(stap.reverse_sql)
    assert zoekt("zvh20220001") == CASUS
    for stap in stappen:
        beheer.execute(stap.sql if isinstance(stap.sql, str) else ";".join(stap.sql))
    assert zoekt("zvh 2022 1") == CASUS
