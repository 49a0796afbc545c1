# SPDX-License-Identifier: EUPL-1.2
"""Who comes back into a casus stands on the side where they stood (toegang.md section 4)."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID, uuid4

import psycopg
import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import cluster, kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.casus.betrokkenen import (
    Nieuwkomer,
    betrokkene_toevoegen,
    betrokkenheid_beeindigen,
)
from vangnet.casus.models import Betrokkenheid, Casus
from vangnet.kern.databank.cluster import BEHEERDER
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als

CASUS, ANDER = id_van(casus_van("lopend")), id_van(casus_van("heropend"))
_ERIN = """
    INSERT INTO casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde, eerste_verwerking)
    VALUES (%s, %s, %s, %s, %s, %s, '2022-03-01')
"""


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """A clone with a casus for each relation, for one test."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        yield naam


@pytest.fixture
def kind(bank: str) -> Betrokkenheid:
    """Who stood on side 1 of the casus, and left."""
    with als(Vrager(id_van("amira"))):
        rij = _erbij(zijde=1, achternaam="Zwaluw")
        betrokkenheid_beeindigen(rij.pk, tot=vandaag() - timedelta(days=1))
    return rij


def _erbij(**anders: object) -> Betrokkenheid:
    hoofd = Casus.objects.get(pk=CASUS).hoofdbetrokkene_id
    assert hoofd is not None
    velden: dict[str, object] = {"rol": "kind", "relatie_met": hoofd, "relatie_soort": "kind"}
    wie = Nieuwkomer(**velden | {"vanaf": date(2022, 3, 1)} | anders)  # type: ignore[arg-type]
    return Betrokkenheid.objects.get(
        pk=betrokkene_toevoegen(CASUS, wie, door=id_van("amira"), eenmalig=None)
    )


def _bezet(bank: str, opdracht: str, *waarden: object) -> None:
    with cluster().verbind(BEHEERDER, bank) as beheer:
        beheer.execute(opdracht.encode(), list(waarden))


def _zet(bank: str, persoon: UUID, zijde: int | None, *, casus: UUID = CASUS) -> int | None:
    """Write a row as an import does; gives the side that it got."""
    sleutel = uuid4()
    _bezet(bank, _ERIN, sleutel, casus, persoon, "ander_gezinslid", vandaag(), zijde)
    with cluster().verbind(BEHEERDER, bank) as beheer:
        vraag = "SELECT zijde FROM casus_betrokkenheid WHERE id = %s"
        gekregen: tuple[int | None] | None = beheer.execute(vraag, [sleutel]).fetchone()
    assert gekregen
    return gekregen[0]


def test_wie_terugkomt_staat_waar_die_stond_wat_iemand_ook_kiest(kind: Betrokkenheid) -> None:
    with als(Vrager(id_van("amira"))):
        terug = _erbij(persoon=kind.persoon_id, zijde=2, vanaf=vandaag())

    assert terug.zijde == 1


def test_wie_geen_kant_had_komt_terug_zonder_kant(bank: str, kind: Betrokkenheid) -> None:
    _bezet(bank, "UPDATE casus_betrokkenheid SET zijde = NULL WHERE id = %s", kind.pk)
    with als(Vrager(id_van("amira"))):
        terug = _erbij(persoon=kind.persoon_id, zijde=2, vanaf=vandaag())

    assert terug.zijde is None


def test_een_nieuwe_rij_zonder_kant_neemt_die_van_de_persoon_over(
    bank: str, kind: Betrokkenheid
) -> None:
    assert _zet(bank, kind.persoon_id, None) == 1


def test_een_nieuwe_rij_aan_de_andere_kant_wordt_geweigerd(bank: str, kind: Betrokkenheid) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege, match="de kant van een persoon"):
        _zet(bank, kind.persoon_id, 2)


def test_ook_na_een_vervangende_invoer_blijft_de_kant(bank: str, kind: Betrokkenheid) -> None:
    """Such an import deletes the rows of a casus before it writes the new ones."""
    _bezet(bank, "DELETE FROM casus_betrokkenheid WHERE id = %s", kind.pk)

    assert _zet(bank, kind.persoon_id, None) == 1


def test_de_kant_van_een_ander_of_in_een_andere_zaak_telt_niet(
    bank: str, kind: Betrokkenheid
) -> None:
    with als(Vrager(id_van("amira"))):
        ander = Casus.objects.get(pk=ANDER).hoofdbetrokkene_id
    assert ander is not None

    assert _zet(bank, kind.persoon_id, 2, casus=ANDER) == 2
    assert _zet(bank, ander, 2) == 2


def test_ook_na_weghalen_telt_de_kant_van_een_ander_of_elders_niet(
    bank: str, kind: Betrokkenheid
) -> None:
    with als(Vrager(id_van("amira"))):
        ander = Casus.objects.get(pk=ANDER).hoofdbetrokkene_id
    assert ander is not None
    _bezet(bank, "DELETE FROM casus_betrokkenheid WHERE id = %s", kind.pk)

    assert _zet(bank, kind.persoon_id, 2, casus=ANDER) == 2
    assert _zet(bank, ander, 2) == 2
