# SPDX-License-Identifier: EUPL-1.2
"""A procesregisseur who is on a casus that is beperkt only as a partner arranges nothing in it."""

from collections.abc import Callable, Iterator
from uuid import UUID, uuid4

import pytest
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.casus.test_deelname import _ROL, GGZ, _bezet, _casus, _ziet, wie
from tests.databank import kloon, verbonden_met
from tests.toegang.proefbank import relatiesjabloon
from vangnet.casus.deelname import Plek, rol_beeindigen, uitnodigen
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.fouten import NietToegestaan

pytestmark = pytest.mark.postgres15
GEVAL = "beperkt_met_partner"
_HUISROL = """
    INSERT INTO toegang_accountrol
           (id, gebruiker, rol, organisatie, taak, screening_op, vanaf, bevestigd_op)
    SELECT gen_random_uuid(), %s, 'procesregisseur', organisatie, taak, screening_op, vanaf,
           bevestigd_op
      FROM toegang_accountrol WHERE gebruiker = %s
"""


@pytest.fixture
def bank(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[str]:
    """Bram, on the casus as deelnemer, is also procesregisseur of the house."""
    with kloon(relatiesjabloon()) as naam, django_db_blocker.unblock(), verbonden_met(naam):
        _bezet(naam, _HUISROL, id_van("bram"), id_van("amira"))
        yield naam


def _nodig_chantal_uit(politie: UUID) -> None:
    uitnodigen(_casus(GEVAL), Plek(id_van("chantal"), GGZ, RolSoort.DEELNEMER), zijde=1)


ACTEN: list[Callable[[UUID], None]] = [_nodig_chantal_uit, rol_beeindigen]


def _rol_van_politie() -> UUID:
    with wie("bram"):
        return CasusRol.objects.get(casus=_casus(GEVAL), organisatie=id_van("politie")).pk


@pytest.mark.asvs("8.2.1")
@pytest.mark.parametrize("act", ACTEN)
def test_wie_alleen_als_partner_op_een_beperkte_zaak_staat_regelt_er_niets(
    act: Callable[[UUID], None], bank: str
) -> None:
    politie = _rol_van_politie()

    assert _ziet("bram", GEVAL)
    with pytest.raises(NietToegestaan), wie("bram"):
        act(politie)


@pytest.mark.parametrize("act", ACTEN)
def test_wie_er_ook_voor_het_huis_op_staat_regelt_het_wel(
    act: Callable[[UUID], None], bank: str
) -> None:
    _bezet(bank, _ROL, uuid4(), _casus(GEVAL), id_van("bram"), "procesondersteuner")
    politie = _rol_van_politie()

    with wie("bram"):
        act(politie)
        rol, nieuw = (
            CasusRol.objects.get(pk=politie),
            CasusRol.objects.filter(casus=_casus(GEVAL), gebruiker=id_van("chantal")),
        )

        assert (rol.beeindigd_op is not None) != nieuw.exists()
