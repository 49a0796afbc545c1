# SPDX-License-Identifier: EUPL-1.2
"""What somebody sees is put into words once for each who looks, and means the same each time."""

import pytest

from tests.bezetting import id_van
from vangnet.casus.models import CasusRol
from vangnet.casus.querysets import huisrollen, partnerrollen
from vangnet.toegang.kijker import Kijker, een_van, ids_van
from vangnet.toegang.regels import AccountRolSoort

pytestmark = pytest.mark.django_db


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


def test_wie_nergens_op_staat_vindt_met_die_woorden_niets() -> None:
    wie = _kijker("bram", AccountRolSoort.KETENPARTNER)

    assert not CasusRol.objects.filter(een_van("casus", ids_van(wie, huisrollen, "casus"))).exists()
