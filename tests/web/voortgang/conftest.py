# SPDX-License-Identifier: EUPL-1.2
"""The casus of the cast, in which the GGZ takes part and Anja of the GGZ can be asked."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client

from tests.bezetting import id_van
from vangnet.casus.deelname import Plek, uitnodigen
from vangnet.casus.regels import RolSoort
from vangnet.kern.klok import vandaag
from vangnet.toegang.vrager import Vrager, als
from vangnet.voortgang.models import Opschaling

BESTUUR = {
    "niveau": "bestuur",
    "aangesprokene": f"{id_van('anja')}:{id_van('ggz')}",
    "vraag": "Kanarie-nieuwe-vraag",
    "afspraken": str(id_van("afspraak")),
    "antwoord_voor": "over 30 dagen",
    "toegelaten_door": "Kanarie-toelater",
    "toegelaten_namens": str(id_van("politie")),
    "notitie": "Twee partners wachten al weken op elkaar.",
}


def termijn() -> date:
    """Before which day an answer was asked today."""
    return vandaag() + timedelta(days=30)


@pytest.fixture
def ggz_doet_mee(db: None) -> None:
    """The organisation takes part, without anybody by name."""
    with als(Vrager(id_van("amira"))):
        uitnodigen(id_van("casus"), Plek(None, id_van("ggz"), RolSoort.DEELNEMER))


@pytest.fixture
def schaal_op(ingelogd: Callable[[str], Client], ggz_doet_mee: None) -> Callable[..., Any]:
    """Send the form as the regisseur; gives the answer."""

    def stuur(**anders: Any) -> Any:
        velden = {**BESTUUR, "eenmalig": str(uuid4()), **anders}
        return ingelogd("amira").post(f"/zaken/{id_van('casus')}/voortgang/opschalen", velden)

    return stuur


@pytest.fixture
def opschaling(schaal_op: Callable[..., Any]) -> UUID:
    """An opschaling to the bestuur that waits for the answer of Anja."""
    assert schaal_op().status_code == 302
    with als(Vrager(id_van("amira"))):
        een = Opschaling.objects.get(casus=id_van("casus"), niveau="bestuur")
    assert een.antwoord_voor == termijn()
    return een.pk
