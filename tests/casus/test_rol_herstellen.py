# SPDX-License-Identifier: EUPL-1.2
"""Undoing the end of a rol (toegang.md section 5): by the same hand, for ten minutes."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from uuid import UUID

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.casus.deelname import (
    Plek,
    beperkt_zetten,
    kenmerken,
    rol_beeindigen,
    rol_herstellen,
    uitnodigen,
)
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.journaal.models import Handeling
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.fouten import NietToegestaan
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

_SLUIT = """
    INSERT INTO afsluiting_afsluiting (id, casus_id, afgesloten_op, resultaat)
    SELECT gen_random_uuid(), r.casus_id, current_date, 'deels'
      FROM casus_casusrol r WHERE r.beeindigd_op > now() - interval '1 minute'
"""
CASUS, GGZ = id_van(casus_van("lopend")), id_van("ggz")


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone with a casus for each relation, for one test."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@contextmanager
def wie(naam: str) -> Iterator[None]:
    """One transaction as somebody of the cast."""
    with als(Vrager(id_van(naam))):
        yield


def _bezet(databank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, databank) as beheer:
        beheer.execute(opdracht.encode(), list(waarden))


def _rol() -> UUID:
    with wie("amira"):
        return CasusRol.objects.get(casus=CASUS, gebruiker=id_van("bram")).pk


def _sporen() -> list[str]:
    with wie("amira"):
        eigen = Handeling.objects.filter(
            gebruiker=id_van("amira"), handeling__startswith="casusrol"
        )
        return list(eigen.order_by("moment").values_list("handeling", flat=True))


def test_wie_een_rol_beeindigde_zet_haar_terug_met_haar_einddag(bank: str) -> None:
    rol, laatste = _rol(), vandaag() + timedelta(days=9)
    _bezet(bank, "UPDATE casus_casusrol SET tot = %s WHERE id = %s", laatste, rol)
    with wie("amira"):
        rol_beeindigen(rol)
    with wie("amira"):
        rol_herstellen(rol)
        hersteld = CasusRol.objects.get(pk=rol)

    assert (hersteld.beeindigd_op, hersteld.beeindigd_door_id, hersteld.tot) == (
        None,
        None,
        laatste,
    )
    assert _sporen() == ["casusrol.beeindigd", "casusrol.hersteld"]


@pytest.mark.parametrize(
    ("wie_herstelt", "daarna"),
    [
        ("bram", None),
        ("joris", None),
        ("amira", "UPDATE casus_casusrol SET beeindigd_op = now() - interval '11 minutes'"),
        ("amira", _SLUIT),
        ("amira", "UPDATE casus_casusrol SET rol = 'trajectbegeleider'"),
        ("amira", "UPDATE toegang_accountrol SET beeindigd_op = now() WHERE rol = 'ketenpartner'"),
    ],
    ids=["wie-zelf", "een-collega", "te-laat", "gesloten", "traject", "niet-aangewezen"],
)
def test_een_rol_komt_niet_terug(wie_herstelt: str, daarna: str | None, bank: str) -> None:
    rol = _rol()
    with wie("amira"):
        rol_beeindigen(rol)
    if daarna:
        _bezet(bank, daarna)

    with pytest.raises(NietToegestaan), wie(wie_herstelt):
        rol_herstellen(rol)


def test_wie_intussen_weer_is_uitgenodigd_komt_niet_dubbel_terug(bank: str) -> None:
    rol = _rol()
    with wie("amira"):
        rol_beeindigen(rol)
        uitnodigen(CASUS, Plek(id_van("bram"), GGZ, RolSoort.DEELNEMER))

    with pytest.raises(NietToegestaan), wie("amira"):
        rol_herstellen(rol)


def test_niemand_laat_zichzelf_terug_in_wat_intussen_is_beperkt(bank: str) -> None:
    rol = _rol()
    with wie("bram"):
        rol_beeindigen(rol)
    with wie("bram"):
        assert rol in kenmerken()
    with wie("amira"):
        uitnodigen(CASUS, Plek(id_van("amira"), None, RolSoort.REGISSEUR))
        beperkt_zetten(CASUS, beperkt=True)

    with wie("bram"):
        assert rol not in kenmerken()
    with pytest.raises(NietToegestaan), wie("bram"):
        rol_herstellen(rol)
