# SPDX-License-Identifier: EUPL-1.2
"""What somebody sees is put into words once for each who looks, and means the same each time."""

from collections.abc import Iterator

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.databank import kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from tests.toegang.relaties import casus_van
from vangnet.casus.models import Casus, CasusRol
from vangnet.casus.querysets import huisrollen, in_eigen, partnerrollen
from vangnet.toegang.kijker import Kijker, een_van, ids_van, kijker
from vangnet.toegang.regels import AccountRolSoort, Recht
from vangnet.toegang.vrager import Vrager, als


def _kijker(naam: str, *rollen: AccountRolSoort) -> Kijker:
    return Kijker(id_van(naam), frozenset(rollen))


def test_een_zin_wordt_voor_een_kijker_een_keer_verwoord() -> None:
    wie = _kijker("amira", AccountRolSoort.PROCESREGISSEUR)

    assert ids_van(wie, huisrollen, "casus") is ids_van(wie, huisrollen, "casus")


def test_een_andere_kijker_krijgt_eigen_woorden() -> None:
    amira = ids_van(_kijker("amira", AccountRolSoort.PROCESREGISSEUR), huisrollen, "casus")
    joris = ids_van(_kijker("joris", AccountRolSoort.PROCESREGISSEUR), huisrollen, "casus")

    assert (id_van("amira") in amira.params, id_van("joris") in amira.params) == (True, False)
    assert (id_van("amira") in joris.params, id_van("joris") in joris.params) == (False, True)


def test_een_ander_veld_en_een_andere_zin_zijn_andere_woorden() -> None:
    wie = _kijker("amira", AccountRolSoort.PROCESREGISSEUR)
    woorden = {
        ids_van(wie, rijen, veld).sql
        for rijen in (huisrollen, partnerrollen)
        for veld in ("casus", "pk")
    }

    # Without an organisation there are no rollen of a partner, in no field.
    assert len(woorden) == 3


@pytest.fixture(scope="module")
def bank() -> Iterator[str]:
    with kloon(relatiesjabloon()) as naam:
        yield naam


@pytest.fixture
def joris(bank: str, django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Kijker]:
    """He supports the house, and is on one casus by name, that is beperkt."""
    with (
        django_db_blocker.unblock(),
        verbonden_met(bank),
        als(Vrager(id_van("joris"))),
    ):
        yield kijker(Recht.ZAKEN_INZIEN)


def test_wie_nergens_op_staat_vindt_met_die_woorden_niets_en_zonder_alles(joris: Kijker) -> None:
    bram = _kijker("bram", AccountRolSoort.KETENPARTNER)
    nergens = een_van("casus", ids_van(bram, huisrollen, "casus"))
    alle = CasusRol.objects.count()

    assert alle > 0
    assert CasusRol.objects.filter(nergens).count() == 0
    assert CasusRol.objects.exclude(nergens).count() == alle


def test_met_die_woorden_komt_de_zaak_waar_iemand_op_staat(joris: Kijker) -> None:
    eigen = Casus.objects.filter(in_eigen(joris, "pk"))

    assert Casus.objects.count() > 1
    assert [een.pk for een in eigen] == [id_van(casus_van("beperkt"))]
