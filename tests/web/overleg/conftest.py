# SPDX-License-Identifier: EUPL-1.2
"""A casus in which somebody of the GGZ takes part, and an overleg today."""

from collections.abc import Callable
from uuid import UUID

import pytest

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import vandaag
from vangnet.overleg.models import Agendapunt
from vangnet.overleg.services import Nieuw, overleg_plannen
from vangnet.toegang.vrager import Vrager, als


@pytest.fixture
def neem_deel(db: None) -> Callable[..., CasusRol]:
    def neem(naam: str, *, zijde: int | None = None) -> CasusRol:
        with als(Vrager(id_van("amira"))):
            plek = Plek(id_van(naam), id_van("ggz"), RolSoort.DEELNEMER)
            uitnodigen(id_van("casus"), plek, zijde=zijde)
        with als(Vrager(id_van(naam))):
            rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van(naam))
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)
        return rol

    return neem


@pytest.fixture
def plan_vandaag(db: None) -> Callable[[], UUID]:
    """Plan an overleg for today with the casus of the cast; gives its point."""

    def plan() -> UUID:
        with als(Vrager(id_van("amira"))):
            nieuw = Nieuw(datum=vandaag(), soort="casusoverleg")
            overleg = overleg_plannen(nieuw, [id_van("casus")], door=id_van("amira"))
            return Agendapunt.objects.get(overleg=overleg).pk

    return plan
