# SPDX-License-Identifier: EUPL-1.2
"""Tineke begeleidt the casus of the cast, in which the GGZ takes part."""

import pytest

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.regels import RolSoort
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.trajecten import traject_toewijzen


@pytest.fixture
def begeleid(db: None) -> None:
    """Assigned by Amira, today."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER))
        traject_toewijzen(id_van("casus"), aan=id_van("tineke"))
