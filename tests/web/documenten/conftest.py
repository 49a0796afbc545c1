# SPDX-License-Identifier: EUPL-1.2
"""A casus in which the partner takes part: invited by the regisseur, accepted by himself."""

from collections.abc import Callable

import pytest

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, uitnodigen, uitnodiging_beantwoorden
from vangnet.casus.models import CasusRol
from vangnet.casus.regels import RolSoort
from vangnet.toegang.vrager import Vrager, als


@pytest.fixture
def neem_deel(db: None) -> Callable[[str], CasusRol]:
    """Let somebody of the GGZ take part in the casus of the cast."""

    def neem(naam: str) -> CasusRol:
        with als(Vrager(id_van("amira"))):
            plek = Plek(id_van(naam), id_van("ggz"), RolSoort.DEELNEMER)
            uitnodigen(id_van("casus"), plek)
        with als(Vrager(id_van(naam))):
            rol = CasusRol.objects.get(casus=id_van("casus"), gebruiker=id_van(naam))
            uitnodiging_beantwoorden(rol.pk, aanvaard=True)
        return rol

    return neem
