# SPDX-License-Identifier: EUPL-1.2
"""A question about somebody of another side doesn't go to a partner who doesn't see that person."""

import pytest
from django.test import Client
from pytest_django import DjangoDbBlocker

from tests.bezetting import id_van
from tests.binnen import log_in
from tests.databank import verbonden_met
from tests.toegang.relaties import casus_van
from tests.toegang.test_relaties import relatiebank
from vangnet.casus.models import Betrokkenheid
from vangnet.toegang.vrager import Vrager, als

__all__ = ["relatiebank"]


def _vraag_over(wie: str) -> tuple[int, str]:
    """What the house gets that asks the GGZ, on side 2, about `wie`."""
    casus = id_van(casus_van("andere_zijde"))
    with als(Vrager(id_van("amira"))):
        over = Betrokkenheid.objects.get(casus=casus, persoon=id_van(f"{wie}-andere_zijde"))
    antwoord = log_in(Client(), "amira").post(
        f"/zaken/{casus}/vragen/nieuw",
        {
            "organisatie": str(id_van("ggz")),
            "vraag": "Woont zij daar nog?",
            "leefgebied": "huisvesting",
            "doel": "afstemming",
            "over": str(over.pk),
            "werkdagen": "5",
        },
    )
    return antwoord.status_code, antwoord.content.decode()


@pytest.mark.parametrize(("wie", "stand"), [("hoofd", 422), ("zus", 302)])
def test_een_vraag_over_de_andere_zijde_gaat_niet_naar_deze_partner(
    wie: str, stand: int, relatiebank: str, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock(), verbonden_met(relatiebank):
        gekregen, pagina = _vraag_over(wie)

    assert gekregen == stand
    assert ("staat aan de andere kant" in pagina) == (stand == 422)
